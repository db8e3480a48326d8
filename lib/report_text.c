/*
 * The report for a terminal.  No line is wider than it, and nothing that data holds reaches it raw: what is printed is
 * either our own text or went through display_clean().
 */
#include <string.h>

#include "clock.h"
#include "columns.h"
#include "out.h"
#include "record.h"
#include "report.h"
#include "scan.h"

enum { LABEL = 11, MARGIN = 2, LISTED = 20, EVIDENCE = 400 };

#define BOLD "1"
#define DIM "2"
#define RED "31"
#define GREEN "32"
#define YELLOW "33"
#define STRONG_RED "1;31"
#define CYAN "36"

struct page {
	struct buf out, text;		/* text: what is being put together or cleaned */
	size_t width;
	int color;
};

static void
flush(struct page *p)
{
	out_drain(&p->out);
}

static void
paint(struct page *p, struct span text, const char *color)
{
	columns_paint(&p->out, text, color, p->color);
}

/* The texts of data, cleaned; valid until the next call. */
static struct span
clean(struct page *p, struct span text)
{
	buf_clear(&p->text);
	display_clean(&p->text, text);
	return buf_span(&p->text);
}

static struct span
clean_json(struct page *p, struct span json)
{
	struct buf decoded = {0};
	struct span text;

	scan_decode(json, &decoded);
	text = clean(p, buf_span(&decoded));
	buf_free(&decoded);
	return text;
}

/* Wraps text from column indent on; the first line continues the one begun, which is at that column. */
static void
wrap(struct page *p, struct span text, size_t indent, const char *color)
{
	struct span line;
	size_t n = 0;

	while (display_wrap(&text, p->width - indent, &line)) {
		if (n++)
			display_fill(&p->out, " ", indent);
		paint(p, line, color);
		buf_addc(&p->out, '\n');
	}
	if (!n)
		buf_addc(&p->out, '\n');
}

static void
wrap_at(struct page *p, struct span text, size_t indent, const char *color)
{
	if (!text.len)
		return;
	display_fill(&p->out, " ", indent);
	wrap(p, text, indent, color);
}

static void
heading(struct page *p, const char *title, const char *more)
{
	buf_addc(&p->out, '\n');
	paint(p, span_of(title), BOLD);
	if (more) {
		if (strlen(title) + 2 + display_width(span_of(more)) <= p->width)
			buf_adds(&p->out, "  ");
		else
			buf_adds(&p->out, "\n  ");
		wrap(p, span_of(more), MARGIN, DIM);
	} else {
		buf_addc(&p->out, '\n');
	}
}

static const char *
severity_color(int severity)
{
	return severity >= 90 ? STRONG_RED : severity >= 70 ? RED : severity >= 40 ? YELLOW : severity >= 1 ? CYAN : DIM;
}

static const char *
score_color(int tenths)
{
	return tenths < 0 ? DIM : tenths < 700 ? RED : tenths < 900 ? YELLOW : GREEN;
}

/* A bar of at most width columns for part of whole, in eighths of a column; never empty for something. */
static void
bar(struct buf *to, unsigned long long part, unsigned long long whole, size_t width)
{
	static const char *const eighth[] = { "", "▏", "▎", "▍", "▌", "▋", "▊", "▉" };
	unsigned long long eighths = whole ? part * width * 8 / whole : 0;

	if (!eighths && part)
		eighths = 1;
	display_fill(to, "█", (size_t)(eighths / 8));
	buf_adds(to, eighth[eighths % 8]);
}

static void
put_header(struct page *p, const struct summary *s, const struct report_options *o)
{
	static const char title[] = "COMPLIANCE REPORT";
	struct buf text = {0};
	size_t i;

	paint(p, span_of(title), BOLD);
	display_fill(&p->out, " ", p->width - strlen(title) - (CLOCK_TEXT - 1));
	report_time(&p->out, o->now);
	buf_adds(&p->out, "\n\n");
	for (i = 0; report_fields[i].label; i++) {
		buf_clear(&text);
		report_fields[i].add(&text, s);
		paint(p, span_of(report_fields[i].label), DIM);
		display_fill(&p->out, " ", LABEL - strlen(report_fields[i].label));
		wrap(p, buf_span(&text), LABEL, NULL);
	}
	buf_free(&text);
}

