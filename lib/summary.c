#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "display.h"
#include "record.h"
#include "scan.h"
#include "summary.h"

void
summary_open(struct summary *s, const char *tmpdir)
{
	int i;

	*s = (struct summary){ .worst = -1, .worst_unknown = -1 };
	s->inputs.size = s->kinds.size = s->reasons.size = sizeof(struct count);
	s->accounts.size = s->regions.size = s->types.size = sizeof(struct group);
	s->policies.size = sizeof(struct policy_row);
	s->coverage.size = sizeof(struct coverage_row);
	s->causes.size = sizeof(struct cause);
	sorter_open(&s->findings, tmpdir);
	for (i = 0; i < LISTS; i++)
		sorter_open(&s->list[i], tmpdir);
}

/* A file name may hold any bytes, a report may not. */
static struct count *
input_row(struct summary *s, const char *name)
{
	buf_clear(&s->scratch);
	display_clean(&s->scratch, span_of(name));
	return table_get(&s->inputs, buf_span(&s->scratch));
}

void
summary_input(struct summary *s, const char *name)
{
	input_row(s, strcmp(name, "-") == 0 ? "(stdin)" : name);
}

struct group *
summary_group(struct summary *s, struct table *t, struct span json)
{
	return table_get(t, scan_text(json, &s->scratch));
}

struct policy_row *
summary_policy(struct summary *s, struct span json)
{
	return table_get(&s->policies, scan_text(json, &s->scratch));
}

time_t
summary_time(struct summary *s, struct span json)
{
	time_t t;

	return clock_parse(scan_text(json, &s->scratch), &t) < 0 ? 0 : t;
}

void
summary_evaluated(struct summary *s, time_t at)
{
	if (at && (!s->evaluated_from || at < s->evaluated_from))
		s->evaluated_from = at;
	if (at > s->evaluated_to)
		s->evaluated_to = at;
}

static void
take_coverage(struct summary *s, const struct record *r)
{
	struct buf key = {0};
	struct coverage_row *row;
	time_t at = summary_time(s, scan_get(r->whole, "EndedAt"));

	summary_group(s, &s->accounts, r->account);
	if (!scan_string_is(r->region, "*"))	/* buckets: one list for all regions */
		summary_group(s, &s->regions, r->region);
	buf_addspan(&key, r->account);
	buf_addspan(&key, r->region);
	buf_addspan(&key, r->type);
	row = table_get(&s->coverage, buf_span(&key));
	buf_free(&key);
	if (row->record.len && at < row->at)
		return;
	row->at = at;
	row->complete = scan_string_is(r->status, "complete");
	buf_clear(&row->record);
	buf_addspan(&row->record, r->whole);
}

/* Where a resource that gave no finding is: a report names every account and region it is about. */
static void
take_place(struct summary *s, const struct record *r)
{
	summary_group(s, &s->accounts, r->account);
	summary_group(s, &s->regions, r->region);
}

static void
take_other(struct summary *s, struct span kind, struct span record)
{
	struct record r;

	if (scan_string_is(kind, "evaluation")) {
		summary_evaluation(s, record);
	} else if (scan_string_is(kind, "coverage")) {
		record_read(&r, record);
		take_coverage(s, &r);
	} else if (scan_string_is(kind, "verdicts")) {
		record_read(&r, record);
		take_place(s, &r);
	}
}

int
summary_take(struct summary *s, const char *input, struct span record, const char **why)
{
	struct span kind = scan_get(record, "Kind");
	struct count *of_kind;
	int status = 0;

	*why = NULL;
	if (scan_kind(kind) != SCAN_STRING)
		*why = "no Kind";
	else if (scan_string_is(kind, "finding"))
		status = summary_finding(s, record, why);
	else
		take_other(s, kind, record);
	if (*why || status < 0)
		return status;
	of_kind = table_get(&s->kinds, scan_text(kind, &s->scratch));
	of_kind->n++;
	input_row(s, input)->n++;
	s->records++;
	return 0;
}

/* Worst first, then most findings. */
static int
policy_order(const void *a, const void *b)
{
	const struct policy_row *x = a, *y = b;

	if (x->severity != y->severity)
		return x->severity < y->severity ? 1 : -1;
	if (x->open != y->open)
		return x->open < y->open ? 1 : -1;
	return table_by_key(a, b);
}

static int
cause_order(const void *a, const void *b)
{
	const struct cause *x = a, *y = b;

	if (x->findings != y->findings)
		return x->findings < y->findings ? 1 : -1;
	return table_by_key(a, b);
}

int
summary_finish(struct summary *s)
{
	struct coverage_row *row;
	size_t i;

	if (summary_sort(s) < 0)
		return -1;
	summary_totals(s);
	summary_categories(s);
	table_sort(&s->accounts, table_by_key);
	table_sort(&s->regions, table_by_key);
	table_sort(&s->types, table_by_key);
	table_sort(&s->kinds, table_by_key);
	table_sort(&s->reasons, table_by_key);
	table_sort(&s->coverage, table_by_key);
	table_sort(&s->policies, policy_order);
	table_sort(&s->causes, cause_order);
	for (i = 0; i < s->causes.n; i++)
		table_sort(&((struct cause *)s->causes.item[i])->accounts, table_by_key);
	for (i = 0; i < s->coverage.n; i++) {
		row = s->coverage.item[i];
		s->incomplete += !row->complete;
	}
	for (i = 0; i < s->policies.n; i++)
		((struct policy_row *)s->policies.item[i])->rank = i;
	return s->by_policy ? summary_sort_policies(s) : 0;
}

int
summary_score(const struct totals *t)
{
	long long judged = t->passed + t->failed + t->unknown;

	return judged > 0 ? (int)(t->passed * 1000 / judged) : -1;
}

static const int least[SEVERITIES] = { 90, 70, 40, 1, 0 };

const char *
summary_severity_name(int i)
{
	return severity_label(least[i]);
}

static void
free_rows(struct summary *s)
{
	size_t i;

	for (i = 0; i < s->policies.n; i++) {
		struct policy_row *p = s->policies.item[i];

		buf_free(&p->title);
		buf_free(&p->remediation);
		buf_free(&p->status);
		buf_free(&p->type);
		buf_free(&p->category);
		buf_free(&p->scope);
		buf_free(&p->revision);
		buf_free(&p->source);
	}
	for (i = 0; i < s->coverage.n; i++)
		buf_free(&((struct coverage_row *)s->coverage.item[i])->record);
	for (i = 0; i < s->causes.n; i++) {
		struct cause *c = s->causes.item[i];

		table_free(&c->accounts);
		buf_free(&c->what);
		buf_free(&c->code);
	}
}

void
summary_close(struct summary *s)
{
	struct table *tables[] = { &s->inputs, &s->kinds, &s->reasons, &s->accounts, &s->regions, &s->types,
	    &s->policies, &s->categories, &s->coverage, &s->causes, &s->cells, &s->seen, &s->pairs };
	size_t i;

	free_rows(s);
	for (i = 0; i < sizeof(tables) / sizeof(*tables); i++)
		table_free(tables[i]);
	sorter_close(&s->findings);
	for (i = 0; i < LISTS; i++)
		sorter_close(&s->list[i]);
	buf_free(&s->scratch);
	buf_free(&s->last);
}
