/*
 * What changed from one inventory to another: change records (qrie-records(5)), by AccountId, Region and ARN.
 *
 * Not compared: DescribeTime, LastSeenAt, Source, what either side could not read, and what is told to be ignored.  Of one resource described
 * twice in a file the newest counts, a tombstone as "not there".  What a file does not have counts as not there only
 * if the file's coverage records say that its unit was listed completely, or it has no such records, and no line of it
 * was lost.
 * Memory: a few records, and hashes of a million keys; the rest is in temporary files.
 */
#ifndef QRIE_INVENTORY_DIFF_H
#define QRIE_INVENTORY_DIFF_H

#include <time.h>

#include "coverage.h"
#include "ignore.h"
#include "jsondiff.h"
#include "reread.h"
#include "sorter.h"

/* One of the two files. */
struct inventory {
	struct coverage covered;
	int incomplete;			/* lines of it were lost */
	time_t newest;			/* DescribeTime in it */
};

typedef void inventory_changed(void *context, struct span change);

struct inventory_diff {
	struct inventory side[2];
	const char *tmpdir;
	struct sorter sorter;		/* what has changed, or may have */
	struct reread lines;		/* what its values stand for */
	const struct ignore *ignore;	/* borrowed; NULL: none */
	struct jsondiff fields;
	struct buf record;		/* the change being made */
	inventory_changed *changed;
	void *context;
	size_t changes;
};

/* tmpdir and ignore are borrowed; ignore NULL: everything is a change.  key: random numbers (reread.h). */
void inventory_diff_open(struct inventory_diff *d, const char *tmpdir, const struct ignore *ignore,
    const uint64_t key[2]);
/*
 * Reads the two files, "-" being standard input.  Bad records are named and cost themselves: 2 then, else 0.  3 when
 * nothing can be said of one of them, having said why.
 */
int inventory_diff_read(struct inventory_diff *d, char **files);	/* in inventory_read.c */
/* Calls changed with each change record, until it has none left or stdout is gone; 0, or 3 having said why. */
int inventory_diff(struct inventory_diff *d, inventory_changed *changed, void *context);
void inventory_diff_close(struct inventory_diff *d);

#endif
