/*
 * The report as one HTML file that needs nothing else: no script, no link to anywhere.  Its look is
 * share/reports/report.css.  Every text of data goes through report_markup(), which cleans and escapes it.
 */
#include <string.h>

#include "display.h"
#include "out.h"
#include "record.h"
#include "report.h"
#include "scan.h"

enum { OF_POLICY = 100, EVIDENCE = 1000 };	/* OF_POLICY: how many resources the list of a policy holds */

static void
put_severity(struct buf *b, int severity)
{
	const char *label = severity_label(severity);

	buf_addf(b, "<span class=\"badge %s\">%s</span>", label, label);
}

static void
open_table(struct buf *b, const char *label, const char *class, const char *const *head, size_t n)
{
	size_t i;

	buf_addf(b, "<div class=\"wide %s\" role=\"region\" aria-label=\"", class);
	report_markup(b, span_of(label));
	buf_adds(b, "\" tabindex=\"0\">\n<table>\n<thead><tr>");
	for (i = 0; i < n; i++)
		if (!*head[i])
			buf_adds(b, "<td class=\"meter\"></td>");
		else
			buf_addf(b, "<th scope=\"col\"%s>%s</th>", *head[i] == '#' ? " class=\"n\"" : "",
			    head[i] + (*head[i] == '#'));
	buf_adds(b, "</tr></thead>\n<tbody>\n");
}

static void
close_table(struct buf *b)
{
	buf_adds(b, "</tbody>\n</table>\n</div>\n");
}

static void
put_number(struct buf *b, unsigned long long n, const char *class)
{
	buf_addf(b, "<td class=\"n %s\">", n ? class : "none");
	report_count(b, n);
	buf_adds(b, "</td>");
}

static const char *
score_class(int tenths)
{
	return tenths < 0 ? "none" : tenths < 700 ? "bad" : tenths < 900 ? "fair" : "good";
}

static void
put_head(struct buf *b, const struct summary *s, const struct report_options *o)
{
	struct buf text = {0};
	size_t i;

	buf_adds(b, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
	    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
	    "<meta name=\"referrer\" content=\"no-referrer\">\n"
	    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
	    "<title>Compliance report, ");
	report_time(b, o->now);
	buf_adds(b, "</title>\n<style>\n");
	buf_addspan(b, o->style);
	buf_adds(b, "</style>\n</head>\n<body>\n<header>\n<h1>Compliance report</h1>\n<p class=\"soft\">");
	report_time(b, o->now);
	buf_adds(b, "</p>\n<dl class=\"facts\">\n");
	for (i = 0; report_fields[i].label; i++) {
		buf_clear(&text);
		report_fields[i].add(&text, s);
		buf_addf(b, "<dt>%s</dt><dd>", report_fields[i].label);
		report_escape_markup(b, buf_span(&text));
		buf_adds(b, "</dd>\n");
	}
	buf_adds(b, "</dl>\n");
	buf_free(&text);
}

static void
put_warning(void *to, const char *text)
{
	struct buf *b = to;

	buf_adds(b, "<li>");
	report_markup(b, span_of(text));
	buf_adds(b, "</li>\n");
}

static void
put_warnings(struct buf *b, const struct summary *s)
{
	struct buf items = {0};

	report_warnings(s, put_warning, &items);
	if (items.len)
		buf_addf(b, "<ul class=\"warnings\" role=\"note\" aria-label=\"Warnings\">\n%s</ul>\n", items.data);
	buf_free(&items);
	buf_adds(b, "</header>\n<main>\n");
}

