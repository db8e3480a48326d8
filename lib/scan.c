#include <limits.h>
#include <string.h>

#include "scan_part.h"

/*
 * From here on the text is known to be valid.
 */

static const char *
end_of_string(const char *p, const char *end)
{
	const char *quote;
	size_t slashes;

	for (p++;; p = quote + 1) {
		quote = memchr(p, '"', (size_t)(end - p));
		for (slashes = 0; quote - slashes > p && quote[-1 - (long)slashes] == '\\'; slashes++)
			;
		if (slashes % 2 == 0)
			return quote + 1;
	}
}

static const char *
end_of_container(const char *p, const char *end)
{
	int depth = 0;

	for (;; p++) {
		switch (*p) {
		case '"':
			p = end_of_string(p, end) - 1;
			break;
		case '{': case '[':
			depth++;
			break;
		case '}': case ']':
			if (--depth == 0)
				return p + 1;
			break;
		}
	}
}

static const char *
end_of_value(const char *p, const char *end)
{
	switch (*p) {
	case '"':
		return end_of_string(p, end);
	case '{': case '[':
		return end_of_container(p, end);
	}
	while (p < end && *p != ',' && *p != '}' && *p != ']' && !scan_is_space(*p))
		p++;
	return p;
}

struct span
scan_value(struct span text)
{
	const char *end = text.at + text.len;
	const char *p = scan_space(text.at, end);

	if (p == end)
		return (struct span){ NULL, 0 };
	return (struct span){ p, (size_t)(end_of_value(p, end) - p) };
}

struct scan_iter
scan_open(struct span container)
{
	enum scan_kind kind = scan_kind(container);

	if (kind != SCAN_OBJECT && kind != SCAN_ARRAY)
		return (struct scan_iter){ NULL, NULL, 0 };
	return (struct scan_iter){ container.at + 1, container.at + container.len - 1, kind == SCAN_OBJECT };
}

int
scan_next(struct scan_iter *it, struct span *key, struct span *value)
{
	const char *p = it->p, *end;

	if (!p)
		return 0;
	p = scan_space(p, it->end);
	if (p < it->end && *p == ',')
		p = scan_space(p + 1, it->end);
	if (p >= it->end)
		return 0;
	*key = (struct span){ NULL, 0 };
	if (it->object) {
		end = end_of_string(p, it->end);
		*key = (struct span){ p, (size_t)(end - p) };
		p = scan_space(end, it->end);
		p = scan_space(p + 1, it->end);		/* the colon */
	}
	end = end_of_value(p, it->end);
	*value = (struct span){ p, (size_t)(end - p) };
	it->p = end;
	return 1;
}

struct span
scan_get(struct span object, const char *key)
{
	struct scan_iter it = scan_open(object);
	struct span name, value, found = { NULL, 0 };
	const size_t len = strlen(key);
	const int plain = !memchr(key, '\\', len);

	if (!it.object)
		return found;
	while (scan_next(&it, &name, &value)) {
		/* an escape is longer than what it stands for */
		if (name.len < len + 2 || (name.len == len + 2 && plain && memcmp(name.at + 1, key, len) != 0))
			continue;
		if ((name.len == len + 2 && plain) || scan_string_is(name, key))
			found = value;
	}
	return found;
}

void
scan_get_each(struct span object, const char *const *keys, struct span *value, size_t n)
{
	struct scan_iter it = scan_open(object);
	struct span name, each;
	size_t i;

	for (i = 0; i < n; i++)
		value[i] = (struct span){ NULL, 0 };
	while (it.object && scan_next(&it, &name, &each))
		for (i = 0; i < n; i++)
			if (scan_string_is(name, keys[i]))
				value[i] = each;
}

struct span
scan_path(struct span value, const char *path)
{
	char key[256];
	size_t len;

	for (;; path += len + 1) {
		len = strcspn(path, ".");
		if (len >= sizeof(key))
			return (struct span){ NULL, 0 };
		memcpy(key, path, len);
		key[len] = '\0';
		value = scan_get(value, key);
		if (!value.at || path[len] == '\0')
			return value;
	}
}

size_t
scan_count(struct span container)
{
	struct scan_iter it = scan_open(container);
	struct span key, value;
	size_t n = 0;

	while (scan_next(&it, &key, &value))
		n++;
	return n;
}

