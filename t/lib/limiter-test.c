/*
 * Drives lib/limiter.c through a script on standard input, one step a line; at the end prints what happened.
 *	calls N		N calls, one after the other as soon as each may go, which all succeed
 *	throttle	the last call was throttled
 * Output for each line: the milliseconds it took, and the calls a second that it came to.
 */
#include <stdio.h>
#include <string.h>

#include "limiter.h"

enum { EACH_MS = 1 };	/* what a call takes of the clock */

int
main(void)
{
	struct limiter limiter = {0};
	long long now = 1000000, start, sent = 0;
	char line[64];
	long n, i;

	while (fgets(line, sizeof(line), stdin)) {
		if (!strncmp(line, "throttle", 8)) {
			limiter_throttled(&limiter, sent, now);
			continue;
		}
		if (sscanf(line, "calls %ld", &n) != 1)
			return 3;
		for (start = now, i = 0; i < n; i++) {
			now += limiter_wait_ms(&limiter, now);
			sent = now;
			limiter_sent(&limiter, now);
			now += EACH_MS;
			limiter_succeeded(&limiter);
		}
		printf("%lld %lld\n", now - start, n * 1000 / (now - start));
	}
	return 0;
}
