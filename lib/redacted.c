/* What stands in place of a secret. */
#include "redacted.h"

#include <string.h>

/* Is it one?  *mac_at: from its key's id on, NULL if it has none. */
static int
is_redacted(struct span string, const char **mac_at)
{
	size_t start = sizeof(REDACTED_START) - 1;

	*mac_at = NULL;
	if (span_is(string, "\"" REDACTED_PLAIN "\""))
		return 1;
	if (string.len != 1 + start + 8 + 1 + 16 + 2 || memcmp(string.at + 1, REDACTED_START, start) != 0)
		return 0;
	*mac_at = string.at + 1 + start;
	return 1;
}

int
redacted_alike(struct span a, struct span b)
{
	const char *x, *y;

	if (!is_redacted(a, &x) || !is_redacted(b, &y))
		return 0;
	return !x || !y || memcmp(x, y, 8) != 0 || !memcmp(x, y, 8 + 1 + 16);
}
