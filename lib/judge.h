/*
 * What each policy says of a resource: passed, failed or unknown.
 *
 * A policy is given the projection of what it reads, nothing else.  Unknown is the answer whenever a path that it
 * reads could not be read (the record's Unreadable), unless the policy lists what could stand there (Possible), in
 * each of the places if there are several, and says the same for all of it, at most JUDGE_GUESSES times; and whenever
 * its rule throws.
 */
#ifndef QRIE_JUDGE_H
#define QRIE_JUDGE_H

#include "policy.h"
#include "record.h"
#include "rules.h"

enum { JUDGE_GUESSES = 256 };

enum verdict { VERDICT_PASSED, VERDICT_FAILED, VERDICT_UNKNOWN };

struct judgement {
	const struct policy *policy;
	size_t number;			/* of the policy in its set */
	enum verdict verdict;
	int thrown;			/* unknown because the rule failed; message says why */
	struct buf message;		/* plain text; empty when passed */
	struct buf evidence;		/* JSON; empty when passed */
};

struct judge;

/* Borrows set and rules. */
struct judge *judge_new(const struct policy_set *set, struct rules *rules);
void judge_free(struct judge *j);

/* Begins with a resource, which must stay where it is: how many policies there are for its type. */
size_t judge_begin(struct judge *j, const struct record *resource);
/* The next policy's judgement, ordered by policy id, valid until the next call; NULL at the end. */
const struct judgement *judge_next(struct judge *j);

#endif
