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
	struct buf assumed, scratch, unread;
	const struct policy_read **missed;	/* what the policy reads and could not be read */
	size_t nmissed;
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

static void
add_missed(struct judge *j, const struct policy_read *read)
{
	size_t i;

	for (i = 0; i < j->nmissed; i++)
		if (j->missed[i] == read)
			return;
	j->missed = xrealloc(j->missed, (j->nmissed + 1) * sizeof(*j->missed));
	j->missed[j->nmissed++] = read;
}

/* Finds which of the policy's reads could not be read; evidence lists the entries that say so. */
static void
find_missed(struct judge *j, const struct policy *p, struct buf *evidence)
{
	struct scan_iter it = scan_open(j->resource->unreadable);
	struct span key, entry;
	size_t r;
	int listed;

	while (scan_next(&it, &key, &entry)) {
		listed = 0;
		for (r = 0; r < p->nreads; r++) {
			if (!touches(j, entry, &p->reads[r]))
				continue;
			if (!listed++) {
				buf_adds(evidence, evidence->len ? "," : "{\"Unreadable\":[");
				buf_addspan(evidence, entry);
			}
			add_missed(j, &p->reads[r]);
		}
	}
	if (evidence->len)
		buf_adds(evidence, "]}");
}

static void
apply(struct judge *j, struct span assumed)
{
	struct judgement *a = &j->answer;

	switch (rules_apply(j->rules, a->number, buf_span(&j->kind->texts[j->next]), assumed, &a->message,
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

/* How many ways there are to fill in what could not be read; 0 if there is no telling, or too many. */
static size_t
count_guesses(const struct judge *j)
{
	size_t i, guesses = 1;

	for (i = 0; i < j->nmissed; i++) {
		guesses *= scan_count(j->missed[i]->possible);
		if (guesses > JUDGE_GUESSES)
			return 0;
	}
	return guesses;
}

/* Adds [path, value n of those possible]; -1 if the path is not that of one place. */
static int
add_assumption(struct buf *to, const struct policy_read *read, size_t n)
{
	struct scan_iter it = scan_open(read->possible);
	struct span key, value;

	buf_adds(to, to->len > 1 ? ",[" : "[");
	if (path_json(&read->path, to) < 0)
		return -1;
	do
		scan_next(&it, &key, &value);
	while (n-- > 0);
	buf_addc(to, ',');
	buf_addspan(to, value);
	buf_addc(to, ']');
	return 0;
}

/*
 * Whatever stands where we could not look, does the rule say the same?  Then that is the answer, and true is returned.
 * Guess number g has a digit for each place; the last guess has the last value of all.
 */
static int
same_for_all(struct judge *j)
{
	size_t guesses = count_guesses(j), g, i, digits;
	enum verdict first = VERDICT_UNKNOWN;

	for (g = 0; g < guesses; g++) {
		buf_clear(&j->assumed);
		buf_addc(&j->assumed, '[');
		for (i = 0, digits = g; i < j->nmissed; digits /= scan_count(j->missed[i++]->possible))
			if (add_assumption(&j->assumed, j->missed[i], digits % scan_count(j->missed[i]->possible)) < 0)
				return 0;
		buf_addc(&j->assumed, ']');
		apply(j, buf_span(&j->assumed));
		if (j->answer.verdict == VERDICT_UNKNOWN || (g > 0 && j->answer.verdict != first))
			return 0;
		first = j->answer.verdict;
	}
	return guesses > 0;
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
	struct judgement *a = &j->answer;

	if (!j->kind || j->next == j->kind->n)
		return NULL;
	a->number = j->kind->policies[j->next];
	a->policy = &j->set->policies[a->number];
	a->thrown = 0;
	j->nmissed = 0;
	if (j->resource->unreadable.at) {
		buf_clear(&j->unread);
		find_missed(j, a->policy, &j->unread);
	}
	if (j->nmissed == 0)
		apply(j, (struct span){ NULL, 0 });
	else if (!same_for_all(j))
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
	buf_free(&j->assumed);
	buf_free(&j->scratch);
	buf_free(&j->unread);
	free(j->missed);
	free(j);
}
