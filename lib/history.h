/*
 * The history of a state of findings: an append-only file from which the state of any day can be had back.
 *
 *	history_open(&h, path, getenv("TMPDIR"), now)	is it one, or not there yet?
 *	history_lock(&h)				one process at a time from here on
 *	history_before(&h, line) ...			each line of the old state, in its order
 *	history_after(&h, line) ...			each line of the new one
 *	history_add(&h, line) ...			what has changed
 *	history_write(&h, new)				before the new state takes its place
 *	history_undo(&h)				if it could not
 *	history_close(&h)
 *
 * What a run adds ends with a run record, by which a run that was not written to its end is known: the next one cuts
 * it off.  It also has a digest of the state before and after.  A run that is in the history and whose state never took
 * its place, because the process ended between the two, is known by them, and cut off too: nothing is lost or there
 * twice when it is run again.  If they show that the state was changed without the history, or there is none yet, the
 * whole new state goes into it.
 * Memory: what has changed goes to a temporary file when it is much.
 * Functions that give an int: 0, or -1 having said why on standard error.
 */
#ifndef QRIE_HISTORY_H
#define QRIE_HISTORY_H

#include <sys/types.h>
#include <time.h>

#include "clock.h"
#include "lifecycle.h"
#include "siphash.h"

#define HISTORY_HEAD "{\"Kind\":\"history\",\"Version\":1}"

enum { HISTORY_LABELS = 5 };

/* The last run that was written to its end. */
struct history_run {
	int found;
	off_t begin, end;		/* its lines, the run record's included */
	int whole;
	char before[SIPHASH_TEXT], after[SIPHASH_TEXT];	/* the states' digests */
};

struct history {
	const char *path;		/* borrowed; NULL: there is none, and every function does nothing */
	int fd;
	char now[CLOCK_TEXT];
	uint64_t before[2], after[2];
	struct history_run last;
	struct buf text;		/* what has changed, and then in the temporary file */
	int spool;
	off_t spooled;
	const char *tmpdir;
	int failed;			/* errno of the temporary file */
	off_t undo;			/* how long it was */
	size_t opened, reopened, resolved, purged, active[HISTORY_LABELS];
};

/* path is NULL for none, else borrowed as tmpdir is. */
int history_open(struct history *h, const char *path, const char *tmpdir, time_t now);
int history_lock(struct history *h);
void history_before(struct history *h, struct span line);
void history_after(struct history *h, struct span line);
void history_add(struct history *h, struct span line);
/* A finding of the new state, and what it was in the old one. */
void history_count(struct history *h, enum lifecycle_state before, enum lifecycle_state after, struct span line);
int history_write(struct history *h, const char *state);
void history_undo(struct history *h);
void history_close(struct history *h);

/* In a file that begins as a history does: the last run; the end of the head if there is none.  -1 with errno set. */
int history_last(int fd, struct history_run *last);
/* 1, 0 if it is empty or not even the head was written to its end, or -1 if it is none or cannot be read. */
int history_is_one(int fd, const char *path);

#endif