static void
put_warning(void *to, const char *text)
{
	struct page *p = to;

	paint(p, SPAN("! "), YELLOW);
	wrap(p, span_of(text), MARGIN, YELLOW);
}

static void
put_warnings(struct page *p, const struct summary *s)
{
	size_t before = p->out.len;

	buf_addc(&p->out, '\n');
	report_warnings(s, put_warning, p);
	if (p->out.len == before + 1)
		p->out.len = before;
}

static void
put_score(struct page *p, const struct summary *s)
{
	int score = summary_score(&s->all);
	size_t room = p->width - 12 < 60 ? p->width - 12 : 60, used;
	struct buf text = {0};

	if (!s->evaluations)
		return;
	buf_addc(&p->out, '\n');
	report_percent(&text, score);
	paint(p, SPAN("SCORE  "), BOLD);
	display_fill(&text, " ", 7 - display_width(buf_span(&text)));
	if (score >= 0) {
		struct buf full = {0};

		bar(&full, (unsigned long long)score, 1000, room - 3);
		used = display_width(buf_span(&full));
		paint(p, buf_span(&text), score_color(score));
		paint(p, buf_span(&full), score_color(score));
		buf_clear(&full);
		display_fill(&full, "░", room - 3 - used);
		paint(p, buf_span(&full), DIM);
		buf_free(&full);
	} else {
		paint(p, buf_span(&text), NULL);
	}
	buf_addc(&p->out, '\n');
	buf_free(&text);
}

static void
put_totals(struct page *p, const struct summary *s)
{
	struct buf text = {0};

	if (!s->evaluations)
		return;
	report_totals(&text, &s->all);
	wrap_at(p, buf_span(&text), MARGIN, NULL);
	buf_free(&text);
}

static void
put_severities(struct page *p, const struct summary *s)
{
	struct buf text = {0};
	unsigned long most = 1;
	size_t room = p->width - 28 < 50 ? p->width - 28 : 50;
	int i;

	report_count(&text, s->open);
	heading(p, "OPEN FINDINGS", text.data);
	for (i = 0; i < SEVERITIES; i++)
		if (s->severity[i] > most)
			most = s->severity[i];
	for (i = 0; i < SEVERITIES; i++) {
		const char *name = summary_severity_name(i);
		const char *color = s->severity[i] ? severity_color(severity_parse(name)) : DIM;

		display_fill(&p->out, " ", MARGIN);
		paint(p, span_of(name), color);
		buf_clear(&text);
		report_count(&text, s->severity[i]);
		display_fill(&p->out, " ", 24 - MARGIN - strlen(name) - text.len);
		paint(p, buf_span(&text), s->severity[i] ? NULL : DIM);
		buf_clear(&text);
		if (s->severity[i])
			buf_adds(&text, "  ");
		bar(&text, s->severity[i], most, room);
		paint(p, buf_span(&text), color);
		buf_addc(&p->out, '\n');
	}
	buf_clear(&text);
	report_apart(&text, s);
	wrap_at(p, buf_span(&text), MARGIN, DIM);
	buf_free(&text);
}

static void
add_number(struct columns *t, unsigned long long n, const char *color)
{
	struct buf text = {0};

	report_count(&text, n);
	columns_add(t, buf_span(&text), n ? color : DIM);
	buf_free(&text);
}

static void
add_score(struct columns *t, const struct totals *totals)
{
	int score = summary_score(totals);
	struct buf text = {0};

	report_percent(&text, score);
	columns_add(t, buf_span(&text), score_color(score));
	buf_clear(&text);
	if (score >= 0)
		bar(&text, (unsigned long long)score, 1000, 20);
	columns_add(t, buf_span(&text), score_color(score));
	buf_free(&text);
}

static void
print_table(struct page *p, struct columns *t)
{
	columns_print(t, &p->out, p->width, p->color);
	columns_free(t);
	flush(p);
}

