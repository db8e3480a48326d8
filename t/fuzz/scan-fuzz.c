/* Any bytes: what scan_check() accepts, every walker must get through without leaving the text. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "scan.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len);

static void
walk(struct span value, struct buf *scratch)
{
	struct scan_iter it = scan_open(value);
	struct span key, item;

	scan_text(value, scratch);
	scan_integer(value, 0);
	while (scan_next(&it, &key, &item)) {
		scan_string_is(key, "Kind");
		walk(item, scratch);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	char *text = xmalloc(len);	/* of its exact size: a read beyond it is seen */
	struct buf scratch = {0}, compact = {0};
	const char *why;
	size_t at;

	if (len)
		memcpy(text, data, len);
	if (scan_check((struct span){ text, len }, &why, &at) == 0) {
		struct span value = scan_value((struct span){ text, len });

		walk(value, &scratch);
		scan_compact(value, &compact);
		if (scan_check(buf_span(&compact), &why, &at) < 0)
			abort();
	} else if (at > len) {
		abort();
	}
	buf_free(&scratch);
	buf_free(&compact);
	free(text);
	return 0;
}
