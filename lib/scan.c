#include <limits.h>
#include <string.h>

#include "scan.h"

static int
is_space(char c)
{
	return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

static int
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* May stand in a string as it is, and is ASCII. */
static int
is_plain(char c)
{
	return (unsigned char)c >= 0x20 && (unsigned char)c < 0x80 && c != '"' && c != '\\';
}

struct checker {
	const char *end;
	const char *why, *at;
};

static const char *
fail(struct checker *c, const char *at, const char *why)
{
	c->why = why;
	c->at = at;
	return NULL;
}

static const char *
skip_space(const char *p, const char *end)
{
	while (p < end && is_space(*p))
		p++;
	return p;
}

/* The length of the UTF-8 sequence at p, 0 if it is none: RFC 3629's table of well-formed sequences. */
static int
utf8_length(const char *p, const char *end)
{
	const unsigned char *s = (const unsigned char *)p;
	size_t left = (size_t)(end - p);
	unsigned char low = 0x80, high = 0xbf;
	int len, i;

	if (s[0] >= 0xc2 && s[0] <= 0xdf)
		len = 2;
	else if (s[0] >= 0xe0 && s[0] <= 0xef)
		len = 3;
	else if (s[0] >= 0xf0 && s[0] <= 0xf4)
		len = 4;
	else
		return 0;
	if (left < (size_t)len)
		return 0;
	switch (s[0]) {
	case 0xe0: low = 0xa0; break;	/* overlong */
	case 0xed: high = 0x9f; break;	/* surrogates */
	case 0xf0: low = 0x90; break;	/* overlong */
	case 0xf4: high = 0x8f; break;	/* beyond U+10FFFF */
	}
	if (s[1] < low || s[1] > high)
		return 0;
	for (i = 2; i < len; i++)
		if ((s[i] & 0xc0) != 0x80)
			return 0;
	return len;
}

static int
hex(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return -1;
}

/* The four digits of \uXXXX at p, or -1. */
static int
hex4(const char *p, const char *end)
{
	int i, digit, code = 0;

	if (end - p < 4)
		return -1;
	for (i = 0; i < 4; i++) {
		if ((digit = hex(p[i])) < 0)
			return -1;
		code = code * 16 + digit;
	}
	return code;
}

/* p is behind a backslash. */
static const char *
check_escape(struct checker *c, const char *p)
{
	if (p == c->end)
		return fail(c, p, "unfinished string");
	if (*p == 'u') {
		if (hex4(p + 1, c->end) < 0)
			return fail(c, p, "\\u needs four hexadecimal digits");
		return p + 5;
	}
	if (*p == '\0' || !strchr("\"\\/bfnrt", *p))
		return fail(c, p, "unknown escape");
	return p + 1;
}

/* p is at the opening quote. */
static const char *
check_string(struct checker *c, const char *p)
{
	int len;

	for (p++; p < c->end;) {
		if (is_plain(*p)) {
			p++;
		} else if (*p == '"') {
			return p + 1;
		} else if (*p == '\\') {
			if (!(p = check_escape(c, p + 1)))
				return NULL;
		} else if ((unsigned char)*p < 0x20) {
			return fail(c, p, *p ? "control character in a string" : "NUL byte");
		} else {
			if (!(len = utf8_length(p, c->end)))
				return fail(c, p, "invalid UTF-8");
			p += len;
		}
	}
	return fail(c, p, "unfinished string");
}

static const char *
skip_digits(const char *p, const char *end)
{
	while (p < end && is_digit(*p))
		p++;
	return p;
}

static const char *
check_number(struct checker *c, const char *p)
{
	const char *digits;

	if (*p == '-')
		p++;
	digits = p;
	p = skip_digits(p, c->end);
	if (p == digits)
		return fail(c, p, "not a number");
	if (*digits == '0' && p - digits > 1)
		return fail(c, digits, "number with a leading zero");
	if (p < c->end && *p == '.') {
		digits = ++p;
		if ((p = skip_digits(p, c->end)) == digits)
			return fail(c, p, "number without digits behind its point");
	}
	if (p < c->end && (*p == 'e' || *p == 'E')) {
		p++;
		if (p < c->end && (*p == '+' || *p == '-'))
			p++;
		digits = p;
		if ((p = skip_digits(p, c->end)) == digits)
			return fail(c, p, "number without digits in its exponent");
	}
	return p;
}

static const char *
check_word(struct checker *c, const char *p, const char *word)
{
	size_t len = strlen(word);

	if ((size_t)(c->end - p) < len || memcmp(p, word, len) != 0)
		return fail(c, p, "unexpected character");
	return p + len;
}

/* A key and its colon, when p is where a key must be. */
static const char *
check_key(struct checker *c, const char *p)
{
	if (p == c->end)
		return fail(c, p, "unfinished object");
	if (*p != '"')
		return fail(c, p, "expected a key");
	if (!(p = check_string(c, p)))
		return NULL;
	p = skip_space(p, c->end);
	if (p == c->end || *p != ':')
		return fail(c, p, "expected a colon");
	return skip_space(p + 1, c->end);
}

static const char *
check_scalar(struct checker *c, const char *p)
{
	switch (*p) {
	case '"': return check_string(c, p);
	case 't': return check_word(c, p, "true");
	case 'f': return check_word(c, p, "false");
	case 'n': return check_word(c, p, "null");
	case '\0': return fail(c, p, "NUL byte");
	default:
		if (*p == '-' || is_digit(*p))
			return check_number(c, p);
		return fail(c, p, "unexpected character");
	}
}

/*
 * One value at p.  closers holds what each open container ends with; the depth limit makes a loop do what recursion
 * would do at the price of the stack.
 */
static const char *
check_value(struct checker *c, const char *p)
{
	char closers[SCAN_DEPTH];
	int depth = 0;

	for (;;) {
		if (p == c->end)
			return fail(c, p, "unfinished text");
		if (*p == '{' || *p == '[') {
			if (depth == SCAN_DEPTH)
				return fail(c, p, "nested too deeply");
			closers[depth++] = *p == '{' ? '}' : ']';
			p = skip_space(p + 1, c->end);
			if (p < c->end && *p == closers[depth - 1]) {
				depth--;
				p++;
			} else {
				if (closers[depth - 1] == '}' && !(p = check_key(c, p)))
					return NULL;
				continue;
			}
		} else if (!(p = check_scalar(c, p))) {
			return NULL;
		}
		for (;;) {	/* behind a value: leave what ends here */
			if (depth == 0)
				return p;
			p = skip_space(p, c->end);
			if (p == c->end)
				return fail(c, p, "unfinished text");
			if (*p != closers[depth - 1])
				break;
			depth--;
			p++;
		}
		if (*p != ',')
			return fail(c, p, "expected a comma or the end of the container");
		p = skip_space(p + 1, c->end);
		if (closers[depth - 1] == '}' && !(p = check_key(c, p)))
			return NULL;
	}
}

int
scan_check(struct span text, const char **why, size_t *at)
{
	struct checker c = { text.at + text.len, NULL, NULL };
	const char *p = skip_space(text.at, c.end);

	if (p == c.end) {
		fail(&c, p, "empty");
	} else if ((p = check_value(&c, p))) {
		p = skip_space(p, c.end);
		if (p < c.end)
			fail(&c, p, *p ? "more than one value" : "NUL byte");
	}
	if (!c.why)
		return 0;
	*why = c.why;
	*at = (size_t)(c.at - text.at);
	return -1;
}

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
	while (p < end && *p != ',' && *p != '}' && *p != ']' && !is_space(*p))
		p++;
	return p;
}

