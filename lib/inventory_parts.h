/*
 * Two inventories read in several parts at once, each by a process of its own.
 *
 * The process that we are reads the first part.  What another finds, it leaves in a temporary file: what goes into the
 * sorter and the hashes, coverage records, and what is to be said of bad lines, which is said once all lines before
 * them were counted.
 */
#ifndef QRIE_INVENTORY_PARTS_H
#define QRIE_INVENTORY_PARTS_H

#include <stdio.h>

#include "hashes.h"
#include "inventory_diff.h"
#include "lockstep.h"
#include "intake.h"

enum { INVENTORY_TIME = 40, INVENTORY_NOT_ASKED = -2, INVENTORY_BEFORE = 1, INVENTORY_HASHES = 1024 };

/* The last time that was read on a side: many records have the same. */
struct inventory_time {
	char text[INVENTORY_TIME];
	size_t len;
	time_t t;
};

struct inventory_range {	/* of a file; end 0: to its end */
	off_t from, end;
};

struct inventory_told {		/* whom ndjson tells of bad lines in a process that says nothing itself */
	FILE *notes;
	int side;
};

struct inventory_reader {
	struct inventory_diff *d;
	struct lockstep steps;
	struct intake *intake;
	struct hashes hashes;		/* of keys: even in a pair, odd alone */
	struct inventory_time read[2];
	struct buf key, value;
	int number[2];			/* of the files (reread.h), INVENTORY_NOT_ASKED before the first line is kept */
	int pairing;			/* both files can be read again */
	int failed;
	uint64_t *again;		/* the hashes that pairs are looked for of, in order */
	size_t nagain;
	int second;			/* time that the files are read */
	struct inventory_range range[2];
	FILE *notes;			/* for the process that we are a part of; NULL: we are none */
	struct inventory_told told[2];
	uint64_t hash[INVENTORY_HASHES];	/* for it, too */
	size_t nhash;
	pid_t parent;			/* that process */
	unsigned long lines;		/* given since it was last seen to be there */
};

enum inventory_note { NOTE_END, NOTE_ENTRY, NOTE_HASHES, NOTE_COVERAGE, NOTE_BAD, NOTE_SIDE };

void inventory_note(FILE *notes, enum inventory_note what, int side, uint64_t number, struct span text);
void inventory_note_bad(void *told, unsigned long line, const char *reason);

/* One more of the hashes, here or for the process that we are a part of. */
void inventory_hash(struct inventory_reader *in, uint64_t hash);
/* Reads both files, or its ranges of them.  In inventory_read.c, as is the next. */
void inventory_reader_run(struct inventory_reader *in, char **files);
int inventory_temporary_failed(struct inventory_reader *in);	/* says so; gives -1 */
/* Reads two files that can be read again, in as many parts as there are processors. */
void inventory_parts_run(struct inventory_reader *in, char **files);

#endif
