/*
 * Any two JSON values, one a line: nothing differs from itself; what differs one way differs the other way too, in as
 * many places; a changed path is a pointer and says two different things.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "jsondiff.h"
#include "jsonsame.h"
#include "scan.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len);

static void
found(void *context, const struct jsondiff_change *change)
{
	(void)context;
	if (change->path.len && change->path.at[0] != '/')
		abort();
	if (!change->old.at && !change->new.at)
		abort();
	if (change->old.at && change->new.at && jsonsame(change->old, change->new))
		abort();
}

static size_t
differences(struct span old, struct span new)
{
	struct jsondiff d = { .found = found };
	size_t n = jsondiff(&d, old, new);

	jsondiff_free(&d);
	return n;
}

/* Of its exact size: a read beyond it is seen.  {NULL, 0} if it is no JSON. */
static struct span
copy(const uint8_t *data, size_t len)
{
	struct span text = { xmalloc(len), len };
	const char *why;
	size_t at;

	if (len)
		memcpy((char *)text.at, data, len);
	if (scan_check(text, &why, &at) == 0)
		return text;
	free((char *)text.at);
	return (struct span){ NULL, 0 };
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	const uint8_t *newline = len ? memchr(data, '\n', len) : NULL;
	size_t first = newline ? (size_t)(newline - data) : len;
	struct span old = copy(data, first), new = { NULL, 0 };

	if (old.at && newline)
		new = copy(newline + 1, len - first - 1);
	if (new.at) {
		struct span a = scan_value(old), b = scan_value(new);

		if (differences(a, a) != 0 || differences(b, b) != 0 || differences(a, b) != differences(b, a))
			abort();
	}
	free((char *)old.at);
	free((char *)new.at);
	return 0;
}
