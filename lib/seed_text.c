/* Numbers, ids and dates as text, fast. */
#include "seed_text.h"

size_t
text_decimal(char at[TEXT_DECIMAL], unsigned long n)
{
	char digits[TEXT_DECIMAL];
	char *p = digits + sizeof digits;
	size_t len;

	do
		*--p = (char)('0' + n % 10);
	while (n /= 10);
	len = (size_t)(digits + sizeof digits - p);
	memcpy(at, p, len);
	return len;
}

void
text_number(struct buf *b, unsigned long n)
{
	char digits[TEXT_DECIMAL];

	text_add(b, digits, text_decimal(digits, n));
}

void
text_hexadecimal(char *at, uint64_t n, int digits)
{
	for (; digits-- > 0; n >>= 4)
		at[digits] = "0123456789abcdef"[n & 15];
}

void
text_hex(struct buf *b, uint64_t n, int digits)
{
	char text[16];

	text_hexadecimal(text, n, digits);
	text_add(b, text, (size_t)digits);
}

void
text_base32(struct buf *b, uint64_t n, int digits)
{
	char text[12];
	int i;

	for (i = digits; i-- > 0; n >>= 5)
		text[i] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[n & 31];
	text_add(b, text, (size_t)digits);
}

static void
two(char *at, unsigned n)
{
	at[0] = (char)('0' + n / 10);
	at[1] = (char)('0' + n % 10);
}

/*
 * The Gregorian date of a day since the Epoch, counted in years that begin in March.
 * Source: Hinnant, https://howardhinnant.github.io/date_algorithms.html#civil_from_days
 */
void
text_stamp(char stamp[TEXT_STAMP], time_t t)
{
	unsigned long seconds = (unsigned long)t;	/* 1970 or later */
	unsigned long day = seconds / 86400 + 719468;
	unsigned second = (unsigned)(seconds % 86400);
	unsigned of_era = (unsigned)(day % 146097);
	unsigned year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	unsigned of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	unsigned march = (5 * of_year + 2) / 153;	/* 0 is March */
	unsigned month = march < 10 ? march + 3 : march - 9;
	unsigned year = year_of_era + (unsigned)(day / 146097) * 400 + (month <= 2);

	memcpy(stamp, "0000-00-00T00:00:00", TEXT_STAMP);
	two(stamp, year / 100);
	two(stamp + 2, year % 100);
	two(stamp + 5, month);
	two(stamp + 8, of_year - (153 * march + 2) / 5 + 1);
	two(stamp + 11, second / 3600);
	two(stamp + 14, second / 60 % 60);
	two(stamp + 17, second % 60);
}

void
text_time(struct buf *b, time_t t, const char *zone)
{
	char stamp[TEXT_STAMP];

	text_stamp(stamp, t);
	text_add(b, stamp, sizeof stamp);
	text_add(b, zone, strlen(zone));
}
