#include <limits.h>
#include <string.h>

#include "jsonsame.h"
#include "scan.h"

/* A number as 0.DIGITS times a power of ten, DIGITS without zeros at either end. */
struct number {
	int negative;
	struct span digits;
	const char *point;	/* may lie among them */
	size_t ndigits;
	long long power;
};

static int
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The exponent behind e; what is beyond all reason stays so. */
static long long
read_exponent(const char *p, const char *end)
{
	int negative = p < end && *p == '-';
	long long n = 0;

	for (p += p < end && !is_digit(*p); p < end; p++)
		if (n < LLONG_MAX / 100)
			n = n * 10 + (*p - '0');
	return negative ? -n : n;
}

static void
read_number(struct number *n, struct span text)
{
	const char *p = text.at, *end = text.at + text.len, *stop, *point, *q;

	*n = (struct number){ .negative = *p == '-' };
	p += n->negative;
	for (stop = p; stop < end && *stop != 'e' && *stop != 'E'; stop++)
		;
	if (stop < end)
		n->power = read_exponent(stop + 1, end);
	if (!(point = memchr(p, '.', (size_t)(stop - p))))
		point = stop;
	while (p < stop && (*p == '0' || *p == '.'))
		p++;
	while (stop > p && (stop[-1] == '0' || stop[-1] == '.'))
		stop--;
	if (p == stop) {	/* zero has neither sign nor power */
		*n = (struct number){0};
		return;
	}
	/* "12.5": the point is 2 behind the first digit; "0.05": it is 2 before the 5, with one zero between. */
	n->power += p < point ? point - p : point + 1 - p;
	n->digits = (struct span){ p, (size_t)(stop - p) };
	n->point = point;
	for (q = p; q < stop; q++)
		n->ndigits += *q != '.';
}

/* The i-th digit from the first that is not 0; '0' behind the last. */
static char
digit(const struct number *n, size_t i)
{
	const char *at = n->digits.at + i;

	if (i >= n->ndigits)
		return '0';
	return at[n->point >= n->digits.at && n->point <= at];
}

int
jsonsame_order(struct span a, struct span b)
{
	struct number x, y;
	size_t i;
	int order = 0;

	read_number(&x, a);
	read_number(&y, b);
	if (x.negative != y.negative)
		return y.negative - x.negative;
	if (!x.ndigits || !y.ndigits)
		order = (x.ndigits > 0) - (y.ndigits > 0);
	else if (x.power != y.power)
		order = x.power > y.power ? 1 : -1;
	else
		for (i = 0; !order && (i < x.ndigits || i < y.ndigits); i++)
			order = digit(&x, i) - digit(&y, i);
	return x.negative ? -order : order;
}

static int
same_string(struct span a, struct span b)
{
	struct buf one = {0}, other = {0};
	int same;

	if (!memchr(a.at, '\\', a.len) && !memchr(b.at, '\\', b.len))
		return 0;	/* their bytes differ */
	scan_decode(a, &one);
	scan_decode(b, &other);
	same = span_cmp(buf_span(&one), buf_span(&other)) == 0;
	buf_free(&one);
	buf_free(&other);
	return same;
}

int
jsonsame(struct span a, struct span b)
{
	enum scan_kind kind = scan_kind(a);

	if (kind != scan_kind(b))
		return 0;
	if (span_cmp(a, b) == 0)
		return 1;
	if (kind == SCAN_NUMBER)
		return jsonsame_order(a, b) == 0;
	return kind == SCAN_STRING && same_string(a, b);
}
