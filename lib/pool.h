/*
 * Blocks of lines shared among forked processes, output in the order of the input.
 *
 * The parent reads blocks into memory that it shares with the workers, or leaves the reading to them, and hands them
 * out in turn.  A worker turns its block into output and messages, and writes them when those before are written; until
 * then it goes on with its next blocks.  What it counts goes to the parent at the end.
 * Processes and not threads: libjq 1.6 is not safe in threads.  A worker that dies ends the run with status 3, as its
 * output would be missing, and the others with it; one that ends with 3 has said why itself.
 */
#ifndef QRIE_POOL_H
#define QRIE_POOL_H

#include "blocks.h"

struct pool_worker {
	/* A block into output and notes (both empty at the call). */
	void (*work)(void *arg, const struct block *block, struct buf *out, struct buf *notes);
	/*
	 * In the order of the blocks, whose texts are gone: writes messages from a block's notes.  *line is the number of
	 * the last line before the block, and is to be that of its last.  0, or 2 if something was bad.
	 */
	int (*say)(void *arg, const struct block *block, struct span notes, unsigned long *line);
	void (*finish)(void *arg, struct buf *last);
	void *arg;
};

struct pool;

/*
 * Forks n workers.  Exits with 3 if it cannot.
 * Returns twice over: the pool in the parent, and NULL in each worker when its life is over, which then cleans up and
 * ends with status 0, writing nothing.
 */
struct pool *pool_open(unsigned n, const struct pool_worker *worker);
/* Where the next block is to be read to, unless workers read it, BLOCKS_ROOM bytes; waits until it is free. */
char *pool_room(struct pool *p);
/* Hands out a block; its text lies in that room or elsewhere. */
void pool_put(struct pool *p, const struct block *block);
int pool_gone(const struct pool *p);	/* nobody reads standard output any more: out.h knows why */
/* Waits for all; last is called with each worker's last text.  0, or 2 if any block had something bad. */
int pool_close(struct pool *p, void (*last)(void *arg, struct span text), void *arg);

#endif
