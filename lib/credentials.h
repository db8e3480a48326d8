/*
 * The AWS credential chain, as far as it goes without a service of the machine: environment, then the profile in
 * the shared config and credentials files, role_arn with source_profile included.
 * Source: https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html
 */
#ifndef QRIE_CREDENTIALS_H
#define QRIE_CREDENTIALS_H

#include <time.h>

#include "endpoint.h"

struct credentials {
	char *id, *secret, *token;	/* token NULL: not temporary */
	time_t expires;			/* 0: never */
};

/* A profile as the two files tell it, merged; credentials file over config file for keys. */
struct profile {
	char *name;
	char *region, *endpoint_url, *ca_bundle;
	char *role_arn, *source_profile, *credential_source, *external_id, *role_session_name, *duration_seconds;
	struct credentials keys;	/* id NULL: none in this profile */
};

/*
 * Loads a profile.  name: NULL for AWS_PROFILE, else "default".  Files: AWS_CONFIG_FILE, AWS_SHARED_CREDENTIALS_FILE,
 * else ~/.aws/.  0; or -1 with *why (malloc'd) set: a profile that was asked for and does not exist, a line that
 * is no INI ("file:line: reason").  A missing file is empty.
 */
int profile_load(const char *name, endpoint_env *env, struct profile *p, char **why);
void profile_free(struct profile *p);

/*
 * The keys to begin with.  steps receives the roles to assume from there, outermost last (at most CREDENTIALS_HOPS;
 * a loop is an error): AssumeRole itself needs the network and is the caller's (aws.h).
 * 0; or -1 with *why (malloc'd) set, saying what was looked for and where.
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
void credentials_free(struct credentials *c);	/* the secret is wiped first */

#endif
