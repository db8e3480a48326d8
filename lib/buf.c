#include <err.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "buf.h"

struct span
span_of(const char *s)
{
	return (struct span){ s, s ? strlen(s) : 0 };
}

int
span_is(struct span s, const char *text)
{
	size_t len = strlen(text);

	return s.at && s.len == len && memcmp(s.at, text, len) == 0;
}

int
span_holds(struct span s, struct span part)
{
	const char *p = s.at, *end;

	if (part.len == 0 || s.len < part.len)
		return part.len == 0;
	for (end = s.at + s.len - part.len + 1; (p = memchr(p, *part.at, (size_t)(end - p))); p++)
		if (memcmp(p, part.at, part.len) == 0)
			return 1;
	return 0;
}

int
span_cmp(struct span a, struct span b)
{
	size_t len = a.len < b.len ? a.len : b.len;
	int order = len ? memcmp(a.at, b.at, len) : 0;

	if (order)
		return order;
	return (a.len > b.len) - (a.len < b.len);
}

int
span_line(struct span *rest, struct span *line)
{
	const char *newline;

	if (rest->len == 0)
		return 0;
	newline = memchr(rest->at, '\n', rest->len);
	*line = (struct span){ rest->at, newline ? (size_t)(newline - rest->at) : rest->len };
	rest->at += line->len + (newline != NULL);
	rest->len -= line->len + (newline != NULL);
	return 1;
}

const char *
not_empty(const char *s)
{
	return s && *s ? s : NULL;
}

void
buf_reserve(struct buf *b, size_t more)
{
	size_t need, cap;

	if (more > SIZE_MAX / 2 - b->len)
		errx(3, "out of memory");
	need = b->len + more + 1;
	if (need <= b->cap)
		return;
	cap = b->cap ? b->cap : 64;
	while (cap < need)
		cap += cap / 2 + 16;
	b->data = xrealloc(b->data, cap);
	b->cap = cap;
}

void
buf_trim(struct buf *b)
{
	if (b->cap == 0)
		return;
	b->data = xrealloc(b->data, b->len + 1);
	b->cap = b->len + 1;
}

void
buf_addf(struct buf *b, const char *fmt, ...)
{
	va_list ap;
	int len;

	va_start(ap, fmt);
	len = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	if (len < 0)
		err(3, "vsnprintf");
	buf_reserve(b, (size_t)len);
	va_start(ap, fmt);
	vsnprintf(b->data + b->len, (size_t)len + 1, fmt, ap);
	va_end(ap);
	b->len += (size_t)len;
}

static void
add_escape(struct buf *b, unsigned char c)
{
	static const char letters[] = "btn\0fr";	/* of 0x08 to 0x0d; 0x0b has none */

	if (c == '"' || c == '\\')
		buf_addf(b, "\\%c", c);
	else if (c >= 8 && c <= 13 && letters[c - 8])
		buf_addf(b, "\\%c", letters[c - 8]);
	else
		buf_addf(b, "\\u%04x", c);
}

void
buf_addjson(struct buf *b, struct span s)
{
	const char *p = s.at ? s.at : "", *end = p + s.len, *from = p;

	buf_addc(b, '"');
	for (; p < end; p++) {
		unsigned char c = (unsigned char)*p;

		if (c >= 0x20 && c != '"' && c != '\\' && c != 0x7f)
			continue;
		buf_add(b, from, (size_t)(p - from));
		add_escape(b, c);
		from = p + 1;
	}
	buf_add(b, from, (size_t)(end - from));
	buf_addc(b, '"');
}

void
buf_free(struct buf *b)
{
	free(b->data);
	*b = (struct buf){0};
}

void *
xmalloc(size_t size)
{
	void *p = malloc(size ? size : 1);

	if (!p)
		err(3, NULL);
	return p;
}

void *
xcalloc(size_t n, size_t size)
{
	void *p = calloc(n ? n : 1, size ? size : 1);

	if (!p)
		err(3, NULL);
	return p;
}

void *
xrealloc(void *p, size_t size)
{
	p = realloc(p, size ? size : 1);
	if (!p)
		err(3, NULL);
	return p;
}

char *
xstrdup(const char *s)
{
	return xstrndup(s, strlen(s));
}

char *
xstrndup(const char *s, size_t n)
{
	char *copy = xmalloc(n + 1);

	if (n)
		memcpy(copy, s, n);
	copy[n] = '\0';
	return copy;
}
