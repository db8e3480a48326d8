#include <stdlib.h>
#include <string.h>

#include "judge_part.h"
#include "scan.h"
#include "scope.h"
#include "unreadable.h"

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
add_kind(struct judge *j, struct span type)
{
	j->kinds = xrealloc(j->kinds, (j->nkinds + 1) * sizeof(*j->kinds));
	j->kinds[j->nkinds++] = (struct kind){ .type = type };
}

/* All types that policies name, and where some policy names none, one more for what is of no such type. */
static void
add_kinds(struct judge *j)
{
	const struct policy *p;
	size_t i, t;
	int every = 0;

	for (i = 0; i < j->set->n; i++) {
		p = &j->set->policies[i];
		every |= p->ntypes == 0;
		for (t = 0; t < p->ntypes; t++)
			if (!find_kind(j, p->types[t]))
				add_kind(j, p->types[t]);
	}
	if (every)
		add_kind(j, (struct span){ NULL, 0 });
}

static void
add_policy(struct kind *k, size_t number)
{
	if (k->n && k->policies[k->n - 1] == number)
		return;		/* a list that names a type twice */
	k->policies = xrealloc(k->policies, (k->n + 1) * sizeof(*k->policies));
	k->policies[k->n++] = number;
}

/* To the kinds of its types, or to all. */
static void
add_to_kinds(struct judge *j, size_t number)
{
	const struct policy *p = &j->set->policies[number];
	size_t i;

	for (i = 0; i < p->ntypes; i++)
		add_policy(find_kind(j, p->types[i]), number);
	for (i = 0; p->ntypes == 0 && i < j->nkinds; i++)
		add_policy(&j->kinds[i], number);
}

/* The number of the reader who reads as the policy does; a new one if there is none. */
static unsigned
add_reader(struct judge *j, struct kind *k, size_t policy)
{
	unsigned i;

	for (i = 0; i < k->nreaders; i++)
		if (reads_same(j->known[k->readers[i].policy].reads, j->known[policy].reads))
			return i;
	k->readers = xrealloc(k->readers, (i + 1) * sizeof(*k->readers));
	k->readers[i] = (struct reader){ .policy = policy };
	reads_add(j->known[policy].reads, k->projection, i, 1);
	return k->nreaders++;
}

static void
project_kind(struct judge *j, struct kind *k)
{
	unsigned i;

	k->projection = projection_new();
	k->reading = xcalloc(k->n ? k->n : 1, sizeof(*k->reading));
	for (i = 0; i < k->n; i++)
		k->reading[i] = add_reader(j, k, k->policies[i]);
	k->sketches = xcalloc(k->nreaders ? k->nreaders : 1, sizeof(*k->sketches));
	intake_add(j->intake, k->type, k->projection, k->sketches, k->nreaders);
}

struct judge *
judge_new(const struct policy_set *set, struct rules *rules, const char *now, const struct judge_options *options)
{
	struct judge *j = xcalloc(1, sizeof(*j));
	size_t i;

	j->set = set;
	j->rules = rules;
	j->whole = options->whole;
	j->first = options->first;
	if (options->memory && !options->whole)
		j->memory = memory_new(options->memory, options->seed);
	j->intake = intake_new(j->memory != NULL);
	j->known = xcalloc(set->n ? set->n : 1, sizeof(*j->known));
	add_kinds(j);
	for (i = 0; i < set->n; i++) {
		j->known[i].reads = reads_new(&set->policies[i], now);
		if (!set->policies[i].suspended)
			add_to_kinds(j, i);
	}
	for (i = 0; i < j->nkinds; i++)
		project_kind(j, &j->kinds[i]);
	return j;
}

const struct record *
judge_begin(struct judge *j, struct span record, struct span type, const char **why, size_t *at)
{
	int number;

	j->next = 0;
	j->begun++;
	j->kind = NULL;
	if (intake_read(j->intake, record, type, &j->resource, &number, why, at) < 0)
		return NULL;
	if (number >= 0)
		j->kind = &j->kinds[number];
	return &j->resource;
}

