/*
 * Finding records (qrie-records(5)) as what their life needs, and back.
 */
#ifndef QRIE_FINDING_H
#define QRIE_FINDING_H

#include "lifecycle.h"
#include "record.h"

/* The spans are raw JSON values in the record. */
struct finding {
	struct record record;
	struct lifecycle life;
	int unknown;			/* State is UNKNOWN; life says nothing then */
};

/* As qrie-eval writes them, ACTIVE or UNKNOWN: life is that of a finding just opened.  NULL, or what is wrong. */
const char *finding_read_new(struct finding *f, const struct record *r);
/* As they are kept, ACTIVE or RESOLVED, with FirstSeen and its like.  NULL, or what is wrong. */
const char *finding_read_kept(struct finding *f, const struct record *r);
/* A record as found, with life's state and times in it: what they are in the record itself does not count. */
void finding_write(struct buf *to, const struct record *r, const struct lifecycle *life);

/* The time in a JSON string: 0, or -1 if there is none. */
int finding_time(struct span string, time_t *t);

#endif
