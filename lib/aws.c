/* Calls to AWS, many at once: the queue, the signing and the retries. */
#include "aws.h"

#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "http.h"
#include "limiter.h"
#include "retry.h"
#include "sigv4.h"

enum { POLL_MS = 500, HEADERS = 32, SKEW_LEAST_MS = 60 * 1000 };

struct call {
	struct call *next;
	struct lane *lane;
	const struct aws_target *target;
	const struct service *service;
	char *operation;
	struct protocol_request request;
	struct endpoint endpoint;
	char *url, *host, *path;
	long long due_ms, sent_ms;
	struct aws_stats stats;
	int skew_tried, renewal_tried;
	char *signed_by;		/* the id of the key that it was signed with last, or NULL */
	char *refused;			/* why it can never be sent, or NULL */
	aws_done *done;
	void *arg;
};

/* Calls of one account, region and service, in the order they came. */
struct lane {
	struct lane *next;
	char *key;
	struct call *first, **last;
	struct limiter limiter;
};

struct aws {
	struct aws_options options;
	struct http *http;
	struct lane *lanes, *turn;	/* turn: where to look for the next call to send */
	struct call *later;		/* to be queued when due, soonest first */
	size_t open;			/* calls not yet answered */
	int under_way;
	unsigned random;
	long long skew_ms;		/* AWS's clock less ours */
};

struct aws *
aws_open(const struct aws_options *o)
{
	struct aws *a = xcalloc(1, sizeof(*a));
	struct http_options http = {
		.connections = o->in_flight,
		.connect_timeout_ms = o->connect_timeout_ms, .total_timeout_ms = o->total_timeout_ms,
		.max_body = o->max_body, .secret = o->secret, .ca_bundle = o->ca_bundle, .connect_to = o->connect_to
	};

	a->options = *o;
	a->random = o->seed ? o->seed : 1;
	a->http = http_open(&http);
	return a;
}

void
aws_close(struct aws *a)
{
	struct lane *lane;

	http_close(a->http);
	while ((lane = a->lanes)) {
		a->lanes = lane->next;
		free(lane->key);
		free(lane);
	}
	free(a);
}

/* The lane of a call, made when it is the first. */
static struct lane *
lane_of(struct aws *a, const struct aws_target *t, const struct service *s)
{
	struct buf key = {0};
	struct lane *lane;

	buf_addf(&key, "%s %s %s", t->account, t->region, s->name);
	for (lane = a->lanes; lane && strcmp(lane->key, key.data); lane = lane->next)
		;
	if (!lane) {
		lane = xcalloc(1, sizeof(*lane));
		lane->key = xstrdup(key.data);
		lane->last = &lane->first;
		lane->next = a->lanes;
		a->lanes = lane;
	}
	buf_free(&key);
	return lane;
}

static void
enqueue(struct call *call)
{
	call->next = NULL;
	*call->lane->last = call;
	call->lane->last = &call->next;
}

static void
enqueue_later(struct aws *a, struct call *call, long long due_ms)
{
	struct call **at = &a->later;

	call->due_ms = due_ms;
	while (*at && (*at)->due_ms <= due_ms)
		at = &(*at)->next;
	call->next = *at;
	*at = call;
}

/* Builds the request and finds its address; sets call->refused where that cannot be. */
static void
prepare(struct aws *a, struct call *call, struct json_object *parameters)
{
	const char *why;

	if (protocol_build(call->service, call->operation, parameters, &call->request, &call->refused) < 0)
		return;
	if (endpoint_resolve(call->service, call->target->region, call->target->endpoint_url, a->options.env,
	    &call->endpoint, &why) < 0) {
		call->refused = xstrdup(why);
		return;
	}
	endpoint_address(&call->endpoint, &call->request, &call->url, &call->host, &call->path);
}

void
aws_call(struct aws *a, const struct aws_target *t, const struct service *s, const char *operation,
    struct json_object *parameters, long delay_ms, aws_done *done, void *arg)
{
	struct call *call = xcalloc(1, sizeof(*call));

	call->target = t;
	call->service = s;
	call->operation = xstrdup(operation);
	call->done = done;
	call->arg = arg;
	call->lane = lane_of(a, t, s);
	prepare(a, call, parameters);
	a->open++;
	if (delay_ms > 0)
		enqueue_later(a, call, a->options.ticks_ms() + delay_ms);
	else
		enqueue(call);
}

static void
call_free(struct call *call)
{
	protocol_request_free(&call->request);
	endpoint_free(&call->endpoint);
	free(call->operation);
	free(call->url);
	free(call->host);
	free(call->path);
	free(call->signed_by);
	free(call->refused);
	free(call);
}

/* Hands the answer over.  Takes the call and what the answer holds. */
static void
answer_call(struct aws *a, struct call *call, struct protocol_answer *answer)
{
	a->open--;
	call->done(call->arg, answer, &call->stats);
	protocol_answer_free(answer);
	call_free(call);
}

