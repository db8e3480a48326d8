/*
 * The folder in which a pipeline over test accounts keeps what it knows, with the files of qrie-seed data: accounts.ndjson,
 * policies.ndjson and findings.ndjson.  Functions give 0, or -1 having said why.
 */
#ifndef QRIE_SEED_STATE_H
#define QRIE_SEED_STATE_H

#include <time.h>

#include "policy.h"

/* Makes the folder if it is not there, registers the accounts and has the policies of the set active: those that are not
   yet with the default scope. */
int seed_state_ready(const char *dir, char *const *accounts, const struct policy_set *policies, time_t now);
/* All findings of the accounts leave, with a purge record of each on standard output; there may be none. */
int seed_state_purge(const char *dir, char *const *accounts, time_t now);

#endif
