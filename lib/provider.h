/*
 * Credentials that know how they were made, and are made anew before they expire.
 * To make them anew may ask the network or a program, and blocks for as long as the timeouts of the context allow.
 * Secrets are wiped when they are replaced or freed, and never shown; files with tokens are read anew each time.
 * Source: https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html
 */
#ifndef QRIE_PROVIDER_H
#define QRIE_PROVIDER_H

#include "credentials.h"

struct aws;
struct aws_options;
struct aws_stats;
struct provider;
struct services;

/* What making credentials needs.  Must outlive the providers made with it. */
struct provider_context {
	struct aws *aws;			/* of its own: not the one whose calls are signed with them */
	const struct aws_options *options;	/* its clocks, timeouts, environment and certificates */
	struct services *services;		/* to which sts, sso and sso-oidc are added as they are needed */
	const char *shapes;			/* the folder */
	const char *region, *endpoint_url;	/* where STS is asked; the profile's endpoint_url, or NULL */
	long renew_before_s;			/* how long before they expire; never more than half of their life */
};
enum { PROVIDER_RENEW_BEFORE_S = 5 * 60 };

/* Options for context.aws: one call at once, small answers that are wiped. */
struct aws_options provider_aws_options(const struct aws_options *o);

/* Keys that stay as they are. */
struct provider *provider_fixed(const struct credentials *c);
/* Where a plan leads, its roles included.  NULL, having said why, if a service's shapes cannot be loaded. */
struct provider *provider_of_plan(const struct credentials_plan *plan, const struct provider_context *c);
/* A role that source assumes; of role only role_arn, external_id, role_session_name and duration_seconds count.
   source is borrowed, and must outlive it. */
struct provider *provider_assume(struct provider *source, const struct profile *role,
    const struct provider_context *c);

/*
 * Makes the first credentials of what provider_assume() gave, as a call of a, the aws that it will sign for: where
 * provider_credentials() would wait for STS, many of these can be under way.  done is called once, from aws_run(): code
 * is NULL and the credentials are there; or it is AWS's or one of aws.h, and why says all (both borrowed).
 */
typedef void provider_started(void *arg, const char *code, const char *why, const struct aws_stats *stats);
void provider_start(struct provider *p, struct aws *a, provider_started *done, void *arg);

/*
 * The credentials to sign with now, borrowed until the next call for this provider.  NULL if there are none, with *why
 * (borrowed likewise): what was looked for, where, and what came of it.  After a failure the old ones go on as long as
 * they are valid, and nothing is asked for PROVIDER_PAUSE_S.
 */
enum { PROVIDER_PAUSE_S = 30 };
const struct credentials *provider_credentials(struct provider *p, const char **why);
/* AWS called the credentials with this id expired.  1: ask for new ones; 0: there are no others to be had. */
int provider_expired(struct provider *p, const char *id);
void provider_free(struct provider *p);

#endif
