/* How fast one lane may be asked: additive increase in small steps, multiplicative decrease. */
#include "limiter.h"

enum {
	RATE_LEAST = 1, RATE_FREE = 2000,	/* calls a second; above the second nobody is limited */
	BURST_MS = 50				/* what was not used of so much time may be caught up */
};

long
limiter_wait_ms(const struct limiter *l, long long now_ms)
{
	double wait = l->next_ms - (double)now_ms;

	return l->rate > 0 && wait > 0 ? (long)wait + 1 : 0;
}

/* Moves the count of calls to the second that now_ms lies in. */
static void
count_in(struct limiter *l, long long now_ms)
{
	long long second = now_ms / 1000;

	if (second == l->second)
		return;
	l->sent_before = second == l->second + 1 ? l->sent : 0;
	l->sent = 0;
	l->second = second;
}

void
limiter_sent(struct limiter *l, long long now_ms)
{
	count_in(l, now_ms);
	l->sent++;
	if (l->rate <= 0)
		return;
	if (l->next_ms < (double)(now_ms - BURST_MS))
		l->next_ms = (double)(now_ms - BURST_MS);
	l->next_ms += 1000.0 / l->rate;
}

void
limiter_throttled(struct limiter *l, long long sent_ms, long long now_ms)
{
	double seen;

	if (l->cut_ms && sent_ms <= l->cut_ms)
		return;
	count_in(l, now_ms);
	seen = l->sent > l->sent_before ? l->sent : l->sent_before;
	if (l->rate > 0 && l->rate < seen)
		seen = l->rate;
	l->rate = seen * 0.7 > RATE_LEAST ? seen * 0.7 : RATE_LEAST;
	l->next_ms = (double)now_ms + 1000.0 / l->rate;
	l->cut_ms = now_ms;
}

void
limiter_succeeded(struct limiter *l)
{
	if (l->rate <= 0)
		return;
	l->rate += 0.1;		/* at rate calls a second: a tenth of it each second */
	if (l->rate > RATE_FREE)
		l->rate = 0;
}
