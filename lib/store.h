/*
 * Bytes put away in pieces until their turn comes: in memory while they are few, else in a temporary file.
 *
 *	at = store_end(&s);
 *	store_add(&s, bytes) ...
 *	len = (size_t)(store_end(&s) - at);
 *	store_keep(&s);
 *	...
 *	store_give(&s, at, len, write);
 *	store_drop(&s);
 *
 * What is dropped gives its room back when nothing is kept any more.
 * Functions that give an int: 0; or -1 with errno set when the temporary file cannot be written or read.
 */
#ifndef QRIE_STORE_H
#define QRIE_STORE_H

#include <sys/types.h>

#include "buf.h"

enum { STORE_MEMORY = 4 << 20 };

struct store {
	const char *dir;
	size_t most;		/* bytes in memory: STORE_MEMORY unless changed after store_open() */
	int fd;			/* -1: there is no file yet */
	off_t written;		/* how much is in the file */
	struct buf memory;	/* what comes behind it */
	size_t kept;		/* pieces */
};

void store_open(struct store *s, const char *dir);	/* dir, borrowed: NULL or "" is /tmp */
off_t store_end(const struct store *s);
int store_add(struct store *s, struct span bytes);
void store_keep(struct store *s);
int store_give(struct store *s, off_t at, size_t len, void (*give)(struct span bytes));
void store_drop(struct store *s);
void store_close(struct store *s);

#endif
