/*
 * The AWS credential chain, as far as it goes without a service of the machine: environment, then the profile in
 * the shared config and credentials files, role_arn with source_profile included.
 * Source: https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html
 */
#ifndef QRIE_CREDENTIALS_H
#define QRIE_CREDENTIALS_H

#include "profile.h"

/*
 * The keys to begin with.  roles receives the roles to assume from there, in that order, the profile's own last (at
 * most CREDENTIALS_HOPS; a loop is an error): AssumeRole itself needs the network and is the caller's (signin.h).
 * profile_asked: the user named the profile on the command line, so it goes before keys in the environment; one
 * that AWS_PROFILE names does not.
 * 0; or -1 with *why (malloc'd) set, saying what was looked for and where, and plan empty.
 */
enum { CREDENTIALS_HOPS = 8 };
struct credentials_plan {
	struct credentials base;
	struct profile roles[CREDENTIALS_HOPS];	/* role_arn and its like of each step, in the order to assume */
	size_t nroles;
};
int credentials_plan(const struct profile *p, int profile_asked, endpoint_env *env, struct credentials_plan *plan,
    char **why);
void credentials_plan_free(struct credentials_plan *plan);

#endif
