/*
 * Drift: where live resources are not what somebody wanted them to be, as drift records (qrie-records(5)), in the order
 * of ARN and ResourceType.
 *
 * Wanted is what an inventory says, as a rule qrie-collect's of a Terraform state or plan.  Only what that writes
 * counts: of what it does not have, or has as null, live may have anything.  false, 0, "" and lists and objects of
 * nothing else are no different from nothing.  A list is compared as a set (jsondiff.h), lists of texts too; what only
 * live has in a list, or as a tag, is drift.  Live's tags beginning with aws: are not.
 *
 * What could not be read on either side is not compared, and is told (drift_unsure).
 * Memory: two records and what events say of one resource; the rest is in a sorter.
 */
#ifndef QRIE_DRIFT_H
#define QRIE_DRIFT_H

#include <time.h>

#include "coverage.h"
#include "drift_property.h"
#include "jsondiff.h"
#include "sorter.h"
#include "suspensions.h"

enum drift_file { DRIFT_DESIRED, DRIFT_LIVE, DRIFT_EVENTS, DRIFT_FILES };

/* What a drift is: all spans are raw JSON of the records that it was found in. */
struct drift_found {
	const char *type;		/* DriftType */
	int opted_in;			/* else it is told because all are wanted, and nobody's to act on */
	struct span suspended;		/* likewise, by this of the suspensions; {NULL, 0}: by none */
	const struct record *record;	/* live's; desired's where live has none; all of its fields but Address and Module */
	struct span address;		/* desired's; {NULL, 0} if it has none */
	struct span tags;
	struct span changes;		/* a list of {Path, Desired, Actual} */
	struct span properties;		/* a list of names */
	int severity;			/* 0 to 100 */
	struct span author, change_time;	/* {NULL, 0}: no event tells */
	time_t described;		/* LIFECYCLE_NEVER: not known */
};

typedef void drift_print(void *context, const struct drift_found *found);
typedef int drift_opted_in(void *context, const struct drift_found *found);

struct drift {
	const struct drift_properties *properties;	/* borrowed */
	struct suspensions *suspensions;		/* borrowed; NULL: none */
	int all;			/* those that have not opted in, too */
	int unmanaged;			/* what is live and not desired, too */
	drift_opted_in *opted_in;	/* NULL: by the tags ManagedBy=terraform and AutoRevert=true */
	drift_print *print;
	void *context;
	size_t drifts;			/* printed */
	size_t suspended;		/* of them, by suspensions */
	size_t silent;			/* drifts that were not, since they have not opted in */
	size_t nameless;		/* desired resources without a known ARN */
	size_t uncovered;		/* desired resources that live's listing would not have shown */
	size_t unread;			/* resources with something desired that live could not be asked for */
	struct coverage covered;	/* of live */
	int incomplete;			/* lines of live were lost */
	time_t newest;			/* DescribeTime in live */
	struct sorter sorter;
	struct drift_work *work;
};

/* d's own members (the first seven) are set by the caller before. */
void drift_open(struct drift *d, const char *tmpdir);
/*
 * Reads one of the files.  Bad records are named and cost themselves: 2 then, else 0.  3 when nothing can be said of it,
 * having said why.
 */
int drift_read(struct drift *d, enum drift_file which, const char *file);
/* Calls print for each, until there are none left or stdout is gone; 0, or 3 having said why. */
int drift_run(struct drift *d);
/* Says on standard error what could not be compared: 0, or 2 if there was anything.  What has not opted in is told, too. */
int drift_unsure(const struct drift *d);
void drift_close(struct drift *d);

#endif
