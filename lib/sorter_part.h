/* What sorter.c and sorter_order.c share: entries as they lie in memory and in the file. */
#ifndef QRIE_SORTER_PART_H
#define QRIE_SORTER_PART_H

#include <stdint.h>
#include <string.h>

#include "sorter.h"

struct lengths {
	uint32_t key, value;
};

/* An entry in memory: where it begins, and eight bytes of its key while they are what is compared. */
struct sorter_entry {
	uint64_t word;
	size_t at;
};

static inline struct span
sorter_key(const char *entry)
{
	struct lengths len;

	memcpy(&len, entry, sizeof(len));
	return (struct span){ entry + sizeof(len), len.key };
}

/* Puts entries in order.  Borrows arena, in which they lie. */
void sorter_order(struct sorter_entry *entry, size_t n, const char *arena);

#endif