static void
put_groups(struct page *p, const char *title, const char *name, const struct table *groups, int evaluations)
{
	const struct column all[] = {
		{ name, 0, 12, CUT_START, 0 }, { "TOTAL", 1, 0, CUT_END, 5 }, { "PASS", 1, 0, CUT_END, 6 },
		{ "FAIL", 1, 0, CUT_END, 0 }, { "UNKNOWN", 1, 0, CUT_END, 4 }, { "NO POLICY", 1, 0, CUT_END, 7 },
		{ "OPEN", 1, 0, CUT_END, 8 }, { "SCORE", 1, 0, CUT_END, 0 }, { "", 0, 0, CUT_END, 9 },
	};
	const struct column few[] = {
		{ name, 0, 12, CUT_START, 0 }, { "FAIL", 1, 0, CUT_END, 1 }, { "OPEN", 1, 0, CUT_END, 0 },
	};
	struct columns t = { .column = evaluations ? all : few, .n = evaluations ? 9 : 3 };
	size_t i;

	if (!groups->n)
		return;
	heading(p, title, NULL);
	for (i = 0; i < groups->n; i++) {
		const struct group *g = groups->item[i];
		const struct totals *n = &g->totals;

		columns_add(&t, g->key.len ? g->key : SPAN("-"), NULL);
		if (evaluations) {
			add_number(&t, (unsigned long long)n->evaluated, NULL);
			add_number(&t, (unsigned long long)n->passed, NULL);
			add_number(&t, (unsigned long long)n->failed, RED);
			add_number(&t, (unsigned long long)n->unknown, YELLOW);
			add_number(&t, (unsigned long long)n->out_of_scope, NULL);
		} else {
			add_number(&t, g->failing, RED);
		}
		add_number(&t, g->open, NULL);
		if (evaluations)
			add_score(&t, n);
	}
	print_table(p, &t);
}

static void
put_categories(struct page *p, const struct summary *s)
{
	static const struct column column[] = {
		{ "CATEGORY", 0, 12, CUT_END, 0 }, { "POLICIES", 1, 0, CUT_END, 7 }, { "JUDGED", 1, 0, CUT_END, 5 },
		{ "PASS", 1, 0, CUT_END, 6 }, { "FAIL", 1, 0, CUT_END, 0 }, { "UNKNOWN", 1, 0, CUT_END, 4 },
		{ "OPEN", 1, 0, CUT_END, 0 }, { "SCORE", 1, 0, CUT_END, 8 }, { "", 0, 0, CUT_END, 9 },
	};
	struct columns t = { .column = column, .n = 9 };
	size_t i;

	if (!s->categories.n)
		return;
	heading(p, "BY CATEGORY", "of what each policy says of each resource");
	for (i = 0; i < s->categories.n; i++) {
		const struct category *c = s->categories.item[i];

		columns_add(&t, c->key.len ? c->key : SPAN("-"), NULL);
		add_number(&t, c->policies, NULL);
		add_number(&t, c->judged, NULL);
		add_number(&t, (unsigned long long)c->totals.passed, NULL);
		add_number(&t, (unsigned long long)c->totals.failed, RED);
		add_number(&t, c->unknown, YELLOW);
		add_number(&t, c->open, NULL);
		add_score(&t, &c->totals);
	}
	print_table(p, &t);
}

static void
put_policies(struct page *p, const struct summary *s)
{
	static const struct column column[] = {
		{ "SEVERITY", 0, 4, CUT_END, 0 }, { "POLICY", 0, 16, CUT_MIDDLE, 0 }, { "OPEN", 1, 0, CUT_END, 0 },
		{ "UNKNOWN", 1, 0, CUT_END, 3 }, { "ACCOUNTS", 1, 0, CUT_END, 4 }, { "TITLE", 0, 24, CUT_END, 5 },
	};
	struct columns t = { .column = column, .n = 6 };
	struct buf others = {0};
	size_t i;

	if (!s->policies.n)
		return;
	heading(p, "POLICIES", "worst first");
	for (i = 0; i < s->policies.n; i++) {
		const struct policy_row *row = s->policies.item[i];
		int idle = span_is(buf_span(&row->status), "suspended");

		if (!report_tells(row))
			continue;
		columns_add(&t, span_of(severity_label(row->severity)), severity_color(row->severity));
		columns_add(&t, row->key, NULL);
		add_number(&t, row->open, BOLD);
		add_number(&t, row->unknown, YELLOW);
		add_number(&t, row->accounts, NULL);
		columns_add(&t, idle ? SPAN("(suspended)") : buf_span(&row->title), DIM);
	}
	print_table(p, &t);
	report_others(&others, s);
	if (others.len)
		wrap_at(p, buf_span(&others), MARGIN, DIM);
	buf_free(&others);
}

