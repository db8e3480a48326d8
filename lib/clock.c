#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "clock.h"

/* The first second of the year 0 and the last one of the year 9999: what has four digits. */
#define YEAR_0 INT64_C(-62167219200)
#define YEAR_9999 INT64_C(253402300799)

struct reader {
	const char *p, *end;
};

/* Exactly width digits as a number, or -1. */
static int
digits(struct reader *r, int width)
{
	int n = 0;

	if (r->end - r->p < width)
		return -1;
	for (; width > 0; width--, r->p++) {
		if (*r->p < '0' || *r->p > '9')
			return -1;
		n = n * 10 + (*r->p - '0');
	}
	return n;
}

static int
literal(struct reader *r, const char *any_of)
{
	if (r->p == r->end)
		return 0;
	for (; *any_of; any_of++)
		if (*r->p == *any_of) {
			r->p++;
			return 1;
		}
	return 0;
}

static int
days_in(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	int leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return days[month - 1] + (month == 2 && leap);
}

/* Days since 1970-01-01 in the proleptic Gregorian calendar, years counted from March so that leap days come last. */
static int64_t
days_since_epoch(int year, int month, int day)
{
	int64_t y = month > 2 ? year : year - 1;
	int64_t from_march = (month + 9) % 12;

	return 365 * y + y / 4 - y / 100 + y / 400 + (153 * from_march + 2) / 5 + day - 1 - 719468;
}

static int
read_date(struct reader *r, int64_t *days)
{
	int year, month, day;

	if ((year = digits(r, 4)) < 1 || !literal(r, "-") || (month = digits(r, 2)) < 1 || month > 12 ||
	    !literal(r, "-") || (day = digits(r, 2)) < 1 || day > days_in(year, month))
		return -1;
	*days = days_since_epoch(year, month, day);
	return 0;
}

static int
read_time(struct reader *r, int64_t *seconds)
{
	int hour, minute, second;

	if ((hour = digits(r, 2)) < 0 || hour > 23 || !literal(r, ":") || (minute = digits(r, 2)) < 0 || minute > 59 ||
	    !literal(r, ":") || (second = digits(r, 2)) < 0 || second > 60)
		return -1;
	*seconds = hour * 3600 + minute * 60 + second;
	if (!literal(r, "."))
		return 0;
	if (digits(r, 1) < 0)
		return -1;
	while (digits(r, 1) >= 0)
		;
	return 0;
}

static int
read_offset(struct reader *r, int64_t *seconds)
{
	int sign, hours, minutes;

	*seconds = 0;
	if (literal(r, "Zz"))
		return 0;
	sign = r->p < r->end && *r->p == '-' ? -1 : 1;
	if (!literal(r, "+-") || (hours = digits(r, 2)) < 0 || hours > 23)
		return -1;
	literal(r, ":");
	if ((minutes = digits(r, 2)) < 0 || minutes > 59)
		return -1;
	*seconds = sign * (hours * 3600 + minutes * 60);
	return 0;
}

static int
read_epoch(struct reader *r, time_t *t)
{
	int64_t n = 0;
	int digit, count = 0;

	while ((digit = digits(r, 1)) >= 0 && count++ < 12)
		n = n * 10 + digit;
	if (count == 0 || r->p != r->end)
		return -1;
	*t = (time_t)n;
	return 0;
}

static int
two_digits(const char *p, int *odd)
{
	unsigned tens = (unsigned)(p[0] - '0'), ones = (unsigned)(p[1] - '0');

	*odd |= tens > 9 || ones > 9;
	return (int)(tens * 10 + ones);
}

/* A time as clock_format() writes it, most are; 0 if it is none. */
static int
parse_plain(const char *p, time_t *t)
{
	int odd = p[4] != '-' || p[7] != '-' || p[10] != 'T' || p[13] != ':' || p[16] != ':' || p[19] != 'Z';
	int year = two_digits(p, &odd) * 100 + two_digits(p + 2, &odd), month = two_digits(p + 5, &odd);
	int day = two_digits(p + 8, &odd), hour = two_digits(p + 11, &odd);
	int minute = two_digits(p + 14, &odd), second = two_digits(p + 17, &odd);

	if (odd || year < 1 || month < 1 || month > 12 || day < 1 || (day > 28 && day > days_in(year, month)) ||
	    hour > 23 || minute > 59 || second > 60)
		return 0;
	*t = (time_t)(days_since_epoch(year, month, day) * 86400 + hour * 3600 + minute * 60 + second);
	return 1;
}

int
clock_parse(struct span text, time_t *t)
{
	struct reader r = { text.at, text.at + text.len };
	int64_t days, seconds = 0, offset = 0;

	if (text.len == CLOCK_TEXT - 1 && parse_plain(text.at, t))
		return 0;
	if (literal(&r, "@"))
		return read_epoch(&r, t);
	if (read_date(&r, &days) < 0)
		return -1;
	if (r.p != r.end && (!literal(&r, "Tt ") || read_time(&r, &seconds) < 0 || read_offset(&r, &offset) < 0))
		return -1;
	if (r.p != r.end)
		return -1;
	*t = (time_t)(days * 86400 + seconds - offset);
	return 0;
}

/* The reverse of days_since_epoch(): the cycle of 400 years, the day in it, the year that begins in March. */
static void
date_of(int64_t days, int *year, int *month, int *day)
{
	int64_t since = days + 719468, cycle = (since >= 0 ? since : since - 146096) / 146097;
	int64_t of_cycle = since - cycle * 146097;
	int64_t y = (of_cycle - of_cycle / 1460 + of_cycle / 36524 - of_cycle / 146096) / 365;
	int of_year = (int)(of_cycle - (365 * y + y / 4 - y / 100)), from_march = (5 * of_year + 2) / 153;

	*day = of_year - (153 * from_march + 2) / 5 + 1;
	*month = from_march < 10 ? from_march + 3 : from_march - 9;
	*year = (int)(y + cycle * 400) + (*month <= 2);
}

static void
put_two(char *p, int n)
{
	p[0] = (char)('0' + n / 10);
	p[1] = (char)('0' + n % 10);
}

void
clock_format(time_t t, char text[CLOCK_TEXT])
{
	int year, month, day, second;
	int64_t days;

	if (t < YEAR_0 || t > YEAR_9999) {
		memcpy(text, "9999-12-31T23:59:59Z", CLOCK_TEXT);
		return;
	}
	days = (int64_t)(t - YEAR_0) / 86400 + YEAR_0 / 86400;
	second = (int)(t - days * 86400);
	date_of(days, &year, &month, &day);
	memcpy(text, "0000-00-00T00:00:00Z", CLOCK_TEXT);
	put_two(text, year / 100);
	put_two(text + 2, year % 100);
	put_two(text + 5, month);
	put_two(text + 8, day);
	put_two(text + 11, second / 3600);
	put_two(text + 14, second / 60 % 60);
	put_two(text + 17, second % 60);
}
