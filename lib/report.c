#include <stdio.h>
#include <string.h>

#include "out.h"
#include "report.h"

static const struct report_format formats[] = {
	{ "text", report_text, 20, 0 },
	{ "json", report_json, REPORT_ALL, 0 },
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

struct saying {
	void (*say)(void *to, const char *text);
	void *to;
	struct buf text;
};

/* Says "N one rest" or "N many rest", and nothing when there is none. */
static void
say_count(struct saying *saying, unsigned long n, const char *one, const char *many, const char *rest)
{
	if (!n)
		return;
	buf_clear(&saying->text);
	report_count(&saying->text, n);
	buf_addf(&saying->text, " %s%s", n == 1 ? one : many, rest);
	saying->say(saying->to, saying->text.data);
}

void
report_warnings(const struct summary *s, void (*say)(void *to, const char *text), void *to)
{
	struct saying saying = { .say = say, .to = to };

	if (!s->evaluations)
		say(to, "no evaluation records: totals and score are not known");
	say_count(&saying, s->incomplete, "listing is", "listings are",
	    " not complete: what was not looked at is not in this report");
	say_count(&saying, s->unjudged, "resource", "resources",
	    " could not be judged in full: what is not known does not count as compliant");
	say_count(&saying, s->rejected, "record was", "records were", " rejected and not counted");
	say_count(&saying, s->unread, "input", "inputs", " could not be read to its end");
	say_count(&saying, s->beyond, "resource with open findings is", "resources with open findings are",
	    " not in the totals of the evaluation records: the score looks better than it is");
	say_count(&saying, s->repeated, "evaluation record was", "evaluation records were",
	    " given more than once and counted once");
	buf_free(&saying.text);
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