static void
put_advice(struct page *p, const struct policy_row *row)
{
	struct buf text = {0};

	buf_addc(&p->out, '\n');
	buf_addf(&text, "%s  ", severity_label(row->severity));
	display_fill(&p->out, " ", MARGIN);
	paint(p, buf_span(&text), severity_color(row->severity));
	wrap(p, clean(p, row->key), MARGIN + text.len, BOLD);
	buf_clear(&text);
	report_count(&text, row->open);
	buf_adds(&text, " open in ");
	report_count(&text, row->accounts);
	buf_addf(&text, " account%s%s", row->accounts == 1 ? "" : "s", row->title.len ? ": " : "");
	display_clean(&text, buf_span(&row->title));
	wrap_at(p, buf_span(&text), MARGIN + 2, DIM);
	wrap_at(p, row->remediation.len ? clean(p, buf_span(&row->remediation)) :
	    SPAN("What to do is not known: no evaluation record of this policy."), MARGIN + 2, NULL);
	buf_free(&text);
	flush(p);
}

static void
put_remediation(struct page *p, const struct summary *s)
{
	size_t i;

	if (!s->open)
		return;
	heading(p, "WHAT TO DO", NULL);
	for (i = 0; i < s->policies.n; i++) {
		const struct policy_row *row = s->policies.item[i];

		if (row->open)
			put_advice(p, row);
	}
}

static void
put_resource(struct page *p, const struct violation *v)
{
	struct buf text = {0};

	buf_addc(&p->out, '\n');
	wrap_at(p, clean_json(p, v->arn), MARGIN, BOLD);
	buf_addspan(&text, clean_json(p, v->type));
	buf_adds(&text, "  ");
	buf_addspan(&text, clean_json(p, v->account));
	buf_adds(&text, "  ");
	buf_addspan(&text, clean_json(p, v->region));
	wrap_at(p, buf_span(&text), MARGIN, DIM);
	buf_free(&text);
}

/* Evidence is what the verdict rests on, as compact JSON; long ones are cut. */
static void
put_evidence(struct page *p, struct span evidence)
{
	struct buf spaced = {0}, text = {0};
	size_t indent = MARGIN + 4;

	if (scan_count(evidence) == 0)
		return;
	report_spaced(&spaced, evidence);
	display_fit(&text, clean(p, buf_span(&spaced)), EVIDENCE, CUT_END);
	wrap_at(p, buf_span(&text), indent, DIM);
	buf_free(&spaced);
	buf_free(&text);
}

static void
put_violation(struct page *p, const struct item *item)
{
	const struct violation *v = &item->violation;
	const char *label = severity_label(item->severity);
	struct buf text = {0};

	if (item->first)
		put_resource(p, v);
	display_fill(&p->out, " ", MARGIN + 2);
	paint(p, span_of(label), severity_color(item->severity));
	buf_adds(&p->out, "  ");
	wrap(p, clean_json(p, v->policy), MARGIN + 2 + strlen(label) + 2, NULL);
	wrap_at(p, clean_json(p, v->message), MARGIN + 4, NULL);
	put_evidence(p, v->evidence);
	if (scan_kind(v->first_seen) == SCAN_STRING) {
		buf_adds(&text, "open since ");
		buf_addspan(&text, clean_json(p, v->first_seen));
		wrap_at(p, buf_span(&text), MARGIN + 4, DIM);
	}
	buf_free(&text);
	flush(p);
}

