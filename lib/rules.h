/*
 * The rules of policies, in jq.  One jq program holds them all: a jq_state costs about 50 ms to set up.
 */
#ifndef QRIE_RULES_H
#define QRIE_RULES_H

#include "policy.h"

/*
 * What a rule may take for one resource, in processor time, and what it may answer, in bytes.  One that took too long
 * RULES_PATIENCE times is not asked any more.
 */
enum { RULES_SECONDS = 2, RULES_PATIENCE = 3, RULES_ANSWER = 1 << 20 };

struct rules;

/*
 * Compiles.  now is the clock that rules are given.  Borrows set, which must outlive the rules.
 * NULL having said why ("file:line: reason").
 */
struct rules *rules_compile(const struct policy_set *set, const char *dir, const char *now);

enum rules_result { RULES_NONE, RULES_VIOLATION, RULES_ERROR };

/*
 * What the rule of set->policies[policy] says of a resource, or of its projection: JSON that scan_check() accepted.
 * assumed, if not empty, is a JSON array of [path, value], paths as setpath takes them; the values are put there first.
 * RULES_VIOLATION: message (plain text) and evidence (JSON) are set; RULES_ERROR: message says why.  Both are
 * cleared first.
 */
enum rules_result rules_apply(struct rules *r, size_t policy, struct span resource, struct span assumed,
    struct buf *message, struct buf *evidence);
void rules_free(struct rules *r);

#endif