void
judge_prepare(struct judge *j)
{
	unsigned i;

	if (!j->kind || j->kind->prepared)
		return;
	j->kind->prepared = 1;
	for (i = 0; i < j->kind->n; i++)
		rules_prepare(j->rules, j->first + j->kind->policies[i]);
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
	struct scan_iter it = scan_open(j->resource.unreadable);
	struct span key, entry;
	size_t r;
	int listed;

	while (scan_next(&it, &key, &entry)) {
		listed = 0;
		for (r = 0; r < p->nreads; r++) {
			if (!unreadable_touches(entry, &p->reads[r].path, &j->scratch))
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
same_for_all(struct judge *j, int whole)
{
	size_t guesses = count_guesses(j), g, i, digits;
	enum verdict first = VERDICT_UNKNOWN;

	for (g = 0; g < guesses; g++) {
		buf_clear(&j->guess);
		buf_addc(&j->guess, '[');
		for (i = 0, digits = g; i < j->nmissed; digits /= scan_count(j->missed[i++]->possible))
			if (add_assumption(&j->guess, j->missed[i], digits % scan_count(j->missed[i]->possible)) < 0)
				return 0;
		buf_addc(&j->guess, ']');
		judge_ask(j, whole, buf_span(&j->guess));
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

	buf_clear(&j->message);
	while (scan_next(&it, &key, &entry)) {
		buf_adds(&j->message, between);
		if (scan_decode(scan_get(entry, "Path"), &j->message) < 0)
			buf_adds(&j->message, "a part of it");
		buf_adds(&j->message, ": ");
		if (scan_decode(scan_get(entry, "Code"), &j->message) < 0)
			buf_adds(&j->message, "no code given");
		between = "; ";
	}
	buf_clear(&j->detail);
	judge_detail(&j->detail, buf_span(&j->message), evidence);
	a->verdict = VERDICT_UNKNOWN;
	a->thrown = 0;
	a->detail = buf_span(&j->detail);
}

static void
decide(struct judge *j, int whole)
{
	if (j->nmissed == 0)
		judge_ask(j, whole, (struct span){ NULL, 0 });
	else if (!same_for_all(j, whole))
		say_unreadable(j, buf_span(&j->unread));
}

/* Is the policy for the resource at all?  If not, or if nobody knows, that is the answer. */
static int
is_in_scope(struct judge *j, struct scope *scope)
{
	enum applies applies = APPLIES;

	if (scope) {
		buf_clear(&j->missing);
		applies = scope_applies(scope, &j->resource, &j->missing);
	}
	j->by_scope = applies != APPLIES;
	if (!j->by_scope)
		return 1;
	j->answer.thrown = 0;
	j->answer.detail = (struct span){ NULL, 0 };
	j->answer.verdict = VERDICT_OUT_OF_SCOPE;
	if (applies == APPLIES_UNKNOWN) {
		buf_clear(&j->unread);
		buf_adds(&j->unread, "{\"Unreadable\":[");
		buf_addspan(&j->unread, buf_span(&j->missing));
		buf_adds(&j->unread, "]}");
		say_unreadable(j, buf_span(&j->unread));
	}
	return 0;
}

const struct judgement *
judge_next(struct judge *j)
{
	struct judgement *a = &j->answer;

	if (!j->kind || j->next == j->kind->n)
		return NULL;
	j->current = j->next++;
	a->number = j->kind->policies[j->current];
	a->policy = &j->set->policies[a->number];
	j->nmissed = 0;
	if (!is_in_scope(j, a->policy->scope))
		return a;
	if (j->resource.unreadable.at) {
		buf_clear(&j->unread);
		find_missed(j, a->policy, &j->unread);
	}
	decide(j, j->whole);
	return a;
}

long
judge_pass_over(struct judge *j)
{
	if (!j->kind || j->next == j->kind->n)
		return -1;
	return (long)j->kind->policies[j->next++];
}

int
judge_agrees(struct judge *j, struct span *detail)
{
	struct judgement before = j->answer;
	int same;

	*detail = before.detail;
	if (j->by_scope)
		return 1;
	buf_clear(&j->again);
	if (before.detail.at)
		buf_addspan(&j->again, before.detail);
	decide(j, 1);
	*detail = j->answer.detail;
	same = before.verdict == j->answer.verdict && before.thrown == j->answer.thrown &&
	    span_cmp(buf_span(&j->again), j->answer.detail) == 0;
	j->answer = before;
	if (before.detail.at)
		j->answer.detail = buf_span(&j->again);
	return same;
}

struct judge_stats *
judge_stats(struct judge *j, size_t policy)
{
	return &j->known[policy].stats;
}

static void
free_buffers(struct judge *j)
{
	struct buf *const all[] = {
		&j->assumed, &j->guess, &j->message, &j->made, &j->made_value, &j->detail, &j->missing, &j->again,
		&j->unread, &j->scratch
	};
	size_t i;

	for (i = 0; i < sizeof(all) / sizeof(*all); i++)
		buf_free(all[i]);
}

static void
free_kind(struct kind *k)
{
	unsigned i;

	for (i = 0; i < k->nreaders; i++)
		sketch_free(&k->sketches[i]);
	free(k->sketches);
	free(k->readers);
	free(k->reading);
	free(k->policies);
	projection_free(k->projection);
}

void
judge_free(struct judge *j)
{
	size_t i;

	if (!j)
		return;
	judge_ask_free(j);
	for (i = 0; i < j->nkinds; i++)
		free_kind(&j->kinds[i]);
	for (i = 0; i < j->set->n; i++)
		reads_free(j->known[i].reads);
	intake_free(j->intake);
	memory_free(j->memory);
	takings_free(&j->takings);
	free(j->kinds);
	free(j->known);
	free_buffers(j);
	free(j->missed);
	free(j);
}
