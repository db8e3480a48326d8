#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "evaluate.h"
#include "scan.h"

static void
add_field(struct buf *out, const char *key, struct span value)
{
	buf_adds(out, key);
	buf_addspan(out, value.at ? value : SPAN("null"));
}

static void
add_severity(struct buf *out, int severity)
{
	buf_addf(out, ",\"Severity\":%d,\"SeverityLabel\":\"%s\"", severity, severity_label(severity));
}

/* The parts of a finding's line between those that differ from resource to resource. */
struct evaluate_texts {
	struct buf id;			/* as a JSON string, for verdicts */
	struct buf begin;		/* from the end of Id to ARN */
	struct buf active, unknown;	/* from Severity to State */
	struct buf end;			/* LastEvaluated */
};

static void
make_texts(struct evaluate *e)
{
	const struct policy *p;
	struct evaluate_texts *t;
	size_t i;

	e->texts = xcalloc(e->set->n ? e->set->n : 1, sizeof(*e->texts));
	for (i = 0; i < e->set->n; i++) {
		p = &e->set->policies[i];
		t = &e->texts[i];
		buf_addf(&t->id, "\"%s\"", p->id);
		buf_addf(&t->begin, "#%s\",\"Policy\":\"%s\"", p->id, p->id);
		add_field(&t->begin, ",\"Title\":", p->title);
		add_severity(&t->active, p->severity);
		buf_addspan(&t->unknown, buf_span(&t->active));
		buf_adds(&t->active, ",\"State\":\"ACTIVE\",");
		buf_adds(&t->unknown, ",\"State\":\"UNKNOWN\",");
		buf_addf(&t->end, ",\"LastEvaluated\":\"%s\"}\n", e->now);
	}
}

/* To a record that is written already. */
static void
add_member(struct buf *out, const char *key, struct span value)
{
	out->len -= 2;		/* "}" and the newline */
	add_field(out, key, value);
	buf_adds(out, "}\n");
}

static void
add_finding(const struct evaluate *e, const struct record *r, const struct judgement *a, struct span waiver, int baselined,
    struct buf *out)
{
	const struct evaluate_texts *t = &e->texts[a->number];

	buf_adds(out, "{\"Kind\":\"finding\",\"Id\":");
	buf_add(out, r->arn.at, r->arn.len - 1);
	buf_addspan(out, buf_span(&t->begin));
	buf_addspan(out, buf_span(&e->where));
	buf_addspan(out, buf_span(a->verdict == VERDICT_FAILED ? &t->active : &t->unknown));
	buf_add(out, a->detail.at + 1, a->detail.len - 2);
	add_field(out, ",\"DescribeTime\":", r->describe_time);
	buf_addspan(out, buf_span(&t->end));
	if (waiver.at)
		add_member(out, ",\"Waiver\":", waiver);
	if (baselined)
		add_member(out, ",\"Baseline\":", SPAN("true"));
}

static void
add_verdicts(const struct evaluate *e, const struct record *r, struct buf *out)
{
	static const char *const names[VERDICTS] = { "Passed", "Failed", "Unknown", "OutOfScope" };
	int i;

	buf_adds(out, "{\"Kind\":\"verdicts\"");
	buf_addspan(out, buf_span(&e->where));
	for (i = 0; i < VERDICTS; i++) {
		buf_adds(out, ",\"");
		buf_adds(out, names[i]);
		buf_adds(out, "\":[");
		buf_addspan(out, buf_span(&e->verdicts[i]));
		buf_addc(out, ']');
	}
	add_field(out, ",\"DescribeTime\":", r->describe_time);
	buf_adds(out, "}\n");
}

static void
add_reason(struct evaluate *e, const struct policy *p, const char *what, struct span detail)
{
	if (e->reason.len)
		buf_adds(&e->reason, "; ");
	buf_adds(&e->reason, p->id);
	buf_adds(&e->reason, what);
	if (scan_decode(scan_get(detail, "Message"), &e->reason) < 0)
		buf_adds(&e->reason, "passed");
}

