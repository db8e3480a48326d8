/* The record of a resource that is gone (qrie-records(5)). */
#ifndef QRIE_TOMBSTONE_H
#define QRIE_TOMBSTONE_H

#include <time.h>

#include "buf.h"

struct tombstone {
	const char *arn, *type, *account, *region;
	const char *service;		/* the service's part of AccountService */
	const char *source;
	time_t time;			/* since when it is known to be gone */
};

void tombstone_add(struct buf *record, const struct tombstone *t);	/* appends it */

#endif
