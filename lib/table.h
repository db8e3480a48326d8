/*
 * A table of things found by a text: accounts, regions, policies.  Its memory grows with the number of different texts,
 * so it is for what is few (names), never for what is many (resources).
 *
 *	struct group { struct span key; ... };			every entry begins with its key
 *	struct table regions = { .size = sizeof(struct group) };
 *	group = table_get(&regions, name);			made on first use, zeroed, key copied
 *	for (i = 0; i < regions.n; i++) group = regions.item[i];
 *
 * An entry never moves.  The order is that of first use until table_sort().
 */
#ifndef QRIE_TABLE_H
#define QRIE_TABLE_H

#include "buf.h"

struct table {
	size_t size;		/* of an entry */
	void **item;
	size_t n, cap;
	void **slot;		/* open addressing, a power of two of them */
	size_t slots;
};

void *table_get(struct table *t, struct span key);
void *table_find(const struct table *t, struct span key);	/* NULL if there is none */
/* less than 0, 0, more than 0, as for qsort(); called with pointers to two entries. */
void table_sort(struct table *t, int (*order)(const void *, const void *));
int table_by_key(const void *a, const void *b);			/* an order */
void table_free(struct table *t);				/* entries and keys; what entries own is the caller's */

#endif
