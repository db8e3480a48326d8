#include "wildcard.h"

/* How many bytes the character that s begins with has (UTF-8, RFC 3629). */
static size_t
character(struct span s)
{
	size_t n = 1;

	while (n < s.len && ((unsigned char)s.at[n] & 0xc0) == 0x80)
		n++;
	return n;
}

/* What pattern says at *p of text at *t: 1 and both moved on, or 0. */
static int
step(struct span pattern, size_t *p, struct span text, size_t *t)
{
	if (*p >= pattern.len || *t >= text.len)
		return 0;
	if (pattern.at[*p] == '?') {
		++*p;
		*t += character((struct span){ text.at + *t, text.len - *t });
		return 1;
	}
	if (pattern.at[*p] == '\\' && *p + 1 < pattern.len) {
		if (pattern.at[*p + 1] != text.at[*t])
			return 0;
		++*p;
	} else if (pattern.at[*p] != text.at[*t]) {
		return 0;
	}
	++*p;
	++*t;
	return 1;
}

/* Where it fails, the last star takes in one byte more: no star before it has to be tried again. */
int
wildcard_match(struct span pattern, struct span text)
{
	size_t p = 0, t = 0, star = 0, taken = 0;
	int starred = 0;

	for (;;) {
		if (p < pattern.len && pattern.at[p] == '*') {
			starred = 1;
			star = ++p;
			taken = t;
		} else if (p == pattern.len && t == text.len) {
			return 1;
		} else if (!step(pattern, &p, text, &t)) {
			if (!starred || taken >= text.len)
				return 0;
			p = star;
			t = ++taken;
		}
	}
}
