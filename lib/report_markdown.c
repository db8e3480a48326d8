/*
 * The report as GitHub Flavored Markdown (https://github.github.com/gfm/), for $GITHUB_STEP_SUMMARY and comments.
 * Every text of data goes through put() or put_code(): it can make no markup, no HTML and no mention of anybody.
 */
#include <string.h>

#include "display.h"
#include "out.h"
#include "record.h"
#include "report.h"
#include "scan.h"

/* Does the character at i belong to what GitHub would make a link of by itself? */
static int
links(struct span text, size_t i)
{
	if (text.at[i] == ':')
		return text.len - i > 2 && text.at[i + 1] == '/' && text.at[i + 2] == '/';
	return text.at[i] == '.' && i >= 3 && memcmp(text.at + i - 3, "www", 3) == 0;
}

/*
 * Text that is clean.  References, not backslashes, for what a table or HTML would read: a backslash before a pipe
 * would be one escape for the table and another for the text.  A comment after "@" keeps it from naming a user.
 */
static void
escape(struct buf *b, struct span text)
{
	size_t i;

	for (i = 0; i < text.len; i++) {
		char c = text.at[i];

		if (c == '@')
			buf_adds(b, "@<!-- -->");
		else if (strchr("\\`|<>&", c) || links(text, i))
			buf_addf(b, "&#%d;", c);
		else if (strchr("*_[]~$", c))
			buf_addf(b, "\\%c", c);
		else
			buf_addc(b, c);
	}
}

static void
put(struct buf *b, struct span text)
{
	report_put(b, text, escape);
}

/* A code span; where its own signs would end it, HTML's code with the text escaped. */
static void
put_code(struct buf *b, struct span text)
{
	struct buf plain = {0};

	display_clean(&plain, text);
	if (!plain.len) {
		buf_adds(b, "-");
	} else if (strpbrk(plain.data, "`|\\<>&") || *plain.data == ' ' || plain.data[plain.len - 1] == ' ') {
		buf_adds(b, "<code>");
		escape(b, buf_span(&plain));
		buf_adds(b, "</code>");
	} else {
		buf_addf(b, "`%s`", plain.data);
	}
	buf_free(&plain);
}

static void
put_code_json(struct buf *b, struct span json)
{
	struct buf plain = {0};

	report_plain(&plain, json);
	put_code(b, buf_span(&plain));
	buf_free(&plain);
}

static void
put_json(struct buf *b, struct span json)
{
	report_put_json(b, json, escape);
}

static void
put_number(struct buf *b, unsigned long long n)
{
	report_count(b, n);
	buf_adds(b, " | ");
}

/* A heading, and the first two lines of a table; a column whose title begins with "#" holds numbers. */
static void
open_table(struct buf *b, const char *const *head, size_t n)
{
	size_t i;

	buf_adds(b, "|");
	for (i = 0; i < n; i++)
		buf_addf(b, " %s |", head[i] + (*head[i] == '#'));
	buf_adds(b, "\n|");
	for (i = 0; i < n; i++)
		buf_adds(b, *head[i] == '#' ? " ---: |" : " --- |");
	buf_adds(b, "\n");
}

static void
put_warning(void *to, const char *text)
{
	struct buf *b = to;

	buf_adds(b, b->len ? ">\n> " : "> [!WARNING]\n> ");
	put(b, span_of(text));
	buf_addc(b, '\n');
}

static void
put_head(struct buf *b, const struct summary *s, const struct report_options *o)
{
	struct buf text = {0};
	size_t i;

	buf_adds(b, "# Compliance report\n\n| | |\n| --- | --- |\n| Reported | ");
	report_time(b, o->now);
	buf_adds(b, " |\n");
	for (i = 0; report_fields[i].label; i++) {
		buf_clear(&text);
		report_fields[i].add(&text, s);
		buf_addf(b, "| %s | ", report_fields[i].label);
		escape(b, buf_span(&text));
		buf_adds(b, " |\n");
	}
	buf_addc(b, '\n');
	buf_clear(&text);
	report_warnings(s, put_warning, &text);
	buf_addspan(b, buf_span(&text));
	if (text.len)
		buf_addc(b, '\n');
	buf_free(&text);
}

