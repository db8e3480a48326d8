#include <stdlib.h>

#include "evaluate.h"
#include "scan.h"

enum { PASSED, FAILED, UNKNOWN, OUT_OF_SCOPE, LISTS };	/* of enum verdict, in its order, and one more */

static void
add_field(struct buf *out, const char *key, struct span value)
{
	buf_adds(out, key);
	buf_addspan(out, value.at ? value : SPAN("null"));
}

static void
add_where(struct buf *out, const struct record *r)
{
	add_field(out, ",\"ARN\":", r->arn);
	add_field(out, ",\"ResourceType\":", r->type);
	add_field(out, ",\"AccountId\":", r->account);
	add_field(out, ",\"AccountService\":", r->account_service);
	add_field(out, ",\"Region\":", r->region);
}

static void
add_severity(struct buf *out, int severity)
{
	buf_addf(out, ",\"Severity\":%d,\"SeverityLabel\":\"%s\"", severity, severity_label(severity));
}

static void
add_finding(const struct evaluate *e, const struct record *r, const struct judgement *a, struct buf *out)
{
	buf_adds(out, "{\"Kind\":\"finding\",\"Id\":");
	buf_add(out, r->arn.at, r->arn.len - 1);
	buf_addf(out, "#%s\",\"Policy\":\"%s\"", a->policy->id, a->policy->id);
	add_field(out, ",\"Title\":", a->policy->title);
	add_where(out, r);
	add_severity(out, a->policy->severity);
	buf_addf(out, ",\"State\":\"%s\",\"Message\":", a->verdict == VERDICT_FAILED ? "ACTIVE" : "UNKNOWN");
	buf_addjson(out, buf_span(&a->message));
	add_field(out, ",\"Evidence\":", buf_span(&a->evidence));
	add_field(out, ",\"DescribeTime\":", r->describe_time);
	buf_addf(out, ",\"LastEvaluated\":\"%s\"}\n", e->now);
}

static void
add_verdicts(const struct evaluate *e, const struct record *r, struct buf *out)
{
	static const char *const names[LISTS] = { "Passed", "Failed", "Unknown", "OutOfScope" };
	int i;

	buf_adds(out, "{\"Kind\":\"verdicts\"");
	add_where(out, r);
	for (i = 0; i < LISTS; i++) {
		buf_addf(out, ",\"%s\":[", names[i]);
		buf_addspan(out, buf_span(&e->verdicts[i]));
		buf_addc(out, ']');
	}
	add_field(out, ",\"DescribeTime\":", r->describe_time);
	buf_adds(out, "}\n");
}

static void
count(struct evaluate *e, const struct record *r, size_t policy, int what)
{
	struct span null = SPAN("null");
	struct span account = r->account.at ? r->account : null, region = r->region.at ? r->region : null;

	tally_add(e->tally, account, region, r->type, policy, TALLY_EVALUATED, 1);
	tally_add(e->tally, account, region, r->type, policy, what, 1);
}

static const char *
evaluate_resource(struct evaluate *e, const struct record *r, struct buf *out)
{
	static const int counts[] = { TALLY_PASSED, TALLY_FAILED, TALLY_UNKNOWN };
	const struct judgement *a;
	int i, worst = TALLY_OUT_OF_SCOPE;

	buf_clear(&e->reason);
	for (i = 0; i < LISTS; i++)
		buf_clear(&e->verdicts[i]);
	judge_begin(e->judge, r);
	while ((a = judge_next(e->judge))) {
		buf_addf(&e->verdicts[a->verdict], "%s\"%s\"", e->verdicts[a->verdict].len ? "," : "", a->policy->id);
		count(e, r, a->number, counts[a->verdict]);
		if (a->verdict != VERDICT_PASSED)
			add_finding(e, r, a, out);
		if (a->thrown)
			buf_addf(&e->reason, "%s%s failed: %s", e->reason.len ? "; " : "", a->policy->id, a->message.data);
	}
	if (e->verdicts[FAILED].len)
		worst = TALLY_FAILED;
	else if (e->verdicts[UNKNOWN].len)
		worst = TALLY_UNKNOWN;
	else if (e->verdicts[PASSED].len)
		worst = TALLY_PASSED;
	count(e, r, e->set->n, worst);
	if (e->all)
		add_verdicts(e, r, out);
	return e->reason.len ? e->reason.data : NULL;
}

const char *
evaluate_record(struct evaluate *e, struct span record, struct buf *out)
{
	struct record r;

	record_read(&r, record);
	if (record_is(&r, "resource") || (!r.kind.at && r.arn.at && r.configuration.at)) {
		if (scan_kind(r.arn) != SCAN_STRING || scan_kind(r.type) != SCAN_STRING)
			return "a resource without ARN or ResourceType";
		return evaluate_resource(e, &r, out);
	}
	if (!r.kind.at)
		return "not a record: it has no Kind";
	if (e->all && (record_is(&r, "coverage") || record_is(&r, "tombstone"))) {
		buf_addspan(out, record);
		buf_addc(out, '\n');
	}
	return NULL;
}

static void
add_evaluation(struct evaluate *e, const struct policy *p, size_t number, struct buf *out)
{
	struct span null = SPAN("null");

	buf_adds(out, "{\"Kind\":\"evaluation\",\"Policy\":");
	buf_addjson(out, p ? span_of(p->id) : SPAN("*"));
	add_field(out, ",\"Title\":", p ? p->title : SPAN("\"all policies\""));
	buf_adds(out, ",\"Status\":\"active\"");
	add_severity(out, p ? p->severity : 0);
	if (p)
		buf_addf(out, ",\"Revision\":\"%s\"", p->revision);
	else
		buf_adds(out, ",\"Revision\":null");
	add_field(out, ",\"ResourceType\":", p ? p->type : null);
	buf_adds(out, ",\"Scope\":{}");
	add_field(out, ",\"Remediation\":", p ? p->remediation : null);
	buf_addf(out, ",\"LastEvaluated\":\"%s\",\"By\":", e->now);
	tally_write(e->tally, number, out);
	buf_adds(out, "}\n");
}

void
evaluate_summary(struct evaluate *e, struct buf *out)
{
	size_t i;

	for (i = 0; i < e->set->n; i++)
		add_evaluation(e, &e->set->policies[i], i, out);
	add_evaluation(e, NULL, e->set->n, out);
}

void
evaluate_free(struct evaluate *e)
{
	int i;

	for (i = 0; i < LISTS; i++)
		buf_free(&e->verdicts[i]);
	buf_free(&e->reason);
}
