/*
 * Newline-delimited JSON in: one object a line, from files or standard input.
 *
 * A line may be up to NDJSON_LINE bytes.  A byte order mark at the start of a file, CR before LF and blank lines are
 * passed over.  What is not one valid JSON object (see scan.h) is named on standard error as
 * "tool: file:line: reason", skipped, and remembered in the status; so is a file that cannot be read.
 * Memory: one buffer, as long as the longest line met.
 */
#ifndef QRIE_NDJSON_H
#define QRIE_NDJSON_H

#include <sys/types.h>

#include "buf.h"

enum { NDJSON_LINE = 64 << 20 };

struct ndjson {
	char **files;			/* NULL-terminated, borrowed */
	const char *name;		/* for messages: the file, "(stdin)" for standard input */
	unsigned long line;		/* of the record last given, from 1 */
	unsigned long rejected;		/* lines named as bad so far, in all files */
	unsigned long bad_line;		/* the last of them, in this file */
	unsigned long unread;		/* files that could not be read, or not to their end */
	unsigned long opened;		/* how many files were, the one being read included */
	off_t at;			/* where in its file the line last given begins, trimmed */
	int fd, status, eof, skipping;	/* status: 0, or 2 once something was bad */
	int quiet;			/* set after ndjson_open(): bad lines were named before */
	struct buf buf;
	size_t start;			/* where the next line begins in buf */
	off_t offset;			/* of buf in the file */
	size_t most;			/* so many bytes of files are read: all, unless set after ndjson_open() */
	off_t from;			/* where a file is begun to be read, if set then: at the start of a line, */
	unsigned long before;		/* which has so many lines before it; not 0 */
	/* If set then, told of each bad line in place of standard error. */
	void (*tell)(void *told, unsigned long line, const char *reason);
	void *told;
	size_t searched;		/* bytes behind start already known to hold no newline */
};

/* files: the rest of argv; none, or "-" among them, is standard input.  Borrows files. */
void ndjson_open(struct ndjson *in, char **files);
/* The next record, validated: 1, or 0 at the end.  It stays valid until the next call. */
int ndjson_next(struct ndjson *in, struct span *record);
/* The next line that is not blank, trimmed but not validated: 1, or 0 at the end.  Valid as long as a record is. */
int ndjson_line(struct ndjson *in, struct span *line);
/*
 * Is the next line this text, which ndjson_line() gave of another file, and nothing else?  Then it is given as by
 * ndjson_line(), which takes longer; else 0 and nothing is done.
 */
int ndjson_line_is(struct ndjson *in, struct span text, struct span *line);
/* Cuts off what is allowed around a record on line number of a file; 0 if nothing is left. */
int ndjson_trim(struct span *line, unsigned long number);
/* Names the record last given as bad.  NULL or "" is silent and changes nothing. */
void ndjson_complain(struct ndjson *in, const char *reason);
/* The same of an earlier line of the file. */
void ndjson_complain_at(struct ndjson *in, unsigned long line, const char *reason);
/* What is wrong with the text of a record at a byte, from 0, as ndjson_next() says it. */
void ndjson_invalid(struct ndjson *in, unsigned long line, const char *why, size_t at);
/* Closes; 0, or 2 if anything was bad. */
int ndjson_close(struct ndjson *in);

#endif
