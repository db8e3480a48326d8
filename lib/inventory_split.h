/*
 * Where two inventories may be cut in parts that are read at the same time.
 *
 * A part of the one and the same part of the other begin with the same resource, where both are in the same order and
 * the second is about where the first has it; else with any line.  Where the cuts are decides how fast the difference is
 * found and nothing else.
 */
#ifndef QRIE_INVENTORY_SPLIT_H
#define QRIE_INVENTORY_SPLIT_H

#include <sys/types.h>

enum { INVENTORY_SPLIT_MOST = 4 };

struct inventory_cut {
	off_t at[2];		/* where a part ends and the next one begins, in each file */
};

/* How many parts, up to most: 1 of what is small or no regular file.  Sets all cuts but the last part's end. */
unsigned inventory_split(char **files, unsigned most, struct inventory_cut *cut);

#endif
