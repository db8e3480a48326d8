#include <ctype.h>
#include <stddef.h>

#include "nearest.h"

enum { LONGEST = 64 };	/* letters that are compared; a name is shorter */

/* The letters that count, in lower case.  Gives how many. */
static size_t
letters(const char *text, char to[LONGEST])
{
	size_t n = 0;

	for (; *text && n < LONGEST; text++)
		if (*text != '_' && *text != '-')
			to[n++] = (char)tolower((unsigned char)*text);
	return n;
}

static unsigned
least(unsigned a, unsigned b)
{
	return a < b ? a : b;
}

/* The optimal string alignment distance: https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance */
static unsigned
distance(const char *a, size_t na, const char *b, size_t nb)
{
	unsigned d[3][LONGEST + 1] = {{0}}, *row, *above, *before;
	size_t i, k;

	for (i = 0; i <= na; i++) {
		row = d[i % 3];
		above = d[(i + 2) % 3];
		before = d[(i + 1) % 3];
		row[0] = (unsigned)i;
		for (k = 1; k <= nb; k++) {
			if (i == 0) {
				row[k] = (unsigned)k;
				continue;
			}
			row[k] = least(least(above[k], row[k - 1]) + 1, above[k - 1] + (a[i - 1] != b[k - 1]));
			if (i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1])
				row[k] = least(row[k], before[k - 2] + 1);
		}
	}
	return d[na % 3][nb];
}

const char *
nearest(const char *text, const char *const *names)
{
	char a[LONGEST], b[LONGEST];
	size_t na = letters(text, a);
	unsigned best = (unsigned)na / 3 + 1, here;
	const char *found = NULL;

	for (; *names; names++)
		if ((here = distance(a, na, b, letters(*names, b))) < best) {
			best = here;
			found = *names;
		}
	return found;
}
