/*
 * What was found out before, by owner and key, in a fixed room: a cache, which forgets all when it is full.
 * Keys are compared in full.  The seed keeps others from choosing keys that fall on one another.
 */
#ifndef QRIE_MEMORY_H
#define QRIE_MEMORY_H

#include <stdint.h>

#include "buf.h"

struct memory;

struct memory *memory_new(size_t bytes, uint64_t seed);
/* Of a key: keys that several owners ask for are hashed once. */
uint64_t memory_hash(const struct memory *m, struct span key);
/* The value, valid until the next memory_put(); {NULL, 0} if there is none. */
struct span memory_get(const struct memory *m, uint32_t owner, struct span key, uint64_t hash);
/* For a key that memory_get() does not find.  Gives the value as kept, or value itself if it is too long. */
struct span memory_put(struct memory *m, uint32_t owner, struct span key, uint64_t hash, struct span value);
void memory_free(struct memory *m);

#endif
