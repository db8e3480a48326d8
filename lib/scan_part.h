/*
 * Parts of scan.c's validation, for those who walk a text while they validate it.
 *
 * A checker stands for one text.  Each function takes the place where something begins and gives the place behind it,
 * or NULL having said why and where in the checker.
 */
#ifndef QRIE_SCAN_PART_H
#define QRIE_SCAN_PART_H

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "scan.h"

struct scan_checker {
	const char *end;
	const char *why, *at;	/* of the first fault; NULL before */
};

const char *scan_fail(struct scan_checker *c, const char *at, const char *why);			/* gives NULL */
const char *scan_check_string(struct scan_checker *c, const char *p);				/* p at its opening quote */
/* A key, its colon and the white space behind it; p is where the key must be. */
const char *scan_check_key(struct scan_checker *c, const char *p);
/* Any value; around says how many containers are open around it. */
const char *scan_check_value(struct scan_checker *c, const char *p, int around);

int scan_hex4(const char *p, const char *end);	/* the four digits of \uXXXX at p, or -1 */

static inline int
scan_is_space(char c)
{
	return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

static inline int
scan_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline const char *
scan_space(const char *p, const char *end)
{
	while (p < end && scan_is_space(*p))
		p++;
	return p;
}

/* May stand in a string as it is, and is ASCII. */
static inline int
scan_is_plain(char c)
{
	return (unsigned char)c >= 0x20 && (unsigned char)c < 0x80 && c != '"' && c != '\\';
}

/* The first byte from p on that is no plain one; a string is mostly such bytes. */
static inline const char *
scan_plain(const char *p, const char *end)
{
#ifdef __SSE2__
	const __m128i quote = _mm_set1_epi8('"'), slash = _mm_set1_epi8('\\'), blank = _mm_set1_epi8(' ');
	__m128i bytes;
	unsigned odd;

	for (; end - p >= 16; p += 16) {
		bytes = _mm_loadu_si128((const __m128i *)(const void *)p);
		/* less than a blank are control characters and, the comparison being signed, all that is not ASCII */
		odd = (unsigned)_mm_movemask_epi8(_mm_or_si128(_mm_cmplt_epi8(bytes, blank),
		    _mm_or_si128(_mm_cmpeq_epi8(bytes, quote), _mm_cmpeq_epi8(bytes, slash))));
		if (odd)
			return p + __builtin_ctz(odd);
	}
#endif
	while (p < end && scan_is_plain(*p))
		p++;
	return p;
}

#endif
