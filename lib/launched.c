#include <sys/stat.h>

#include <err.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "commalist.h"
#include "finding.h"
#include "launched.h"
#include "ndjson.h"
#include "nearest.h"
#include "parameters.h"
#include "scan.h"

static const char *const statuses[] = { "active", "suspended", "deleted", "available" };

const char *
launched_status_name(enum launched_status status)
{
	return statuses[status];
}

int
launched_status_parse(const char *text)
{
	int i;

	for (i = LAUNCHED_ACTIVE; i <= LAUNCHED_AVAILABLE; i++)
		if (strcmp(text, statuses[i]) == 0)
			return i;
	return -1;
}

static int
wrong(struct buf *why, const char *member, const char *what)
{
	buf_addf(why, "%s %s", member, what);
	return -1;
}

static int
check_member(struct span key, struct buf *why)
{
	static const char *const names[] = {
		"PolicyId", "Status", "Scope", "Severity", "Parameters", "Remediation", "CreatedAt", "UpdatedAt", NULL
	};
	struct buf name = {0};
	const char *meant;
	size_t i = 0;

	while (names[i] && !scan_string_is(key, names[i]))
		i++;
	if (names[i])
		return 0;
	scan_decode(key, &name);
	buf_addf(why, "a launched policy has no %s", name.data ? name.data : "");
	if ((meant = nearest(name.data ? name.data : "", names)))
		buf_addf(why, "; it is spelled %s", meant);
	buf_free(&name);
	return -1;
}

static int
is_id(const char *text)
{
	return *text && strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-") == strlen(text);
}

static int
parse_texts(struct launched_policy *one, struct span line, struct buf *why)
{
	struct buf text = {0};
	int n = -1;

	if (scan_decode(scan_get(line, "Status"), &text) == 0)
		n = launched_status_parse(text.data ? text.data : "");
	buf_free(&text);
	if (n < 0 || n == LAUNCHED_AVAILABLE)
		return wrong(why, "Status", "is none of active, suspended, deleted");
	one->status = (enum launched_status)n;
	scan_decode(scan_get(line, "PolicyId"), &text);
	one->id = text.data;
	if (!one->id || !is_id(one->id))
		return wrong(why, "PolicyId", "is no policy's id");
	return 0;
}

static int
parse_values(struct launched_policy *one, struct span line, struct buf *why)
{
	struct span scope = scan_get(line, "Scope");
	long long severity;
	time_t t;

	one->scope_text = scope.at ? scope : SPAN("{}");
	one->severity = scan_get(line, "Severity");
	one->parameters = scan_get(line, "Parameters");
	one->remediation = scan_get(line, "Remediation");
	one->created = scan_get(line, "CreatedAt");
	one->updated = scan_get(line, "UpdatedAt");
	severity = scan_integer(one->severity, -1);
	if (one->severity.at && (severity < 0 || severity > 100))
		return wrong(why, "Severity", "is no whole number from 0 to 100");
	if (one->parameters.at && scan_kind(one->parameters) != SCAN_OBJECT)
		return wrong(why, "Parameters", "is no object");
	if (one->remediation.at && scan_kind(one->remediation) != SCAN_STRING)
		return wrong(why, "Remediation", "is no text");
	if (finding_time(one->created, &t) < 0 || finding_time(one->updated, &t) < 0)
		return wrong(why, "CreatedAt or UpdatedAt", "is no time");
	return scope_read(&one->scope, one->scope_text, why);
}

int
launched_parse(struct launched_policy *one, struct span line, struct buf *why)
{
	struct scan_iter it;
	struct span key, value;
	int status = 0;

	buf_addspan(&one->line, line);	/* as it is: a change to another policy must not change it */
	line = buf_span(&one->line);
	it = scan_open(line);
	while (status == 0 && scan_next(&it, &key, &value))
		status = check_member(key, why);
	if (status == 0)
		status = parse_texts(one, line, why);
	if (status == 0)
		status = parse_values(one, line, why);
	if (status < 0)
		launched_policy_free(one);
	return status;
}

