/*
 * Reading two inventories for their difference: what is the same in both is left out, the rest is put in the sorter.
 *
 * A resource whose record is the same in both files but for DescribeTime, LastSeenAt and Source has not changed, if it
 * has no other record.  So that the many of which this is true need not be parsed and sorted, pairs of such lines
 * are only remembered by a hash of their key, as all other records are; where a pair's hash is there again, both
 * files are read a second time for these pairs.
 */
#ifndef QRIE_INVENTORY_READ_H
#define QRIE_INVENTORY_READ_H

#include "inventory_diff.h"
#include "record.h"

/* In one second what is deleted stays deleted. */
enum { RANK_RESOURCE = '0', RANK_TOMBSTONE };

/*
 * Of a key in the sorter: AccountId, Region, ARN; behind them the side, the time, the rank and where in the file the
 * line is, times and places in so many bytes.
 */
enum { INVENTORY_PARTS = 3, INVENTORY_NUMBER = 8 };

void inventory_key(struct buf *key, const struct record *r);	/* its first part, in place of what is in key */

#endif
