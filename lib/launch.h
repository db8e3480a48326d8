/*
 * Launching policies, and changing and ending what was launched: edits of the file of launched.h, which is replaced as a
 * whole or not at all, by one process at a time.
 */
#ifndef QRIE_LAUNCH_H
#define QRIE_LAUNCH_H

#include "policy.h"
#include "texts.h"

enum launch_verb { LAUNCH_NOTHING, LAUNCH_START, LAUNCH_UPDATE, LAUNCH_SUSPEND, LAUNCH_DELETE, LAUNCH_ALL };

/* What is asked for.  What is not given stays as it is. */
struct launch {
	enum launch_verb verb;
	struct texts scope, parameters;		/* as scope_spell() and parameters_spell() take them */
	const char *severity;			/* a number, or "default": what the policy itself says; NULL: not given */
	const char *remediation;		/* NULL: not given */
	const char *now;
};

/*
 * Does it to each policy of the set, or to none.  out: for people, what was done, a line each; then, after a tab, the
 * command that makes it count.  0; or -1 having said why, and the file is as it was.
 */
int launch_run(const struct launch *what, const struct policy_set *set, const char *path, struct buf *out);

#endif
