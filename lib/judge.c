#include <stdlib.h>
#include <string.h>

#include "intake.h"
#include "judge.h"
#include "memory.h"
#include "reads.h"
#include "scan.h"
#include "scope.h"
#include "unreadable.h"

/* The policies for one resource type, those for every resource among them. */
struct kind {
	struct span type;		/* the JSON string, in a policy's text; {NULL, 0}: all that no other kind has */
	size_t *policies;		/* numbers in the set, ascending */
	unsigned n;
	struct projection *projection;
	struct sketch *sketches;	/* one for each policy */
	int prepared;			/* all its rules are compiled */
};

/* What is known of a policy beside its text. */
struct known {
	struct reads *reads;
	struct projection *exact;	/* of this policy alone and without coarse reads, made when first needed */
	struct judge_stats stats;
	unsigned lately, missed;	/* so many of those asked lately were not remembered */
	int forgets;			/* too many: only samples are remembered, to see whether that changes */
};

enum { LATELY = 4096, MISSES = 3891, SAMPLE = 64 };	/* MISSES: 95 of a hundred */

struct judge {
	const struct policy_set *set;
	struct rules *rules;
	struct intake *intake;
	struct kind *kinds;
	size_t nkinds;
	struct known *known;		/* by the number of the policy */
	struct memory *memory;		/* NULL: nothing is remembered */
	int whole;
	size_t first;			/* of the policies, as the rules number them */

