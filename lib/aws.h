/*
 * Calls to AWS: one event loop on libcurl's multi interface.  A call is built (protocol.h), signed (sigv4.h) at the
 * moment it is sent, retried with full jitter where that can help, and answered by a function.  Calls wait while
 * as many as allowed are under way, and while their account, region and service is being throttled.
 * One thread; nothing here blocks but aws_run().
 *
 * Retries: connection errors, timeouts, 5xx, answers cut short, and the throttling codes; delay random in
 * [0, min(20 s, 2^n * 100 ms)], or Retry-After; at most tries in all.
 * Source: https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
 */
#ifndef QRIE_AWS_H
#define QRIE_AWS_H

#include <json-c/json.h>

#include "credentials.h"
#include "endpoint.h"
#include "protocol.h"
#include "service.h"

struct aws_options {
	int in_flight;			/* calls under way at once, at least 1 */
	int tries;			/* of one call, at least 1 (AWS_MAX_ATTEMPTS) */
	long connect_timeout_ms, total_timeout_ms;
	const char *ca_bundle;		/* AWS_CA_BUNDLE or the profile's, or NULL */
	const char *const *resolve;	/* "host:port:address" as curl's --resolve, NULL-terminated, or NULL: tests */
	endpoint_env *env;
	long long (*now_ms)(void);	/* wall clock, milliseconds since the Epoch: signing */
	unsigned seed;			/* of the jitter */
};

struct aws;
struct aws *aws_open(const struct aws_options *o);	/* exits 3 without memory */
void aws_close(struct aws *a);

/* Who calls, and where.  Must outlive its calls. */
struct aws_target {
	const struct credentials *credentials;
	const char *account;		/* for messages and limits; "" before it is known */
	const char *region;
	const char *endpoint_url;	/* the profile's, or NULL */
};

struct aws_stats {			/* of one call */
	int tries, throttles;
};

/* answer is borrowed: take what you keep (answer->output too: json_object_get it). */
typedef void aws_done(void *arg, const struct protocol_answer *answer, const struct aws_stats *stats);

/* Queues a call.  parameters is borrowed.  done is called once, from aws_run(), whatever happens; a call that never
   got an answer has a code of ours: ConnectionFailed, Timeout, MalformedResponse, InvalidRequest. */
void aws_call(struct aws *a, const struct aws_target *t, const struct service *s, const char *operation,
    struct json_object *parameters, aws_done *done, void *arg);
/* Runs until no call waits or is under way; done functions may add more. */
void aws_run(struct aws *a);

/*
 * Base keys and each role in turn (STS AssumeRole), then GetCallerIdentity.  sts: its service.
 * 0, with *result (given) and *account (malloc'd) and *arn (malloc'd) set; or -1 with *why (malloc'd).
 */
int aws_sign_in(struct aws *a, const struct credentials_plan *plan, const struct service *sts, const char *region,
    const char *endpoint_url, struct credentials *result, char **account, char **arn, char **why);

#endif
