/*
 * Do two texts hold the same JSON document, as AWS gives filters and definitions in texts?  Blanks, the order of members
 * and how texts and numbers are spelled make no difference.  What policies mean: policydoc.h.
 */
#ifndef QRIE_JSONALIKE_H
#define QRIE_JSONALIKE_H

#include "buf.h"

/* a, b: JSON strings that scan_check() accepted.  0 unless both hold an object or a list, and the same one. */
int jsonalike(struct span a, struct span b);

#endif
