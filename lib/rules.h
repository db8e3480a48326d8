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

/*
 * What the rule of set->policies[policy] says of a resource, or of its projection: JSON that scan_check() accepted.
 * assumed, if not empty, is a JSON array of [path, value], paths as setpath takes them; the values are put there first.
 * RULES_VIOLATION: message (plain text) and evidence (JSON) are set; RULES_ERROR: message says why.  Both are
 * cleared first.
 * Ends the process with status 3, having said why, if the rule has to be compiled first and does not.
 */
enum rules_result rules_apply(struct rules *r, size_t policy, struct span resource, struct span assumed,
    struct buf *message, struct buf *evidence);
void rules_free(struct rules *r);

#endif
