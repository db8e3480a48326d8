/*
 * Files, or standard input, in blocks of whole lines, for those who divide them among processes.
 *
 * A block never holds lines of two files.  What is there of a pipe is given at once; a file that cannot be read is named
 * on standard error, and remembered in the status.  A line longer than a block comes alone; one longer than NDJSON_LINE
 * is left out, and counts as too_long.
 *
 * Who sets ranges is not given the lines of a regular file, but bytes of it in which they begin: blocks_read() reads them,
 * in whatever process.
 */
#ifndef QRIE_BLOCKS_H
#define QRIE_BLOCKS_H

#include <sys/types.h>

#include "ndjson.h"

enum { BLOCKS_ROOM = 512 << 10 };

struct blocks {
	char **files;			/* NULL-terminated, borrowed */
	size_t next;			/* the number in files of the one to open next */
	int fd, status, skipping;	/* status: 0, or 2 once a file could not be read */
	int first;			/* no block of this file was given yet */
	struct buf rest;		/* what was read behind the last block */
	struct buf line;		/* one that is longer than a block */
	int ranges;			/* set after blocks_open() */
	off_t at, end;			/* what is left of the file to be given in ranges; no file: 0, 0 */
	dev_t dev;			/* which file that is */
	ino_t ino;
	size_t reading;			/* the number of the file that blocks_read() has open, and 1; 0: none */
	int reading_fd;
};

struct block {
	size_t file;			/* its number in files */
	int first;			/* the first of its file */
	int too_long;			/* a line that is left out stands behind text */
	struct span text;		/* in the room given, or in the struct; valid until the next call */
	off_t at;			/* of a range, whose text is yet to be read: where it begins */
	size_t bytes;			/* and how long it is; 0: it is none */
	dev_t dev;
	ino_t ino;
};

/* files: the rest of argv; none, or "-" among them, is standard input.  Borrows files. */
void blocks_open(struct blocks *b, char **files);
/* The next block, in a room of BLOCKS_ROOM bytes: 1, or 0 at the end. */
int blocks_next(struct blocks *b, char *room, struct block *block);
/*
 * Reads the lines that begin in a range; a block that is none stays as it is.  What cannot be read is named on standard
 * error, and remembered in the status.  The text lies in room.
 */
void blocks_read(struct blocks *b, struct block *block, struct buf *room);
/*
 * A look ahead at what is to come: calls each with whole lines from places all over those files that can be read at any
 * place, and with all lines of a short one.  Nothing is said of what cannot be read, and what blocks_next() gives stays
 * the same.  room: BLOCKS_ROOM bytes.
 */
void blocks_sample(const struct blocks *b, char *room, void (*each)(void *arg, struct span lines), void *arg);
const char *blocks_name(const struct blocks *b, size_t file);	/* for messages */
int blocks_close(struct blocks *b);				/* the status */

#endif
