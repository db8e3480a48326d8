/*
 * Drives lib/limiter.c against a made-up service in made-up time.
 * usage: limiter-test RATE BURST LATENCY JOBS SECONDS [RATE SECONDS]...
 * The service lets RATE calls a second pass, and BURST of them that it has saved up; it answers after LATENCY ms, and
 * JOBS calls at most are under way.  Goes on with each further RATE for SECONDS.
 * For each: what passed a second, the per cent refused, and the greatest number sent in a second, all after its first fifth.
 */
#include <stdio.h>
#include <stdlib.h>

#include "limiter.h"

enum { JOBS_MOST = 1024 };

struct service {
	double rate, burst, tokens;
};

struct flight {
	long long sent, due;
	int passed;
};

static int
take_token(struct service *s)
{
	if (s->tokens < 1)
		return 0;
	s->tokens--;
	return 1;
}

static void
land(struct limiter *l, struct flight *f, long *jobs, long long now)
{
	long i;

	for (i = 0; i < *jobs; i++) {
		if (f[i].due > now)
			continue;
		if (f[i].passed)
			limiter_passed(l, f[i].sent, now);
		else
			limiter_refused(l, f[i].sent, now);
		f[i--] = f[--*jobs];
	}
}

int
main(int argc, char **argv)
{
	static struct flight flights[JOBS_MOST];
	struct limiter limiter = {0};
	struct service service = {0};
	long latency, most, under_way = 0, passed, refused, second, peak;
	long long now = 1000000, start, end;
	int i;

	if (argc < 6 || argc % 2 != 0)
		return 3;
	service.burst = service.tokens = atof(argv[2]);
	latency = atol(argv[3]);
	most = atol(argv[4]);
	for (i = 1; i < argc; i += i == 1 ? 5 : 2) {
		service.rate = atof(argv[i]);
		start = now;
		end = now + 1000 * atol(argv[i == 1 ? 5 : i + 1]);
		for (passed = refused = second = peak = 0; now < end; now++) {
			service.tokens += service.rate / 1000;
			if (service.tokens > service.burst)
				service.tokens = service.burst;
			land(&limiter, flights, &under_way, now);
			if (now < start + (end - start) / 5)
				passed = refused = second = 0;
			if (now % 1000 == 0)
				second = 0;
			while (under_way < most && !limiter_wait_ms(&limiter, now)) {
				int pass = take_token(&service);

				limiter_sent(&limiter, now);
				flights[under_way++] = (struct flight){ now, now + latency, pass };
				passed += pass;
				refused += !pass;
				if (++second > peak)
					peak = second;
			}
		}
		printf("%.1f %.1f %ld\n", passed * 1000.0 / (double)(end - start) / 0.8,
		    100.0 * refused / (double)(passed + refused), peak);
	}
	return 0;
}
