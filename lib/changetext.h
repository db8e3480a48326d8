/*
 * Change and drift records for people: what changed or drifted, then each path with its old and its new value, or its
 * desired and its actual one, as diff shows them.
 * No byte of a record can do anything to a terminal.
 */
#ifndef QRIE_CHANGETEXT_H
#define QRIE_CHANGETEXT_H

#include "buf.h"

/* Several lines, each with its newline.  colour: with ANSI escapes, as git diff has them. */
void changetext_add(struct buf *to, struct span change, int colour);

#endif
