/* What the files of rules.h share: programs (rules_program.c), and how they are asked (rules.c). */
#ifndef QRIE_RULES_PART_H
#define QRIE_RULES_PART_H

#include <jq.h>

#include "rules.h"

enum { RULES_GROUP = 5 };	/* so many rules are a group at most */

struct program {
	size_t *policies, n;	/* numbers in the set, in the order of the program */
	unsigned *group, ngroups;	/* of each of its rules the group, ascending */
	int alone;		/* compiled as jq resolves modules itself */
	int slow;		/* its rules took too long together once: each is asked by itself since */
	jq_state *jq;		/* NULL until it is compiled */
};

/* Where a rule is. */
struct rules_place {
	size_t program;
	unsigned number;	/* in the program */
};

struct programs {
	const struct policy_set *set;
	char *dir;		/* an absolute name */
	struct program *programs;
	size_t n;
	struct rules_place *places;	/* by the number of the policy in the set */
};

/*
 * A program's input is [clock, groups]: of each group of its rules [], or [rules] if any of them is asked; of each of
 * these rules [], or [question] to ask it: a resource, or [resource, parameters] if it has some.  So what is not asked
 * costs next to nothing.
 * Its output is, rule by rule, {"number": violation} for each violation.  At an error it ends with [error].
 */

/* Divides the policies of the set into programs.  0; or -1 having said why. */
int programs_plan(struct programs *p, const struct policy_set *set, const char *dir);
/*
 * Compiles a program.  If it does not compile, each of its rules becomes a program of its own, so that a fault is named
 * as jq names it in that file; the number of the program may then be another one's.
 * 0; or -1 having said why.
 */
int programs_compile(struct programs *p, size_t number);
void programs_free(struct programs *p);

#endif
