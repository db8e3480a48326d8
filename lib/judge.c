#include <stdlib.h>
#include <string.h>

#include "judge.h"
#include "projection.h"
#include "scan.h"

/* The policies for one resource type. */
struct kind {
	struct span type;		/* the JSON string, in a policy's text */
	size_t *policies;		/* numbers in the set, ascending */
	unsigned n;
	struct projection *projection;
	struct buf *texts;		/* one for each policy */
};

struct judge {
	const struct policy_set *set;
	struct rules *rules;
	struct kind *kinds;
	size_t nkinds;

	const struct record *resource;
	struct kind *kind;
	unsigned next;
	struct judgement answer;
	struct buf path, scratch, unread;
};

static struct kind *
find_kind(const struct judge *j, struct span type)
{
	size_t i;

	for (i = 0; i < j->nkinds; i++)
		if (span_cmp(j->kinds[i].type, type) == 0)
			return &j->kinds[i];
	return NULL;
}

static void
add_policy(struct judge *j, size_t number)
{
	const struct policy *p = &j->set->policies[number];
	struct kind *k = find_kind(j, p->type);

	if (!k) {
		j->kinds = xrealloc(j->kinds, (j->nkinds + 1) * sizeof(*j->kinds));
		k = &j->kinds[j->nkinds++];
		*k = (struct kind){ .type = p->type };
	}
	k->policies = xrealloc(k->policies, (k->n + 1) * sizeof(*k->policies));
	k->policies[k->n++] = number;
}

static void
project_kind(const struct judge *j, struct kind *k)
{
	const struct policy *p;
	unsigned i;
	size_t r;

	k->projection = projection_new(k->n);
	k->texts = xcalloc(k->n, sizeof(*k->texts));
	for (i = 0; i < k->n; i++) {
		p = &j->set->policies[k->policies[i]];
		for (r = 0; r < p->nreads; r++)
			projection_add(k->projection, i, &p->reads[r].path);
	}
}

struct judge *
judge_new(const struct policy_set *set, struct rules *rules)
{
	struct judge *j = xcalloc(1, sizeof(*j));
	size_t i;

	j->set = set;
	j->rules = rules;
	for (i = 0; i < set->n; i++)
		add_policy(j, i);
	for (i = 0; i < j->nkinds; i++)
		project_kind(j, &j->kinds[i]);
	return j;
}

size_t
judge_begin(struct judge *j, const struct record *resource)
{
	j->resource = resource;
	j->next = 0;
	j->kind = find_kind(j, resource->type);
	if (!j->kind)
		return 0;
	projection_run(j->kind->projection, resource->whole, j->kind->texts);
	return j->kind->n;
}

/* Does an entry of Unreadable touch what read reads?  An entry whose path nobody understands touches everything. */
static int
touches(struct judge *j, struct span entry, const struct policy_read *read)
{
	struct path path;
	const char *why;
	int meets;

	buf_clear(&j->scratch);
	if (scan_decode(scan_get(entry, "Path"), &j->scratch) < 0 ||
	    path_parse(&path, buf_span(&j->scratch), &why) < 0)
		return 1;
	meets = path_meets(&path, &read->path);
	path_free(&path);
	return meets;
}

/* How many of the policy's reads could not be read; *one is the last of them, evidence lists the entries. */
static unsigned
count_unreadable(struct judge *j, const struct policy *p, const struct policy_read **one, struct buf *evidence)
{
	struct scan_iter it = scan_open(j->resource->unreadable);
	struct span key, entry;
	unsigned hit = 0;
	size_t r;
	int listed;

	*one = NULL;
	while (scan_next(&it, &key, &entry)) {
		listed = 0;
		for (r = 0; r < p->nreads; r++) {
			if (!touches(j, entry, &p->reads[r]))
				continue;
			if (!listed++) {
				buf_adds(evidence, evidence->len ? "," : "{\"Unreadable\":[");
				buf_addspan(evidence, entry);
			}
			hit += *one != &p->reads[r];
			*one = &p->reads[r];
		}
	}
	if (evidence->len)
		buf_adds(evidence, "]}");
	return hit;
}