static int
put_violations(struct page *p, struct summary *s, const struct report_options *o)
{
	struct report_page page;
	struct item item;
	struct buf text = {0};
	int got;

	if (report_list(&page, s, o) < 0)
		return -1;
	if (!s->failing)
		return 0;
	report_count(&text, s->failing);
	buf_adds(&text, ", worst first");
	heading(p, "NON-COMPLIANT RESOURCES", text.data);
	while ((got = report_next(&page, &item)) > 0)
		put_violation(p, &item);
	buf_clear(&text);
	report_count(&text, s->failing - page.shown);
	if (s->failing > page.shown) {
		buf_adds(&text, " of them are not shown here: -n 0 shows all.");
		buf_addc(&p->out, '\n');
		wrap_at(p, buf_span(&text), MARGIN, YELLOW);
	}
	buf_free(&text);
	return got;
}

static void
put_more(struct page *p, size_t n)
{
	struct buf text = {0};

	if (!n)
		return;
	report_count(&text, n);
	buf_adds(&text, " more: -f json has all.");
	wrap_at(p, buf_span(&text), MARGIN, YELLOW);
	buf_free(&text);
}

/* Prominent, before any number: what is missing from all of them. */
static void
put_coverage(struct page *p, const struct summary *s)
{
	static const struct column column[] = {
		{ "TYPE", 0, 10, CUT_START, 0 }, { "ACCOUNT", 0, 6, CUT_END, 0 }, { "REGION", 0, 4, CUT_END, 2 },
		{ "STATUS", 0, 6, CUT_END, 0 }, { "WHY", 0, 12, CUT_END, 3 },
	};
	struct columns t = { .column = column, .n = 5 };
	struct buf text = {0};
	size_t i, shown = 0;
	int j;

	for (i = 0; i < s->coverage.n && shown < LISTED; i++) {
		const struct coverage_row *row = s->coverage.item[i];

		if (row->complete)
			continue;
		shown++;
		for (j = 0; j < COVERAGE_CELLS; j++) {
			buf_clear(&text);
			report_coverage(&text, row, j);
			columns_add(&t, buf_span(&text), j == COVERAGE_STATUS ? YELLOW : j == COVERAGE_WHY ? DIM : NULL);
		}
	}
	buf_free(&text);
	if (!shown)
		return;
	heading(p, "NOT LOOKED AT", NULL);
	print_table(p, &t);
	put_more(p, s->incomplete - shown);
}

static void
put_causes(struct page *p, const struct summary *s)
{
	static const struct column column[] = {
		{ "MISSING", 0, 12, CUT_MIDDLE, 0 }, { "WHY", 0, 10, CUT_END, 2 },
		{ "FINDINGS", 1, 0, CUT_END, 0 }, { "ACCOUNTS", 0, 15, CUT_END, 1 },
	};
	struct columns t = { .column = column, .n = 4 };
	struct buf text = {0};
	size_t i;

	if (!s->causes.n)
		return;
	heading(p, "NOT KNOWN", "what kept policies from judging");
	for (i = 0; i < s->causes.n && i < LISTED; i++) {
		const struct cause *c = s->causes.item[i];

		columns_add(&t, c->what.len ? buf_span(&c->what) : SPAN("(other causes)"), NULL);
		columns_add(&t, buf_span(&c->code), DIM);
		add_number(&t, c->findings, YELLOW);
		buf_clear(&text);
		report_keys(&text, &c->accounts);
		columns_add(&t, buf_span(&text), NULL);
	}
	buf_free(&text);
	print_table(p, &t);
	put_more(p, s->causes.n - i);
}

int
report_text(struct summary *s, const struct report_options *o)
{
	struct page p = { .width = o->width, .color = o->color };
	int status;

	put_header(&p, s, o);
	put_warnings(&p, s);
	put_score(&p, s);
	put_totals(&p, s);
	put_coverage(&p, s);
	put_severities(&p, s);
	put_groups(&p, "BY TYPE", "TYPE", &s->types, s->evaluations);
	put_groups(&p, "BY REGION", "REGION", &s->regions, s->evaluations);
	put_groups(&p, "BY ACCOUNT", "ACCOUNT", &s->accounts, s->evaluations);
	put_categories(&p, s);
	put_policies(&p, s);
	put_causes(&p, s);
	put_remediation(&p, s);
	status = put_violations(&p, s, o);
	flush(&p);
	buf_free(&p.out);
	buf_free(&p.text);
	return status;
}
