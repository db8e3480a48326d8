#include <string.h>

#include "clock.h"
#include "key.h"
#include "scan.h"

/* One spelling for each text, and none with a NUL in it. */
static void
add_spelled(struct buf *key, struct span string)
{
	struct buf decoded = {0}, escaped = {0};

	scan_decode(string, &decoded);
	buf_addjson(&escaped, buf_span(&decoded));
	buf_add(key, escaped.data + 1, escaped.len - 2);
	buf_free(&decoded);
	buf_free(&escaped);
}

void
key_add(struct buf *key, struct span string)
{
	if (scan_kind(string) != SCAN_STRING)
		;
	else if (!memchr(string.at, '\\', string.len) && !memchr(string.at, 0x7f, string.len))
		buf_add(key, string.at + 1, string.len - 2);
	else
		add_spelled(key, string);
	buf_addc(key, '\0');
}

void
key_addtext(struct buf *key, struct span text)
{
	struct buf json = {0};

	buf_addjson(&json, text);
	key_add(key, buf_span(&json));
	buf_free(&json);
}

void
key_addtime(struct buf *key, time_t t)
{
	char text[CLOCK_TEXT];

	clock_format(t, text);
	buf_add(key, text, CLOCK_TEXT);
}

struct span
key_prefix(struct span key, int n)
{
	const char *p = key.at, *end = key.at + key.len, *nul;

	for (; n > 0 && (nul = memchr(p, '\0', (size_t)(end - p))); n--)
		p = nul + 1;
	return n ? key : (struct span){ key.at, (size_t)(p - key.at) };
}
