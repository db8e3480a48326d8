/*
 * The report as JUnit's XML, in the dialect that Jenkins and GitLab read: a suite for each policy that judged anything,
 * a case for each of its findings.  What passed has no findings to tell of: one case stands for all of it.  A file and
 * line are told in the text, as Jenkins's schema has no attributes for them.
 * Sources: https://github.com/jenkinsci/xunit-plugin (junit-10.xsd)
 * https://docs.gitlab.com/ci/testing/unit_test_reports/
 */
#include "clock.h"
#include "out.h"
#include "record.h"
#include "report.h"
#include "scan.h"

struct counts {
	unsigned long tests, failures, errors, skipped;
};

/* What is in the baseline is skipped, as --fail-on passes over it. */
static struct counts
counts_of(const struct policy_row *p)
{
	struct counts c = {
		.failures = p->open - p->baselined,
		.errors = p->unknown - p->unlisted + (p->unlisted > 0),
		.skipped = p->waived + p->baselined,
	};

	c.tests = c.failures + c.errors + c.skipped + (p->totals.passed > 0);
	return c;
}

/* Is there anything that makes the whole of it doubtful? */
static int
is_doubtful(const struct summary *s)
{
	return !s->evaluations || s->rejected || s->unread || s->beyond;
}

static struct counts
counts_of_input(const struct summary *s)
{
	unsigned long errors = s->incomplete + (unsigned long)is_doubtful(s);

	return (struct counts){ .tests = s->incomplete + 1, .errors = errors };
}

static void
put_counts(struct buf *b, const struct counts *c)
{
	buf_addf(b, "\" tests=\"%lu\" failures=\"%lu\" errors=\"%lu\" time=\"0\"", c->tests, c->failures, c->errors);
}

static void
open_suites(struct buf *b, const struct summary *s)
{
	struct counts all = counts_of_input(s);
	size_t i;

	for (i = 0; i < s->policies.n; i++) {
		struct counts c = counts_of(s->policies.item[i]);

		all.tests += c.tests;
		all.failures += c.failures;
		all.errors += c.errors;
	}
	buf_adds(b, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"qrie");
	put_counts(b, &all);
	buf_adds(b, ">\n");
}

/* Its schema has times without a zone: it is UTC, as all times here. */
static void
open_suite(struct buf *b, struct span name, const struct counts *c, time_t now)
{
	char time[CLOCK_TEXT];

	clock_format(now, time);
	time[CLOCK_TEXT - 2] = '\0';
	buf_adds(b, "<testsuite name=\"");
	report_markup(b, name);
	put_counts(b, c);
	buf_addf(b, " skipped=\"%lu\" timestamp=\"%s\">\n", c->skipped, time);
}

static void
put_warning(void *to, const char *text)
{
	struct buf *b = to;

	if (b->len)
		buf_adds(b, "; ");
	buf_adds(b, text);
}

/* What the report rests on: errors here are what was not looked at. */
static void
put_input(struct buf *b, const struct summary *s, time_t now)
{
	struct counts c = counts_of_input(s);
	struct buf text = {0};
	size_t i;

	open_suite(b, SPAN("qrie-report"), &c, now);
	buf_adds(b, "<testcase classname=\"qrie-report\" name=\"input\" time=\"0\">");
	if (is_doubtful(s)) {
		report_warnings(s, put_warning, &text);
		buf_adds(b, "<error type=\"input\" message=\"");
		report_markup(b, buf_span(&text));
		buf_adds(b, "\"/>");
	}
	buf_adds(b, "</testcase>\n");
	for (i = 0; i < s->coverage.n; i++) {
		const struct coverage_row *row = s->coverage.item[i];
		int cell;

		if (row->complete)
			continue;
		buf_adds(b, "<testcase classname=\"qrie-report\" name=\"listing");
		for (cell = 0; cell < COVERAGE_CELLS; cell++) {
			buf_clear(&text);
			report_coverage(&text, row, cell);
			buf_adds(b, cell < COVERAGE_STATUS ? " " : cell == COVERAGE_STATUS ?
			    "\" time=\"0\"><error type=\"" : "\" message=\"");
			report_escape_markup(b, buf_span(&text));
		}
		buf_adds(b, "\"/></testcase>\n");
		out_drain(b);
	}
	buf_adds(b, "</testsuite>\n");
	buf_free(&text);
}