static void
put_score(struct buf *b, const struct summary *s)
{
	static const char *const head[] = { "Severity", "#Open findings" };
	int i;

	if (s->evaluations) {
		buf_adds(b, "**Score ");
		report_percent(b, summary_score(&s->all));
		buf_adds(b, "** of ");
		report_totals(b, &s->all);
		buf_adds(b, "\n\n");
	}
	open_table(b, head, 2);
	for (i = 0; i < SEVERITIES; i++) {
		buf_addf(b, "| %s | ", summary_severity_name(i));
		report_count(b, s->severity[i]);
		buf_adds(b, " |\n");
	}
	buf_adds(b, "| **All** | **");
	report_count(b, s->open);
	buf_adds(b, "** |\n\n");
	report_apart(b, s);
	buf_adds(b, "\n");
}

static void
put_coverage(struct buf *b, const struct summary *s)
{
	static const char *const head[] = { "Type", "Account", "Region", "Status", "Why" };
	struct buf text = {0};
	size_t i;
	int j;

	if (!s->incomplete)
		return;
	buf_adds(b, "\n## Not looked at\n\n");
	open_table(b, head, COVERAGE_CELLS);
	for (i = 0; i < s->coverage.n; i++) {
		const struct coverage_row *row = s->coverage.item[i];

		if (row->complete)
			continue;
		for (j = 0; j < COVERAGE_CELLS; j++) {
			buf_clear(&text);
			report_coverage(&text, row, j);
			buf_adds(b, "| ");
			escape(b, buf_span(&text));
			buf_addc(b, ' ');
		}
		buf_adds(b, "|\n");
	}
	buf_free(&text);
}

static void
put_causes(struct buf *b, const struct summary *s)
{
	static const char *const head[] = { "Missing", "Why", "#Findings", "Accounts" };
	struct buf text = {0};
	size_t i;

	if (!s->causes.n)
		return;
	buf_adds(b, "\n## Not known\n\nWhat kept policies from judging:\n\n");
	open_table(b, head, 4);
	for (i = 0; i < s->causes.n; i++) {
		const struct cause *c = s->causes.item[i];

		buf_adds(b, "| ");
		put_code(b, c->what.len ? buf_span(&c->what) : SPAN("other causes"));
		buf_adds(b, " | ");
		put(b, buf_span(&c->code));
		buf_adds(b, " | ");
		put_number(b, c->findings);
		buf_clear(&text);
		report_keys(&text, &c->accounts);
		escape(b, buf_span(&text));
		buf_adds(b, " |\n");
	}
	buf_free(&text);
}

static void
put_groups(struct buf *b, const char *title, const char *name, const struct table *groups, int evaluations)
{
	const char *all[] = { name, "#Resources", "#Compliant", "#Not compliant", "#Not known", "#No policy",
	    "#Open findings", "#Score" };
	const char *few[] = { name, "#Not compliant", "#Open findings" };
	size_t i;

	if (!groups->n)
		return;
	buf_addf(b, "\n## %s\n\n", title);
	open_table(b, evaluations ? all : few, evaluations ? 8 : 3);
	for (i = 0; i < groups->n; i++) {
		const struct group *g = groups->item[i];

		buf_adds(b, "| ");
		put(b, g->key.len ? g->key : SPAN("-"));
		buf_adds(b, " | ");
		if (evaluations) {
			put_number(b, (unsigned long long)g->totals.evaluated);
			put_number(b, (unsigned long long)g->totals.passed);
			put_number(b, (unsigned long long)g->totals.failed);
			put_number(b, (unsigned long long)g->totals.unknown);
			put_number(b, (unsigned long long)g->totals.out_of_scope);
		} else {
			put_number(b, g->failing);
		}
		put_number(b, g->open);
		if (evaluations) {
			report_percent(b, summary_score(&g->totals));
			buf_adds(b, " |");
		}
		buf_addc(b, '\n');
	}
	out_drain(b);
}

