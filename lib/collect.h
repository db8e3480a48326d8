/*
 * Collecting: for each account signing in, for each of its regions and types the list call, then the calls that tell more of each resource, then
 * its record (qrie-records(5)), then what was covered.  Printed in order of account, region, type and ARN, whatever
 * order the answers came in.  Memory does not grow with what there is to collect: a bounded number of units is under way, each
 * with at most a page of its list; what is not printed yet goes to temporary files.  Without room for these it ends
 * the process with status 3.
 * With a journal what is in there is printed as if it had been asked for now, and what is finished is added.
 */
#ifndef QRIE_COLLECT_H
#define QRIE_COLLECT_H

#include <time.h>

#include "accounts.h"
#include "collector.h"
#include "journal.h"
#include "progress.h"

/* A resource to describe by itself. */
struct collect_one {
	const char *account;			/* whose it is: one of those to look at */
	const struct collector *collector;	/* which has One */
	const char *region;			/* where it is; for global types whatever it was named in */
	struct json_object *item;		/* what its list would say of it: the members of One's By, or more */
};

struct collect_options {
	const struct collector_set *collectors;
	struct functions *functions;		/* theirs */
	const struct services *services;	/* that they name: the session's */
	struct aws *aws;			/* the session's */
	struct session *session;		/* signed in */
	const struct accounts *accounts;	/* NULL: the session's own alone */
	const char *role, *external_id;		/* for accounts that name none and are not the session's; or NULL */
	char *const *regions;			/* names, globs, "all" (regions.h), for accounts that name none */
	size_t in_flight;			/* calls that may be under way, which must be kept busy */
	size_t memory;				/* bytes of records to hold before they go to a temporary file */
	const char *tmpdir;			/* for these files; NULL or "" is /tmp */
	struct journal *journal;		/* open; or NULL */
	int priced;				/* what calls cost is known (prices.h) */
	struct progress *progress;		/* is told how far it is; or NULL */
	time_t (*now)(void);			/* for DescribeTime and its like */
	/*
	 * Not NULL: these, in the order of region and type, else as they are here, in place of all that there is.  What is
	 * not there is a tombstone.  There is no coverage but for what could not be asked.
	 */
	const struct collect_one *ones;
	size_t nones;
};

/* Runs.  0, or 2 if something could not be read; it is named in the records and on standard error.  An account that
   cannot be looked at has one coverage record, of all regions and types; but if the session's own is all there is, 3.
   What was interrupted is not counted: who stopped the run (aws.h) knows why. */
int collect(const struct collect_options *o);

#endif
