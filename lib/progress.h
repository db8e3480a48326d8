/*
 * How far a run has come, for whoever waits at a terminal: one line, drawn anew a few times a second, and a line at the
 * end that sums up.  All functions take NULL for "nobody wants to know".
 * Times are in milliseconds of a clock that only goes forward, and arguments.
 */
#ifndef QRIE_PROGRESS_H
#define QRIE_PROGRESS_H

#include <stdio.h>

#include "buf.h"

struct progress {
	FILE *to;			/* where the line is drawn; NULL: nowhere */
	size_t width;			/* columns there */
	long long start_ms;
	/* what the run tells */
	size_t accounts, accounts_seen, accounts_done;	/* seen: those whose lists are counted in */
	size_t lists, lists_done;	/* of a type in a region of an account */
	unsigned long long resources;
	struct buf now;			/* the account and type that was begun last */
	/* of drawing */
	int drawn;			/* there is a line to be wiped */
	long long drawn_ms, rate_ms;	/* rate_ms: since when calls are counted for the rate */
	unsigned long long rate_calls;
	double rate;
};

void progress_accounts(struct progress *p, size_t n);
void progress_lists(struct progress *p, size_t n, size_t done);	/* of one account; done: by an earlier run */
void progress_begin(struct progress *p, const char *account, const char *type);
void progress_list_done(struct progress *p, size_t resources);
void progress_account_done(struct progress *p);

/* Draws the line, unless it has just been drawn. */
void progress_draw(struct progress *p, unsigned long long calls, unsigned long long throttles, long long now_ms);
/* Wipes it, before anything else is written there. */
void progress_wipe(struct progress *p);

/* The line's text, as wide as it comes. */
void progress_text(const struct progress *p, unsigned long long throttles, long long now_ms, struct buf *text);
/* "5005 resources in 120 lists of 3 accounts: 12043 calls, 17 throttled, in 12.3 s (979 a second)" */
void progress_summary(const struct progress *p, unsigned long long calls, unsigned long long throttles, long long now_ms,
    struct buf *text);
void progress_free(struct progress *p);

#endif
