/*
 * JSON objects in, wherever they stand: on a line each, over several lines, one behind the other; plain or gzip; from
 * files or standard input.  Of an object that has a list under one of the names given ("Records"), and of a list that
 * stands alone, each item comes by itself, so that a file of any length is read in little memory.
 *
 * An object may be up to DOCUMENTS_MOST bytes.  What is no valid JSON object (scan.h) is named on standard error as
 * "tool: file:line: reason", passed over, and remembered in the status; so is a file that cannot be read, and one that
 * ends too early.  Behind what is broken it goes on at the next line that begins with "{", or, if a text was not ended
 * in its line, at the next line.
 * Memory: one buffer, as long as the longest object met.
 */
#ifndef QRIE_DOCUMENTS_H
#define QRIE_DOCUMENTS_H

#include "buf.h"

enum { DOCUMENTS_MOST = 64 << 20 };

struct documents {
	char **files;			/* NULL-terminated, borrowed */
	const char *const *lists;	/* names of lists whose items come by themselves, NULL-terminated, borrowed */
	const char *name;		/* for messages: the file, "(stdin)" for standard input */
	void *gz;			/* zlib's, NULL between files */
	int status;			/* 0, or 2 once something was bad */
	struct buf buf;
	size_t at, start;		/* in buf: what is read next; where the object being read began */
	size_t key, key_end;		/* behind start: the last name of an object that may have a list; key_end 0: none */
	unsigned long line, began;	/* of at, and of start, from 1 */
	int depth, list;		/* open brackets; those around the items of a list, 0: in none */
	int capturing;			/* the object being read is to be given */
	int any;			/* an object or a list was there, in whichever file */
	int in_string, escaped, line_start, garbage, too_long, eof;
};

/* files: the rest of argv; none, or "-" among them, is standard input. */
void documents_open(struct documents *d, char **files, const char *const *lists);
/* The next object, validated: 1, or 0 at the end.  It stays valid until the next call. */
int documents_next(struct documents *d, struct span *object);
/* Names the object last given as bad. */
void documents_complain(struct documents *d, const char *reason);
/* Closes; 0, or 2 if anything was bad. */
int documents_close(struct documents *d);

#endif
