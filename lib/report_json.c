/* The report as one JSON document: everything that was counted, and every finding that is not resolved. */
#include "member.h"
#include "out.h"
#include "record.h"
#include "report.h"

/* Down to tenths, as a number without a fraction that is zero. */
static void
put_score(struct buf *b, int tenths)
{
	member_key(b, "Score");
	if (tenths < 0)
		buf_adds(b, "null");
	else if (tenths % 10)
		buf_addf(b, "%d.%d", tenths / 10, tenths % 10);
	else
		buf_addf(b, "%d", tenths / 10);
}

static void
put_totals(struct buf *b, const struct totals *t)
{
	member_count(b, "Resources", t->evaluated);
	member_count(b, "Compliant", t->passed);
	member_count(b, "NonCompliant", t->failed);
	member_count(b, "Unknown", t->unknown);
	member_count(b, "Waived", t->waived);
	member_count(b, "NoPolicy", t->out_of_scope);
	put_score(b, summary_score(t));
}

/* [ on the line of its key, then a line for each item. */
static void
open_list(struct buf *b, const char *name)
{
	buf_adds(b, ",\n");
	buf_addf(b, "\"%s\":[", name);
}

static void
open_item(struct buf *b)
{
	buf_adds(b, b->len && b->data[b->len - 1] == '[' ? "\n{" : ",\n{");
}

static void
put_groups(struct buf *b, const char *name, const char *what, const struct table *t, int evaluations)
{
	size_t i;

	open_list(b, name);
	for (i = 0; i < t->n; i++) {
		const struct group *g = t->item[i];

		open_item(b);
		member_text(b, what, g->key);
		if (evaluations)
			put_totals(b, &g->totals);
		member_count(b, "OpenFindings", (long long)g->open);
		member_count(b, "ResourcesWithOpenFindings", (long long)g->failing);
		buf_addc(b, '}');
	}
	buf_addc(b, ']');
}

static void
put_keys(struct buf *b, const char *name, const struct table *t)
{
	size_t i;

	buf_addf(b, ",\n\"%s\":[", name);
	for (i = 0; i < t->n; i++) {
		if (i)
			buf_addc(b, ',');
		buf_addjson(b, *(const struct span *)t->item[i]);
	}
	buf_addc(b, ']');
}

static void
put_counts(struct buf *b, const char *name, const struct table *t)
{
	size_t i;

	member_key(b, name);
	buf_addc(b, '{');
	for (i = 0; i < t->n; i++) {
		const struct count *c = t->item[i];

		if (i)
			buf_addc(b, ',');
		buf_addjson(b, c->key);
		buf_addf(b, ":%lu", c->n);
	}
	buf_addc(b, '}');
}

static void
put_warning(void *to, const char *text)
{
	struct buf *b = to;

	if (b->data[b->len - 1] != '[')
		buf_addc(b, ',');
	buf_addjson(b, span_of(text));
}

static void
put_head(struct buf *b, const struct summary *s, const struct report_options *o)
{
	size_t i;

	buf_adds(b, "{\"Kind\":\"report\"");
	member_time(b, "GeneratedAt", o->now);
	member_time(b, "EvaluatedFrom", s->evaluated_from);
	member_time(b, "EvaluatedTo", s->evaluated_to);
	put_keys(b, "Accounts", &s->accounts);
	put_keys(b, "Regions", &s->regions);
	open_list(b, "Inputs");
	for (i = 0; i < s->inputs.n; i++) {
		const struct count *c = s->inputs.item[i];

		open_item(b);
		member_text(b, "Name", c->key);
		member_count(b, "Records", (long long)c->n);
		buf_addc(b, '}');
	}
	buf_adds(b, "],\n\"Records\":{");
	member_count(b, "Counted", (long long)s->records);
	member_count(b, "Rejected", (long long)s->rejected);
	put_counts(b, "ByKind", &s->kinds);
	buf_adds(b, "}");
	open_list(b, "Warnings");
	report_warnings(s, put_warning, b);
	buf_addc(b, ']');
}