	struct record resource;
	struct kind *kind;
	unsigned current, next;
	int by_scope;			/* the last answer was given without asking the rule */
	int exactly;			/* the last answer is not for all records of the same sketch */
	struct judgement answer;
	struct sketch alone;		/* for the exact projections */
	struct buf json, assumed, guess, message, evidence, made, made_value, detail, again, unread, scratch,
	    missing;
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

static void
project_kind(struct judge *j, struct kind *k)
{
	unsigned i;

	k->projection = projection_new();
	k->sketches = xcalloc(k->n, sizeof(*k->sketches));
	for (i = 0; i < k->n; i++)
		reads_add(j->known[k->policies[i]].reads, k->projection, i, 1);
	intake_add(j->intake, k->type, k->projection, k->sketches, k->n);
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
	j->intake = intake_new();
	if (options->memory && !options->whole)
		j->memory = memory_new(options->memory, options->seed);
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

/*
 * A verdict as it is remembered: a byte for it, a byte that says whether the rule threw and one that says whether texts
 * are carried, then the detail.
 */
enum { HEAD = 3 };

static void
add_detail(struct buf *to, struct span message, struct span evidence)
{
	buf_adds(to, "{\"Message\":");
	buf_addjson(to, message);
	buf_adds(to, ",\"Evidence\":");
	buf_addspan(to, evidence);
	buf_addc(to, '}');
}

/*
 * Asks the rule about JSON and makes of its answer what is remembered, in made.  s has the texts that the JSON only
 * carries, NULL if there are none.  -1 if the answer cuts such a text to pieces, or is an error: jq cuts the values that
 * its errors show.
 */
static int
ask(struct judge *j, struct span json, struct span assumed, const struct sketch *s, struct buf *made)
{
	enum rules_result result = rules_apply(j->rules, j->first + j->answer.number, json, assumed, &j->message,
	    &j->evidence);
	char head[HEAD] = { VERDICT_PASSED, result == RULES_ERROR, s && s->ncarried > 0 };

	if (result != RULES_NONE)
		head[0] = result == RULES_VIOLATION ? VERDICT_FAILED : VERDICT_UNKNOWN;
	buf_clear(made);
	buf_add(made, head, HEAD);
	if (result == RULES_NONE)
		return 0;
	if (result == RULES_ERROR && head[2])
		return -1;
	if (result == RULES_ERROR) {
		buf_clear(&j->evidence);
		buf_adds(&j->evidence, "{\"Error\":");
		buf_addjson(&j->evidence, buf_span(&j->message));
		buf_addc(&j->evidence, '}');
	}
	buf_clear(&j->made_value);
	add_detail(&j->made_value, buf_span(&j->message), buf_span(&j->evidence));
	if (head[2])
		return sketch_compile(buf_span(&j->made_value), s, made);
	buf_addspan(made, buf_span(&j->made_value));
	return 0;
}

/* What the policy reads, as it is, in j->alone. */
static void
read_exactly(struct judge *j, struct known *k, struct span assumed)
{
	struct scan_iter it = scan_open(j->resource.whole);
	struct scan_checker c = { j->resource.whole.at + j->resource.whole.len, NULL, NULL };
	struct projection_node *member;
	struct span key, value;

	if (!k->exact) {
		k->exact = projection_new();
		reads_add(k->reads, k->exact, 0, 0);
	}
	sketch_clear(&j->alone);
	while (scan_next(&it, &key, &value))
		if ((member = projection_member(k->exact, key)))
			projection_walk(member, &c, value.at, &j->alone);
	projection_whole(k->exact, j->resource.whole, &j->alone);
	if (assumed.len)
		sketch_assume(&j->alone, assumed);
}

/* Without coarse reads.  In the memory such sketches are another owner's. */
static struct span
ask_exactly(struct judge *j, struct span assumed)
{
	struct known *k = &j->known[j->answer.number];
	uint32_t owner = (uint32_t)(j->answer.number + j->set->n);
	struct span value = { NULL, 0 };

	k->stats.exact++;
	j->exactly = 1;
	read_exactly(j, k, assumed);
	if (j->memory)
		value = memory_get(j->memory, owner, buf_span(&j->alone.text));
	if (value.at) {
		k->stats.remembered++;
		return value;
	}
	k->stats.judged++;
	sketch_json(&j->alone, projection_keys(k->exact), &j->json, &j->assumed);
	ask(j, buf_span(&j->json), buf_span(&j->assumed), NULL, &j->made);
	return j->memory ? memory_put(j->memory, owner, buf_span(&j->alone.text), buf_span(&j->made)) :
	    buf_span(&j->made);
}

static struct span
ask_anew(struct judge *j, struct sketch *s, struct span assumed)
{
	j->exactly = 0;
	if (s->exact || sketch_json(s, projection_keys(j->kind->projection), &j->json, &j->assumed) < 0)
		return ask_exactly(j, assumed);
	j->known[j->answer.number].stats.judged++;
	if (ask(j, buf_span(&j->json), buf_span(&j->assumed), s, &j->made) < 0)
		return ask_exactly(j, assumed);
	return buf_span(&j->made);
}

/* A policy whose answers hardly ever come again is spared the looking, most of the time. */
static int
may_remember(struct judge *j, const struct sketch *s)
{
	struct known *k = &j->known[j->answer.number];

	if (!j->memory || s->exact)
		return 0;
	if (k->lately == LATELY) {
		k->forgets = k->missed > MISSES;
		k->lately = k->missed = 0;
	}
	return k->lately++ % SAMPLE == 0 || !k->forgets;
}

static struct span
remember(struct judge *j, struct sketch *s, struct span assumed)
{
	struct known *k = &j->known[j->answer.number];
	uint32_t owner = (uint32_t)j->answer.number;
	struct span value;

	k->stats.asked++;
	if (!may_remember(j, s))
		return ask_anew(j, s, assumed);
	value = memory_get(j->memory, owner, buf_span(&s->text));
	if (value.at) {
		k->stats.remembered++;
		return value;
	}
	k->missed += k->forgets ? SAMPLE : 1;
	value = ask_anew(j, s, assumed);
	return j->exactly ? value : memory_put(j->memory, owner, buf_span(&s->text), value);
}

/* Sets the answer.  assumed as rules_apply() takes it. */
static void
apply(struct judge *j, int whole, struct span assumed)
{
	struct sketch *s = &j->kind->sketches[j->current];
	struct judgement *a = &j->answer;
	size_t len = s->text.len;
	struct span value;

	if (whole) {
		ask(j, j->resource.whole, assumed, NULL, &j->made);
		value = buf_span(&j->made);
	} else {
		if (assumed.at)
			sketch_assume(s, assumed);
		value = remember(j, s, assumed);
		s->text.len = len;
	}
	a->verdict = (enum verdict)value.at[0];
	a->thrown = value.at[1];
	a->detail = (struct span){ NULL, 0 };
	if (a->verdict == VERDICT_PASSED)
		return;
	if (value.at[2]) {
		buf_clear(&j->detail);
		sketch_expand((struct span){ value.at + HEAD, value.len - HEAD }, s, &j->detail);
		a->detail = buf_span(&j->detail);
	} else {
		a->detail = (struct span){ value.at + HEAD, value.len - HEAD };
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
		apply(j, whole, buf_span(&j->guess));
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
	add_detail(&j->detail, buf_span(&j->message), evidence);
	a->verdict = VERDICT_UNKNOWN;
	a->thrown = 0;
	a->detail = buf_span(&j->detail);
}

static void
decide(struct judge *j, int whole)
{
	if (j->nmissed == 0)
		apply(j, whole, (struct span){ NULL, 0 });
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
		&j->json, &j->assumed, &j->guess, &j->message, &j->evidence, &j->made, &j->made_value, &j->detail,
		&j->missing, &j->again, &j->unread, &j->scratch
	};
	size_t i;

	for (i = 0; i < sizeof(all) / sizeof(*all); i++)
		buf_free(all[i]);
	sketch_free(&j->alone);
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
			sketch_free(&j->kinds[i].sketches[t]);
		free(j->kinds[i].sketches);
		free(j->kinds[i].policies);
		projection_free(j->kinds[i].projection);
	}
	for (i = 0; i < j->set->n; i++) {
		projection_free(j->known[i].exact);
		reads_free(j->known[i].reads);
	}
	intake_free(j->intake);
	memory_free(j->memory);
	free(j->kinds);
	free(j->known);
	free_buffers(j);
	free(j->missed);
	free(j);
}
