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
/* The value, valid until the next memory_put(); {NULL, 0} if there is none. */
struct span memory_get(struct memory *m, uint32_t owner, struct span key);
/* For a key that the last memory_get() did not find.  Gives the value as kept, or value itself if it is too long. */
struct span memory_put(struct memory *m, uint32_t owner, struct span key, struct span value);
void memory_free(struct memory *m);

#endif
