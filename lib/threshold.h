/*
 * What makes a report fail when too few resources pass (qrie-report --fail-under): of those that one policy judged, or of
 * all that were judged.  What is not known does not pass; of nothing, nothing is too few.
 */
#ifndef QRIE_THRESHOLD_H
#define QRIE_THRESHOLD_H

#include "summary.h"

struct threshold {
	struct span policy;		/* {NULL, 0}: all of them together */
	int tenths;			/* of a percent */
	const char *percent;		/* as it was written */
};

/* Start it as {0}. */
struct thresholds {
	struct threshold *all;
	size_t n;
};

/* Takes note of POLICY=PERCENT or PERCENT, with one digit behind the point at most.  Keeps text.  0, or -1 if it is none. */
int thresholds_add(struct thresholds *t, const char *text);
/* Says on standard error how many pass, for each.  1 if some are too few or not known, else 0. */
int thresholds_check(const struct thresholds *t, const struct summary *s);
void thresholds_free(struct thresholds *t);

#endif
