/* Any bytes: every section, key and value that ini_next() gives lies in the text, and it comes to an end. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "ini.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len);

static void
check(struct span s, const char *text, size_t len, int may_be_empty)
{
	static const char blanks[] = " \t\r\f\v";

	if (s.len == 0) {
		if (!may_be_empty)
			abort();
		return;
	}
	if (s.at < text || s.len > len || s.at > text + len - s.len)
		abort();
	if (memchr(s.at, '\n', s.len) != NULL || memchr(s.at, '\0', s.len) != NULL)
		abort();
	if (memchr(blanks, s.at[0], 5) != NULL || memchr(blanks, s.at[s.len - 1], 5) != NULL)
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	char *text = xmalloc(len);	/* of its exact size: a read beyond it is seen */
	enum ini_event event;
	struct ini in;
	long line = 0;

	if (len > 0)
		memcpy(text, data, len);
	ini_open(&in, (struct span){ text, len });
	while ((event = ini_next(&in)) != INI_END) {
		if (in.line <= line || (size_t)in.line > len)
			abort();
		line = in.line;
		if (event == INI_BAD ? in.reason == NULL : in.section.at == NULL)
			abort();
		if (event == INI_SECTION)
			check(in.section, text, len, 1);
		if (event == INI_SETTING) {
			check(in.key, text, len, 0);
			check(in.value, text, len, 1);
		}
	}
	free(text);
	return 0;
}
