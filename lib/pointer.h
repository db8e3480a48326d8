/*
 * JSON Pointers (RFC 6901), /Configuration/Tags/0/Value, as text that grows and shrinks with a walk.
 *
 *	size_t here = pointer_push(&at, key);
 *	...
 *	pointer_pop(&at, here);
 */
#ifndef QRIE_POINTER_H
#define QRIE_POINTER_H

#include "buf.h"
#include "path.h"

size_t pointer_push(struct buf *pointer, struct span key);	/* the key's text, not JSON */
size_t pointer_push_index(struct buf *pointer, size_t index);
void pointer_pop(struct buf *pointer, size_t before);

/* A path of jq's as a pattern of pointers, in which a token of one '\1' byte stands for any token. */
void pointer_push_any(struct buf *pattern);
void pointer_from_path(struct buf *pattern, const struct path *path);
int pointer_matches(struct span pattern, struct span pointer);

#endif