static void
put_categories(struct buf *b, const struct summary *s)
{
	size_t i;

	open_list(b, "ByCategory");
	for (i = 0; i < s->categories.n; i++) {
		const struct category *c = s->categories.item[i];

		open_item(b);
		member_text(b, "Category", c->key);
		member_count(b, "Policies", (long long)c->policies);
		member_count(b, "PoliciesThatJudged", (long long)c->judged);
		member_count(b, "Passed", c->totals.passed);
		member_count(b, "Failed", c->totals.failed);
		member_count(b, "Unknown", (long long)c->unknown);
		member_count(b, "Waived", c->totals.waived);
		member_count(b, "OutOfScope", c->totals.out_of_scope);
		put_score(b, summary_score(&c->totals));
		member_count(b, "OpenFindings", (long long)c->open);
		buf_addc(b, '}');
	}
	buf_addc(b, ']');
}

static void
put_numbers(struct buf *b, const struct summary *s)
{
	int i;

	buf_adds(b, ",\n\"Totals\":");
	if (s->evaluations) {
		buf_addc(b, '{');
		put_totals(b, &s->all);
		buf_addc(b, '}');
	} else {
		buf_adds(b, "null");
	}
	put_groups(b, "ByType", "ResourceType", &s->types, s->evaluations);
	put_groups(b, "ByRegion", "Region", &s->regions, s->evaluations);
	put_groups(b, "ByAccount", "AccountId", &s->accounts, s->evaluations);
	put_categories(b, s);
	buf_adds(b, ",\n\"Findings\":{");
	member_count(b, "Open", (long long)s->open);
	member_count(b, "Unknown", (long long)s->unknown);
	member_count(b, "Waived", (long long)s->waived);
	member_count(b, "Baselined", (long long)s->baselined);
	member_count(b, "Resolved", (long long)s->resolved);
	member_count(b, "ResourcesWithOpenFindings", (long long)s->failing);
	member_count(b, "ResourcesWithUnknownFindings", (long long)s->unjudged);
	buf_adds(b, ",\"BySeverity\":{");
	for (i = 0; i < SEVERITIES; i++)
		member_count(b, summary_severity_name(i), (long long)s->severity[i]);
	buf_addc(b, '}');
	put_counts(b, "ResolvedByReason", &s->reasons);
	buf_addc(b, '}');
}

static void
put_policy(struct buf *b, const struct policy_row *p)
{
	open_item(b);
	member_text(b, "Policy", p->key);
	member_text(b, "Title", buf_span(&p->title));
	member_text(b, "Status", buf_span(&p->status));
	member_count(b, "Severity", p->severity);
	member_text(b, "SeverityLabel", span_of(severity_label(p->severity)));
	member_text(b, "Category", buf_span(&p->category));
	member_text(b, "ResourceType", buf_span(&p->type));
	member_text(b, "Remediation", buf_span(&p->remediation));
	member_raw(b, "Source", buf_span(&p->source));
	member_raw(b, "Scope", buf_span(&p->scope));
	member_raw(b, "Revision", buf_span(&p->revision));
	member_time(b, "LastEvaluated", p->at);
	member_count(b, "Open", (long long)p->open);
	member_count(b, "Unknown", (long long)p->unknown);
	member_count(b, "Resolved", (long long)p->resolved);
	member_count(b, "AccountsWithOpenFindings", (long long)p->accounts);
	if (p->evaluated) {
		member_count(b, "Evaluated", p->totals.evaluated);
		member_count(b, "Passed", p->totals.passed);
		member_count(b, "Failed", p->totals.failed);
		member_count(b, "OutOfScope", p->totals.out_of_scope);
	}
	member_count(b, "Waived", p->totals.waived > (long long)p->waived ? p->totals.waived : (long long)p->waived);
	buf_addc(b, '}');
}

static void
put_policies(struct buf *b, const struct summary *s)
{
	size_t i;

	open_list(b, "Policies");
	for (i = 0; i < s->policies.n; i++)
		put_policy(b, s->policies.item[i]);
	buf_addc(b, ']');
}

