/* How far a run has come: counted, and drawn as one line. */
#include "progress.h"

#include <stdlib.h>

#include "display.h"

enum { DRAW_MS = 200, RATE_MS = 1000, FORETELL_MS = 3000 };

void
progress_accounts(struct progress *p, size_t n)
{
	if (p)
		p->accounts = n;
}

void
progress_lists(struct progress *p, size_t n, size_t done)
{
	if (!p)
		return;
	p->accounts_seen++;
	p->lists += n;
	p->lists_done += done;
}

void
progress_begin(struct progress *p, const char *account, const char *type)
{
	if (!p)
		return;
	buf_clear(&p->now);
	buf_addf(&p->now, "%s %s", account, type);
}

void
progress_list_done(struct progress *p, size_t resources)
{
	if (!p)
		return;
	p->lists_done++;
	p->resources += resources;
}

void
progress_account_done(struct progress *p)
{
	if (p)
		p->accounts_done++;
}

/* Seconds until the end, if it goes on like this; -1: too early to tell. */
static long long
seconds_left(const struct progress *p, long long now_ms)
{
	double lists = (double)p->lists, elapsed = (double)(now_ms - p->start_ms);

	if (!p->lists_done || elapsed < FORETELL_MS)
		return -1;
	if (p->accounts_seen && p->accounts > p->accounts_seen)		/* the others have as many */
		lists *= (double)p->accounts / (double)p->accounts_seen;
	return (long long)(elapsed * (lists - (double)p->lists_done) / (double)p->lists_done / 1000);
}

void
progress_text(const struct progress *p, unsigned long long throttles, long long now_ms, struct buf *text)
{
	long long left = seconds_left(p, now_ms);

	if (p->accounts > 1)
		buf_addf(text, "%zu/%zu accounts, ", p->accounts_done, p->accounts);
	buf_addf(text, "%zu/%zu lists, %llu resources, %.0f calls/s", p->lists_done, p->lists, p->resources, p->rate);
	if (throttles)
		buf_addf(text, ", %llu throttled", throttles);
	if (left >= 3600)
		buf_addf(text, ", %lld:%02lld:%02lld left", left / 3600, left / 60 % 60, left % 60);
	else if (left >= 0)
		buf_addf(text, ", %lld:%02lld left", left / 60, left % 60);
	if (p->now.len) {
		buf_adds(text, ": ");
		buf_addspan(text, buf_span(&p->now));
	}
}

void
progress_draw(struct progress *p, unsigned long long calls, unsigned long long throttles, long long now_ms)
{
	struct buf text = {0}, line = {0};

	if (!p || !p->to || now_ms - p->drawn_ms < DRAW_MS)
		return;
	p->drawn_ms = now_ms;
	if (!p->rate_ms)
		p->rate_ms = p->start_ms;
	if (now_ms - p->rate_ms >= RATE_MS) {
		p->rate = (double)(calls - p->rate_calls) * 1000 / (double)(now_ms - p->rate_ms);
		p->rate_calls = calls;
		p->rate_ms = now_ms;
	}
	progress_text(p, throttles, now_ms, &text);
	buf_adds(&line, "\r");
	display_fit(&line, buf_span(&text), p->width > 1 ? p->width - 1 : 1, CUT_END);
	buf_adds(&line, "\033[K\r");	/* the rest of the line empty; the cursor where a message would begin */
	fwrite(line.data, 1, line.len, p->to);
	fflush(p->to);
	p->drawn = 1;
	buf_free(&text);
	buf_free(&line);
}

void
progress_wipe(struct progress *p)
{
	if (!p || !p->drawn)
		return;
	fputs("\r\033[K", p->to);
	fflush(p->to);
	p->drawn = 0;
}

static void
add_count(struct buf *text, unsigned long long n, const char *noun)
{
	buf_addf(text, "%llu %s%s", n, noun, n == 1 ? "" : "s");
}

void
progress_summary(const struct progress *p, unsigned long long calls, unsigned long long throttles, long long now_ms,
    struct buf *text)
{
	double seconds = (double)(now_ms - p->start_ms) / 1000;

	add_count(text, p->resources, "resource");
	buf_adds(text, " in ");
	add_count(text, p->lists_done, "list");
	buf_adds(text, " of ");
	add_count(text, p->accounts, "account");
	buf_adds(text, ": ");
	add_count(text, calls, "call");
	buf_addf(text, ", %llu throttled, in %.1f s (%.0f a second)", throttles, seconds,
	    seconds > 0 ? (double)calls / seconds : 0);
}

void
progress_free(struct progress *p)
{
	if (p)
		buf_free(&p->now);
}
