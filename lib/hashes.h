/*
 * Any number of 64-bit numbers in order, in a fixed amount of memory: what does not fit goes to a temporary file, as
 * sorted runs, which are merged while reading.
 *
 *	hashes_open(&h, getenv("TMPDIR"));
 *	hashes_add(&h, number) ...
 *	hashes_sort(&h);				no more is added from here on
 *	while ((got = hashes_next(&h, &number)) > 0) ...
 *	hashes_close(&h);
 *
 * Functions that give an int: -1 with errno set when the temporary file cannot be written or read.
 */
#ifndef QRIE_HASHES_H
#define QRIE_HASHES_H

#include <stdint.h>
#include <sys/types.h>

struct hashes_run {
	off_t at, end;
	uint64_t *item;		/* what was read of it */
	size_t n, next;
};

struct hashes {
	const char *dir;	/* borrowed */
	uint64_t *item, *spare;
	size_t n, cap, next;
	int fd;
	off_t end;
	struct hashes_run *run;
	size_t runs;
};

void hashes_open(struct hashes *h, const char *dir);
int hashes_add(struct hashes *h, uint64_t number);
int hashes_sort(struct hashes *h);
int hashes_next(struct hashes *h, uint64_t *number);	/* 1, 0 at the end */
void hashes_close(struct hashes *h);

#endif
