/* Which calls of collectors are needed for what policies read. */
#include "needed.h"

#include <ctype.h>
#include <err.h>
#include <stdlib.h>
#include <string.h>

#include "collector_part.h"
#include "file.h"
#include "module.h"
#include "scan.h"

static int
is_for(const struct policy *p, const struct collector *c)
{
	return p->ntypes == 0 || policy_names(p, c->type);
}

/* Is the path what a policy reads?  One that says nothing of what it reads is given all. */
static int
is_read(const struct policy *p, const struct path *path)
{
	size_t i;

	for (i = 0; i < p->nreads; i++)
		if (path_meets(&p->reads[i].path, path))
			return 1;
	return !p->nreads;
}

/* Do the tags, which policies read as .Tags, lie where the path leads? */
static int
holds_tags(const struct collector *c, const struct path *path)
{
	struct buf text = {0};
	struct path tags;
	const char *why;
	int meets;

	if (!c->tags_at)
		return 0;
	buf_addf(&text, ".Configuration%s", c->tags_at);
	meets = !path_parse(&tags, buf_span(&text), &why);
	if (meets) {
		meets = path_meets(&tags, path);
		path_free(&tags);
	}
	buf_free(&text);
	return meets;
}

/* Does a policy for the collector's type read what the call gives, or does it give tags that are asked for? */
static int
is_wanted(const struct collector *c, const struct collector_call *call, const struct policy_set *policies, int ask_tags)
{
	char name[] = "Tags";
	struct path_step step = { .kind = PATH_KEY, .key = name };
	const struct path tags = { &step, 1 };
	struct buf text = {0};
	struct path path;
	const char *why;
	int wanted, holds;
	size_t i;

	collector_call_fills(call, &text);
	if (path_parse(&path, buf_span(&text), &why) < 0) {
		buf_free(&text);
		return 1;	/* whatever it is, it is better asked */
	}
	holds = holds_tags(c, &path) || path_meets(&tags, &path);
	wanted = ask_tags && holds;
	for (i = 0; i < policies->n && !wanted; i++)
		wanted = is_for(&policies->policies[i], c) && (is_read(&policies->policies[i], &path) ||
		    (holds && is_read(&policies->policies[i], &tags)));
	path_free(&path);
	buf_free(&text);
	return wanted;
}

static int
is_word(char c)
{
	return isalnum((unsigned char)c) || c == '_';
}

/* Does the word stand in a text? */
static int
names(const char *text, const char *word)
{
	size_t len = strlen(word);
	const char *at;

	for (at = text; (at = strstr(at, word)); at++)
		if ((at == text || !is_word(at[-1])) && !is_word(at[len]))
			return 1;
	return 0;
}

/* All calls but the list's, Batch first: index from 0, NULL behind the last one. */
static struct collector_call *
call_at(struct collector *c, size_t index)
{
	if (index < c->nbatch)
		return &c->batch[index].call;
	index -= c->nbatch;
	if (index < c->nonce)
		return &c->once[index];
	index -= c->nonce;
	return index < c->ndetail ? &c->detail[index] : NULL;
}

/* Is what another call fills where a call looks for what it needs? */
static int
needs(const struct collector_call *call, const struct collector_call *other)
{
	const struct path_step *first = call->match.nsteps ? call->match.steps : NULL;

	if (first && first->kind == PATH_KEY && !strcmp(first->key, other->into))
		return 1;
	return collector_call_uses(call, other);
}

/* Marks a call as needed, and those that it needs. */
static void
ask(struct collector *c, struct collector_call *call)
{
	struct collector_call *other;
	size_t i;

	if (!call->unasked)
		return;
	call->unasked = 0;
	for (i = 0; (other = call_at(c, i)); i++)
		if (other->unasked && needs(call, other))
			ask(c, other);
}

/* functions: the text of the collector's functions. */
static void
mark(struct collector *c, const struct policy_set *policies, int tags, const char *functions)
{
	struct collector_call *call;
	size_t i;

	for (i = 0; (call = call_at(c, i)); i++)
		call->unasked = call->into != NULL;
	for (i = 0; (call = call_at(c, i)); i++)
		if (call->into && (is_wanted(c, call, policies, tags) || names(functions, call->into)))
			ask(c, call);
	for (i = 0; (call = call_at(c, i)); i++)
		if (!call->into) {
			call->unasked = 1;
			ask(c, call);
		}
}

/* Is its type named?  Policies for every resource name none: they add nothing to what is collected for others. */
static int
is_named(const struct collector *c, const struct policy_set *policies)
{
	size_t i;

	for (i = 0; i < policies->n; i++)
		if (policy_names(&policies->policies[i], c->type))
			return 1;
	return 0;
}

static int
name_types(const struct policy_set *policies)
{
	size_t i;

	for (i = 0; i < policies->n; i++)
		if (policies->policies[i].ntypes)
			return 1;
	return 0;
}

int
needed_by(struct collector_set *set, const struct policy_set *policies, int tags)
{
	struct buf text = {0};
	struct span metadata;
	const char *why;
	size_t i, at;
	int status = 0, named = name_types(policies);

	for (i = set->n; i-- > 0; )
		if (named && !is_named(&set->collectors[i], policies))
			collector_set_remove(set, i);
	for (i = 0; i < set->n; i++) {
		buf_clear(&text);
		if (file_read(set->collectors[i].file, &text) < 0 ||
		    module_metadata(buf_span(&text), &metadata, &why, &at) < 0) {
			warn("%s", set->collectors[i].file);
			status = -1;
		} else {
			mark(&set->collectors[i], policies, tags, metadata.at + metadata.len);
		}
	}
	buf_free(&text);
	return status;
}

/* How many types of the policy's have no collector. */
static int
missing(const struct collector_set *set, const struct policy *p)
{
	struct buf type = {0};
	size_t i, j;
	int n = 0;

	for (i = 0; i < p->ntypes; i++) {
		buf_clear(&type);
		scan_decode(p->types[i], &type);
		for (j = 0; j < set->n && !span_is(buf_span(&type), set->collectors[j].type); j++)
			continue;
		if (j == set->n) {
			warnx("%s: no collector has resources of its type %s", p->file, type.data);
			n++;
		}
	}
	buf_free(&type);
	return n;
}

int
needed_missing(const struct collector_set *set, const struct policy_set *policies)
{
	size_t i;
	int n = 0;

	for (i = 0; i < policies->n; i++)
		n += missing(set, &policies->policies[i]);
	return n;
}
