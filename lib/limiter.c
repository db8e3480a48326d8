/* How fast one lane may be asked: the search for the rate that passes, and the pace that keeps to it. */
#include "limiter.h"

enum {
	RATE_FREE = 2000,			/* calls a second; above this nobody is limited */
	BURST_MS = 50,				/* what was not used of so much time may be caught up */
	JUDGE_MS = 1000, JUDGE_ANSWERS = 10,	/* how much must be seen of a rate */
	OVERLOAD_ANSWERS = 8
};

static const double rate_least = 0.5, rate_first = 10, step = 0.03, below = 0.97, tolerated = 0.01;

long
limiter_wait_ms(const struct limiter *l, long long now_ms)
{
	double wait = l->rate > 0 ? l->next_ms - (double)now_ms : 0, pause = (double)(l->pause_ms - now_ms);

	if (pause > wait)
		wait = pause;
	return wait > 0 ? (long)wait + 1 : 0;
}

/* Sets the rate, to be judged from now on. */
static void
set_rate(struct limiter *l, double rate, double growth, long long now_ms)
{
	l->rate = rate > rate_least ? rate : rate_least;
	l->growth = growth;
	l->since_ms = now_ms;
	l->sent = l->passed = l->refused = 0;
	if (l->next_ms > (double)now_ms + 1000 / l->rate)	/* the next call was set by a slower rate */
		l->next_ms = (double)now_ms + 1000 / l->rate;
}

void
limiter_sent(struct limiter *l, long long now_ms)
{
	if (l->rate <= 0)
		return;
	l->sent++;
	if (l->next_ms < (double)(now_ms - BURST_MS))
		l->next_ms = (double)(now_ms - BURST_MS);
	l->next_ms += 1000.0 / l->rate;
}

/* What was asked for came to less than the rate where there were not so many calls. */
static double
asked_rate(const struct limiter *l, long long now_ms)
{
	double rate = l->sent * 1000.0 / (double)(now_ms > l->since_ms ? now_ms - l->since_ms : 1);

	return rate < l->rate ? rate : l->rate;
}

/* Some were refused: down to what came through.  A service that saves nothing up refuses every other call of a rate
   that is only a little too high: then what passed whole tells more. */
static void
lower_rate(struct limiter *l, double asked, double share, long long now_ms)
{
	double rate = asked * (share < 0.7 ? 1 - share : 0.3);

	if (rate < l->whole)
		rate = l->whole;
	l->whole = 0;
	set_rate(l, rate * below, step, now_ms);
}

/* All passed: up. */
static void
raise_rate(struct limiter *l, long long now_ms)
{
	l->whole = l->rate;
	set_rate(l, l->rate * (1 + l->growth), l->growth < 0.5 ? l->growth * 1.5 : 1, now_ms);
	if (l->rate > RATE_FREE)
		*l = (struct limiter){ .since_ms = now_ms };
}

/* Has enough been seen of this rate?  Then the next one. */
static void
judge(struct limiter *l, long long now_ms)
{
	int answers = l->passed + l->refused;
	double share = (double)l->refused / answers, asked = asked_rate(l, now_ms);
	int whole = answers >= JUDGE_ANSWERS && now_ms - l->since_ms >= JUDGE_MS;
	int early = l->whole > 0 ? l->refused > 1 && share > 0.25 : answers >= OVERLOAD_ANSWERS && share > 0.5;

	if (early || (whole && share > tolerated))
		lower_rate(l, asked, share, now_ms);
	else if (whole && (l->refused || asked < 0.8 * l->rate))
		set_rate(l, l->rate, step, now_ms);	/* as fast as can be, or nothing was seen of it */
	else if (whole)
		raise_rate(l, now_ms);
}

/* Without a limit: how many passed in this second, and in the one before. */
static void
count_passed(struct limiter *l, long long now_ms)
{
	if (now_ms - l->since_ms >= 1000) {
		l->passed_before = now_ms - l->since_ms < 2000 ? l->passed : 0;
		l->passed = 0;
		l->since_ms = now_ms;
	}
}

void
limiter_passed(struct limiter *l, long long sent_ms, long long now_ms)
{
	if (l->rate <= 0)
		count_passed(l, now_ms);
	else if (sent_ms <= l->since_ms)
		return;
	l->passed++;
	if (l->rate > 0)
		judge(l, now_ms);
}

void
limiter_refused(struct limiter *l, long long sent_ms, long long now_ms)
{
	if (l->rate <= 0) {
		count_passed(l, now_ms);
		set_rate(l, l->passed > l->passed_before ? l->passed : l->passed_before, 1, now_ms);
		if (l->rate < rate_first)
			l->rate = rate_first;
		l->next_ms = (double)now_ms + 1000 / l->rate;
		return;
	}
	if (sent_ms <= l->since_ms)
		return;
	l->refused++;
	judge(l, now_ms);
}

void
limiter_pause(struct limiter *l, long long until_ms)
{
	if (l->pause_ms < until_ms)
		l->pause_ms = until_ms;
}