static void
apply(struct judge *j, struct span path, struct span value)
{
	struct judgement *a = &j->answer;

	switch (rules_apply(j->rules, a->number, buf_span(&j->kind->texts[j->next]), path, value, &a->message,
	    &a->evidence)) {
	case RULES_NONE:
		a->verdict = VERDICT_PASSED;
		break;
	case RULES_VIOLATION:
		a->verdict = VERDICT_FAILED;
		break;
	case RULES_ERROR:
		a->verdict = VERDICT_UNKNOWN;
		a->thrown = 1;
		buf_adds(&a->evidence, "{\"Error\":");
		buf_addjson(&a->evidence, buf_span(&a->message));
		buf_addc(&a->evidence, '}');
		break;
	}
}

/* Whatever stands at the read's path, does the rule say the same?  Then that is the answer, and true is returned. */
static int
same_for_all(struct judge *j, const struct policy_read *read)
{
	struct scan_iter it = scan_open(read->possible);
	struct span key, value;
	enum verdict first = VERDICT_UNKNOWN;
	int any = 0;

	buf_clear(&j->path);
	if (path_json(&read->path, &j->path) < 0)
		return 0;
	while (scan_next(&it, &key, &value)) {
		apply(j, buf_span(&j->path), value);
		if (j->answer.verdict == VERDICT_UNKNOWN || (any && j->answer.verdict != first))
			return 0;
		first = j->answer.verdict;
		any = 1;
	}
	return any;
}

static void
say_unreadable(struct judge *j, struct span evidence)
{
	struct judgement *a = &j->answer;
	struct scan_iter it = scan_open(scan_get(evidence, "Unreadable"));
	struct span key, entry;
	const char *between = "could not read ";

	a->verdict = VERDICT_UNKNOWN;
	a->thrown = 0;
	buf_clear(&a->message);
	while (scan_next(&it, &key, &entry)) {
		buf_adds(&a->message, between);
		if (scan_decode(scan_get(entry, "Path"), &a->message) < 0)
			buf_adds(&a->message, "a part of it");
		buf_adds(&a->message, ": ");
		if (scan_decode(scan_get(entry, "Code"), &a->message) < 0)
			buf_adds(&a->message, "no code given");
		between = "; ";
	}
	buf_clear(&a->evidence);
	buf_addspan(&a->evidence, evidence);
}

const struct judgement *
judge_next(struct judge *j)
{
	const struct policy_read *read;
	struct judgement *a = &j->answer;
	unsigned hit = 0;

	if (!j->kind || j->next == j->kind->n)
		return NULL;
	a->number = j->kind->policies[j->next];
	a->policy = &j->set->policies[a->number];
	a->thrown = 0;
	if (j->resource->unreadable.at) {
		buf_clear(&j->unread);
		hit = count_unreadable(j, a->policy, &read, &j->unread);
	}
	if (hit == 0)
		apply(j, (struct span){ NULL, 0 }, (struct span){ NULL, 0 });
	else if (hit > 1 || !read->possible.at || !same_for_all(j, read))
		say_unreadable(j, buf_span(&j->unread));
	j->next++;
	return a;
}

void
judge_free(struct judge *j)
{
	size_t i;
	unsigned t;

	if (!j)
		return;
	for (i = 0; i < j->nkinds; i++) {
		for (t = 0; t < j->kinds[i].n; t++)
			buf_free(&j->kinds[i].texts[t]);
		free(j->kinds[i].texts);
		free(j->kinds[i].policies);
		projection_free(j->kinds[i].projection);
	}
	free(j->kinds);
	buf_free(&j->answer.message);
	buf_free(&j->answer.evidence);
	buf_free(&j->path);
	buf_free(&j->scratch);
	buf_free(&j->unread);
	free(j);
}