/* A ring, of 1000 tenths of a percent around. */
static void
put_score(struct buf *b, const struct summary *s)
{
	int score = summary_score(&s->all);
	struct buf text = {0};

	if (!s->evaluations)
		return;
	report_percent(&text, score);
	buf_addf(b, "<section class=\"card score %s\" aria-labelledby=\"score\">\n"
	    "<svg viewBox=\"0 0 120 120\" role=\"img\" aria-label=\"Score %s\">"
	    "<circle class=\"track\" cx=\"60\" cy=\"60\" r=\"52\"></circle>", score_class(score), text.data);
	if (score > 0)
		buf_addf(b, "<circle class=\"arc\" cx=\"60\" cy=\"60\" r=\"52\" pathLength=\"1000\" "
		    "stroke-dasharray=\"%d 1000\" transform=\"rotate(-90 60 60)\"></circle>", score);
	buf_addf(b, "<text x=\"60\" y=\"69\">%s</text></svg>\n<div><h2 id=\"score\">Score</h2>\n<p>", text.data);
	report_totals(b, &s->all);
	buf_adds(b, "</p></div>\n</section>\n");
	buf_free(&text);
}

static void
put_severities(struct buf *b, const struct summary *s)
{
	unsigned long most = 1;
	int i;

	for (i = 0; i < SEVERITIES; i++)
		if (s->severity[i] > most)
			most = s->severity[i];
	buf_adds(b, "<section class=\"card severities\" aria-labelledby=\"severities\">\n"
	    "<h2 id=\"severities\">Open findings <small>");
	report_count(b, s->open);
	buf_adds(b, "</small></h2>\n<table>\n<tbody>\n");
	for (i = 0; i < SEVERITIES; i++) {
		const char *name = summary_severity_name(i);

		buf_addf(b, "<tr><th scope=\"row\"><span class=\"badge %s\">%s</span></th><td class=\"count%s\">", name, name,
		    s->severity[i] ? "" : " none");
		report_count(b, s->severity[i]);
		buf_addf(b, "</td><td>");
		if (s->severity[i])
			buf_addf(b, "<span class=\"bar %s\"><i style=\"width:%llu%%\"></i></span>", name,
			    (unsigned long long)s->severity[i] * 100 / most);
		buf_adds(b, "</td></tr>\n");
	}
	buf_adds(b, "</tbody>\n</table>\n<p class=\"soft\">");
	report_apart(b, s);
	buf_adds(b, "</p>\n</section>\n");
}

static void
put_overview(struct buf *b, const struct summary *s)
{
	buf_adds(b, "<div class=\"overview\">\n");
	put_score(b, s);
	put_severities(b, s);
	buf_adds(b, "</div>\n");
	out_drain(b);
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
	buf_adds(b, "<h2>Not looked at</h2>\n<div class=\"card\">\n");
	open_table(b, "Not looked at", "stack", head, COVERAGE_CELLS);
	for (i = 0; i < s->coverage.n; i++) {
		const struct coverage_row *row = s->coverage.item[i];

		if (row->complete)
			continue;
		buf_adds(b, "<tr>");
		for (j = 0; j < COVERAGE_CELLS; j++) {
			buf_clear(&text);
			report_coverage(&text, row, j);
			buf_adds(b, j ? "<td>" : "<th scope=\"row\">");
			report_escape_markup(b, buf_span(&text));
			buf_adds(b, j ? "</td>" : "</th>");
		}
		buf_adds(b, "</tr>\n");
		out_drain(b);
	}
	close_table(b);
	buf_adds(b, "</div>\n");
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
	buf_adds(b, "<h2>Not known <small>what kept policies from judging</small></h2>\n<div class=\"card\">\n");
	open_table(b, "Not known", "", head, 4);
	for (i = 0; i < s->causes.n; i++) {
		const struct cause *c = s->causes.item[i];

		buf_adds(b, "<tr><th scope=\"row\"><code>");
		report_markup(b, c->what.len ? buf_span(&c->what) : SPAN("(other causes)"));
		buf_adds(b, "</code></th><td>");
		report_markup(b, buf_span(&c->code));
		buf_adds(b, "</td>");
		put_number(b, c->findings, "");
		buf_clear(&text);
		report_keys(&text, &c->accounts);
		buf_adds(b, "<td>");
		report_escape_markup(b, buf_span(&text));
		buf_adds(b, "</td></tr>\n");
	}
	close_table(b);
	buf_adds(b, "</div>\n");
	out_drain(b);
	buf_free(&text);
}

