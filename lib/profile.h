/*
 * One profile of the shared config and credentials files, merged: what the credentials file says goes before the
 * config file; its keys replace those as a whole, never one of three.
 * Source: https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html
 */
#ifndef QRIE_PROFILE_H
#define QRIE_PROFILE_H

#include <time.h>

#include "endpoint.h"

struct credentials {
	char *id, *secret, *token;	/* token NULL: not temporary */
	time_t expires;			/* 0: never */
};

/* All texts are malloc'd, or NULL where the files say nothing. */
struct profile {
	char *name;
	char *files;		/* where it was looked for: "CONFIG or CREDENTIALS" */
	int found;		/* it has a section, if an empty one */
	char *region, *endpoint_url, *ca_bundle;
	char *role_arn, *source_profile, *credential_source, *external_id, *role_session_name, *duration_seconds;
	char *web_identity_token_file, *credential_process;
	char *sso_session, *sso_account_id, *sso_role_name;
	char *sso_start_url, *sso_region;	/* of the profile, or of the section [sso-session] that it names */
	char *ec2_metadata_service_endpoint, *ec2_metadata_service_endpoint_mode;
	char *metadata_service_timeout, *metadata_service_num_attempts;
	/* ways to credentials, or a kind of endpoint, that are not supported: to say so */
	char *mfa_serial, *login_session, *services;
	struct credentials keys;	/* id NULL: none in this profile */
	int keys_in_config;		/* they come from the config file */
	int sso_session_found;		/* the section is there */
};

/*
 * Loads a profile.  name: NULL for AWS_PROFILE, else "default".  Files: AWS_CONFIG_FILE, AWS_SHARED_CREDENTIALS_FILE,
 * else ~/.aws/.  0; or -1 with *why (malloc'd) set: a profile that was asked for and does not exist, a line that
 * is no INI ("file:line: reason"), "services" in it, an [sso-session] that contradicts the
 * profile.  A missing file is empty.  Secrets are never in *why.
 */
int profile_load(const char *name, endpoint_env *env, struct profile *p, char **why);
/* Gives a copy without its keys. */
struct profile profile_copy(const struct profile *p);
/* AWS_REGION, else AWS_DEFAULT_REGION, else the profile's; borrowed; NULL if none of them says one. */
const char *profile_region(const struct profile *p, endpoint_env *env);
void profile_free(struct profile *p);

void credentials_free(struct credentials *c);	/* the secret and the token are wiped first */

#endif