void
scan_compact(struct span value, struct buf *to)
{
	const char *p = value.at, *end = value.at + value.len, *next;

	while (p < end) {
		if (scan_is_space(*p)) {
			p++;
			continue;
		}
		next = *p == '"' ? end_of_string(p, end) : p + 1;
		buf_add(to, p, (size_t)(next - p));
		p = next;
	}
}

static void
add_utf8(struct buf *to, unsigned long code)
{
	char bytes[4];
	int len = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
	int i;

	if (len == 1) {
		buf_addc(to, (char)code);
		return;
	}
	for (i = len - 1; i > 0; i--, code >>= 6)
		bytes[i] = (char)(0x80 | (code & 0x3f));
	bytes[0] = (char)((0xf00 >> len & 0xff) | code);
	buf_add(to, bytes, (size_t)len);
}

/* \uXXXX at p, a pair of surrogates together; returns what follows. */
static const char *
decode_unicode(const char *p, const char *end, struct buf *to)
{
	unsigned long code = (unsigned long)scan_hex4(p + 2, end);
	int low;

	p += 6;
	if (code >= 0xd800 && code <= 0xdbff && end - p >= 6 && p[0] == '\\' && p[1] == 'u' &&
	    (low = scan_hex4(p + 2, end)) >= 0xdc00 && low <= 0xdfff) {
		code = 0x10000 + ((code - 0xd800) << 10) + ((unsigned long)low - 0xdc00);
		p += 6;
	} else if (code >= 0xd800 && code <= 0xdfff) {
		code = 0xfffd;
	}
	add_utf8(to, code);
	return p;
}

int
scan_decode(struct span string, struct buf *to)
{
	static const char from[] = "bfnrt", into[] = "\b\f\n\r\t";
	const char *p, *end, *slash, *letter;

	if (scan_kind(string) != SCAN_STRING)
		return -1;
	p = string.at + 1;
	end = string.at + string.len - 1;
	while ((slash = memchr(p, '\\', (size_t)(end - p)))) {
		buf_add(to, p, (size_t)(slash - p));
		if (slash[1] == 'u') {
			p = decode_unicode(slash, end, to);
			continue;
		}
		letter = strchr(from, slash[1]);
		buf_addc(to, letter ? into[letter - from] : slash[1]);
		p = slash + 2;
	}
	buf_add(to, p, (size_t)(end - p));
	return 0;
}

char *
scan_dup(struct span string)
{
	struct buf text = {0};

	if (scan_decode(string, &text) < 0)
		return NULL;
	buf_addc(&text, '\0');
	return text.data;
}

struct span
scan_text(struct span string, struct buf *scratch)
{
	if (scan_kind(string) != SCAN_STRING)
		return (struct span){ NULL, 0 };
	if (!memchr(string.at, '\\', string.len))
		return (struct span){ string.at + 1, string.len - 2 };
	buf_clear(scratch);
	scan_decode(string, scratch);
	return buf_span(scratch);
}

int
scan_string_is(struct span string, const char *text)
{
	struct buf decoded = {0};
	size_t len = strlen(text);
	int same;

	if (scan_kind(string) != SCAN_STRING)
		return 0;
	if (string.len == len + 2 && memcmp(string.at + 1, text, len) == 0)
		return !memchr(text, '\\', len);
	if (string.len <= len + 2 || !memchr(string.at, '\\', string.len))
		return 0;	/* an escape is longer than what it stands for */
	scan_decode(string, &decoded);
	same = span_is(buf_span(&decoded), text);
	buf_free(&decoded);
	return same;
}

long long
scan_integer(struct span number, long long otherwise)
{
	long long n = 0;
	size_t i = 0;
	int negative, digit;

	if (scan_kind(number) != SCAN_NUMBER)
		return otherwise;
	negative = number.at[0] == '-';
	for (i = (size_t)negative; i < number.len; i++) {
		if (!scan_is_digit(number.at[i]))
			return otherwise;
		digit = number.at[i] - '0';
		if (n < (LLONG_MIN + digit) / 10)
			return otherwise;
		n = n * 10 - digit;	/* negative, so that LLONG_MIN fits */
	}
	if (negative)
		return n;
	return n == LLONG_MIN ? otherwise : -n;
}
