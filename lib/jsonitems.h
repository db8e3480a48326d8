/*
 * The members of an object, or the items of a list that is a set, sorted by key: two of them can then be merged.
 */
#ifndef QRIE_JSONITEMS_H
#define QRIE_JSONITEMS_H

#include "buf.h"

struct jsonitem {
	struct span key;	/* decoded: a member's name, or what tells an item from the others */
	struct span value;
	size_t index;		/* in its container */
};

struct jsonitems {
	struct jsonitem *item;
	size_t n;
	struct buf keys;
};

/* Of a name that occurs twice the last member counts. */
void jsonitems_members(struct jsonitems *items, struct span object);
/* In the order of the list; keys are empty. */
void jsonitems_list(struct jsonitems *items, struct span list);
/*
 * Both lists by the key that all of their items have and none shares with another: 1, or 0 if there is no such key
 * and nothing to free.
 */
int jsonitems_sets(struct jsonitems *a, struct jsonitems *b, struct span list_a, struct span list_b);
/*
 * Both lists, when all of their items are strings, by what the strings say: 1; else 0 and nothing to free.  Of a string
 * that occurs twice the first item counts.  With ids only: when all are ids of resources in a VPC.
 */
int jsonitems_texts(struct jsonitems *a, struct jsonitems *b, struct span list_a, struct span list_b, int ids_only);
/* A list of policy statements by what they mean; 0 if it is none, and nothing to free. */
int jsonitems_statements(struct jsonitems *items, struct span list);
void jsonitems_free(struct jsonitems *items);

#endif
