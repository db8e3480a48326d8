#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

#include "awstime.h"

enum { MICROS = 1000000 };

/* Years 1 to 9999: what an ISO 8601 text can hold, and Python's datetime. */
static const long long first_second = -62135596800LL, last_second = 253402300799LL;

static const char months[][4] = {
	"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
};
static const char days[][4] = { "Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat" };

struct reader {
	const char *p, *end;
};

/* min to max digits as a number, or -1. */
static int
number(struct reader *r, int min, int max)
{
	int n = 0, count = 0;

	for (; count < max && r->p < r->end && *r->p >= '0' && *r->p <= '9'; count++)
		n = n * 10 + (*r->p++ - '0');
	return count < min ? -1 : n;
}

static int
one_of(struct reader *r, const char *any)
{
	if (r->p == r->end || !*r->p || !strchr(any, *r->p))
		return 0;
	r->p++;
	return 1;
}

static void
blanks(struct reader *r)
{
	while (one_of(r, " "))
		;
}

/* A word of our own in any case. */
static int
word(struct reader *r, const char *text)
{
	size_t len = strlen(text);

	if ((size_t)(r->end - r->p) < len || strncasecmp(r->p, text, len) != 0)
		return 0;
	r->p += len;
	return 1;
}

/* Digits behind the point; those past the sixth are dropped, as Python's dateutil does. */
static int
fraction(struct reader *r)
{
	int micros = 0, unit = MICROS / 10;

	if (r->p == r->end || *r->p < '0' || *r->p > '9')
		return -1;
	for (; r->p < r->end && *r->p >= '0' && *r->p <= '9'; r->p++, unit /= 10)
		micros += (*r->p - '0') * unit;
	return micros;
}

static int
time_of_day(struct reader *r, struct tm *tm, struct awstime *t)
{
	if ((tm->tm_hour = number(r, 2, 2)) < 0 || tm->tm_hour > 23 || !one_of(r, ":") ||
	    (tm->tm_min = number(r, 2, 2)) < 0 || tm->tm_min > 59)
		return -1;
	if (!one_of(r, ":"))
		return 0;
	if ((tm->tm_sec = number(r, 2, 2)) < 0 || tm->tm_sec > 59)
		return -1;
	return one_of(r, ".,") && (t->micros = fraction(r)) < 0 ? -1 : 0;
}

static int
zone(struct reader *r, struct awstime *t)
{
	int sign, hours, minutes = 0;

	blanks(r);
	if (r->p == r->end)
		return 0;
	t->zoned = 1;
	if (word(r, "GMT") || word(r, "UTC") || word(r, "Z"))
		return 0;
	sign = *r->p == '-' ? -1 : 1;
	if (!one_of(r, "+-") || (hours = number(r, 2, 2)) < 0 || hours > 23)
		return -1;
	if ((one_of(r, ":") || r->p < r->end) && ((minutes = number(r, 2, 2)) < 0 || minutes > 59))
		return -1;
	t->offset = sign * (hours * 3600 + minutes * 60);
	return 0;
}

/* 2025-08-01, 2025-08-01T12:00, 2025-08-01T12:00:00.25+02:00 */
static int
iso8601(struct reader *r, struct tm *tm, struct awstime *t)
{
	tm->tm_year = number(r, 4, 4) - 1900;
	if (!one_of(r, "-") || (tm->tm_mon = number(r, 2, 2) - 1) < 0 || !one_of(r, "-") ||
	    (tm->tm_mday = number(r, 2, 2)) < 0)
		return -1;
	if (r->p == r->end)
		return 0;
	return one_of(r, "Tt ") && time_of_day(r, tm, t) == 0 ? zone(r, t) : -1;
}

/* Fri, 01 Aug 2025 12:00:00 GMT */
static int
rfc822(struct reader *r, struct tm *tm, struct awstime *t)
{
	size_t i;

	for (i = 0; i < sizeof days / sizeof *days && !word(r, days[i]); i++)
		;
	one_of(r, ",");
	blanks(r);
	if ((tm->tm_mday = number(r, 1, 2)) < 0)
		return -1;
	blanks(r);
	for (tm->tm_mon = 0; tm->tm_mon < 12 && !word(r, months[tm->tm_mon]); tm->tm_mon++)
		;
	blanks(r);
	if (tm->tm_mon == 12 || (tm->tm_year = number(r, 4, 4)) < 0)
		return -1;
	tm->tm_year -= 1900;
	blanks(r);
	return time_of_day(r, tm, t) == 0 ? zone(r, t) : -1;
}

