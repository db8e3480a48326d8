/* Calls to AWS: what is done about one that failed. */
#include <curl/curl.h>
#include <stdlib.h>
#include <string.h>

#include "aws_part.h"
#include "retry.h"

enum {
	SKEW_LEAST_MS = 60 * 1000,
	THROTTLES_MOST = 100	/* of one call, while others pass */
};

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

/* S3 says that the bucket is in another region: it is asked there, once a call. */
static int
redirect(struct aws *a, struct call *call, const struct http_exchange *x)
{
	const char *region = http_header(x, "x-amz-bucket-region");
	long status = http_status(x);

	if (!region || !call->request.bucket || call->own_region || (status != 301 && status != 307 && status != 400) ||
	    !endpoint_is_region(region) || !strcmp(region, call->region) ||
	    strcmp(endpoint_partition(region), endpoint_partition(call->region)) != 0)
		return 0;
	call->region = call->own_region = xstrdup(region);
	lane_leave(&a->lanes, call->lane);
	call->lane = lane_enter(&a->lanes, call->target->account, region, call->service->name);
	endpoint_free(&call->endpoint);
	free(call->url);
	free(call->host);
	free(call->path);
	call->url = call->host = call->path = NULL;
	call_place(a, call);
	return 1;
}

/* Throttled calls wait for their lane, and cost no tries: they end only where nothing passes, or never this one. */
static int
throttled(struct aws *a, struct call *call, long after_ms, long long now, long long *due_ms)
{
	struct lane *lane = call->lane;
	long long since;

	call->stats.throttles++;
	a->totals.throttles++;
	if (!call->throttled_ms)
		call->throttled_ms = now;
	limiter_refused(&lane->limiter, call->sent_ms, now);
	if (after_ms > 0)
		limiter_pause(&lane->limiter, now + after_ms);
	since = call->stats.throttles < THROTTLES_MOST && lane->passed_ms > call->throttled_ms ? lane->passed_ms :
	    call->throttled_ms;
	*due_ms = now;
	return now - since < a->options.patience_ms;
}

/* A fault that may pass: as long as there are tries, and a budget for more. */
static int
failed(struct aws *a, struct call *call, long after_ms, int unanswered, const char *code, long long now,
    long long *due_ms)
{
	struct lane *lane = call->lane;

	call->failures++;
	if (call->failures >= a->options.tries || lane->silence ||
	    !(call->retry_cost = lane_may_retry(lane, unanswered))) {
		if (unanswered)
			lane_gave_up(lane, code, call->first_ms, now);
		return 0;
	}
	*due_ms = now + (after_ms >= 0 ? after_ms : retry_delay_ms(call->failures, &a->random));
	return 1;
}

int
call_retry(struct aws *a, struct call *call, const struct http_exchange *x, const char *code, long long *due_ms)
{
	enum retry class = retry_class(http_status(x), code);
	long long now = a->options.ticks_ms();
	long after_ms = retry_after_ms(http_header(x, "Retry-After"), (time_t)(a->options.now_ms() / 1000));
	const char *failure, *why;

	*due_ms = now;
	if (correct_skew(a, call, code, http_header(x, "Date")) || renew(call, code) || redirect(a, call, x))
		return 1;
	if (class == RETRY_THROTTLED)
		return throttled(a, call, after_ms, now, due_ms);
	if (class == RETRY_NEVER || call->once)
		return 0;
	failure = http_failure(x, &why);
	return failed(a, call, after_ms, failure && !http_status(x), failure, now, due_ms);
}