static void
put_group_score(struct buf *b, int score)
{
	buf_addf(b, "<td class=\"n %s\">", score_class(score));
	report_percent(b, score);
	buf_addf(b, "</td><td class=\"meter %s\">", score_class(score));
	if (score >= 0)
		buf_addf(b, "<span class=\"bar\"><i style=\"width:%d.%d%%\"></i></span>", score / 10, score % 10);
	buf_adds(b, "</td>");
}

static void
put_group(struct buf *b, const struct group *g, int evaluations)
{
	const struct totals *t = &g->totals;

	buf_adds(b, "<tr><th scope=\"row\" class=\"name\">");
	report_markup(b, g->key.len ? g->key : SPAN("-"));
	buf_adds(b, "</th>");
	if (evaluations) {
		put_group_score(b, summary_score(t));
		put_number(b, (unsigned long long)t->evaluated, "");
		put_number(b, (unsigned long long)t->passed, "");
		put_number(b, (unsigned long long)t->failed, "bad");
		put_number(b, (unsigned long long)t->unknown, "fair");
		put_number(b, (unsigned long long)t->out_of_scope, "");
	} else {
		put_number(b, g->failing, "bad");
	}
	put_number(b, g->open, "");
	buf_adds(b, "</tr>\n");
}

static void
put_groups(struct buf *b, const char *title, const char *name, const struct table *groups, int evaluations)
{
	const char *all[] = { name, "#Score", "", "#Resources", "#Compliant", "#Not compliant", "#Not known",
	    "#No policy", "#Open findings" };
	const char *few[] = { name, "#Not compliant", "#Open findings" };
	size_t i;

	if (!groups->n)
		return;
	buf_addf(b, "<h2>%s</h2>\n<div class=\"card\">\n", title);
	open_table(b, title, "", evaluations ? all : few, evaluations ? 9 : 3);
	for (i = 0; i < groups->n; i++) {
		put_group(b, groups->item[i], evaluations);
		out_drain(b);
	}
	close_table(b);
	buf_adds(b, "</div>\n");
}

/* Layers of security and what else policies are about, so that a layer that nothing judges is seen. */
static void
put_categories(struct buf *b, const struct summary *s)
{
	static const char *const head[] = { "Category", "#Score", "", "#Policies", "#That judged", "#Passed", "#Failed",
	    "#Not known", "#Open findings" };
	size_t i;

	if (!s->categories.n)
		return;
	buf_adds(b, "<h2>By category <small>of what each policy says of each resource</small></h2>\n<div class=\"card\">\n");
	open_table(b, "By category", "", head, 9);
	for (i = 0; i < s->categories.n; i++) {
		const struct category *c = s->categories.item[i];

		buf_adds(b, "<tr><th scope=\"row\" class=\"name\">");
		report_markup(b, c->key.len ? c->key : SPAN("-"));
		buf_adds(b, "</th>");
		put_group_score(b, summary_score(&c->totals));
		put_number(b, c->policies, "");
		put_number(b, c->judged, "");
		put_number(b, (unsigned long long)c->totals.passed, "");
		put_number(b, (unsigned long long)c->totals.failed, "bad");
		put_number(b, c->unknown, "fair");
		put_number(b, c->open, "");
		buf_adds(b, "</tr>\n");
	}
	close_table(b);
	buf_adds(b, "</div>\n");
	out_drain(b);
}

static void
put_evidence(struct buf *b, struct span evidence)
{
	struct buf spaced = {0}, plain = {0}, cut = {0};

	if (scan_count(evidence) == 0)
		return;
	report_spaced(&spaced, evidence);
	display_clean(&plain, buf_span(&spaced));
	display_fit(&cut, buf_span(&plain), EVIDENCE, CUT_END);
	buf_adds(b, "<code class=\"evidence\">");
	report_escape_markup(b, buf_span(&cut));
	buf_adds(b, "</code>");
	buf_free(&spaced);
	buf_free(&plain);
	buf_free(&cut);
}