static void
put_categories(struct buf *b, const struct summary *s)
{
	static const char *const head[] = { "Category", "#Policies", "#That judged", "#Passed", "#Failed", "#Not known",
	    "#Open findings", "#Score" };
	size_t i;

	if (!s->categories.n)
		return;
	buf_adds(b, "\n## By category\n\nOf what each policy says of each resource:\n\n");
	open_table(b, head, 8);
	for (i = 0; i < s->categories.n; i++) {
		const struct category *c = s->categories.item[i];

		buf_adds(b, "| ");
		put(b, c->key.len ? c->key : SPAN("-"));
		buf_adds(b, " | ");
		put_number(b, c->policies);
		put_number(b, c->judged);
		put_number(b, (unsigned long long)c->totals.passed);
		put_number(b, (unsigned long long)c->totals.failed);
		put_number(b, c->unknown);
		put_number(b, c->open);
		report_percent(b, summary_score(&c->totals));
		buf_adds(b, " |\n");
	}
	out_drain(b);
}

static void
put_policies(struct buf *b, const struct summary *s)
{
	static const char *const head[] = { "Severity", "Policy", "#Open", "#Not known", "#Accounts", "What to do" };
	size_t i;

	if (!s->policies.n)
		return;
	buf_adds(b, "\n## Policies\n\n");
	open_table(b, head, 6);
	for (i = 0; i < s->policies.n; i++) {
		const struct policy_row *p = s->policies.item[i];

		if (!report_tells(p))
			continue;
		buf_addf(b, "| %s | ", severity_label(p->severity));
		put_code(b, p->key);
		buf_adds(b, "<br>");
		put(b, buf_span(&p->title));
		buf_adds(b, span_is(buf_span(&p->status), "suspended") ? " (suspended) | " : " | ");
		put_number(b, p->open);
		put_number(b, p->unknown);
		put_number(b, p->accounts);
		if (!p->open)
			buf_adds(b, "nothing");
		else
			put(b, p->remediation.len ? buf_span(&p->remediation) :
			    SPAN("not known: no evaluation record of this policy"));
		buf_adds(b, " |\n");
	}
	buf_addc(b, '\n');
	report_others(b, s);
	buf_addc(b, '\n');
	out_drain(b);
}

static void
put_violation(struct buf *b, const struct item *item)
{
	const struct violation *v = &item->violation;

	buf_addf(b, "| %s | ", severity_label(item->severity));
	put_code_json(b, v->arn);
	buf_adds(b, " | ");
	put_json(b, v->account);
	buf_adds(b, " | ");
	put_json(b, v->region);
	buf_adds(b, " | ");
	put_code_json(b, v->policy);
	buf_adds(b, " | ");
	put_json(b, v->message);
	buf_adds(b, " |\n");
	out_drain(b);
}

static int
put_violations(struct buf *b, struct summary *s, const struct report_options *o)
{
	static const char *const head[] = { "Severity", "Resource", "Account", "Region", "Policy", "What is wrong" };
	struct report_page page;
	struct item item;
	int got;

	if (report_list(&page, s, o) < 0)
		return -1;
	if (!s->failing)
		return 0;
	buf_adds(b, "\n## Non-compliant resources\n\n");
	report_count(b, s->failing);
	buf_adds(b, ", worst first.\n\n");
	open_table(b, head, 6);
	while ((got = report_next(&page, &item)) > 0)
		put_violation(b, &item);
	if (s->failing > page.shown) {
		buf_addc(b, '\n');
		report_count(b, s->failing - page.shown);
		buf_adds(b, " resources more are not shown here.\n");
	}
	return got;
}

int
report_markdown(struct summary *s, const struct report_options *o)
{
	struct buf b = {0};
	int status;

	put_head(&b, s, o);
	put_score(&b, s);
	put_coverage(&b, s);
	put_policies(&b, s);
	put_causes(&b, s);
	put_groups(&b, "By type", "Type", &s->types, s->evaluations);
	put_groups(&b, "By region", "Region", &s->regions, s->evaluations);
	put_groups(&b, "By account", "Account", &s->accounts, s->evaluations);
	put_categories(&b, s);
	status = put_violations(&b, s, o);
	out_drain(&b);
	buf_free(&b);
	return status;
}
