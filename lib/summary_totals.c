/* Evaluation records: the newest of each cell, and the totals of all cells. */
#include <string.h>

#include "record.h"
#include "scan.h"
#include "summary.h"

/* One policy (NULL: all of them) in one account and region, on one type. */
struct place {
	struct policy_row *policy;
	struct group *account, *region, *type;
};

struct cell {
	struct span key;		/* the bytes of a struct place */
	time_t at;
	struct totals totals;
	long long failing;
};

static struct span
place_key(const struct place *place)
{
	return (struct span){ (const char *)place, sizeof(*place) };
}

static void
add_totals(struct totals *to, const struct totals *t)
{
	to->evaluated += t->evaluated;
	to->passed += t->passed;
	to->failed += t->failed;
	to->unknown += t->unknown;
	to->out_of_scope += t->out_of_scope;
	to->waived += t->waived;
}

static long long
number(struct span by, const char *key)
{
	long long n = scan_integer(scan_get(by, key), 0);

	return n < 0 || n > 1000000000000 ? 0 : n;	/* none of ours, and sums must not overflow */
}

static void
take_cell(struct summary *s, struct policy_row *policy, time_t at, struct span by)
{
	struct place place;
	struct cell *cell;
	struct totals t = {
		.evaluated = number(by, "Evaluated"), .passed = number(by, "Passed"), .failed = number(by, "Failed"),
		.unknown = number(by, "Unknown"), .out_of_scope = number(by, "OutOfScope"),
		.waived = number(by, "Waived"),
	};

	memset(&place, 0, sizeof(place));
	place.policy = policy;
	place.account = summary_group(s, &s->accounts, scan_get(by, "AccountId"));
	place.region = summary_group(s, &s->regions, scan_get(by, "Region"));
	place.type = summary_group(s, &s->types, scan_get(by, "ResourceType"));
	s->cells.size = sizeof(struct cell);
	cell = table_get(&s->cells, place_key(&place));
	if (at < cell->at)
		return;
	if (at > cell->at)
		cell->totals = (struct totals){0};
	cell->at = at;
	add_totals(&cell->totals, &t);
}

static void
keep_text(struct buf *to, struct span json)
{
	buf_clear(to);
	scan_decode(json, to);
}

static void
keep_raw(struct buf *to, struct span json)
{
	buf_clear(to);
	buf_addspan(to, json);
}

/* What the newest evaluation says of the policy itself. */
static void
describe_policy(struct policy_row *p, time_t at, struct span record)
{
	if (p->evaluated && at < p->at)
		return;
	p->evaluated = 1;
	p->at = at;
	p->severity = (int)scan_integer(scan_get(record, "Severity"), 0);
	keep_text(&p->title, scan_get(record, "Title"));
	keep_text(&p->remediation, scan_get(record, "Remediation"));
	keep_text(&p->status, scan_get(record, "Status"));
	keep_text(&p->type, scan_get(record, "ResourceType"));
	keep_text(&p->category, scan_get(record, "Category"));
	keep_raw(&p->scope, scan_get(record, "Scope"));
	keep_raw(&p->revision, scan_get(record, "Revision"));
	keep_raw(&p->source, scan_get(record, "Source"));
}

void
summary_evaluation(struct summary *s, struct span record)
{
	struct span id = scan_get(record, "Policy"), by, key;
	struct policy_row *policy = NULL;
	struct scan_iter it;
	time_t at = summary_time(s, scan_get(record, "LastEvaluated"));
	size_t known = s->seen.n;

	s->seen.size = sizeof(struct span);
	table_get(&s->seen, record);
	if (s->seen.n == known) {
		s->repeated++;
		return;
	}
	summary_evaluated(s, at);
	if (scan_string_is(id, "*")) {
		s->evaluations = 1;
	} else {
		policy = summary_policy(s, id);
		describe_policy(policy, at, record);
	}
	it = scan_open(scan_get(record, "By"));
	while (scan_next(&it, &key, &by))
		take_cell(s, policy, at, by);
}

/* A resource with an open finding: counted where it is, and against what the evaluation of that place says. */
void
summary_failing(struct summary *s, const struct violation *v)
{
	struct place place;
	struct cell *cell;

	memset(&place, 0, sizeof(place));
	place.account = summary_group(s, &s->accounts, v->account);
	place.region = summary_group(s, &s->regions, v->region);
	place.type = summary_group(s, &s->types, v->type);
	place.account->failing++;
	place.region->failing++;
	place.type->failing++;
	s->failing++;
	s->cells.size = sizeof(struct cell);
	cell = table_get(&s->cells, place_key(&place));
	cell->failing++;
}

/* What is unknown may be known from the counts alone: a state of findings does not keep those. */
static void
count_unknown(struct summary *s)
{
	size_t i;

	s->unknown = 0;
	for (i = 0; i < s->policies.n; i++) {
		struct policy_row *p = s->policies.item[i];

		if ((long long)p->unknown < p->totals.unknown) {
			p->unlisted = (unsigned long)p->totals.unknown - p->unknown;
			p->unknown = (unsigned long)p->totals.unknown;
		}
		s->unknown += p->unknown;
	}
	if ((long long)s->unjudged < s->all.unknown)
		s->unjudged = (unsigned long)s->all.unknown;
}

void
summary_totals(struct summary *s)
{
	struct place place;
	struct cell *cell;
	size_t i;

	for (i = 0; i < s->cells.n; i++) {
		cell = s->cells.item[i];
		memcpy(&place, cell->key.at, sizeof(place));
		if (place.policy) {
			add_totals(&place.policy->totals, &cell->totals);
			continue;
		}
		add_totals(&s->all, &cell->totals);
		add_totals(&place.account->totals, &cell->totals);
		add_totals(&place.region->totals, &cell->totals);
		add_totals(&place.type->totals, &cell->totals);
		if (s->evaluations && cell->failing > cell->totals.failed)
			s->beyond += (unsigned long)(cell->failing - cell->totals.failed);
	}
	count_unknown(s);
}

void
summary_categories(struct summary *s)
{
	size_t i, told = 0;

	for (i = 0; i < s->policies.n; i++)
		told += ((struct policy_row *)s->policies.item[i])->category.len > 0;
	s->categories.size = sizeof(struct category);
	for (i = 0; i < s->policies.n && told; i++) {
		const struct policy_row *p = s->policies.item[i];
		struct category *c = table_get(&s->categories, buf_span(&p->category));

		c->policies += !span_is(buf_span(&p->status), "suspended");
		c->judged += p->totals.evaluated > p->totals.out_of_scope;
		add_totals(&c->totals, &p->totals);
		c->open += p->open;
		c->unknown += p->unknown;
	}
	table_sort(&s->categories, table_by_key);
}
