/*
 * Times as text.  We write UTC in whole seconds, 2026-11-22T21:00:00Z (RFC 3339), 20 bytes and a NUL.
 * No function here reads the clock: it is an argument (--now), read once in main.
 */
#ifndef QRIE_CLOCK_H
#define QRIE_CLOCK_H

#include <time.h>

#include "buf.h"

enum { CLOCK_TEXT = 21 };

/*
 * Reads RFC 3339: Z or a numeric offset, a fraction (dropped), "T", "t" or a blank between; also a bare date
 * (its midnight, UTC) and "@SECONDS".  0, or -1 if it is none of these.
 */
int clock_parse(struct span text, time_t *t);
void clock_format(time_t t, char text[CLOCK_TEXT]);

#endif
