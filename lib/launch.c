#include <err.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "atomicfile.h"
#include "launch.h"
#include "launched.h"
#include "lockfile.h"
#include "parameters.h"
#include "scan.h"

struct edit {
	const struct launch *what;
	const char *path;		/* as it was given; file.path is where it lies */
	struct launched file;
	struct buf *out;
	struct buf done;		/* ids that were changed, commas between */
	int tags;			/* a scope of theirs reads tags */
	struct buf why;
};

static int
gives_anything(const struct launch *what)
{
	return what->scope.n || what->parameters.n || what->severity || what->remediation;
}

/* A member of a line: what is given, else what was there; {NULL, 0}: left out. */
static void
add_member(struct buf *line, const char *name, struct span value)
{
	if (!value.len)
		return;
	buf_addf(line, ",\"%s\":", name);
	buf_addspan(line, value);
}

static int
read_severity(const char *text, struct buf *to, struct buf *why)
{
	char *end;
	long n = strtol(text, &end, 10);

	if (strcmp(text, "default") == 0)
		return 0;
	if (end == text || *end || n < 0 || n > 100) {
		buf_addf(why, "Severity %s is no whole number from 0 to 100", text);
		return -1;
	}
	buf_addf(to, "%ld", n);
	return 0;
}

/* What becomes of a policy's line, old being {0} if there is none that counts. */
static int
spell_line(struct edit *e, const struct policy *p, enum launched_status status, const struct launched_policy *old,
    struct buf *line)
{
	const struct launch *what = e->what;
	struct buf scope = {0}, severity = {0}, parameters = {0}, remediation = {0}, now = {0};
	int wrong = 0;

	buf_addjson(&now, span_of(what->now));
	if (what->scope.n)
		wrong = scope_spell(&what->scope, &scope, &e->why);
	if (!wrong && what->severity)
		wrong = read_severity(what->severity, &severity, &e->why);
	if (!wrong && what->parameters.n)
		wrong = parameters_spell(p, &what->parameters, &parameters, &e->why);
	if (what->remediation)
		buf_addjson(&remediation, span_of(what->remediation));
	buf_addf(line, "{\"PolicyId\":\"%s\",\"Status\":\"%s\"", p->id, launched_status_name(status));
	add_member(line, "Scope", scope.len ? buf_span(&scope) : old->scope_text.at ? old->scope_text : SPAN("{}"));
	add_member(line, "Severity", what->severity ? buf_span(&severity) : old->severity);
	add_member(line, "Parameters", parameters.len ? buf_span(&parameters) : old->parameters);
	add_member(line, "Remediation", remediation.len ? buf_span(&remediation) : old->remediation);
	add_member(line, "CreatedAt", old->created.at ? old->created : buf_span(&now));
	add_member(line, "UpdatedAt", buf_span(&now));
	buf_addc(line, '}');
	buf_free(&scope);
	buf_free(&severity);
	buf_free(&parameters);
	buf_free(&remediation);
	buf_free(&now);
	return wrong;
}

/* Puts the line in place, having read it as any reader will. */
static int
put(struct edit *e, const struct policy *p, enum launched_status status, const struct launched_policy *old)
{
	struct launched_policy one = {0}, *here = launched_find(&e->file, p->id);
	struct buf line = {0};
	int wrong = spell_line(e, p, status, old, &line);

	if (!wrong)
		wrong = launched_parse(&one, buf_span(&line), &e->why);
	if (!wrong && one.parameters.at && (wrong = parameters_check(p, one.parameters, &e->why)))
		launched_policy_free(&one);
	buf_free(&line);
	if (wrong)
		return -1;
	if (here) {
		launched_policy_free(here);
	} else {
		e->file.policies = xrealloc(e->file.policies, (e->file.n + 1) * sizeof(*e->file.policies));
		here = &e->file.policies[e->file.n++];
	}
	*here = one;
	e->tags |= scope_has_tags(one.scope);
	buf_addf(&e->done, "%s%s", e->done.len ? "," : "", p->id);
	return 0;
}

static int
refuse(struct edit *e, const struct policy *p, const char *why)
{
	buf_addf(&e->why, "%s %s", p->id, why);
	return -1;
}

/* A suspended policy goes on as it was; a deleted one begins anew, but for when it was first launched. */
static int
start(struct edit *e, const struct policy *p)
{
	struct launched_policy *here = launched_find(&e->file, p->id), old = {0};
	const char *verb = here ? "Activated" : "Launched";

	if (here && here->status == LAUNCHED_ACTIVE) {
		if (gives_anything(e->what))
			return refuse(e, p, "is active already: --update changes it");
		if (e->what->verb != LAUNCH_ALL)
			buf_addf(e->out, "%s is active already\n", p->id);
		return 0;
	}
	if (here && here->status == LAUNCHED_SUSPENDED)
		old = *here;
	else if (here)
		old.created = here->created;
	if (put(e, p, LAUNCHED_ACTIVE, &old) < 0)
		return -1;
	here = launched_find(&e->file, p->id);
	buf_addf(e->out, "%s %s%s\n", verb, p->id,
	    *verb == 'L' && scan_count(here->scope_text) == 0 ? " with default scope" : "");
	return 0;
}

