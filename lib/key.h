/*
 * Keys that records are sorted and joined by: texts in a row, each ended by a NUL, so that bytes compare as the
 * texts do one after the other.
 */
#ifndef QRIE_KEY_H
#define QRIE_KEY_H

#include <time.h>

#include "buf.h"

/* What a JSON string says, control characters escaped, and a NUL; anything else counts as "". */
void key_add(struct buf *key, struct span string);
void key_addtext(struct buf *key, struct span text);	/* the same of a text that is no JSON */
void key_addtime(struct buf *key, time_t t);	/* and a NUL */
/* The part of a key that ends with the n-th NUL, n from 1; all of it if it has fewer. */
struct span key_prefix(struct span key, int n);

#endif
