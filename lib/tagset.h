/*
 * The tags of one record, decoded.  Start it as {0}, end it with tagset_free(); memory is kept from one record to the
 * next.  Texts end with a NUL; what follows a NUL inside one is not seen.
 */
#ifndef QRIE_TAGSET_H
#define QRIE_TAGSET_H

#include "buf.h"

struct tag {
	struct buf key, value;
};

struct tagset {
	struct tag *tag;
	size_t n, cap;			/* those from n to cap are spare */
};

/* tags: a JSON object of texts.  0; or -1 if some value is no text. */
int tagset_read(struct tagset *set, struct span tags);
const struct tag *tagset_find(const struct tagset *set, const char *key);	/* NULL if it is not there */
void tagset_free(struct tagset *set);

#endif
