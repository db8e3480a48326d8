/*
 * The token of an IAM Identity Center session, in the cache that the AWS tools share: ~/.aws/sso/cache/SHA1.json,
 * by the SHA-1 of the sso-session's name, or of the start URL where the profile names no session.
 * Logging in is `aws sso login`'s.
 * Source: https://docs.aws.amazon.com/sdkref/latest/guide/understanding-sso.html
 */
#ifndef QRIE_SSO_TOKEN_H
#define QRIE_SSO_TOKEN_H

#include <time.h>

#include <json-c/json.h>

#include "endpoint.h"

struct sso_token {
	char *path;
	struct json_object *document;	/* the whole file */
	const char *access;		/* borrowed from it */
	time_t expires;
};

/* key: the session's name or the start URL.  0; or -1 with *why (malloc'd), which shows none of the file. */
int sso_token_load(struct sso_token *t, const char *key, endpoint_env *env, char **why);
/*
 * Parameters for SSO OIDC's CreateToken, given to the caller; NULL if the session cannot be refreshed: no refresh
 * token, or the client's registration has expired.
 */
struct json_object *sso_token_refresh(const struct sso_token *t, time_t now);
/* Takes what CreateToken answered over, and writes the file anew, for its owner alone: the old refresh token may have
   been used up, and the AWS tools need the new one.  0, or -1 if the answer is none. */
int sso_token_update(struct sso_token *t, struct json_object *answer, time_t now);
void sso_token_free(struct sso_token *t);	/* wipes it */

#endif