void
launched_policy_free(struct launched_policy *one)
{
	free(one->id);
	scope_free(one->scope);
	buf_free(&one->line);
	*one = (struct launched_policy){0};
}

struct launched_policy *
launched_find(const struct launched *l, const char *id)
{
	size_t i;

	for (i = 0; i < l->n; i++)
		if (strcmp(l->policies[i].id, id) == 0)
			return &l->policies[i];
	return NULL;
}

static int
add_line(struct launched *l, struct span line, struct buf *why)
{
	struct launched_policy one = {0};

	if (launched_parse(&one, line, why) < 0)
		return -1;
	if (launched_find(l, one.id)) {
		wrong(why, one.id, "is there twice");
		launched_policy_free(&one);
		return -1;
	}
	l->policies = xrealloc(l->policies, (l->n + 1) * sizeof(*l->policies));
	l->policies[l->n++] = one;
	return 0;
}

int
launched_read(struct launched *l, const char *path, int may_be_missing)
{
	char *files[] = { (char *)path, NULL };
	struct ndjson in;
	struct buf why = {0};
	struct span line;
	struct stat st;

	*l = (struct launched){ .path = xstrdup(path) };
	if (may_be_missing && stat(path, &st) < 0 && errno == ENOENT)
		return 0;
	ndjson_open(&in, files);
	while (ndjson_next(&in, &line)) {
		buf_clear(&why);
		ndjson_complain(&in, add_line(l, line, &why) < 0 ? why.data : NULL);
	}
	buf_free(&why);
	if (ndjson_close(&in) == 0)
		return 0;
	launched_free(l);
	return -1;
}

void
launched_free(struct launched *l)
{
	size_t i;

	for (i = 0; i < l->n; i++)
		launched_policy_free(&l->policies[i]);
	free(l->policies);
	free(l->path);
	*l = (struct launched){0};
}

char *
launched_ids(const struct launched *l, const char *ids)
{
	struct buf list = {0};
	size_t i;

	for (i = 0; i < l->n; i++)
		if (!ids || commalist_has(ids, l->policies[i].id))
			buf_addf(&list, "%s%s", list.len ? "," : "", l->policies[i].id);
	return list.data ? list.data : xstrdup("");
}

static int
apply(const struct launched *l, const struct launched_policy *one, struct policy *p)
{
	struct buf why = {0};
	int status = 0;

	p->suspended = one->status != LAUNCHED_ACTIVE;
	p->scope_text = one->scope_text;
	p->scope = scan_count(one->scope_text) ? one->scope : NULL;
	if (one->severity.at)
		p->severity = (int)scan_integer(one->severity, 0);
	if (one->remediation.at)
		p->remediation = one->remediation;
	if (one->parameters.at && (status = parameters_check(p, one->parameters, &why)) == 0)
		parameters_set(p, one->parameters);
	if (status < 0)
		warnx("%s: %s", l->path, why.data);
	buf_free(&why);
	return status;
}

int
launched_apply(const struct launched *l, struct policy_set *set)
{
	const struct launched_policy *one;
	size_t i;

	for (i = 0; i < set->n; i++)
		if ((one = launched_find(l, set->policies[i].id)) && apply(l, one, &set->policies[i]) < 0)
			return -1;
	return 0;
}

int
launched_use_units(const struct launched *l, const struct units *units)
{
	size_t i;

	for (i = 0; i < l->n; i++) {
		if (!scope_has_units(l->policies[i].scope) || l->policies[i].status != LAUNCHED_ACTIVE)
			continue;
		if (!units) {
			warnx("%s: the scope of %s names organizational units: --accounts must say which accounts are in them",
			    l->path, l->policies[i].id);
			return -1;
		}
		scope_use_units(l->policies[i].scope, units);
	}
	return 0;
}
