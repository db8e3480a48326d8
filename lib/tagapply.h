/*
 * Carries out tagplan records (qrie-tag(1), --apply): reads the tags as they are, sees what is still to be done, writes
 * down how to undo it, and does it.  Nothing is written before all of the plan was looked at.
 * Memory: grows with what is to be changed, up to max resources.
 */
#ifndef QRIE_TAGAPPLY_H
#define QRIE_TAGAPPLY_H

#include <time.h>

#include "tagging.h"
#include "tagrule.h"

struct tagapply_options {
	struct tagging *tagging;
	const struct tag_rules *rules;		/* their limits count */
	const char *account;			/* whose resources may be changed */
	char *const *regions;			/* NULL: all; resources elsewhere are passed over */
	size_t max;				/* more resources to change: none is */
	const char *undo;			/* a file that is not there yet, or a device; or NULL */
	int dry_run;				/* only say what would be done */
	time_t now;
};

struct tagapply_counts {
	size_t changed, failed, same;		/* resources; changed: or would be, in a dry run */
};

/* Prints a record for each resource changed, or not.  0; 2 if some could not be; 3 if nothing was written. */
int tagapply(const struct tagapply_options *o, char **files, struct tagapply_counts *counts);

#endif