/* Answers with an error of ours.  Takes the call. */
static void
fail_call(struct aws *a, struct call *call, const char *code, const char *why)
{
	struct protocol_answer answer = { .code = xstrdup(code), .message = xstrdup(why) };

	answer_call(a, call, &answer);
}

/* The headers to sign: the request's own and Host. */
static size_t
headers_of(const struct call *call, struct sigv4_header headers[HEADERS])
{
	size_t i, n = 0;

	headers[n++] = (struct sigv4_header){ "Host", call->host };
	for (i = 0; i < call->request.nheaders && n < HEADERS; i++)
		headers[n++] = (struct sigv4_header){ call->request.headers[i].name, call->request.headers[i].value };
	return n;
}

/* S3 and S3 Control have their own rules of signing (sigv4.h). */
static int
signs_as_s3(const struct call *call)
{
	return !strcmp(call->service->signing_name, "s3");
}

static int
sign(const struct aws *a, const struct call *call, const struct credentials *c, const struct sigv4_header *headers,
    size_t nheaders, struct sigv4_signature *signature)
{
	const struct sigv4_key key = { c->id, c->secret, c->token };
	const struct sigv4_request request = {
		.method = call->request.method, .path = call->path,
		.query = call->request.query.len ? call->request.query.data : "",
		.headers = headers, .nheaders = nheaders, .body = buf_span(&call->request.body),
		.region = call->endpoint.signing_region, .service = call->service->signing_name,
		.path_as_is = signs_as_s3(call), .content_sha256 = signs_as_s3(call)
	};

	return sigv4_sign(&key, &request, (time_t)((a->options.now_ms() + a->skew_ms) / 1000), signature);
}

/* Adds the signature and what belongs to it; -1 if it cannot be made. */
static int
add_signature(const struct aws *a, struct call *call, const struct credentials *c, const struct sigv4_header *headers,
    size_t n, struct http_exchange *x)
{
	struct sigv4_signature signature = {0};

	if (sign(a, call, c, headers, n, &signature) < 0) {
		sigv4_free(&signature);
		return -1;
	}
	http_add_header(x, "X-Amz-Date", signature.date);
	if (c->token)
		http_add_header(x, "X-Amz-Security-Token", c->token);
	if (signs_as_s3(call))
		http_add_header(x, "X-Amz-Content-Sha256", signature.content_sha256);
	http_add_header(x, "Authorization", signature.authorization);
	sigv4_free(&signature);
	free(call->signed_by);
	call->signed_by = xstrdup(c->id);
	return 0;
}

/* Signs a call, unless its target has nobody to sign it, and sends it. */
static void
send_call(struct aws *a, struct call *call)
{
	struct provider *provider = call->target->provider;
	struct sigv4_header headers[HEADERS];
	const struct credentials *c = NULL;
	struct http_exchange *x;
	size_t i, n = headers_of(call, headers);
	const char *why;

	if (provider && !(c = provider_credentials(provider, &why))) {
		fail_call(a, call, "NoCredentials", why);
		return;
	}
	x = http_begin(a->http, call->request.method, call->url, call);
	for (i = 0; i < n; i++)
		http_add_header(x, headers[i].name, headers[i].value);
	if (c && add_signature(a, call, c, headers, n, x) < 0) {
		http_end(x);
		fail_call(a, call, "InvalidRequest", "cannot be signed");
		return;
	}
	call->sent_ms = a->options.ticks_ms();
	call->stats.tries++;
	limiter_sent(&call->lane->limiter, call->sent_ms);
	a->under_way++;
	http_send(x, buf_span(&call->request.body));
}

/* Takes the first call of a lane out. */
static struct call *
dequeue(struct lane *lane)
{
	struct call *call = lane->first;

	if (!(lane->first = call->next))
		lane->last = &lane->first;
	return call;
}

/* A call that may go now, from the next lane in turn; *wait_ms is lowered to when one that may not will. */
static struct call *
next_ready(struct aws *a, long *wait_ms)
{
	struct lane *start = a->turn ? a->turn : a->lanes, *lane = start;
	long long now = a->options.ticks_ms();

	if (!start)
		return NULL;
	do {
		long wait = limiter_wait_ms(&lane->limiter, now);
		struct lane *after = lane->next ? lane->next : a->lanes;

		if (lane->first && !wait) {
			a->turn = after;
			return dequeue(lane);
		}
		if (lane->first && wait < *wait_ms)
			*wait_ms = wait;
		lane = after;
	} while (lane != start);
	return NULL;
}

/* Queues what is due; the others lower *wait_ms. */
static void
wake(struct aws *a, long *wait_ms)
{
	long long now = a->options.ticks_ms();
	struct call *call;

	while ((call = a->later) && call->due_ms <= now) {
		a->later = call->next;
		enqueue(call);
	}
	if (call && call->due_ms - now < *wait_ms)
		*wait_ms = (long)(call->due_ms - now);
}

