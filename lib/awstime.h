/*
 * Times as AWS services write them: ISO 8601, RFC 822 or seconds since the Epoch.
 * The AWS CLI prints them as Python's isoformat() does, and so do we: the zone that was given is kept, a fraction
 * has six digits and is left out when zero, a text without a zone stays without one.
 */
#ifndef QRIE_AWSTIME_H
#define QRIE_AWSTIME_H

#include "buf.h"

struct awstime {
	long long seconds;	/* since the Epoch, UTC */
	int micros;		/* 0 to 999999 */
	int offset;		/* of the zone it was written in, seconds east */
	int zoned;		/* it was written with a zone */
};

/* Reads a text in any of the three forms.  0, or -1 if it is none or not in the years 1 to 9999. */
int awstime_parse(struct span text, struct awstime *t);
/* The same from a number; a fraction is rounded to microseconds, half to even. */
int awstime_of_seconds(double seconds, struct awstime *t);

/* Each appends to b. */
void awstime_cli(const struct awstime *t, struct buf *b);	/* 2025-08-01T12:00:00.250000+00:00 */
void awstime_iso8601(const struct awstime *t, struct buf *b);	/* 2025-08-01T12:00:00.250000Z */
void awstime_unix(const struct awstime *t, struct buf *b);	/* 1754049600.25 */
void awstime_rfc822(const struct awstime *t, struct buf *b);	/* Fri, 01 Aug 2025 12:00:00 GMT */

#endif
