/* Calls to AWS, many at once: who waits, who goes, and who is answered. */
#include "aws.h"

#include <stdlib.h>
#include <string.h>

#include "aws_part.h"

enum { POLL_MS = 500, PATIENCE = 5 };

struct aws *
aws_open(const struct aws_options *o)
{
	struct aws *a = xcalloc(1, sizeof(*a));
	struct http_options http = {
		.connections = o->in_flight,
		.connect_timeout_ms = o->connect_timeout_ms, .first_timeout_ms = o->first_timeout_ms,
		.total_timeout_ms = o->total_timeout_ms, .ticks_ms = o->ticks_ms,
		.max_body = o->max_body, .secret = o->secret, .ca_bundle = o->ca_bundle, .connect_to = o->connect_to
	};

	a->options = *o;
	if (!a->options.patience_ms)
		a->options.patience_ms = PATIENCE * (long long)o->total_timeout_ms;
	a->random = o->seed ? o->seed : 1;
	a->http = http_open(&http);
	return a;
}

void
aws_close(struct aws *a)
{
	http_close(a->http);
	lanes_free(&a->lanes);
	free(a);
}

const struct aws_totals *
aws_totals(const struct aws *a)
{
	return &a->totals;
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

static struct call *
new_call(struct aws *a, const struct aws_target *t, const struct service *s, const char *operation,
    struct json_object *parameters, aws_done *done, void *arg)
{
	struct call *call = xcalloc(1, sizeof(*call));

	call->target = t;
	call->service = s;
	call->operation = xstrdup(operation);
	call->done = done;
	call->arg = arg;
	call->region = t->region;
	call->lane = lane_enter(&a->lanes, t->account, t->region, s->name);
	if (!protocol_build(s, operation, parameters, &call->request, &call->refused))
		call_place(a, call);
	a->open++;
	return call;
}

/* Has it go when its time has come. */
static void
queue(struct aws *a, struct call *call, long delay_ms)
{
	if (delay_ms > 0)
		enqueue_later(a, call, a->options.ticks_ms() + delay_ms);
	else
		lane_add(&a->lanes, call->lane, call);
}

void
aws_call(struct aws *a, const struct aws_target *t, const struct service *s, const char *operation,
    struct json_object *parameters, long delay_ms, aws_done *done, void *arg)
{
	queue(a, new_call(a, t, s, operation, parameters, done, arg), delay_ms);
}

void
aws_call_secret(struct aws *a, const struct aws_target *t, const struct service *s, const char *operation,
    struct json_object *parameters, aws_done *done, void *arg)
{
	struct call *call = new_call(a, t, s, operation, parameters, done, arg);

	call->secret = 1;
	queue(a, call, 0);
}

void
aws_call_once(struct aws *a, const struct aws_target *t, const struct service *s, const char *operation,
    struct json_object *parameters, long delay_ms, aws_done *done, void *arg)
{
	struct call *call = new_call(a, t, s, operation, parameters, done, arg);

	call->once = 1;
	queue(a, call, delay_ms);
}

static void
call_free(struct call *call)
{
	protocol_request_free(&call->request);
	endpoint_free(&call->endpoint);
	free(call->operation);
	free(call->own_region);
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
	a->totals.answers++;
	lane_leave(&a->lanes, call->lane);
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

/* May a lane's first call go?  0: now; else after so many milliseconds, or not before something else has happened. */
static long
wait_of(const struct aws *a, const struct lane *lane, long long now)
{
	if (lane->first->refused || lane_is_silent(lane, now))
		return 0;	/* it is only to be answered */
	if (lane->under_way >= lane_most(lane, a->options.in_flight))
		return POLL_MS;
	return limiter_wait_ms(&lane->limiter, now);
}

/* A call that may go now, from the next lane in turn; *wait_ms is lowered to when one that may not will. */
static struct call *
next_ready(struct aws *a, long long now, long *wait_ms)
{
	struct lane *start = a->lanes.turn, *lane = start;
	long wait;

	if (!start)
		return NULL;
	do {
		wait = wait_of(a, lane, now);
		if (!wait) {
			a->lanes.turn = lane->next;
			return lane_take(&a->lanes, lane);
		}
		if (wait < *wait_ms)
			*wait_ms = wait;
		lane = lane->next;
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
		lane_add(&a->lanes, call->lane, call);
	}
	if (call && call->due_ms - now < *wait_ms)
		*wait_ms = (long)(call->due_ms - now);
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
	long long now = a->options.ticks_ms(), due;
	const char *code, *why;
	int again;

	a->under_way--;
	call->lane->under_way--;
	if (http_status(x))
		lane_answered(call->lane, now);
	else
		lane_unanswered(call->lane);
	if ((code = http_failure(x, &why)))
		read_failure(call, code, why, &answer);
	else
		protocol_read(call->service, call->operation, http_status(x), http_body(x), header_of, x, &answer);
	if (!answer.code) {
		lane_passed(call->lane, call->retry_cost, now);
		limiter_passed(&call->lane->limiter, call->sent_ms, now);
	}
	again = answer.code && call_retry(a, call, x, answer.code, &due);
	http_end(x);
	if (!again) {
		answer_call(a, call, &answer);
		return;
	}
	protocol_answer_free(&answer);
	if (due > now)
		enqueue_later(a, call, due);
	else
		lane_add(&a->lanes, call->lane, call);
}

/* Sends a call, or answers one that cannot be. */
static void
send_or_fail(struct aws *a, struct call *call, long long now)
{
	struct protocol_answer silence = {0};
	const char *code, *why;

	if (call->refused) {
		fail_call(a, call, "InvalidRequest", call->refused);
	} else if (lane_is_silent(call->lane, now)) {
		read_failure(call, call->lane->silence, "not asked: nothing there has answered", &silence);
		answer_call(a, call, &silence);
	} else if (call_send(a, call, &code, &why) < 0) {
		fail_call(a, call, code, why);
	} else {
		call->sent_ms = a->options.ticks_ms();	/* to have credentials may have taken long */
		if (!call->stats.tries++)
			call->first_ms = call->sent_ms;
		limiter_sent(&call->lane->limiter, call->sent_ms);
		call->lane->under_way++;
		a->under_way++;
		a->totals.calls++;
	}
}

/* Sends as many as may go. */
static void
send_ready(struct aws *a, long *wait_ms)
{
	long long now = a->options.ticks_ms();
	struct call *call;

	while (a->under_way < a->options.in_flight && (call = next_ready(a, now, wait_ms)))
		send_or_fail(a, call, now);
}

/* Answers every call, those under way too. */
static void
interrupt(struct aws *a)
{
	static const char why[] = "stopped by a signal";
	struct http_exchange *x;
	struct call *call;

	while ((x = http_any(a->http))) {
		call = http_arg(x);
		http_end(x);
		a->under_way--;
		call->lane->under_way--;
		fail_call(a, call, "Interrupted", why);
	}
	while ((call = a->later)) {
		a->later = call->next;
		fail_call(a, call, "Interrupted", why);
	}
	while (a->lanes.turn)
		fail_call(a, lane_take(&a->lanes, a->lanes.turn), "Interrupted", why);
}

void
aws_run(struct aws *a)
{
	struct http_exchange *x;
	long wait_ms;

	while (a->open > 0) {
		wait_ms = POLL_MS;
		if (a->options.turn)
			a->options.turn(a->options.turn_arg);
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
