#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "taglimit.h"

static int
is_allowed(const struct tag_limit *limit, char c)
{
	if (!limit->characters || (unsigned char)c >= 0x80)
		return 1;
	if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ' ')
		return 1;
	return c && strchr(limit->characters, c) != NULL;
}

/* Code points: the bytes that continue none. */
static long
length(struct span text)
{
	long n = 0;
	size_t i;

	for (i = 0; i < text.len; i++)
		n += (text.at[i] & 0xc0) != 0x80;
	return n;
}

int
taglimit_reserved(const struct tag_limit *limit, struct span text)
{
	size_t len = limit->reserved ? strlen(limit->reserved) : 0;

	return len && text.len >= len && strncasecmp(text.at, limit->reserved, len) == 0;
}

static const char *
check(const struct tag_limit *limit, struct span text, long most, const char *what, char *why)
{
	size_t i;

	if (taglimit_reserved(limit, text)) {
		snprintf(why, TAGLIMIT_WHY, "%s begins with %s, which is reserved for AWS", what, limit->reserved);
		return why;
	}
	if (most && length(text) > most) {
		snprintf(why, TAGLIMIT_WHY, "%s has %ld characters, %ld are allowed", what, length(text), most);
		return why;
	}
	for (i = 0; i < text.len; i++)
		if (!is_allowed(limit, text.at[i])) {
			snprintf(why, TAGLIMIT_WHY, "%s may have letters, digits, blanks and %s only", what,
			    limit->characters);
			return why;
		}
	return NULL;
}

const char *
taglimit_key(const struct tag_limit *limit, struct span key, char *why)
{
	if (key.len)
		return check(limit, key, limit->key_length, "the key", why);
	snprintf(why, TAGLIMIT_WHY, "the key is empty");
	return why;
}

const char *
taglimit_value(const struct tag_limit *limit, struct span value, char *why)
{
	return check(limit, value, limit->value_length, "the value", why);
}

int
taglimit_repair(const struct tag_limit *limit, struct span value, struct buf *to)
{
	char why[TAGLIMIT_WHY];
	size_t i, from = to->len;
	int dash = 0;

	if (!limit->characters || !strchr(limit->characters, '-'))
		return -1;
	for (i = 0; i < value.len; i++) {
		if (is_allowed(limit, value.at[i]) && !(dash && value.at[i] == ' ')) {
			buf_addc(to, value.at[i]);
			dash = 0;
		} else if (!dash) {
			buf_addc(to, '-');
			dash = 1;
		}
	}
	return check(limit, (struct span){ to->data + from, to->len - from }, limit->value_length, "", why) ? -1 : 0;
}
