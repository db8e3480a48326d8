/*
 * The report as workflow commands, which GitHub Actions makes annotations of, those of a Terraform plan in their lines.
 * Source: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands; what is escaped and how
 * is in https://github.com/actions/toolkit (packages/core/src/command.ts).
 */
#include "display.h"
#include "out.h"
#include "record.h"
#include "report.h"
#include "scan.h"

static const char *const commands[] = {
	[REPORT_ERROR] = "error", [REPORT_WARNING] = "warning", [REPORT_NOTE] = "notice",
};

/* A message; data of a finding holds no CR or LF any more, our own text does. */
static void
escape_message(struct buf *b, struct span text)
{
	size_t i;

	for (i = 0; i < text.len; i++)
		if (text.at[i] == '%' || text.at[i] == '\n' || text.at[i] == '\r')
			buf_addf(b, "%%%02X", text.at[i]);
		else
			buf_addc(b, text.at[i]);
}

static void
escape_property(struct buf *b, struct span clean)
{
	size_t i;

	for (i = 0; i < clean.len; i++)
		if (clean.at[i] == ':' || clean.at[i] == ',')
			buf_addf(b, "%%%02X", clean.at[i]);
		else
			escape_message(b, (struct span){ clean.at + i, 1 });
}

/* Texts that are clean.  file may be empty. */
static void
put_command(enum report_level level, struct span file, long long line, struct span title, struct span message)
{
	struct buf b = {0};

	buf_addf(&b, "::%s ", commands[level]);
	if (file.len) {
		buf_adds(&b, "file=");
		escape_property(&b, file);
		buf_addf(&b, ",line=%lld,", line);
	}
	buf_adds(&b, "title=");
	escape_property(&b, title);
	buf_adds(&b, "::");
	escape_message(&b, message);
	out_line(buf_span(&b));
	buf_free(&b);
}

static void
put_note(enum report_level level, struct span message)
{
	put_command(level, SPAN(""), 0, SPAN("qrie-report"), message);
}

static void
put_warning(void *to, const char *text)
{
	(void)to;
	put_note(REPORT_WARNING, span_of(text));
}

static void
put_left(unsigned long left, const char *what)
{
	struct buf text = {0};

	if (!left)
		return;
	report_count(&text, left);
	buf_addf(&text, " more %s not shown here: -n 0 shows all", what);
	put_note(REPORT_WARNING, buf_span(&text));
	buf_free(&text);
}

static void
put_head(const struct summary *s)
{
	struct buf text = {0};

	report_count(&text, s->open);
	buf_addf(&text, " open finding%s. ", s->open == 1 ? "" : "s");
	report_apart(&text, s);
	if (s->evaluations) {
		buf_adds(&text, "\nScore ");
		report_percent(&text, summary_score(&s->all));
		buf_adds(&text, " of ");
		report_totals(&text, &s->all);
	}
	put_note(REPORT_NOTE, buf_span(&text));
	report_warnings(s, put_warning, NULL);
	buf_free(&text);
}

static void
put_finding(const struct item *item)
{
	const struct violation *v = &item->violation;
	int unknown = scan_string_is(v->state, "UNKNOWN"), old = scan_kind(v->baseline) == SCAN_TRUE;
	struct buf name = {0}, file = {0}, title = {0}, message = {0};
	long long line = violation_location(v, &name);

	display_clean(&file, buf_span(&name));
	buf_addf(&title, "%s ", severity_label(item->severity));
	report_plain(&title, v->policy);
	buf_adds(&title, unknown ? " (not known)" : "");
	buf_adds(&title, old ? " (in the baseline)" : "");
	report_finding(&message, v);
	if (item->policy->remediation.len) {
		buf_adds(&message, "\nWhat to do: ");
		display_clean(&message, buf_span(&item->policy->remediation));
	}
	put_command(old ? REPORT_NOTE : unknown ? REPORT_WARNING : report_level(item->severity), buf_span(&file), line,
	    buf_span(&title), buf_span(&message));
	buf_free(&name);
	buf_free(&file);
	buf_free(&title);
	buf_free(&message);
}

static int
put_open(struct summary *s, const struct report_options *o)
{
	struct report_page page;
	struct item item;
	int got;

	if (report_list(&page, s, o) < 0)
		return -1;
	put_left(s->failing - page.take, "resources with open findings are");
	while ((got = report_next(&page, &item)) > 0)
		put_finding(&item);
	return got;
}

static int
put_unknown(struct summary *s, const struct report_options *o)
{
	unsigned long resources = 0;
	struct item item;
	int got;

	if (summary_list(s, LIST_UNKNOWN) < 0)
		return -1;
	while ((got = out_gone() ? 0 : summary_next(s, &item)) > 0) {
		resources += (unsigned long)item.first;
		if (resources <= o->limit)
			put_finding(&item);
	}
	put_left(resources > o->limit ? resources - o->limit : 0, "resources that are not known are");
	return got;
}

static void
put_coverage(const struct summary *s)
{
	struct buf text = {0};
	size_t i;
	int cell;

	for (i = 0; i < s->coverage.n; i++) {
		const struct coverage_row *row = s->coverage.item[i];

		if (row->complete)
			continue;
		buf_clear(&text);
		for (cell = 0; cell < COVERAGE_CELLS; cell++) {
			buf_adds(&text, cell ? " " : "");
			report_coverage(&text, row, cell);
		}
		put_command(REPORT_WARNING, SPAN(""), 0, SPAN("not looked at"), buf_span(&text));
	}
	buf_free(&text);
}

int
report_github(struct summary *s, const struct report_options *o)
{
	int got;

	put_head(s);
	got = put_open(s, o);
	if (got == 0)
		got = put_unknown(s, o);
	put_coverage(s);
	return got;
}