static void
open_case(struct buf *b, const struct violation *v)
{
	buf_adds(b, "<testcase classname=\"");
	report_markup_json(b, v->policy);
	buf_adds(b, "\" name=\"");
	report_markup_json(b, scan_kind(v->address) == SCAN_STRING ? v->address : v->arn);
	buf_adds(b, "\" time=\"0\">");
}

static void
put_details(struct buf *b, const struct item *item)
{
	const struct violation *v = &item->violation;
	struct buf file = {0};
	long long line = violation_location(v, &file);

	report_markup_json(b, v->title);
	buf_addc(b, '\n');
	if (line) {
		report_markup(b, buf_span(&file));
		buf_addf(b, ":%lld\n", line);
	}
	buf_free(&file);
	report_markup_json(b, v->arn);
	buf_addc(b, '\n');
	report_markup_json(b, v->type);
	buf_addc(b, ' ');
	report_markup_json(b, v->account);
	buf_addc(b, ' ');
	report_markup_json(b, v->region);
	buf_adds(b, "\nWhat to do: ");
	report_markup(b, item->policy->remediation.len ? buf_span(&item->policy->remediation) : SPAN("not known"));
}

static void
put_case(struct buf *b, const struct item *item)
{
	const struct violation *v = &item->violation;
	int waived = scan_kind(v->waiver) == SCAN_OBJECT, unknown = scan_string_is(v->state, "UNKNOWN");
	int skipped = waived || (!unknown && scan_kind(v->baseline) == SCAN_TRUE);
	const char *element = skipped ? "skipped" : unknown ? "error" : "failure";
	struct buf why = {0};

	open_case(b, v);
	buf_addf(b, "<%s type=\"%s\" message=\"", element, severity_label(item->severity));
	if (waived) {
		report_waiver(&why, v->waiver);
		buf_adds(b, "waived: ");
		report_escape_markup(b, buf_span(&why));
		buf_adds(b, ": ");
	} else if (skipped) {
		buf_adds(b, "in the baseline: ");
	}
	buf_adds(b, unknown ? "not known: " : "");
	report_markup_json(b, v->message);
	buf_adds(b, "\">");
	put_details(b, item);
	buf_addf(b, "</%s></testcase>\n", element);
	out_drain(b);
	buf_free(&why);
}

/* What has no finding here, known from the counts of evaluations alone. */
static void
put_rest(struct buf *b, const struct policy_row *p)
{
	if (p->unlisted) {
		buf_adds(b, "<testcase classname=\"");
		report_markup(b, p->key);
		buf_addf(b, "\" name=\"resources not known\" time=\"0\"><error type=\"%s\" message=\"%lu not known, without a "
		    "finding here\"/></testcase>\n", severity_label(p->severity), p->unlisted);
	}
	if (p->totals.passed) {
		buf_adds(b, "<testcase classname=\"");
		report_markup(b, p->key);
		buf_addf(b, "\" name=\"all other resources\" time=\"0\"><system-out>%lld passed</system-out></testcase>\n",
		    p->totals.passed);
	}
}

static int
put_policies(struct buf *b, struct summary *s, time_t now)
{
	struct item item;
	size_t i;
	int got;

	if (summary_list(s, LIST_POLICIES) < 0)
		return -1;
	got = summary_next(s, &item);
	for (i = 0; i < s->policies.n && got >= 0 && !out_gone(); i++) {
		const struct policy_row *p = s->policies.item[i];
		struct counts c = counts_of(p);

		if (!c.tests)
			continue;
		open_suite(b, p->key, &c, now);
		for (; got > 0 && item.policy == p && !out_gone(); got = summary_next(s, &item))
			put_case(b, &item);
		put_rest(b, p);
		buf_adds(b, "</testsuite>\n");
		out_drain(b);
	}
	return got < 0 ? -1 : 0;
}

int
report_junit(struct summary *s, const struct report_options *o)
{
	struct buf b = {0};
	int status;

	open_suites(&b, s);
	put_input(&b, s, o->now);
	status = put_policies(&b, s, o->now);
	buf_adds(&b, "</testsuites>\n");
	out_drain(&b);
	buf_free(&b);
	return status;
}
