/*
 * The rules of policies, in jq: programs of a few dozen rules each, compiled when the first of them is asked.
 *
 * What a program takes to compile grows with jq's own functions and, beyond some size, faster than the program: one of
 * all the rules of a library would take many seconds, one for each rule too.  Rules of one service, and of one resource
 * type, lie together.
 */
#ifndef QRIE_RULES_H
#define QRIE_RULES_H

#include "policy.h"

/*
 * What a rule may take for one resource, in processor time, and what it may answer, in bytes.  One that took too long
 * RULES_PATIENCE times is not asked any more.
 */
enum { RULES_SECONDS = 2, RULES_PATIENCE = 3, RULES_ANSWER = 1 << 20 };
enum { RULES_TOGETHER = 24 };		/* so many rules are one program at most */

struct rules;

/*
 * now is the clock that rules are given.  Borrows set, which must outlive the rules and keep its policies' order.
 * dir: the folder that set was loaded from.  NULL having said why.
 */
struct rules *rules_new(const struct policy_set *set, const char *dir, const char *now);
/* Compiles all of them now.  0; or -1 having said why ("file:line: reason"). */
int rules_compile(struct rules *r);
/* Compiles one of them now, and those that lie with it, as rules_apply() does when it is asked. */
void rules_prepare(struct rules *r, size_t policy);

/* What rules are given besides the resource, instead of the now above and the policy's own parameters. */
void rules_clock(struct rules *r, const char *now);
void rules_parameters(struct rules *r, size_t policy, struct span json);

enum rules_result { RULES_NONE, RULES_VIOLATION, RULES_ERROR };

/* What rules are asked about, made ready once for all of them: a resource, or its projection. */
struct rules_input;
struct rules_input *rules_input_new(void);
/*
 * json: accepted by scan_check().  assumed, if not empty, is a JSON array of [path, value], paths as setpath takes them;
 * the values are put there first.
 */
void rules_input_set(struct rules_input *in, struct span json, struct span assumed);
void rules_input_free(struct rules_input *in);

/* A rule and what it says.  The first two are the asker's, the others start as {0}. */
struct rules_asked {
	size_t policy;			/* its number in the set */
	struct rules_input *input;	/* borrowed */
	int answered;
	enum rules_result result;
	struct buf message, evidence;	/* plain text; JSON */
};

/*
 * RULES_VIOLATION: message and evidence are set; RULES_ERROR: message says why.
 * Ends the process with status 3, having said why, if the rule has to be compiled first and does not.
 */
void rules_apply(struct rules *r, struct rules_asked *q);
/* May the two be asked at once?  Compiles as rules_apply() does. */
int rules_together(struct rules *r, size_t policy, size_t other);
/*
 * Several rules, each of which may be asked at once with the first.  It costs less than one after the other.  A rule that
 * was not answered, for whatever reason, is to be asked alone.
 */
void rules_apply_all(struct rules *r, struct rules_asked **all, size_t n);
void rules_free(struct rules *r);

#endif
