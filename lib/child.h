/* Another program, run for what it prints: without a shell, for a bounded time, up to a bounded length. */
#ifndef QRIE_CHILD_H
#define QRIE_CHILD_H

#include "buf.h"

struct child_limits {
	long timeout_ms;
	size_t max_output;		/* bytes */
	long long (*ticks_ms)(void);	/* a clock that only goes forward */
	int (*stopped)(void);		/* true: end it; or NULL */
};

/*
 * argv: NULL-terminated; argv[0] is looked for on PATH.  It has our environment, standard input and standard error.
 * 0, with what it printed appended to output; or -1 with *why (malloc'd) set: it cannot be run, it did not end with 0,
 * it took too long or printed too much (it is then ended).  *why shows neither its arguments nor its output.
 */
int child_run(char *const argv[], const struct child_limits *limits, struct buf *output, char **why);

#endif