static void
put_since(struct buf *b, struct span first_seen)
{
	if (scan_kind(first_seen) != SCAN_STRING)
		return;
	buf_adds(b, "<span class=\"where\">open since ");
	report_markup_json(b, first_seen);
	buf_adds(b, "</span>");
}

static void
put_place(struct buf *b, const struct violation *v, int type)
{
	buf_adds(b, "<span class=\"where\">");
	if (type) {
		report_markup_json(b, v->type);
		buf_adds(b, " · ");
	}
	report_markup_json(b, v->account);
	buf_adds(b, " · ");
	report_markup_json(b, v->region);
	buf_adds(b, "</span>");
}

static void
open_policy(struct buf *b, const struct policy_row *p)
{
	static const char *const head[] = { "Resource", "What is wrong" };

	buf_addf(b, "<details class=\"card\" id=\"policy-%zu\">\n<summary>", p->rank);
	put_severity(b, p->severity);
	buf_adds(b, "<strong>");
	report_markup(b, p->title.len ? buf_span(&p->title) : p->key);
	buf_adds(b, "</strong><span class=\"soft\"><code>");
	report_markup(b, p->key);
	buf_addf(b, "</code> in ");
	report_count(b, p->accounts);
	buf_addf(b, " account%s", p->accounts == 1 ? "" : "s");
	if (p->unknown) {
		buf_adds(b, ", ");
		report_count(b, p->unknown);
		buf_adds(b, " not known");
	}
	buf_adds(b, "</span><span class=\"open\"><b>");
	report_count(b, p->open);
	buf_adds(b, "</b> open</span></summary>\n<p class=\"remedy\"><b>What to do:</b> ");
	report_markup(b, p->remediation.len ? buf_span(&p->remediation) :
	    SPAN("not known, the input has no evaluation of this policy."));
	buf_adds(b, "</p>\n");
	open_table(b, "Resources", "stack pair", head, 2);
}

static void
close_policy(struct buf *b, const struct policy_row *p, unsigned long shown)
{
	close_table(b);
	if (p->open > shown) {
		buf_adds(b, "<p class=\"left\">");
		report_count(b, p->open - shown);
		buf_adds(b, " more are not shown here.</p>\n");
	}
	buf_adds(b, "</details>\n");
}

static void
put_affected(struct buf *b, const struct item *item)
{
	const struct violation *v = &item->violation;

	buf_adds(b, "<tr><th scope=\"row\"><span class=\"arn\">");
	report_markup_json(b, v->arn);
	buf_adds(b, "</span>");
	put_place(b, v, 0);
	buf_adds(b, "</th><td>");
	report_markup_json(b, v->message);
	put_evidence(b, v->evidence);
	put_since(b, v->first_seen);
	buf_adds(b, "</td></tr>\n");
	out_drain(b);
}

static int
put_open_policies(struct buf *b, struct summary *s)
{
	const struct policy_row *policy = NULL;
	struct item item;
	unsigned long shown = 0;
	int got;

	if (summary_list(s, LIST_POLICIES) < 0)
		return -1;
	while ((got = out_gone() ? 0 : summary_next(s, &item)) > 0) {
		if (item.first) {
			if (policy)
				close_policy(b, policy, shown);
			policy = item.policy;
			open_policy(b, policy);
			shown = 0;
		}
		if (shown < OF_POLICY) {
			put_affected(b, &item);
			shown++;
		}
	}
	if (policy)
		close_policy(b, policy, shown);
	return got;
}

