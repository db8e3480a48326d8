/*
 * Calls to AWS, many at once.  A call is built (protocol.h), signed (sigv4.h) at the moment it is sent, retried where
 * that can help (retry.h), and answered by a function.  Calls wait while as many as allowed are under way, and in their
 * lane (account, region and service: lane.h) while AWS has throttled it.  A throttled call is sent again until it
 * passes; it is given up when nothing there has passed for patience_ms.
 * One thread; nothing here blocks but aws_run().
 */
#ifndef QRIE_AWS_H
#define QRIE_AWS_H

#include <json-c/json.h>

#include "endpoint.h"
#include "protocol.h"
#include "provider.h"
#include "service.h"

struct aws_options {
	int in_flight;			/* calls under way at once, at least 1 */
	int tries;			/* of one call that fails, at least 1 (AWS_MAX_ATTEMPTS); throttling costs none */
	long connect_timeout_ms, first_timeout_ms, total_timeout_ms;	/* as in http.h */
	long long patience_ms;		/* with a service that throttles all, or one call for ever; 0: 5 total timeouts */
	size_t max_body;		/* of an answer, bytes */
	int secret;			/* answers hold secrets: as in http.h */
	const char *ca_bundle;		/* AWS_CA_BUNDLE or the profile's, or NULL */
	const char *const *connect_to;	/* "host:port:host:port" as curl's --connect-to; NULL-terminated, or NULL */
	endpoint_env *env;
	long long (*now_ms)(void);	/* wall clock, milliseconds since the Epoch: signing */
	long long (*ticks_ms)(void);	/* a clock that only goes forward, milliseconds: waiting */
	void (*turn)(void *arg);	/* called by aws_run() again and again, twice a second at least; or NULL */
	void *turn_arg;
	int (*stopped)(void);		/* true: answer all calls with Interrupted; NULL: never */
	unsigned seed;			/* of the jitter */
};

struct aws;
struct aws *aws_open(const struct aws_options *o);	/* exits 3 without memory; borrows what o points to */
void aws_close(struct aws *a);

/* Who calls, and where.  Must outlive its calls. */
struct aws_target {
	struct provider *provider;	/* asked when a call is signed; NULL: the call is not signed */
	const char *account;		/* of the lane; "" before it is known */
	const char *region;
	const char *endpoint_url;	/* the profile's, or NULL */
};

struct aws_stats {			/* of one call */
	int tries, throttles;
};

struct aws_totals {			/* of all calls */
	unsigned long long calls, answers, throttles;	/* calls: sent, each time */
};
const struct aws_totals *aws_totals(const struct aws *a);	/* so far; borrowed */

/* answer is borrowed: take what you keep (answer->output too: json_object_get it). */
typedef void aws_done(void *arg, const struct protocol_answer *answer, const struct aws_stats *stats);

/*
 * Queues a call, to be sent after delay_ms at the earliest.  operation and parameters are borrowed.
 * done is called once, from aws_run(), whatever happens.  Codes of ours, where AWS gave none: ConnectionFailed,
 * NameNotResolved, CertificateInvalid, Timeout, MalformedResponse (not one of the protocol, or cut short), ResponseTooLarge,
 * InvalidRequest (cannot be built, placed or signed), NoCredentials (the provider has none), Interrupted.
 */
void aws_call(struct aws *a, const struct aws_target *t, const struct service *s, const char *operation,
    struct json_object *parameters, long delay_ms, aws_done *done, void *arg);
/* The same, at once, for an answer that holds secrets, and is short: its bytes are wiped (http_keep_secret()). */
void aws_call_secret(struct aws *a, const struct aws_target *t, const struct service *s, const char *operation,
    struct json_object *parameters, aws_done *done, void *arg);
/*
 * The same as aws_call(), for a call that must not be done twice, such as one that makes a key: it is sent again only where it
 * certainly was not done (throttled, not let in, told to go elsewhere).  After any other failure nobody knows: look.
 * Every other call is sent again after faults of the network and the service, which is right for what reads, deletes, puts
 * a whole setting, or carries a token that the service knows it by (ClientToken).
 */
void aws_call_once(struct aws *a, const struct aws_target *t, const struct service *s, const char *operation,
    struct json_object *parameters, long delay_ms, aws_done *done, void *arg);
/* Runs until no call waits or is under way; done functions may add more. */
void aws_run(struct aws *a);

#endif
