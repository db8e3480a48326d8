/* Which failed calls are worth another try, and after how long. */
#include "retry.h"

#include <curl/curl.h>
#include <stdlib.h>
#include <string.h>

/* The SDKs' list, and what S3 and EC2 say in place of it. */
static const char *const throttling[] = {
	"BandwidthLimitExceeded", "EC2ThrottledException", "LimitExceededException", "PriorRequestNotComplete",
	"ProvisionedThroughputExceededException", "RequestLimitExceeded", "RequestThrottled",
	"RequestThrottledException", "SlowDown", "ThrottledException", "Throttling", "ThrottlingException",
	"TooManyRequestsException", "TransactionInProgressException", NULL
};

static const char *const transient[] = {
	"ConnectionFailed", "InternalError", "InternalFailure", "InternalServerError", "NameNotResolved", "RequestTimeout",
	"RequestTimeoutException", "ServiceUnavailable", "ServiceUnavailableException", "Timeout", "Unavailable", NULL
};

static int
is_one_of(const char *code, const char *const *list)
{
	for (; code && *list; list++)
		if (!strcmp(code, *list))
			return 1;
	return 0;
}

enum retry
retry_class(long status, const char *code)
{
	if (status == 429 || is_one_of(code, throttling))
		return RETRY_THROTTLED;
	if (status == 500 || status == 502 || status == 503 || status == 504 || is_one_of(code, transient))
		return RETRY_TRANSIENT;
	/* a 200 cut short may come whole the next time; a 404 in HTML will not get better */
	if (status < 300 && code && !strcmp(code, "MalformedResponse"))
		return RETRY_TRANSIENT;
	return RETRY_NEVER;
}

/* Marsaglia's xorshift: even enough to spread callers out, and the same everywhere for a seed. */
static unsigned
next_random(unsigned *state)
{
	unsigned x = *state ? *state : 1;

	x ^= x << 13;
	x ^= x >> 17;
	x ^= x << 5;
	return *state = x;
}

long
retry_delay_ms(int tries, unsigned *state)
{
	unsigned most = tries < 8 ? 100u << tries : 20000u;

	if (most > 20000u)
		most = 20000u;
	return (long)(next_random(state) % (most + 1));
}

long
retry_after_ms(const char *header, time_t now)
{
	char *end;
	long seconds;

	if (!header || !*header)
		return -1;
	seconds = strtol(header, &end, 10);
	if (*end) {
		time_t then = curl_getdate(header, NULL);

		if (then == (time_t)-1)
			return -1;
		seconds = then > now + RETRY_AFTER_MOST_MS ? RETRY_AFTER_MOST_MS : (long)(then - now);
	}
	if (seconds < 0)
		seconds = 0;
	return seconds > RETRY_AFTER_MOST_MS / 1000 ? RETRY_AFTER_MOST_MS : seconds * 1000;
}
