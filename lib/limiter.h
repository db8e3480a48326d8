/*
 * How fast one lane (an account's service in a region) may be asked.  There is no limit until AWS says that it is
 * too much; then 70 % of the rate seen, from there up again by a tenth a second as long as calls succeed.
 * Times are in milliseconds of a clock that only goes forward, and arguments.
 */
#ifndef QRIE_LIMITER_H
#define QRIE_LIMITER_H

struct limiter {		/* start it as {0} */
	double rate;		/* calls a second; 0: no limit */
	double next_ms;		/* not before this */
	long long cut_ms;	/* when the rate was last lowered */
	long long second;	/* the second that sent counts in */
	int sent, sent_before;	/* calls in that second, and in the one before it */
};

long limiter_wait_ms(const struct limiter *l, long long now_ms);	/* 0: may send now */
void limiter_sent(struct limiter *l, long long now_ms);
/* A call sent at sent_ms was throttled.  Those sent before the last cut say nothing new. */
void limiter_throttled(struct limiter *l, long long sent_ms, long long now_ms);
void limiter_succeeded(struct limiter *l);

#endif