/* Whether a resource is checked hangs on its name, so that it is the same one whatever the number of processes. */
static int
is_checked(const struct evaluate *e, const struct record *r)
{
	unsigned long long h = 0;
	size_t i;

	if (e->check == 0)
		return 0;
	for (i = 0; i < r->arn.len; i++)
		h = (h ^ (unsigned char)r->arn.at[i]) * 1099511628211u;
	return (h >> 20) % e->check == 0;
}

static void
check(struct evaluate *e, const struct judgement *a)
{
	struct span detail;

	if (judge_agrees(e->judge, &detail))
		return;
	e->disagreed = 1;
	add_reason(e, a->policy, " declares to read something else than it does: what it declares gives: ", a->detail);
	add_reason(e, a->policy, " on the whole record: ", detail);
}

/* What is the same in all lines of a resource, made when the first needs it. */
static void
add_where(struct evaluate *e, const struct record *r)
{
	if (e->where.len)
		return;
	add_field(&e->where, ",\"ARN\":", r->arn);
	add_field(&e->where, ",\"ResourceType\":", r->type);
	add_field(&e->where, ",\"AccountId\":", r->account);
	add_field(&e->where, ",\"AccountService\":", r->account_service);
	add_field(&e->where, ",\"Region\":", r->region);
	if (!r->address.at)
		return;
	add_field(&e->where, ",\"Address\":", r->address);
	add_field(&e->where, ",\"Module\":", r->module);
	add_field(&e->where, ",\"Location\":", r->location);
}

/* Actions that are there, and all "no-op". */
static int
is_unchanged(const struct record *r)
{
	struct scan_iter it;
	struct span key, action;
	int n = 0;

	if (!r->actions.at)
		return 0;
	it = scan_open(r->actions);
	while (scan_next(&it, &key, &action)) {
		if (!scan_string_is(action, "no-op"))
			return 0;
		n++;
	}
	return n > 0;
}

static void
add_verdict(struct evaluate *e, int list, size_t policy)
{
	if (!e->all)
		return;
	if (e->verdicts[list].len)
		buf_addc(&e->verdicts[list], ',');
	buf_addspan(&e->verdicts[list], buf_span(&e->texts[policy].id));
}

/* Judges by no policy: the resource is in the scope of none. */
static int
leave_out(struct evaluate *e, unsigned long long *counts)
{
	long policy;

	while ((policy = judge_pass_over(e->judge)) >= 0) {
		counts[(size_t)policy * TALLY_COUNTS + TALLY_EVALUATED]++;
		counts[(size_t)policy * TALLY_COUNTS + TALLY_OUT_OF_SCOPE]++;
		add_verdict(e, VERDICT_OUT_OF_SCOPE, (size_t)policy);
	}
	return TALLY_OUT_OF_SCOPE;
}

/* A verdict that is no pass becomes a finding.  What waives it, {NULL, 0} if nothing does. */
static struct span
found(struct evaluate *e, const struct record *r, const struct judgement *a, struct buf *out)
{
	struct span waiver = { NULL, 0 };
	int baselined = 0;

	if (e->waivers)
		waiver = waivers_find(e->waivers, r, a->number);
	if (e->gate) {
		buf_clear(&e->id);
		scan_decode(r->arn, &e->id);
		buf_addf(&e->id, "#%s", a->policy->id);
		baselined = gate_take(e->gate, buf_span(&e->id), a->policy->severity, a->verdict == VERDICT_UNKNOWN,
		    waiver.at != NULL);
	}
	add_where(e, r);
	add_finding(e, r, a, waiver, baselined, out);
	return waiver;
}

