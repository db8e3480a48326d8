/*
 * An account that is no more leaves the state: its findings, open and resolved, and what was counted in it.
 *
 *	findings_open(), findings_lock()	as for a run
 *	findings_purge(&run, "111122223333", now)	prints the audit record
 *	findings_commit(&run)
 */
#ifndef QRIE_FINDINGS_PURGE_H
#define QRIE_FINDINGS_PURGE_H

#include "findings.h"

/*
 * A finding is the account's if its AccountId is, or if its AccountService begins with the account and "_".
 * Prints one audit record with how many they were.  0, or -1 having said why.
 */
int findings_purge(struct findings *run, const char *account, time_t now);

#endif
