/* The record of what was covered (qrie-records(5)). */
#ifndef QRIE_COVERED_H
#define QRIE_COVERED_H

#include <time.h>

#include "buf.h"
#include "fetch.h"

struct covered {
	const char *account, *region, *type, *status, *code, *message;	/* code, message: NULL for none */
	size_t resources;
	const struct fetch_counts *counts;
	int priced;		/* what the calls cost is known */
	time_t started, ended;
};

void covered_print(const struct covered *c, struct buf *record);	/* appends it */

#endif