/* Judges by each policy; the worst verdict, as one of the tally's counts. */
static int
judge_all(struct evaluate *e, const struct record *r, unsigned long long *counts, struct buf *out)
{
	static const int columns[] = { TALLY_PASSED, TALLY_FAILED, TALLY_UNKNOWN, TALLY_OUT_OF_SCOPE };
	static const int how_bad[TALLY_COUNTS] = { [TALLY_PASSED] = 1, [TALLY_WAIVED] = 2, [TALLY_UNKNOWN] = 3,
	    [TALLY_FAILED] = 4 };
	static const int is_found[VERDICTS] = { [VERDICT_FAILED] = 1, [VERDICT_UNKNOWN] = 1 };
	const struct judgement *a;
	int worst = TALLY_OUT_OF_SCOPE, waived, column, checked = is_checked(e, r);

	while ((a = judge_next(e->judge))) {
		waived = is_found[a->verdict] && found(e, r, a, out).at;
		column = waived ? TALLY_WAIVED : columns[a->verdict];
		counts[a->number * TALLY_COUNTS + TALLY_EVALUATED]++;
		counts[a->number * TALLY_COUNTS + (size_t)column]++;
		if (how_bad[column] > how_bad[worst])
			worst = column;
		add_verdict(e, (int)a->verdict, a->number);
		if (a->thrown)
			add_reason(e, a->policy, " failed: ", a->detail);
		if (checked && a->verdict != VERDICT_OUT_OF_SCOPE)
			check(e, a);
	}
	return worst;
}

/* A container is no account or region, and could hold white space. */
static int
is_scalar(struct span value)
{
	enum scan_kind kind = scan_kind(value);

	return kind != SCAN_NONE && kind != SCAN_ARRAY && kind != SCAN_OBJECT;
}

int
evaluate_passes_over(const struct evaluate *e, const struct record *r)
{
	return (!e->unchanged && is_unchanged(r)) || (!e->managed && scan_kind(r->managed) == SCAN_STRING);
}

static const char *
evaluate_resource(struct evaluate *e, const struct record *r, struct buf *out)
{
	struct span null = SPAN("null");
	unsigned long long *counts;
	int i, worst;

	if (!e->texts)
		make_texts(e);
	buf_clear(&e->reason);
	for (i = 0; e->all && i < VERDICTS; i++)
		buf_clear(&e->verdicts[i]);
	buf_clear(&e->where);
	counts = tally_counts(e->tally, is_scalar(r->account) ? r->account : null, is_scalar(r->region) ? r->region : null,
	    r->type);
	worst = evaluate_passes_over(e, r) ? leave_out(e, counts) : judge_all(e, r, counts, out);
	counts[e->set->n * TALLY_COUNTS + TALLY_EVALUATED]++;
	counts[e->set->n * TALLY_COUNTS + (size_t)worst]++;
	if (e->all) {
		add_where(e, r);
		add_verdicts(e, r, out);
	}
	return e->reason.len ? e->reason.data : NULL;
}