enum scan_kind
scan_kind(struct span value)
{
	if (!value.at || value.len == 0)
		return SCAN_NONE;
	switch (*value.at) {
	case 'n': return SCAN_NULL;
	case 'f': return SCAN_FALSE;
	case 't': return SCAN_TRUE;
	case '"': return SCAN_STRING;
	case '[': return SCAN_ARRAY;
	case '{': return SCAN_OBJECT;
	default: return SCAN_NUMBER;
	}
}

struct span
scan_value(struct span text)
{
	const char *end = text.at + text.len;
	const char *p = skip_space(text.at, end);

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
	p = skip_space(p, it->end);
	if (p < it->end && *p == ',')
		p = skip_space(p + 1, it->end);
	if (p >= it->end)
		return 0;
	*key = (struct span){ NULL, 0 };
	if (it->object) {
		end = end_of_string(p, it->end);
		*key = (struct span){ p, (size_t)(end - p) };
		p = skip_space(end, it->end);
		p = skip_space(p + 1, it->end);		/* the colon */
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

	if (!it.object)
		return found;
	while (scan_next(&it, &name, &value))
		if (scan_string_is(name, key))
			found = value;
	return found;
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
		if (is_space(*p)) {
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
	unsigned long code = (unsigned long)hex4(p + 2, end);
	int low;

	p += 6;
	if (code >= 0xd800 && code <= 0xdbff && end - p >= 6 && p[0] == '\\' && p[1] == 'u' &&
	    (low = hex4(p + 2, end)) >= 0xdc00 && low <= 0xdfff) {
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
		if (!is_digit(number.at[i]))
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