static void
put_coverage(struct buf *b, const struct summary *s)
{
	size_t i;

	buf_adds(b, ",\n\"Coverage\":{");
	member_count(b, "Complete", (long long)(s->coverage.n - s->incomplete));
	member_count(b, "NotComplete", (long long)s->incomplete);
	buf_adds(b, "},\n\"NotLookedAt\":[");
	for (i = 0; i < s->coverage.n; i++) {
		const struct coverage_row *row = s->coverage.item[i];

		if (row->complete)
			continue;
		buf_adds(b, b->data[b->len - 1] == '[' ? "\n" : ",\n");
		buf_addspan(b, buf_span(&row->record));
	}
	buf_addc(b, ']');
	open_list(b, "UnknownCauses");
	for (i = 0; i < s->causes.n; i++) {
		const struct cause *c = s->causes.item[i];

		open_item(b);
		member_text(b, "What", buf_span(&c->what));
		member_text(b, "Code", buf_span(&c->code));
		member_count(b, "Findings", (long long)c->findings);
		put_counts(b, "ByAccount", &c->accounts);
		buf_addc(b, '}');
	}
	buf_addc(b, ']');
}

static void
put_finding(struct buf *b, const struct item *item)
{
	const struct violation *v = &item->violation;

	open_item(b);
	member_raw(b, "Policy", v->policy);
	member_raw(b, "Title", v->title);
	member_count(b, "Severity", item->severity);
	member_text(b, "SeverityLabel", span_of(severity_label(item->severity)));
	member_raw(b, "Message", v->message);
	member_raw(b, "Evidence", v->evidence);
	member_text(b, "Remediation", buf_span(&item->policy->remediation));
	member_raw(b, "DescribeTime", v->describe_time);
	member_raw(b, "LastEvaluated", v->last_evaluated);
	if (v->first_seen.at)
		member_raw(b, "FirstSeen", v->first_seen);
	if (v->reopened_at.at)
		member_raw(b, "ReopenedAt", v->reopened_at);
	if (v->waiver.at)
		member_raw(b, "Waiver", v->waiver);
	if (v->baseline.at)
		member_raw(b, "Baseline", v->baseline);
	buf_addc(b, '}');
}

/* A resource with what it has, one finding a line. */
static void
put_item(struct buf *b, const struct item *item, const char *list, int *any)
{
	const struct violation *v = &item->violation;

	if (item->first) {
		buf_adds(b, *any ? "]},\n{" : "\n{");
		member_raw(b, "ARN", v->arn);
		member_raw(b, "ResourceType", v->type);
		member_raw(b, "AccountId", v->account);
		member_raw(b, "Region", v->region);
		member_raw(b, "AccountService", v->account_service);
		buf_addf(b, ",\"%s\":[", list);
	}
	*any = 1;
	put_finding(b, item);
}

/* All of a list: its resources under one name, what each has under another. */
static int
put_all(struct buf *b, struct summary *s, enum list list, const char *resources, const char *findings)
{
	struct item item;
	int got, any = 0;

	open_list(b, resources);
	if (summary_list(s, list) < 0)
		return -1;
	while ((got = out_gone() ? 0 : summary_next(s, &item)) > 0) {
		put_item(b, &item, findings, &any);
		out_drain(b);
	}
	buf_adds(b, any ? "]}]" : "]");
	return got;
}

int
report_json(struct summary *s, const struct report_options *o)
{
	struct buf b = {0};
	struct report_page page;
	struct item item;
	int got = -1, any = 0;

	put_head(&b, s, o);
	put_numbers(&b, s);
	put_policies(&b, s);
	put_coverage(&b, s);
	open_list(&b, "NonCompliant");
	if (report_list(&page, s, o) == 0)
		while ((got = report_next(&page, &item)) > 0) {
			put_item(&b, &item, "Violations", &any);
			out_drain(&b);
		}
	buf_adds(&b, any ? "]}]" : "]");
	buf_addf(&b, ",\n\"NonCompliantLeftOut\":%lu", s->failing - page.shown);
	if (got == 0)
		got = put_all(&b, s, LIST_UNKNOWN, "NotKnown", "Unknown");
	if (got == 0)
		got = put_all(&b, s, LIST_WAIVED, "Waived", "Waived");
	buf_adds(&b, "}\n");
	out_drain(&b);
	buf_free(&b);
	return got;
}
