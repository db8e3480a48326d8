#include <string.h>

#include "out.h"
#include "report.h"

static const struct report_format formats[] = {
	{ "text", report_text, 20, NOT_BY_POLICY, NULL },
	{ "json", report_json, REPORT_ALL, NOT_BY_POLICY, NULL },
	{ "markdown", report_markdown, 100, NOT_BY_POLICY, NULL },	/* GitHub takes 1 MiB of it from a step */
	{ "html", report_html, 1000, OPEN_BY_POLICY, "report.css" },
	{ "sarif", report_sarif, REPORT_ALL, NOT_BY_POLICY, NULL },
	{ "junit", report_junit, REPORT_ALL, ALL_BY_POLICY, NULL },
	{ "github", report_github, 50, NOT_BY_POLICY, NULL },	/* GitHub shows 50 annotations of a job */
};

const struct report_format *
report_find(const char *name)
{
	size_t i;

	for (i = 0; i < sizeof(formats) / sizeof(*formats); i++)
		if (strcmp(formats[i].name, name) == 0)
			return &formats[i];
	return NULL;
}

enum report_level
report_level(int severity)
{
	return severity >= 70 ? REPORT_ERROR : severity >= 40 ? REPORT_WARNING : REPORT_NOTE;
}

int
report_list(struct report_page *page, struct summary *s, const struct report_options *o)
{
	unsigned long from = o->offset < s->failing ? o->offset : s->failing;
	unsigned long left = s->failing - from;

	*page = (struct report_page){ .summary = s, .pass = from, .take = o->limit < left ? o->limit : left };
	page->left = left - page->take;
	return summary_list(s, LIST_OPEN);
}

int
report_next(struct report_page *page, struct item *item)
{
	int got;

	while ((got = out_gone() ? 0 : summary_next(page->summary, item)) > 0) {
		if (item->first && page->pass > 0) {
			page->pass--;
		} else if (item->first && page->take == 0) {
			return 0;
		} else if (item->first) {
			page->take--;
			page->shown++;
			page->showing = 1;
		}
		if (page->showing)
			break;
	}
	return got;
}

int
report_tells(const struct policy_row *p)
{
	return p->open || p->unknown || span_is(buf_span(&p->status), "suspended");
}

void
report_others(struct buf *to, const struct summary *s)
{
	unsigned long others = 0, idle = 0;
	size_t i;

	for (i = 0; i < s->policies.n; i++) {
		const struct policy_row *p = s->policies.item[i];

		others += !report_tells(p);
		idle += !report_tells(p) && !p->totals.passed;
	}
	if (!others)
		return;
	report_count(to, others);
	buf_adds(to, others == 1 ? " other policy has found nothing" : " other policies have found nothing");
	if (idle) {
		buf_adds(to, others == 1 ? ": it" : ", ");
		if (others != 1) {
			report_count(to, idle);
			buf_adds(to, " of them since they");
		}
		buf_adds(to, " had no resource to judge");
	}
	buf_addc(to, '.');
}
