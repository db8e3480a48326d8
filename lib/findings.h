/*
 * The state of all findings, kept in a file (STATE), and what a run of qrie-eval -a makes of it.
 *
 *	findings_open(&run, path, history, getenv("TMPDIR"), now)	is STATE one, or not there yet?
 *	findings_read(&run, &in)				the run's records, in any order
 *	findings_lock(&run)					one process at a time from here on
 *	findings_merge(&run, all)				prints
 *	findings_commit(&run)					STATE is new
 *	findings_close(&run);					unless it was committed, STATE is as it was
 *
 * STATE holds finding records in the order of ARN, then Policy, and behind them evaluation records by Policy.
 * Memory: the findings of one resource, and what coverage.h and evaluation.h say; the rest is in a sorter.
 * Functions that give an int: 0, or -1 having said why on standard error.
 */
#ifndef QRIE_FINDINGS_H
#define QRIE_FINDINGS_H

#include "atomicfile.h"
#include "coverage.h"
#include "history.h"
#include "ndjson.h"
#include "reread.h"
#include "sorter.h"
#include "spool.h"

struct findings {
	char *path;			/* where it lies, if it is a symbolic link */
	struct sorter sorter;
	struct reread lines;		/* what the sorter's values stand for */
	struct coverage covered;
	struct table policies;		/* struct policy_status */
	time_t evaluated;		/* of the run: the latest it says, else now */
	int incomplete;			/* lines were lost: what is missing may be in them */
	int lock;
	struct atomicfile file;
	struct spool changed;		/* to be printed once the whole of the old state was found good */
	struct history history;
};

/* history: the file of it (history.h), or NULL; borrowed. */
int findings_open(struct findings *run, const char *path, const char *history, const char *tmpdir, time_t now);
/* Reads to the end; bad records are named and cost themselves. */
int findings_read(struct findings *run, struct ndjson *in);
int findings_lock(struct findings *run);
/*
 * Prints the findings whose state changed, or with all the whole new state; nothing if the old one is not as we would
 * have written it.
 */
int findings_merge(struct findings *run, int all);
int findings_commit(struct findings *run);			/* and the history, which comes first */
/* 2 if resources got lost between the listing and here, having said so; else 0. */
int findings_status(const struct findings *run);
void findings_close(struct findings *run);

#endif
