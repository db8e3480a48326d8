/*
 * Sorts any number of keyed values in a fixed amount of memory: what does not fit goes to a file without a name in the
 * folder for temporary files, as sorted runs, which are merged while reading.
 *
 *	sorter_open(&s, getenv("TMPDIR"));
 *	sorter_add(&s, key, value) ...			copies both
 *	sorter_sort(&s);				no more is added from here on
 *	while ((got = sorter_next(&s, &key, &value)) > 0) ...
 *	sorter_rewind(&s);				to read it all again
 *	sorter_close(&s);
 *
 * Order: bytes of the key, as memcmp; equal keys as they were added.
 * Functions that give an int: -1 with errno set when the temporary file cannot be written or read.
 */
#ifndef QRIE_SORTER_H
#define QRIE_SORTER_H

#include <sys/types.h>

#include "buf.h"

enum { SORTER_MEMORY = 16 << 20 };	/* a run; a longer single value is held anyway */

/*
 * The file, made when something has to go there.  Several sorters may share one, so that many small ones together have
 * a bounded number of descriptors and, by sorter_spill(), of bytes.  It is emptied when none of them uses it any more.
 */
struct sorter_file {
	const char *dir;		/* borrowed */
	int fd;				/* -1: there is none yet */
	off_t end;
	size_t users;			/* sorters with something in it */
};

struct sorter_run {
	off_t at, end;			/* what is still to be read of it in the file */
	off_t from;			/* where it begins */
	struct buf buf;
	size_t start;			/* in buf */
};

struct sorter {
	struct sorter_file own, *shared;	/* shared NULL: its own */
	size_t memory;			/* SORTER_MEMORY unless changed after sorter_open() */
	struct buf arena;		/* entries as added: two lengths, key, value */
	struct sorter_entry *entry;	/* where they lie in arena, then in sorted order */
	size_t n, cap, next;
	struct sorter_run *run;
	size_t runs;
	struct sorter_run **heap;	/* the run with the smallest key first */
	size_t heaped;
	struct sorter_run *given;		/* the run whose entry was given last; it moves on at the next call */
};

void sorter_file_open(struct sorter_file *f, const char *dir);	/* dir: NULL or "" is /tmp */
void sorter_file_close(struct sorter_file *f);

void sorter_open(struct sorter *s, const char *dir);
void sorter_open_in(struct sorter *s, struct sorter_file *f);	/* f is borrowed */
size_t sorter_held(const struct sorter *s);		/* bytes of memory, before sorter_sort() */
int sorter_spill(struct sorter *s);			/* gives them back; before sorter_sort() */
int sorter_add(struct sorter *s, struct span key, struct span value);
int sorter_sort(struct sorter *s);
int sorter_next(struct sorter *s, struct span *key, struct span *value);	/* 1, 0 at the end; valid until the next call */
int sorter_rewind(struct sorter *s);
void sorter_close(struct sorter *s);

#endif
