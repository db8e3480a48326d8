/*
 * Lanes: what AWS lets one account ask of one service in one region is shared by all calls there, so they wait in one
 * queue, go at one pace (limiter.h), and draw on one budget of retries.
 * The budget: 500 to begin with and at most; to send a call again takes 5, after no answer came 10; a success gives back
 * what its last retry took, or 1.  Where nothing is left AWS has more trouble than retries can help, and they must not
 * add to it: a third of failures is still made good, half of them for some hundred calls.
 * Source: https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html (standard mode)
 * A lane where a call got no answer in all tries that it had, and none other did meanwhile, is silent: calls there fail
 * at once for a minute, so that what does not answer cannot take a run's time call by call.
 */
#ifndef QRIE_LANE_H
#define QRIE_LANE_H

#include <stddef.h>

#include "limiter.h"

struct call;		/* aws_part.h */

struct lane {
	struct lane *chained;			/* in the table */
	struct lane *next, *previous;		/* of those with calls that wait, a ring; NULL if none do */
	char *key;
	struct call *first, **last;		/* that wait, in the order they came */
	size_t calls;				/* waiting, due later or under way */
	int under_way;
	struct limiter limiter;
	int spent;				/* of the budget */
	long long answered_ms, passed_ms;	/* when AWS last answered a call, and when last well; 0: never */
	int unanswered;				/* tries since answered_ms that had no answer */
	const char *silence;			/* the code of what made it silent, until it answers; or NULL */
	long long silent_until_ms;
};

struct lanes {					/* start it as {0} */
	struct lane **slots;
	size_t nslots, n;
	struct lane *turn;			/* of the ring: where to look for the next call to send */
};

/* The lane of a call that is to come; counts the call in. */
struct lane *lane_enter(struct lanes *l, const char *account, const char *region, const char *service);
/* The call is over; frees a lane that nothing need be remembered of. */
void lane_leave(struct lanes *l, struct lane *lane);
void lane_add(struct lanes *l, struct lane *lane, struct call *call);	/* to the end of its queue */
struct call *lane_take(struct lanes *l, struct lane *lane);		/* the first of its queue, out of it */
void lanes_free(struct lanes *l);

/* What came of a try. */
void lane_answered(struct lane *lane, long long now_ms);	/* by AWS, whatever it said */
void lane_passed(struct lane *lane, int retry_cost, long long now_ms);	/* and well; retry_cost: of its last retry, or 0 */
void lane_unanswered(struct lane *lane);
/* A call that was first sent at first_ms has no try left.  code: static. */
void lane_gave_up(struct lane *lane, const char *code, long long first_ms, long long now_ms);
int lane_is_silent(const struct lane *lane, long long now_ms);
/* Takes a retry from the budget, and gives what it cost; 0 if there is not so much left. */
int lane_may_retry(struct lane *lane, int was_unanswered);
/* How many calls may be under way there, of in_flight: few while none is answered. */
int lane_most(const struct lane *lane, int in_flight);

#endif
