/*
 * What each policy says of a resource: passed, failed, unknown, or that it is not for it.
 *
 * A rule is asked about what its policy reads and nothing else, and what it said of a sketch (sketch.h) is remembered.
 * A policy is unknown whenever the record's Unreadable touches what it reads, unless its rule says the same for all
 * that may stand there, at most JUDGE_GUESSES times; and whenever its rule throws.
 * Its rule is not asked where its scope (scope.h) leaves the resource out, or does not tell.  Policies that are suspended
 * judge nothing.
 */
#ifndef QRIE_JUDGE_H
#define QRIE_JUDGE_H

#include <stdint.h>

#include "policy.h"
#include "record.h"
#include "rules.h"

enum { JUDGE_GUESSES = 256 };

enum verdict { VERDICT_PASSED, VERDICT_FAILED, VERDICT_UNKNOWN, VERDICT_OUT_OF_SCOPE, VERDICTS };

struct judgement {
	const struct policy *policy;
	size_t number;			/* of the policy in its set */
	enum verdict verdict;
	int thrown;			/* unknown because the rule failed; the message says why */
	struct span detail;		/* a JSON object of Message and Evidence; {NULL, 0} when passed or out of scope */
};

struct judge_options {
	int whole;			/* give rules the whole record */
	size_t memory;			/* how many bytes may remember verdicts; 0: none */
	uint64_t seed;			/* anything that others do not know */
	size_t first;			/* the number that the set's first policy has in the rules */
};

/* How often a policy was asked, and how it was answered. */
struct judge_stats {
	unsigned long long asked, remembered, judged, exact;	/* exact: judged without its coarse reads */
};

struct judge;

/* Borrows set and rules, which are of these policies or of more.  now is the clock of the rules. */
struct judge *judge_new(const struct policy_set *set, struct rules *rules, const char *now,
    const struct judge_options *options);
void judge_free(struct judge *j);

/*
 * Begins with a record, which must stay where it is, and whose type is told by type if that is not {NULL, 0}.
 * Gives its members, valid until the next call; or NULL with *why and *at set, as intake_read() does.
 */
const struct record *judge_begin(struct judge *j, struct span record, struct span type, const char **why,
    size_t *at);
/* Compiles the rules that may be asked about the record begun, so that processes forked from this one need not. */
void judge_prepare(struct judge *j);
/* The next policy's judgement, ordered by policy id, valid until the next call; NULL at the end. */
const struct judgement *judge_next(struct judge *j);
/* Passes over the next policy: its number in the set, or -1 at the end. */
long judge_pass_over(struct judge *j);
/* The judgement last given, made anew on the whole record: is it the same?  detail is what it says there. */
int judge_agrees(struct judge *j, struct span *detail);

struct judge_stats *judge_stats(struct judge *j, size_t policy);

#endif
