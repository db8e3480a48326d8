/*
 * An account that is no more leaves the state: its findings, open and resolved, and what was counted in it.
 */
#ifndef QRIE_FINDINGS_PURGE_H
#define QRIE_FINDINGS_PURGE_H

#include <time.h>

/*
 * A finding is the account's if its AccountId is, or if its AccountService begins with the account and "_".
 * Prints one audit record with how many they were, and STATE changes only once that is out.  0, or -1 having said why; of
 * what cannot be printed out_close() says it.
 * state, history, tmpdir: as findings_open() has them; a state that is not there holds nothing.
 */
int findings_purge(const char *state, const char *history, const char *tmpdir, const char *account, time_t now);

#endif
