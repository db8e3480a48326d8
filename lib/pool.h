/*
 * Work shared among forked processes, answers in the order in which the work was handed out.
 *
 * The parent hands out blocks of bytes in turn; a worker turns each into two texts, one for standard output and one
 * for standard error, and at the end into a last one (what it has counted).  Processes and not threads: libjq 1.6 is
 * not safe in threads.  A worker that dies ends the run with status 3: its output would be missing.
 */
#ifndef QRIE_POOL_H
#define QRIE_POOL_H

#include "buf.h"

struct pool_worker {
	/* A block into out and errors (both empty at the call).  Returns 0, or 2 if something was bad. */
	int (*work)(void *arg, struct span block, struct buf *out, struct buf *errors);
	void (*finish)(void *arg, struct buf *last);
	void *arg;
};

typedef void pool_output(void *arg, struct span out, struct span errors);

struct pool;

/*
 * Forks n workers.  Exits with 3 if it cannot.
 * Returns twice over: the pool in the parent, and NULL in each worker when its life is over, which then cleans up and
 * ends with status 0, writing nothing.
 */
struct pool *pool_open(unsigned n, const struct pool_worker *worker, pool_output *output, void *arg);
/* Hands out a block; output may be called for earlier ones. */
void pool_put(struct pool *p, struct span block);
/* Waits for all; last is called with each worker's last text.  0, or 2 if any block had something bad. */
int pool_close(struct pool *p, void (*last)(void *arg, struct span text), void *arg);

#endif
