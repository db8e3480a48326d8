/*
 * Lines read a second time from where they lie, so that what is sorted need not carry them along.
 *
 *	number = reread_add(&r, in.fd, in.name)			for each file, while it is open
 *	reread_put(&r, &value, number, in.at, line)			what stands for the line
 *	...
 *	reread_get(&r, value, &line)				the line
 *
 * Only regular files can be read again, and only while all of them together are so small that they likely still lie in
 * the machine's memory: a disk gives lines one by one far slower than a sorted temporary file.  A line of any other
 * file (number -1) is carried along.
 * A file may be changed between the two readings: unless sums are kept, whoever reads a line again must validate it, and
 * find that it is still about the same thing; if it is not, reread_complain() says so.
 * Memory: a block of each file.
 */
#ifndef QRIE_REREAD_H
#define QRIE_REREAD_H

#include <stdint.h>
#include <sys/types.h>

#include "buf.h"

enum { REREAD_FILES = 16 };

struct reread_file {
	const char *name;
	int fd;
	struct buf block;	/* what was read last, */
	off_t at;		/* and where it lies in the file */
	size_t ahead;		/* so much is read at a time now */
};

struct reread {			/* start it as {0} */
	struct reread_file file[REREAD_FILES];
	int n;
	off_t size;		/* of all */
	int digests;		/* set if lines will be compared: a digest of each is kept with its place, */
	uint64_t key[2];	/* under this key, which nobody must be able to guess */
	int sums;		/* set if a line is to be the very same when it is read again; not with digests */
};

/* name is borrowed, fd duplicated.  Gives the file's number, or -1. */
int reread_add(struct reread *r, int fd, const char *name);
void reread_put(const struct reread *r, struct buf *to, int number, off_t at, struct span line);
/* What was added to a value behind what reread_put() did. */
struct span reread_rest(const struct reread *r, struct span value);
/* 0 and the line, valid until the next call that is about its file; or -1 having said why. */
int reread_get(struct reread *r, struct span value, struct span *line);
int reread_complain(const struct reread *r, struct span value);		/* it was changed: gives -1 */
/* Do two of them stand for the same text, as far as can be told without reading it again? */
int reread_same(const struct reread *r, struct span a, struct span b);
void reread_close(struct reread *r);

#endif
