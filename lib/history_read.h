/*
 * The state of findings as a history (history.h) has it for a time: what the runs until then have written.
 *
 * Of each finding it is the line of its last change of state, so that LastEvaluated, DescribeTime and what a policy
 * says of it may have moved since without that being here.
 * Memory: one line; the rest is in a sorter.
 */
#ifndef QRIE_HISTORY_READ_H
#define QRIE_HISTORY_READ_H

#include <time.h>

/*
 * Prints it in the order of a state.  0; 2 if a line of the history is bad, having named it; 3 having said why there is
 * nothing.  A run that was not written to its end is none.
 */
int history_state(const char *path, const char *tmpdir, time_t then);

#endif
