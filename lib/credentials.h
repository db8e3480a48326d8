/*
 * The AWS credential chain: where credentials are to be had, found in the environment and the files alone.  Nothing is
 * asked here: provider.h does what the plan says.
 *
 * The first of these that is there; what is there but wrong is an error, never skipped:
 *	keys in the environment (unless a profile was named on the command line)
 *	the profile's role_arn with source_profile or credential_source
 *	a web identity: AWS_WEB_IDENTITY_TOKEN_FILE (unless ...), else the profile's web_identity_token_file
 *	the profile's sso_account_id and sso_role_name, its keys in the credentials file, its credential_process,
 *	its keys in the config file
 *	a container's: AWS_CONTAINER_CREDENTIALS_RELATIVE_URI, AWS_CONTAINER_CREDENTIALS_FULL_URI
 *	the instance's role, unless AWS_EC2_METADATA_DISABLED is true
 * Source: https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html; the order within a profile
 * as the AWS CLI has it.
 */
#ifndef QRIE_CREDENTIALS_H
#define QRIE_CREDENTIALS_H

#include "profile.h"

enum credentials_kind {
	CREDENTIALS_KEYS, CREDENTIALS_PROCESS, CREDENTIALS_SSO, CREDENTIALS_WEB_IDENTITY, CREDENTIALS_CONTAINER,
	CREDENTIALS_INSTANCE
};

/*
 * What to begin with.  roles receives the roles to assume from there, in that order, the profile's own last (at
 * most CREDENTIALS_HOPS; a loop is an error).
 */
enum { CREDENTIALS_HOPS = 8 };
struct credentials_plan {
	enum credentials_kind kind;
	struct credentials keys;		/* of CREDENTIALS_KEYS */
	struct profile from;			/* of the others: the settings */
	char *looked;				/* at the chain's end: what was looked for in vain, else NULL */
	struct profile roles[CREDENTIALS_HOPS];	/* role_arn and its like of each step, in the order to assume */
	size_t nroles;
};

/*
 * profile_asked: the user named the profile on the command line, so it goes before the environment; one that
 * AWS_PROFILE names does not.
 * 0; or -1 with *why (malloc'd) set, saying what was looked for and where, and plan empty.
 */
int credentials_plan(const struct profile *p, int profile_asked, endpoint_env *env, struct credentials_plan *plan,
    char **why);
void credentials_plan_free(struct credentials_plan *plan);

#endif
