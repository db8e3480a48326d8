/*
 * The lines of two files side by side, so that what did not change meets itself.
 *
 * As long as both files have the same lines, or lines that both() takes for the same, they come as pairs.  Where they
 * do not, a few lines ahead are looked at for where they go on together; what lies before comes alone.  Files that have
 * nothing in order come alone wholly.
 * Memory: a few lines of each.
 */
#ifndef QRIE_LOCKSTEP_H
#define QRIE_LOCKSTEP_H

#include "ndjson.h"

enum { LOCKSTEP_AHEAD = 8 };

struct lockstep_line {
	struct span text;
	unsigned long number;
	off_t at;		/* in its file, as ndjson has it */
	int same;		/* of the second of two: its text is that of the first; else that is not known */
};

struct lockstep_side {
	struct ndjson in;			/* opened and closed by the caller */
	struct buf held[LOCKSTEP_AHEAD];	/* lines looked at ahead, in a ring */
	unsigned long number[LOCKSTEP_AHEAD];
	off_t at[LOCKSTEP_AHEAD];
	unsigned first, n;
	struct lockstep_line line;		/* the next, when none is held */
	int has;
};

struct lockstep {		/* start it as {0} */
	struct lockstep_side side[2];
	/* Are the two the same?  Then it has taken them.  NULL: all lines come alone. */
	int (*both)(void *context, const struct lockstep_line *a, const struct lockstep_line *b);
	/* A line alone; 0 to go on. */
	int (*one)(void *context, int side, const struct lockstep_line *line);
	void *context;
};

void lockstep_run(struct lockstep *l);
void lockstep_free(struct lockstep *l);

#endif
