/* Validation: what scan_check() accepts, and the same in parts for those who walk while they validate. */
#include <string.h>

#include "scan_part.h"

const char *
scan_fail(struct scan_checker *c, const char *at, const char *why)
{
	c->why = why;
	c->at = at;
	return NULL;
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
int
scan_hex4(const char *p, const char *end)
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
check_escape(struct scan_checker *c, const char *p)
{
	if (p == c->end)
		return scan_fail(c, p, "unfinished string");
	if (*p == 'u') {
		if (scan_hex4(p + 1, c->end) < 0)
			return scan_fail(c, p, "\\u needs four hexadecimal digits");
		return p + 5;
	}
	if (*p == '\0' || !strchr("\"\\/bfnrt", *p))
		return scan_fail(c, p, "unknown escape");
	return p + 1;
}

const char *
scan_check_string(struct scan_checker *c, const char *p)
{
	int len;

	for (p++; p < c->end;) {
		p = scan_plain(p, c->end);
		if (p == c->end)
			break;
		if (*p == '"') {
			return p + 1;
		} else if (*p == '\\') {
			if (!(p = check_escape(c, p + 1)))
				return NULL;
		} else if ((unsigned char)*p < 0x20) {
			return scan_fail(c, p, *p ? "control character in a string" : "NUL byte");
		} else {
			if (!(len = utf8_length(p, c->end)))
				return scan_fail(c, p, "invalid UTF-8");
			p += len;
		}
	}
	return scan_fail(c, p, "unfinished string");
}

static const char *
skip_digits(const char *p, const char *end)
{
	while (p < end && scan_is_digit(*p))
		p++;
	return p;
}

static const char *
check_number(struct scan_checker *c, const char *p)
{
	const char *digits;

	if (*p == '-')
		p++;
	digits = p;
	p = skip_digits(p, c->end);
	if (p == digits)
		return scan_fail(c, p, "not a number");
	if (*digits == '0' && p - digits > 1)
		return scan_fail(c, digits, "number with a leading zero");
	if (p < c->end && *p == '.') {
		digits = ++p;
		if ((p = skip_digits(p, c->end)) == digits)
			return scan_fail(c, p, "number without digits behind its point");
	}
	if (p < c->end && (*p == 'e' || *p == 'E')) {
		p++;
		if (p < c->end && (*p == '+' || *p == '-'))
			p++;
		digits = p;
		if ((p = skip_digits(p, c->end)) == digits)
			return scan_fail(c, p, "number without digits in its exponent");
	}
	return p;
}

static const char *
check_word(struct scan_checker *c, const char *p, const char *word)
{
	size_t len = strlen(word);

	if ((size_t)(c->end - p) < len || memcmp(p, word, len) != 0)
		return scan_fail(c, p, "unexpected character");
	return p + len;
}

const char *
scan_check_key(struct scan_checker *c, const char *p)
{
	if (p == c->end)
		return scan_fail(c, p, "unfinished object");
	if (*p != '"')
		return scan_fail(c, p, "expected a key");
	if (!(p = scan_check_string(c, p)))
		return NULL;
	p = scan_space(p, c->end);
	if (p == c->end || *p != ':')
		return scan_fail(c, p, "expected a colon");
	return scan_space(p + 1, c->end);
}

static const char *
check_scalar(struct scan_checker *c, const char *p)
{
	switch (*p) {
	case '"': return scan_check_string(c, p);
	case 't': return check_word(c, p, "true");
	case 'f': return check_word(c, p, "false");
	case 'n': return check_word(c, p, "null");
	case '\0': return scan_fail(c, p, "NUL byte");
	default:
		if (*p == '-' || scan_is_digit(*p))
			return check_number(c, p);
		return scan_fail(c, p, "unexpected character");
	}
}

/*
 * closers holds what each open container ends with; the depth limit makes a loop do what recursion
 * would do at the price of the stack.
 */
const char *
scan_check_value(struct scan_checker *c, const char *p, int around)
{
	char closers[SCAN_DEPTH];
	int depth = 0;

	for (;;) {
		if (p == c->end)
			return scan_fail(c, p, "unfinished text");
		if (*p == '{' || *p == '[') {
			if (depth + around >= SCAN_DEPTH)
				return scan_fail(c, p, "nested too deeply");
			closers[depth++] = *p == '{' ? '}' : ']';
			p = scan_space(p + 1, c->end);
			if (p < c->end && *p == closers[depth - 1]) {
				depth--;
				p++;
			} else {
				if (closers[depth - 1] == '}' && !(p = scan_check_key(c, p)))
					return NULL;
				continue;
			}
		} else if (!(p = check_scalar(c, p))) {
			return NULL;
		}
		for (;;) {	/* behind a value: leave what ends here */
			if (depth == 0)
				return p;
			p = scan_space(p, c->end);
			if (p == c->end)
				return scan_fail(c, p, "unfinished text");
			if (*p != closers[depth - 1])
				break;
			depth--;
			p++;
		}
		if (*p != ',')
			return scan_fail(c, p, "expected a comma or the end of the container");
		p = scan_space(p + 1, c->end);
		if (closers[depth - 1] == '}' && !(p = scan_check_key(c, p)))
			return NULL;
	}
}

int
scan_check(struct span text, const char **why, size_t *at)
{
	struct scan_checker c = { text.at + text.len, NULL, NULL };
	const char *p = scan_space(text.at, c.end);

	if (p == c.end) {
		scan_fail(&c, p, "empty");
	} else if ((p = scan_check_value(&c, p, 0))) {
		p = scan_space(p, c.end);
		if (p < c.end)
			scan_fail(&c, p, *p ? "more than one value" : "NUL byte");
	}
	if (!c.why)
		return 0;
	*why = c.why;
	*at = (size_t)(c.at - text.at);
	return -1;
}
