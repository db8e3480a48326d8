/*
 * Do two JSON values that are no container say the same?  Text scan_check() accepted.
 */
#ifndef QRIE_JSONSAME_H
#define QRIE_JSONSAME_H

#include "buf.h"

/* Strings by what they decode to, numbers by value (1, 1.0 and 10e-1 are the same), exactly, however long. */
int jsonsame(struct span a, struct span b);
/* Of two JSON numbers, by value: below 0, 0, or above 0 as a is less, the same or more. */
int jsonsame_order(struct span a, struct span b);

#endif