static int
seconds_text(struct span text, struct awstime *t)
{
	char copy[64], *end;
	double seconds;

	if (text.len == 0 || text.len >= sizeof copy)
		return -1;
	memcpy(copy, text.at, text.len);
	copy[text.len] = '\0';
	if (copy[strspn(copy, "+-.eE0123456789")])
		return -1;
	seconds = strtod(copy, &end);
	return *end ? -1 : awstime_of_seconds(seconds, t);
}

int
awstime_parse(struct span text, struct awstime *t)
{
	struct reader r = { text.at, text.at + text.len };
	struct tm tm = {0}, given;
	int is_iso = text.len > 4 && text.at[4] == '-';

	*t = (struct awstime){0};
	if (!is_iso && seconds_text(text, t) == 0)
		return 0;
	if ((is_iso ? iso8601(&r, &tm, t) : rfc822(&r, &tm, t)) < 0 || r.p != r.end)
		return -1;
	given = tm;
	t->seconds = (long long)timegm(&tm);
	if (tm.tm_mday != given.tm_mday || tm.tm_mon != given.tm_mon || t->seconds < first_second ||
	    t->seconds > last_second)
		return -1;	/* 31 February, month 13, year 0 */
	t->seconds -= t->offset;
	return 0;
}

/* To the nearest integer, half to even. */
static int
rounded(double d)
{
	int n = (int)d;
	double rest = d - n;

	if (rest > 0.5 || (rest == 0.5 && n % 2))
		return n + 1;
	return rest < -0.5 || (rest == -0.5 && n % 2) ? n - 1 : n;
}

int
awstime_of_seconds(double seconds, struct awstime *t)
{
	*t = (struct awstime){ .zoned = 1 };
	if (!(seconds >= (double)first_second && seconds <= (double)last_second))
		return -1;
	t->seconds = (long long)seconds;
	t->micros = rounded((seconds - (double)t->seconds) * MICROS);
	if (t->micros < 0) {
		t->micros += MICROS;
		t->seconds--;
	} else if (t->micros >= MICROS) {
		t->micros -= MICROS;
		t->seconds++;
	}
	return t->seconds < first_second || t->seconds > last_second ? -1 : 0;
}

static struct tm
broken_down(long long seconds)
{
	struct tm tm = {0};
	time_t t = (time_t)seconds;

	gmtime_r(&t, &tm);
	return tm;
}

static void
date_and_time(const struct awstime *t, int offset, struct buf *b)
{
	struct tm tm = broken_down(t->seconds + offset);

	buf_addf(b, "%04d-%02d-%02dT%02d:%02d:%02d", tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday, tm.tm_hour,
	    tm.tm_min, tm.tm_sec);
	if (t->micros)
		buf_addf(b, ".%06d", t->micros);
}

void
awstime_cli(const struct awstime *t, struct buf *b)
{
	int minutes = abs(t->offset) / 60;

	date_and_time(t, t->offset, b);
	if (t->zoned)
		buf_addf(b, "%c%02d:%02d", t->offset < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

void
awstime_iso8601(const struct awstime *t, struct buf *b)
{
	date_and_time(t, 0, b);
	buf_addc(b, 'Z');
}

void
awstime_unix(const struct awstime *t, struct buf *b)
{
	long long whole = t->seconds;
	int micros = t->micros;

	if (whole < 0 && micros) {	/* -0.25 is held as -1 s and 750000 us */
		whole++;
		micros = MICROS - micros;
		if (whole == 0)
			buf_addc(b, '-');
	}
	buf_addf(b, "%lld", whole);
	if (!micros)
		return;
	buf_addf(b, ".%06d", micros);
	while (b->data[b->len - 1] == '0')
		b->data[--b->len] = '\0';
}

void
awstime_rfc822(const struct awstime *t, struct buf *b)
{
	struct tm tm = broken_down(t->seconds);

	buf_addf(b, "%s, %02d %s %04d %02d:%02d:%02d GMT", days[tm.tm_wday], tm.tm_mday, months[tm.tm_mon],
	    tm.tm_year + 1900, tm.tm_hour, tm.tm_min, tm.tm_sec);
}
