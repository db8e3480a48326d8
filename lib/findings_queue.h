/*
 * What the sorter gives of a run, a resource at a time: the records of the resource in hand and of the one behind it.
 * Memory: so many entries of both; a resource of which there are more comes in several chunks.
 */
#ifndef QRIE_FINDINGS_QUEUE_H
#define QRIE_FINDINGS_QUEUE_H

#include "sorter.h"

enum { FINDINGS_QUEUE_MOST = 64, FINDINGS_QUEUE_CHUNKS = 3 };

/* As findings_run.h says. */
struct findings_entry {
	struct buf key, value;
	int used;			/* it says no more than that the resource is there */
};

struct findings_chunk {
	struct findings_entry *entry;
	size_t n, cap;
	size_t next;			/* those before it are done with */
	int prepared;			/* the user's: 0 at first */
};

struct findings_queue {
	struct sorter *sorter;
	/* In a ring from now on: the one in hand, the next, and the first entry of the one behind that. */
	struct findings_chunk chunk[FINDINGS_QUEUE_CHUNKS];
	unsigned now;
};

/* Functions that give an int: 0, or -1 having said why. */
int findings_queue_open(struct findings_queue *q, struct sorter *sorter);	/* borrows sorter; read from its start */
struct findings_chunk *findings_queue_now(struct findings_queue *q);		/* without entries at the end */
struct findings_chunk *findings_queue_behind(struct findings_queue *q);
int findings_queue_goes_on(struct findings_queue *q);	/* is the chunk behind about the same resource? */
int findings_queue_next(struct findings_queue *q);	/* the next chunk is in hand */
void findings_queue_close(struct findings_queue *q);

#endif