/* AWS says our clock is wrong and tells its own: believe it, once a call. */
static int
correct_skew(struct aws *a, struct call *call, const char *code, const char *date)
{
	static const char *const codes[] = { "RequestTimeTooSkewed", "RequestExpired", "RequestInTheFuture",
		"InvalidSignatureException", "SignatureDoesNotMatch", "AuthFailure" };
	time_t theirs = date ? curl_getdate(date, NULL) : (time_t)-1;
	long long skew, change;
	size_t i;

	for (i = 0; i < sizeof(codes) / sizeof(*codes) && strcmp(code, codes[i]); i++)
		;
	if (i == sizeof(codes) / sizeof(*codes) || theirs == (time_t)-1 || call->skew_tried)
		return 0;
	skew = (long long)theirs * 1000 - a->options.now_ms();
	change = skew - a->skew_ms;
	if (change > -SKEW_LEAST_MS && change < SKEW_LEAST_MS)
		return 0;
	call->skew_tried = 1;
	a->skew_ms = skew;
	return 1;
}

/* AWS says that the credentials have expired: others may be had, once a call. */
static int
renew(struct call *call, const char *code)
{
	static const char *const codes[] = { "ExpiredToken", "ExpiredTokenException", "RequestExpired" };
	size_t i;

	for (i = 0; i < sizeof(codes) / sizeof(*codes); i++)
		if (!strcmp(code, codes[i]))
			break;
	if (i == sizeof(codes) / sizeof(*codes) || !call->signed_by || call->renewal_tried)
		return 0;
	call->renewal_tried = 1;
	return provider_expired(call->target->provider, call->signed_by);
}

/* Has the call another try?  Then it waits for it. */
static int
retry(struct aws *a, struct call *call, const struct http_exchange *x, const char *code)
{
	enum retry class = retry_class(http_status(x), code);
	long long now = a->options.ticks_ms();
	long delay;

	if (class == RETRY_THROTTLED) {
		call->stats.throttles++;
		limiter_throttled(&call->lane->limiter, call->sent_ms, now);
	}
	if (correct_skew(a, call, code, http_header(x, "Date")) || renew(call, code)) {
		enqueue_later(a, call, now);
		return 1;
	}
	if (class == RETRY_NEVER || call->stats.tries >= a->options.tries)
		return 0;
	delay = retry_after_ms(http_header(x, "Retry-After"), (time_t)(a->options.now_ms() / 1000));
	if (delay < 0)
		delay = retry_delay_ms(call->stats.tries, &a->random);
	enqueue_later(a, call, now + delay);
	return 1;
}

static const char *
header_of(void *arg, const char *name)
{
	return http_header(arg, name);
}

/* Names the place as well as the reason: the endpoint, without the query, which may hold names of resources. */
static void
read_failure(const struct call *call, const char *code, const char *why, struct protocol_answer *answer)
{
	struct buf message = {0};

	buf_addf(&message, "%s: %s", call->endpoint.url, why);
	answer->code = xstrdup(code);
	answer->message = message.data;
}

/* An exchange is over: read it, and answer the call or have it wait for another try.  Takes x. */
static void
finish(struct aws *a, struct http_exchange *x)
{
	struct call *call = http_arg(x);
	struct protocol_answer answer = {0};
	const char *code, *why;
	int again;

	a->under_way--;
	if ((code = http_failure(x, &why)))
		read_failure(call, code, why, &answer);
	else
		protocol_read(call->service, call->operation, http_status(x), http_body(x), header_of, x, &answer);
	if (!answer.code)
		limiter_succeeded(&call->lane->limiter);
	again = answer.code && retry(a, call, x, answer.code);
	http_end(x);
	if (again)
		protocol_answer_free(&answer);
	else
		answer_call(a, call, &answer);
}

/* Sends as many as may go. */
static void
send_ready(struct aws *a, long *wait_ms)
{
	struct call *call;

	while (a->under_way < a->options.in_flight && (call = next_ready(a, wait_ms)))
		if (call->refused)
			fail_call(a, call, "InvalidRequest", call->refused);
		else
			send_call(a, call);
}

/* Answers every call, those under way too. */
static void
interrupt(struct aws *a)
{
	struct http_exchange *x;
	struct lane *lane;
	struct call *call;

	while ((x = http_any(a->http))) {
		call = http_arg(x);
		http_end(x);
		a->under_way--;
		fail_call(a, call, "Interrupted", "stopped by a signal");
	}
	while ((call = a->later)) {
		a->later = call->next;
		fail_call(a, call, "Interrupted", "stopped by a signal");
	}
	for (lane = a->lanes; lane; lane = lane->next)
		while (lane->first)
			fail_call(a, dequeue(lane), "Interrupted", "stopped by a signal");
}

void
aws_run(struct aws *a)
{
	struct http_exchange *x;
	long wait_ms;

	while (a->open > 0) {
		wait_ms = POLL_MS;
		if (a->options.stopped && a->options.stopped())
			interrupt(a);
		wake(a, &wait_ms);
		send_ready(a, &wait_ms);
		while ((x = http_wait(a->http, wait_ms))) {
			finish(a, x);
			wait_ms = 0;
		}
	}
}