/* Policies that found nothing: what was checked counts too. */
static void
put_other_policies(struct buf *b, const struct summary *s)
{
	static const char *const head[] = { "Severity", "Policy", "#Passed", "#Not known" };
	size_t i, any = 0;

	for (i = 0; i < s->policies.n; i++) {
		const struct policy_row *p = s->policies.item[i];

		if (p->open)
			continue;
		if (!any++) {
			buf_adds(b, "<h2>Policies without an open finding</h2>\n<div class=\"card\">\n");
			open_table(b, "Policies without an open finding", "", head, 4);
		}
		buf_adds(b, "<tr><td>");
		put_severity(b, p->severity);
		buf_adds(b, "</td><th scope=\"row\">");
		report_markup(b, buf_span(&p->title));
		buf_adds(b, span_is(buf_span(&p->status), "suspended") ? " (suspended)" : "");
		buf_adds(b, "<span class=\"where\"><code>");
		report_markup(b, p->key);
		buf_adds(b, "</code></span></th>");
		put_number(b, (unsigned long long)p->totals.passed, "");
		put_number(b, p->unknown, "fair");
		buf_adds(b, "</tr>\n");
	}
	if (any) {
		close_table(b);
		buf_adds(b, "</div>\n");
	}
}

static void
open_resource(struct buf *b, const struct violation *v)
{
	buf_adds(b, "<tr><th scope=\"row\"><span class=\"arn\">");
	report_markup_json(b, v->arn);
	buf_adds(b, "</span>");
	put_place(b, v, 1);
	buf_adds(b, "</th><td><ul class=\"violations\">\n");
}

static void
put_resource(struct buf *b, const struct item *item)
{
	if (item->first)
		open_resource(b, &item->violation);
	buf_adds(b, "<li>");
	put_severity(b, item->severity);
	buf_addf(b, " <a href=\"#policy-%zu\">", item->policy->rank);
	report_markup_json(b, item->violation.policy);
	buf_adds(b, "</a><br>");
	report_markup_json(b, item->violation.message);
	buf_adds(b, "</li>\n");
}

static int
put_resources(struct buf *b, struct summary *s, const struct report_options *o)
{
	static const char *const head[] = { "Resource", "What is wrong" };
	struct report_page page;
	struct item item;
	int got;

	if (report_list(&page, s, o) < 0)
		return -1;
	if (!s->failing)
		return 0;
	buf_adds(b, "<h2>Non-compliant resources <small>");
	report_count(b, s->failing);
	buf_adds(b, ", worst first</small></h2>\n<div class=\"card\">\n");
	open_table(b, "Non-compliant resources", "stack pair", head, 2);
	while ((got = report_next(&page, &item)) > 0) {
		if (item.first && page.shown > 1)
			buf_adds(b, "</ul></td></tr>\n");
		put_resource(b, &item);
		out_drain(b);
	}
	buf_adds(b, page.shown ? "</ul></td></tr>\n" : "");
	close_table(b);
	if (s->failing > page.shown) {
		buf_adds(b, "<p class=\"left\">");
		report_count(b, s->failing - page.shown);
		buf_adds(b, " more are not shown here.</p>\n");
	}
	buf_adds(b, "</div>\n");
	return got;
}

int
report_html(struct summary *s, const struct report_options *o)
{
	struct buf b = {0};
	int status;

	put_head(&b, s, o);
	put_warnings(&b, s);
	put_overview(&b, s);
	put_coverage(&b, s);
	if (s->open)
		buf_adds(&b, "<h2>What to do <small>by policy, worst first</small></h2>\n");
	status = put_open_policies(&b, s);
	put_causes(&b, s);
	put_groups(&b, "By type", "Type", &s->types, s->evaluations);
	put_groups(&b, "By region", "Region", &s->regions, s->evaluations);
	put_groups(&b, "By account", "Account", &s->accounts, s->evaluations);
	put_categories(&b, s);
	put_other_policies(&b, s);
	if (status == 0)
		status = put_resources(&b, s, o);
	buf_adds(&b, "</main>\n<footer>Made by qrie-report.</footer>\n</body>\n</html>\n");
	out_drain(&b);
	buf_free(&b);
	return status;
}
