/*
 * Text that is held back until it is known whether it may go out: in memory, and when it is much in a temporary file.
 *
 *	spool_open(&s, getenv("TMPDIR"));
 *	spool_line(&s, line) ...
 *	spool_give(&s, out_write);
 *	spool_close(&s);
 */
#ifndef QRIE_SPOOL_H
#define QRIE_SPOOL_H

#include <sys/types.h>

#include "buf.h"

struct spool {
	const char *dir;	/* borrowed */
	struct buf text;	/* behind what is in the file */
	int fd;			/* -1: there is none yet */
	off_t end;
	int failed;		/* errno of the temporary file */
};

void spool_open(struct spool *s, const char *dir);
void spool_line(struct spool *s, struct span line);		/* and a newline; a failure shows when it is given */
/* Gives all of it, a part at a time.  0; or -1 with errno set when the temporary file could not be written or read. */
int spool_give(struct spool *s, void (*give)(struct span bytes));
void spool_close(struct spool *s);

#endif