const char *
evaluate_record(struct evaluate *e, struct span record, struct buf *out)
{
	const struct record *r;
	const char *why;
	size_t at;

	if (!(r = judge_begin(e->judge, record, (struct span){ NULL, 0 }, &why, &at))) {
		buf_clear(&e->reason);
		buf_adds(&e->reason, why);
		if (at != SIZE_MAX)
			buf_addf(&e->reason, " at byte %zu", at + 1);
		return e->reason.data;
	}
	if (record_is(r, "resource") || (!r->kind.at && r->arn.at && r->configuration.at)) {
		if (scan_kind(r->arn) != SCAN_STRING || scan_kind(r->type) != SCAN_STRING)
			return "a resource without ARN or ResourceType";
		return evaluate_resource(e, r, out);
	}
	if (!r->kind.at)
		return "not a record: it has no Kind";
	if (e->all && (record_is(r, "coverage") || record_is(r, "tombstone"))) {
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
	buf_adds(out, p && p->suspended ? ",\"Status\":\"suspended\"" : ",\"Status\":\"active\"");
	add_severity(out, p ? p->severity : 0);
	if (p)
		buf_addf(out, ",\"Revision\":\"%s\"", p->revision);
	else
		buf_adds(out, ",\"Revision\":null");
	buf_adds(out, ",\"ResourceType\":");
	scan_compact(p ? p->type : null, out);
	buf_adds(out, ",\"Scope\":");
	scan_compact(p && p->scope_text.at ? p->scope_text : SPAN("{}"), out);
	add_field(out, ",\"Remediation\":", p ? p->remediation : null);
	add_field(out, ",\"Category\":", p && p->category.at ? p->category : null);
	buf_adds(out, ",\"Source\":");
	scan_compact(p && p->source.at ? p->source : null, out);
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
	if (e->waivers)
		waivers_write(e->waivers, out);
}

/* A line of whether a check disagreed, one of four numbers for each policy, one of waivers, those of the gate, and the tally. */
void
evaluate_export(struct evaluate *e, struct buf *to)
{
	const struct judge_stats *s;
	size_t i;

	buf_addf(to, "%d\n", e->disagreed);
	for (i = 0; i < e->set->n; i++) {
		s = judge_stats(e->judge, i);
		buf_addf(to, "%llu %llu %llu %llu\n", s->asked, s->remembered, s->judged, s->exact);
	}
	if (e->waivers)
		waivers_export(e->waivers, to);
	if (e->gate)
		gate_export(e->gate, to);
	tally_export(e->tally, to);
}

int
evaluate_import(struct evaluate *e, struct span text)
{
	struct judge_stats *s, more;
	size_t i;
	int disagreed, len;

	if (text.len == 0 || sscanf(text.at, "%d%n", &disagreed, &len) != 1)
		return -1;
	e->disagreed |= disagreed;
	for (i = 0; i < e->set->n; i++) {
		text = (struct span){ text.at + len + 1, text.len - (size_t)len - 1 };
		if (sscanf(text.at, "%llu %llu %llu %llu%n", &more.asked, &more.remembered, &more.judged, &more.exact,
		    &len) != 4)
			return -1;
		s = judge_stats(e->judge, i);
		s->asked += more.asked;
		s->remembered += more.remembered;
		s->judged += more.judged;
		s->exact += more.exact;
	}
	text = (struct span){ text.at + len + 1, text.len - (size_t)len - 1 };
	if (e->waivers && !(text = waivers_import(e->waivers, text)).at)
		return -1;
	if (e->gate && !(text = gate_import(e->gate, text)).at)
		return -1;
	return tally_import(e->tally, text);
}

static void
add_stats(struct buf *out, const char *id, const struct judge_stats *s)
{
	buf_addf(out, "%-40s %12llu %12llu %10llu %10llu %7.2f%%\n", id, s->asked, s->remembered, s->judged, s->exact,
	    s->asked ? 100.0 * (double)s->remembered / (double)s->asked : 0.0);
}

void
evaluate_stats(struct evaluate *e, struct buf *out)
{
	struct judge_stats all = {0}, *s;
	size_t i;

	buf_addf(out, "%-40s %12s %12s %10s %10s %8s\n", "POLICY", "ASKED", "REMEMBERED", "BY JQ", "EXACTLY", "");
	for (i = 0; i < e->set->n; i++) {
		s = judge_stats(e->judge, i);
		add_stats(out, e->set->policies[i].id, s);
		all.asked += s->asked;
		all.remembered += s->remembered;
		all.judged += s->judged;
		all.exact += s->exact;
	}
	add_stats(out, "all", &all);
}

void
evaluate_free(struct evaluate *e)
{
	size_t n;
	int i;

	for (i = 0; i < VERDICTS; i++)
		buf_free(&e->verdicts[i]);
	buf_free(&e->reason);
	buf_free(&e->where);
	buf_free(&e->id);
	for (n = 0; e->texts && n < e->set->n; n++) {
		buf_free(&e->texts[n].id);
		buf_free(&e->texts[n].begin);
		buf_free(&e->texts[n].active);
		buf_free(&e->texts[n].unknown);
		buf_free(&e->texts[n].end);
	}
	free(e->texts);
}
