/* What every format says, as text that is clean (display.h) and not yet escaped for the format. */
#include <stdio.h>

#include "clock.h"
#include "display.h"
#include "report.h"
#include "scan.h"

void
report_count(struct buf *to, unsigned long long n)
{
	char digits[24];
	int len = snprintf(digits, sizeof(digits), "%llu", n), i;

	for (i = 0; i < len; i++) {
		if (i && (len - i) % 3 == 0)
			buf_addc(to, ',');
		buf_addc(to, digits[i]);
	}
}

void
report_percent(struct buf *to, int tenths)
{
	if (tenths < 0)
		buf_adds(to, "n/a");
	else
		buf_addf(to, "%d.%d%%", tenths / 10, tenths % 10);
}

void
report_spaced(struct buf *to, struct span json)
{
	int quoted = 0, escaped = 0;
	size_t i;

	for (i = 0; i < json.len; i++) {
		char c = json.at[i];

		buf_addc(to, c);
		if (!quoted && (c == ',' || c == ':'))
			buf_addc(to, ' ');
		if (c == '"' && !escaped)
			quoted = !quoted;
		escaped = quoted && c == '\\' && !escaped;
	}
}

void
report_keys(struct buf *to, const struct table *t)
{
	size_t i;

	report_count(to, t->n);
	for (i = 0; i < t->n; i++) {
		buf_adds(to, i ? ", " : ": ");
		display_clean(to, *(const struct span *)t->item[i]);
	}
}

void
report_time(struct buf *to, time_t t)
{
	char text[CLOCK_TEXT];

	clock_format(t, text);
	buf_adds(to, text);
}

static void
add_inputs(struct buf *to, const struct summary *s)
{
	size_t i;

	for (i = 0; i < s->inputs.n; i++) {
		const struct count *c = s->inputs.item[i];

		buf_addf(to, "%s%s (", i ? ", " : "", c->key.at);
		report_count(to, c->n);
		buf_addf(to, " record%s)", c->n == 1 ? "" : "s");
	}
}

static void
add_kinds(struct buf *to, const struct summary *s)
{
	size_t i;

	report_count(to, s->records);
	buf_adds(to, " counted, ");
	report_count(to, s->rejected);
	buf_adds(to, " rejected");
	for (i = 0; i < s->kinds.n; i++) {
		const struct count *c = s->kinds.item[i];

		buf_adds(to, i ? ", " : ": ");
		report_count(to, c->n);
		buf_addc(to, ' ');
		display_clean(to, c->key);
	}
}

static void
add_evaluated(struct buf *to, const struct summary *s)
{
	if (!s->evaluated_from) {
		buf_adds(to, "not known");
		return;
	}
	report_time(to, s->evaluated_from);
	if (s->evaluated_to != s->evaluated_from) {
		buf_adds(to, " to ");
		report_time(to, s->evaluated_to);
	}
}

static void
add_coverage(struct buf *to, const struct summary *s)
{
	if (!s->coverage.n) {
		buf_adds(to, "not known: no coverage records");
		return;
	}
	report_count(to, s->coverage.n - s->incomplete);
	buf_adds(to, " of ");
	report_count(to, s->coverage.n);
	buf_adds(to, " listings complete");
}

static void
add_accounts(struct buf *to, const struct summary *s)
{
	report_keys(to, &s->accounts);
}

static void
add_regions(struct buf *to, const struct summary *s)
{
	report_keys(to, &s->regions);
}

const struct report_field report_fields[] = {
	{ "Accounts", add_accounts }, { "Regions", add_regions }, { "Evaluated", add_evaluated },
	{ "Coverage", add_coverage }, { "Inputs", add_inputs }, { "Records", add_kinds },
	{ NULL, NULL },
};

void
report_totals(struct buf *to, const struct totals *t)
{
	report_count(to, (unsigned long long)t->evaluated);
	buf_addf(to, " resource%s: ", t->evaluated == 1 ? "" : "s");
	report_count(to, (unsigned long long)t->passed);
	buf_adds(to, " compliant, ");
	report_count(to, (unsigned long long)t->failed);
	buf_adds(to, " not, ");
	report_count(to, (unsigned long long)t->unknown);
	buf_adds(to, " not known");
	if (t->waived) {
		buf_adds(to, "; ");
		report_count(to, (unsigned long long)t->waived);
		buf_adds(to, " with waived findings alone");
	}
	if (t->out_of_scope) {
		buf_adds(to, t->waived ? " and " : "; ");
		report_count(to, (unsigned long long)t->out_of_scope);
		buf_adds(to, " that no policy is for");
	}
	if (t->waived || t->out_of_scope)
		buf_adds(to, " are outside the score");
	buf_adds(to, ".");
}

void
report_apart(struct buf *to, const struct summary *s)
{
	report_count(to, s->unknown);
	buf_adds(to, " unknown");
	if (s->waived) {
		buf_adds(to, ", ");
		report_count(to, s->waived);
		buf_adds(to, " waived");
	}
	buf_adds(to, " and ");
	report_count(to, s->resolved);
	buf_adds(to, " resolved findings are not among them.");
	if (s->baselined) {
		buf_addc(to, ' ');
		report_count(to, s->baselined);
		buf_adds(to, " of the open ones were in the baseline.");
	}
}

void
report_coverage(struct buf *to, const struct coverage_row *row, int cell)
{
	static const char *const member[] = { "ResourceType", "AccountId", "Region", "Status", "Code" };
	struct span record = buf_span(&row->record), message = scan_get(record, "Message");
	struct buf decoded = {0};

	scan_decode(scan_get(record, member[cell]), &decoded);
	if (cell == COVERAGE_WHY) {
		if (decoded.len && scan_kind(message) == SCAN_STRING)
			buf_adds(&decoded, ": ");
		scan_decode(message, &decoded);
	}
	display_clean(to, buf_span(&decoded));
	buf_free(&decoded);
}

void
report_plain(struct buf *to, struct span json)
{
	struct buf decoded = {0};

	scan_decode(json, &decoded);
	display_clean(to, buf_span(&decoded));
	buf_free(&decoded);
}

void
report_finding(struct buf *to, const struct violation *v)
{
	report_plain(to, scan_kind(v->address) == SCAN_STRING ? v->address : v->arn);
	buf_adds(to, scan_string_is(v->state, "UNKNOWN") ? ": not known: " : ": ");
	report_plain(to, v->message);
}

void
report_waiver(struct buf *to, struct span waiver)
{
	report_plain(to, scan_get(waiver, "Reason"));
	buf_adds(to, " (");
	report_plain(to, scan_get(waiver, "Owner"));
	buf_adds(to, ", until ");
	report_plain(to, scan_get(waiver, "Expires"));
	buf_addc(to, ')');
}
