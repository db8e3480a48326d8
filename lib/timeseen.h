/*
 * The time that was read last: of records that follow one another most have the same.
 */
#ifndef QRIE_TIMESEEN_H
#define QRIE_TIMESEEN_H

#include <time.h>

#include "clock.h"

enum { TIMESEEN_TEXT = CLOCK_TEXT - 1 + 2 };	/* a JSON string of a time as clock_format() writes it */

struct timeseen {		/* start it as {0} */
	char text[TIMESEEN_TEXT];
	time_t t;
};

/* 1 if text, TIMESEEN_TEXT bytes, is such a string, and clock_format() of *t, which it sets; else 0. */
int timeseen_read(struct timeseen *seen, const char *text, time_t *t);

#endif
