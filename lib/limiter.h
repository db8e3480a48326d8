/*
 * How fast one lane (an account's service in a region) may be asked.  There is no limit until AWS says that it is too
 * much.  From then on the rate is sought that AWS lets pass: what came through before, doubled each second until it is
 * too much again; then 97 % of what came through, or of a rate that passed whole just before, and from there up by a
 * twentieth and more at a time, so that most calls pass and next to nothing of what may be asked is left unasked.
 * A rate is judged by the answers to what was sent at it, over a second and ten answers at least; at once where more
 * than half of them are refused.
 * Times are in milliseconds of a clock that only goes forward, and arguments.
 */
#ifndef QRIE_LIMITER_H
#define QRIE_LIMITER_H

struct limiter {		/* start it as {0} */
	double rate;		/* calls a second; 0: no limit */
	double growth;		/* by how much of itself the rate grows next */
	double whole;		/* the rate before this one, if all of it passed; else 0 */
	double next_ms;		/* not before this */
	long long pause_ms;	/* and not before this, which AWS said */
	long long since_ms;	/* when the rate was set: answers to what was sent before say nothing of it */
	int sent, passed, refused;	/* at this rate; without a limit passed counts in the second of since_ms */
	int passed_before;	/* without a limit: in the second before that */
};

long limiter_wait_ms(const struct limiter *l, long long now_ms);	/* 0: may send now */
void limiter_sent(struct limiter *l, long long now_ms);
void limiter_passed(struct limiter *l, long long sent_ms, long long now_ms);	/* a call sent at sent_ms */
void limiter_refused(struct limiter *l, long long sent_ms, long long now_ms);
/* AWS said how long to wait. */
void limiter_pause(struct limiter *l, long long until_ms);

#endif
