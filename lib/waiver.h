/*
 * One waiver: which findings somebody has agreed to live with, why, and until when (qrie-waivers(5)).
 */
#ifndef QRIE_WAIVER_H
#define QRIE_WAIVER_H

#include <time.h>

#include "record.h"

enum waiver_text {
	WAIVER_POLICY, WAIVER_ARN, WAIVER_ADDRESS, WAIVER_ACCOUNT, WAIVER_REGION, WAIVER_TYPE, WAIVER_REASON,
	WAIVER_OWNER, WAIVER_FROM, WAIVER_EXPIRES, WAIVER_TEXTS
};

struct waiver {
	struct buf text[WAIVER_TEXTS];	/* decoded; empty: it does not say */
	struct buf tags;		/* a JSON object; empty: it does not say */
	int glob;
	time_t from;			/* only a suspension has it: before, it does not hold yet */
	time_t expires;			/* from then on it holds no more */
};

/* Reads one from a JSON object.  NULL, or what is wrong with it, valid until the next call. */
const char *waiver_read(struct waiver *w, struct span record);
/* Reads what suspends drift (suspensions.h): for no policy, as the case may be for all resources, and from a time on. */
const char *waiver_read_suspension(struct waiver *w, struct span record);
void waiver_free(struct waiver *w);

/* Is it for this policy? */
int waiver_judges(const struct waiver *w, const char *policy);
/* Is it for this resource?  scratch is for what must be decoded. */
int waiver_holds(const struct waiver *w, const struct record *r, struct buf *scratch);

/* {"Reason":…,"Owner":…,"Expires":…}, as a finding has it; of a suspension, From as well. */
void waiver_note(const struct waiver *w, struct buf *to);
/* Its members as they stand in a file, behind others: a comma before each. */
void waiver_members(const struct waiver *w, struct buf *to);

#endif
