/*
 * Evaluation records (qrie-records(5)): how many resources a policy judged, by account, region and type (its cells).
 * Those of one run are added up, because a run may be spread over processes; a later run replaces what it covered.
 * Memory: the cells of one policy.
 */
#ifndef QRIE_EVALUATION_H
#define QRIE_EVALUATION_H

#include <time.h>

#include "coverage.h"

/* Start it as EVALUATION_START, end it with evaluation_free(). */
struct evaluation {
	struct buf record;	/* the latest: all but the cells are its own; empty if there is none */
	time_t evaluated;
	int suspended;
	struct table cells;
};

#define EVALUATION_START ((struct evaluation){ .cells = { .size = sizeof(struct evaluation_cell) } })

enum { EVALUATION_COUNTS = 6 };

struct evaluation_cell {
	struct span key;
	struct buf account, region, type;	/* raw JSON */
	long long count[EVALUATION_COUNTS];	/* Evaluated, Passed, Failed, Unknown, OutOfScope, Waived */
};

/* NULL, or what is wrong with the record and nothing done. */
const char *evaluation_check(struct span record);
/* One more record of the run, accepted by evaluation_check(). */
void evaluation_add(struct evaluation *run, struct span record);
/*
 * The kept record and the run's as one, in run.  A unit that the run covered completely has the run's cell, or none;
 * of any other the cell is kept.  A run older than what is kept adds cells that are missing and changes nothing else.
 */
void evaluation_merge(struct evaluation *run, struct span kept, const struct coverage *covered);
void evaluation_write(struct buf *to, struct evaluation *e);
void evaluation_free(struct evaluation *e);

/* Calls each for every cell: what it counts as evaluated. */
void evaluation_each(struct span record, void (*each)(void *context, struct span account, struct span region,
    struct span type, long long evaluated), void *context);

#endif
