/*
 * What a report says: everything that can be counted over evaluations, findings and coverage, gathered in one pass, and
 * the findings themselves in the order of a report.
 *
 *	summary_open(&s, getenv("TMPDIR"));
 *	summary_input(&s, name);			each file that is going to be read
 *	status = summary_take(&s, name, record, &why) ...
 *	summary_finish(&s);				now the numbers below are right
 *	summary_list(&s, LIST_OPEN);
 *	while ((got = summary_next(&s, &item)) > 0) ...
 *	summary_close(&s);
 *
 * Memory grows with the number of accounts, regions, types and policies, never with that of resources or findings:
 * those are sorted in a temporary file (sorter.h).
 *
 * The same finding (ARN and Policy) given more than once counts once: the newest DescribeTime wins, then the newest
 * LastEvaluated, then the last one read.  Of evaluations of the same policy, account, region and type the newest
 * LastEvaluated wins; equal times are parts of one run and are added up, but the very same record twice counts once.
 * Of coverage of the same account, region and type the newest EndedAt wins.
 *
 * Texts in tables are decoded from JSON and not cleaned: whoever prints them must (display.h).
 */
#ifndef QRIE_SUMMARY_H
#define QRIE_SUMMARY_H

#include <time.h>

#include "violation.h"
#include "sorter.h"
#include "table.h"

/* In resources; of one policy alone: in resources it was applied to. */
struct totals {
	long long evaluated, passed, failed, unknown, out_of_scope, waived;
};

/* An account, a region or a resource type. */
struct group {
	struct span key;
	struct totals totals;
	unsigned long open;		/* findings */
	unsigned long failing;		/* resources with an open finding */
};

struct policy_row {
	struct span key;		/* its id */
	struct buf title, remediation, status, type, category;	/* empty where the input does not tell */
	struct buf scope, revision, source;	/* raw JSON, empty as above */
	size_t rank;			/* where it stands in the table, after summary_finish() */
	int severity;
	int evaluated;			/* an evaluation record told of it */
	time_t at;			/* the newest of them */
	struct totals totals;
	/* findings; unknown: or as the evaluations count, if that is more; waived ones are neither open nor unknown */
	unsigned long open, unknown, resolved, waived;
	unsigned long accounts;		/* with an open finding */
	unsigned long baselined;	/* of the open ones: those that an earlier run had too */
	unsigned long unlisted;		/* of the unknown ones: those that the evaluations alone count */
};

/* What policies are about: a layer of security, availability, cost. */
struct category {
	struct span key;		/* empty: of those whose category is not told */
	unsigned long policies, judged;	/* those that are not suspended; of them those that judged a resource */
	struct totals totals;		/* verdicts: of each policy on each resource */
	unsigned long open, unknown;	/* findings, as the policies' */
};

struct coverage_row {
	struct span key;		/* account, region and type */
	struct buf record;
	time_t at;
	int complete;
};

/* Why something could not be judged. */
struct cause {
	struct span key;
	struct buf what, code;		/* what: the permission or operation refused, or the policy that failed */
	struct table accounts;		/* struct count: findings of each */
	unsigned long findings;
	unsigned long last;		/* the finding counted last */
};

struct count {
	struct span key;
	unsigned long n;
};

/*
 * The lists of findings.  LIST_OPEN: by resource, the one with the worst finding first, then the one with most findings.
 * LIST_UNKNOWN, LIST_WAIVED: the same of the unknown and of the waived ones.  LIST_POLICIES: by policy, in the order of
 * the table of policies, and of each the open ones, or those of all three lists in their order.
 */
enum list { LIST_OPEN, LIST_UNKNOWN, LIST_WAIVED, LIST_POLICIES, LISTS };

enum by_policy { NOT_BY_POLICY, OPEN_BY_POLICY, ALL_BY_POLICY };

enum { SEVERITIES = 5, CAUSES = 500 };	/* CAUSES: how many different ones are kept */

struct summary {
	struct table inputs, kinds, reasons;			/* struct count; reasons: of what is resolved */
	struct table accounts, regions, types;			/* struct group */
	struct table policies, coverage, causes;
	struct table categories;		/* empty where no category is told */
	struct table cells, seen, pairs;			/* for summary*.c only */
	struct totals all;
	int evaluations;			/* was there an evaluation over all policies? */
	time_t evaluated_from, evaluated_to;	/* LastEvaluated of evaluations and findings; 0: none */
	unsigned long records, rejected, unread;	/* the last two are the caller's: lines, and inputs */
	unsigned long repeated;			/* evaluation records left out as the very same */
	unsigned long beyond;			/* failing resources that the evaluations' totals do not hold */
	unsigned long incomplete;		/* coverage rows that are not complete */
	unsigned long open, unknown, resolved, waived;	/* findings, as above */
	unsigned long severity[SEVERITIES];		/* of the open ones, worst first */
	unsigned long failing, unjudged;	/* resources with an open finding; with an unknown one, as above */
	unsigned long baselined;		/* open findings that an earlier run had too */
	int compared;				/* is there any finding, resolved ones apart, that it had? */
	int worst, worst_unknown;		/* severity of the worst open, unknown finding that none had; -1: none */
	enum by_policy by_policy;		/* set it before summary_finish() to have LIST_POLICIES */
	struct sorter findings, list[LISTS], *listed;
	struct buf scratch, last;
};

void summary_open(struct summary *s, const char *tmpdir);
void summary_input(struct summary *s, const char *name);
/*
 * 0; -1 with errno if the temporary file fails.  *why is NULL, or says why the record is a bad one and was not taken.
 */
int summary_take(struct summary *s, const char *input, struct span record, const char **why);
int summary_finish(struct summary *s);		/* 0 or -1 with errno */
void summary_close(struct summary *s);

/* Passed of those judged, in tenths of a percent rounded down, so that 1000 means all of them; -1 if none was judged. */
int summary_score(const struct totals *t);
const char *summary_severity_name(int i);	/* of severity[i] */

struct item {
	struct violation violation;
	int severity;
	struct policy_row *policy;
	int first;			/* the first of its resource, in LIST_POLICIES of its policy */
};

int summary_list(struct summary *s, enum list list);		/* 0 or -1 with errno */
int summary_next(struct summary *s, struct item *item);		/* 1, 0 at the end, -1; valid until the next call */

/* Shared by summary*.c. */
struct group *summary_group(struct summary *s, struct table *t, struct span json);
struct policy_row *summary_policy(struct summary *s, struct span json);
time_t summary_time(struct summary *s, struct span json);	/* 0 if it is none */
void summary_evaluated(struct summary *s, time_t at);
void summary_evaluation(struct summary *s, struct span record);
void summary_totals(struct summary *s);
void summary_categories(struct summary *s);
void summary_failing(struct summary *s, const struct violation *v);
int summary_finding(struct summary *s, struct span record, const char **why);
int summary_sort(struct summary *s);
int summary_sort_policies(struct summary *s);

#endif
