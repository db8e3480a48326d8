/*
 * Texts that were met before, in a few bytes each: their SHA-256's first half, which no two texts are known to share.
 * For what is many and may be long, as a list's tokens are; what must be had back is for table.h.
 */
#ifndef QRIE_SEEN_H
#define QRIE_SEEN_H

#include "buf.h"

enum { SEEN_BYTES = 16 };

struct seen {			/* start it as {0} */
	unsigned char (*slot)[SEEN_BYTES];	/* open addressing, a power of two of them; all zero: empty */
	size_t slots, n;
};

void seen_digest(struct span text, unsigned char digest[SEEN_BYTES]);
/* Remembers a text: 1, or 0 if it was there. */
int seen_add(struct seen *s, struct span text);
void seen_free(struct seen *s);

#endif
