/*
 * A report in one of several formats, on standard output (out.h).
 * A new format is a new file and a line in the table in report.c.
 */
#ifndef QRIE_REPORT_H
#define QRIE_REPORT_H

#include <time.h>

#include "summary.h"

struct report_options {
	time_t now;			/* when the report is made */
	size_t width;			/* columns, at least 40 */
	int color;
	struct span style;		/* of formats that have one: the bytes of that file */
	unsigned long offset, limit;	/* of non-compliant resources: how many to pass over, and to list then */
};

/* 0, or -1 with errno set when the list of findings cannot be read again. */
typedef int report_fn(struct summary *s, const struct report_options *o);

struct report_format {
	const char *name;
	report_fn *print;
	unsigned long limit;		/* how many resources it lists unless told */
	enum by_policy by_policy;	/* wants LIST_POLICIES */
	const char *style;		/* a file in share/reports that it wants, or NULL */
};

enum { REPORT_WIDTH_LEAST = 40 };
#define REPORT_ALL ((unsigned long)-1)

const struct report_format *report_find(const char *name);	/* NULL if there is none */

report_fn report_text, report_json, report_markdown, report_html, report_sarif, report_junit, report_github;

/*
 * For the formats.  A list of open findings, from offset to limit in resources:
 *	report_list(&page, s, o)
 *	while ((got = report_next(&page, &item)) > 0) ...
 * then page.left is how many resources the report leaves out behind the page.
 */
struct report_page {
	struct summary *summary;
	unsigned long pass, take, left, shown;
	int showing;
};

int report_list(struct report_page *page, struct summary *s, const struct report_options *o);
int report_next(struct report_page *page, struct item *item);	/* as summary_next() */

/* How formats with three levels have a severity: CRITICAL and HIGH are errors, MEDIUM a warning, the rest notes. */
enum report_level { REPORT_ERROR, REPORT_WARNING, REPORT_NOTE };
enum report_level report_level(int severity);

/* Is there anything to say of the policy itself: findings that are open or not known, or that it is suspended? */
int report_tells(const struct policy_row *p);
/* Of the others how many there are, and how many of them had nothing to judge, as a sentence; nothing if there are none. */
void report_others(struct buf *to, const struct summary *s);

/* What every format says, appended as text that is clean (display.h) and not yet escaped for the format. */
void report_count(struct buf *to, unsigned long long n);	/* 1,234,567 */
void report_percent(struct buf *to, int tenths);		/* 64.1%, n/a for -1 */
void report_time(struct buf *to, time_t t);
void report_totals(struct buf *to, const struct totals *t);	/* as a sentence */
/* The findings that are not open, as a sentence behind the open ones. */
void report_apart(struct buf *to, const struct summary *s);
void report_keys(struct buf *to, const struct table *t);	/* how many, and which: "2: a, b" */
void report_plain(struct buf *to, struct span json);		/* a JSON string; nothing for anything else */
/* What is wrong with which resource, its address in Terraform or else its ARN, as a sentence. */
void report_finding(struct buf *to, const struct violation *v);
void report_waiver(struct buf *to, struct span waiver);	/* why it is waived, by whom, until when */
void report_spaced(struct buf *to, struct span json);		/* compact JSON, with blanks to break lines at: not clean */

/* Texts of data, cleaned and escaped; the second as a JSON string.  escape: how a format writes text that is clean. */
typedef void report_escape_fn(struct buf *to, struct span clean);
void report_put(struct buf *to, struct span text, report_escape_fn *escape);
void report_put_json(struct buf *to, struct span json, report_escape_fn *escape);

/* The same for XML and HTML, attributes included. */
report_escape_fn report_escape_markup;
void report_markup(struct buf *to, struct span text);
void report_markup_json(struct buf *to, struct span json);

/* When, over what, from what: a report's head. */
struct report_field {
	const char *label;		/* NULL ends the table */
	void (*add)(struct buf *to, const struct summary *s);
};

extern const struct report_field report_fields[];

enum { COVERAGE_TYPE, COVERAGE_ACCOUNT, COVERAGE_REGION, COVERAGE_STATUS, COVERAGE_WHY, COVERAGE_CELLS };
void report_coverage(struct buf *to, const struct coverage_row *row, int cell);

/* What a reader must know before believing the numbers: calls say for each sentence. */
void report_warnings(const struct summary *s, void (*say)(void *to, const char *text), void *to);

#endif
