/*
 * Which failed calls are worth another try, and after how long.
 * Source: https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
 */
#ifndef QRIE_RETRY_H
#define QRIE_RETRY_H

#include <time.h>

enum retry {
	RETRY_NEVER,
	RETRY_TRANSIENT,	/* the network's or the service's fault, and likely to pass */
	RETRY_THROTTLED		/* we ask too fast: everybody in that lane should slow down */
};

/* status: of HTTP, 0 if there was no answer.  code: AWS's or ours (aws.h). */
enum retry retry_class(long status, const char *code);

/* Full jitter: random in [0, min(20 s, 2^tries * 100 ms)].  tries: those made.  state: of the random numbers. */
long retry_delay_ms(int tries, unsigned *state);

/* A Retry-After header in milliseconds, seconds or a date, at most RETRY_AFTER_MOST_MS; -1 if there is none. */
enum { RETRY_AFTER_MOST_MS = 60 * 1000 };
long retry_after_ms(const char *header, time_t now);

#endif