static int
update(struct edit *e, const struct policy *p)
{
	struct launched_policy *here = launched_find(&e->file, p->id);

	if (!here || here->status == LAUNCHED_DELETED)
		return refuse(e, p, "is not launched");
	if (put(e, p, here->status, here) < 0)
		return -1;
	buf_addf(e->out, "Updated %s\n", p->id);
	return 0;
}

static int
end(struct edit *e, const struct policy *p, enum launched_status status)
{
	struct launched_policy *here = launched_find(&e->file, p->id);

	if (!here || (here->status == LAUNCHED_DELETED && status == LAUNCHED_SUSPENDED))
		return refuse(e, p, "is not launched");
	if (here->status == status) {
		buf_addf(e->out, "%s is %s already\n", p->id, launched_status_name(status));
		return 0;
	}
	if (put(e, p, status, here) < 0)
		return -1;
	buf_addf(e->out, "%s %s\n", status == LAUNCHED_DELETED ? "Deleted" : "Suspended", p->id);
	return 0;
}

static int
edit_policy(struct edit *e, const struct policy *p)
{
	switch (e->what->verb) {
	case LAUNCH_START:
	case LAUNCH_ALL:
		return start(e, p);
	case LAUNCH_UPDATE:
		return update(e, p);
	case LAUNCH_SUSPEND:
		return end(e, p, LAUNCHED_SUSPENDED);
	case LAUNCH_DELETE:
		return end(e, p, LAUNCHED_DELETED);
	case LAUNCH_NOTHING:
		break;
	}
	return 0;
}

/* For a shell. */
static void
add_word(struct buf *to, const char *word)
{
	static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_./-";

	if (*word && *word != '-' && strspn(word, plain) == strlen(word)) {
		buf_adds(to, word);
		return;
	}
	buf_addc(to, '\'');
	for (; *word; word++)
		if (*word == '\'')
			buf_adds(to, "'\\''");
		else
			buf_addc(to, *word);
	buf_addc(to, '\'');
}

/* The findings of what no longer judges are resolved without looking at anything. */
static void
add_command(const struct edit *e)
{
	struct buf *out = e->out;
	int looks = e->what->verb != LAUNCH_SUSPEND && e->what->verb != LAUNCH_DELETE;

	buf_addc(out, '\t');
	if (e->what->verb == LAUNCH_ALL)
		buf_adds(out, "qrie-collect | qrie-eval -a -l ");
	else if (looks)
		buf_addf(out, "qrie-collect --for-policies=%s%s | qrie-eval -a -p %s -l ", e->done.data,
		    e->tags ? " --tags" : "", e->done.data);
	else
		buf_addf(out, "qrie-eval -a -p %s -l ", e->done.data);
	add_word(out, e->path);
	buf_addf(out, "%s | qrie-diff -F findings.ndjson\n", looks ? "" : " </dev/null");
}

static int
edit(struct edit *e, const struct policy_set *set)
{
	size_t i;

	for (i = 0; i < set->n; i++)
		if (edit_policy(e, &set->policies[i]) < 0) {
			warnx("%s: %s", e->file.path, e->why.data);
			return -1;
		}
	if (e->done.len)
		add_command(e);
	else if (e->what->verb == LAUNCH_ALL)
		buf_addf(e->out, "Nothing to do: all %zu policies are active\n", set->n);
	return 0;
}

static int
write_file(const struct launched *l)
{
	struct atomicfile a;
	size_t i;

	if (atomicfile_open(&a, l->path) < 0) {
		warn("%s.tmp", l->path);
		return -1;
	}
	for (i = 0; i < l->n; i++)
		atomicfile_line(&a, buf_span(&l->policies[i].line));
	if (atomicfile_commit(&a) == 0)
		return 0;
	warn("%s", l->path);
	return -1;
}

int
launch_run(const struct launch *what, const struct policy_set *set, const char *path, struct buf *out)
{
	struct edit e = { .what = what, .path = path, .out = out };
	char *real = atomicfile_target(path);
	int lock = lockfile_open(real), status = -1;

	if (lock < 0 || lockfile_wait(lock) < 0)
		warn("%s.lock", real);
	else if (launched_read(&e.file, real, 1) == 0) {
		status = edit(&e, set);
		if (status == 0 && e.done.len)
			status = write_file(&e.file);
	}
	if (lock >= 0)
		close(lock);
	launched_free(&e.file);
	buf_free(&e.done);
	buf_free(&e.why);
	free(real);
	return status;
}
