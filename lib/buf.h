/*
 * A byte buffer that grows.  Start it as {0}, end it with buf_free(); data is then gone.
 * Every function here exits with status 3 when there is no memory: nothing useful can be done then.
 */
#ifndef QRIE_BUF_H
#define QRIE_BUF_H

#include <stddef.h>
#include <string.h>

/* Bytes that belong to somebody else.  at is NULL for "not there". */
struct span {
	const char *at;
	size_t len;
};

struct buf {
	char *data;	/* always followed by a NUL that len does not count, once something was added */
	size_t len, cap;
};

#define SPAN(literal) ((struct span){ (literal), sizeof(literal) - 1 })

struct span span_of(const char *s);			/* a C string, NULL included */
int span_is(struct span s, const char *text);		/* the same bytes? */
int span_holds(struct span s, struct span part);		/* anywhere in it? */
int span_cmp(struct span a, struct span b);		/* as memcmp, a prefix before what it begins */
/* Takes the next line off a text, without its newline; 0 if nothing is left. */
int span_line(struct span *rest, struct span *line);
const char *not_empty(const char *s);			/* NULL for NULL and "" */

void buf_reserve(struct buf *b, size_t more);		/* room for more bytes behind len */
void buf_addf(struct buf *b, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void buf_addjson(struct buf *b, struct span s);		/* as a JSON string, quoted and escaped */
void buf_trim(struct buf *b);				/* gives memory back that it does not need for what it holds */
void buf_free(struct buf *b);

/* malloc and its like that exit with status 3 instead of returning NULL. */
void *xmalloc(size_t size);
void *xcalloc(size_t n, size_t size);
void *xrealloc(void *p, size_t size);
char *xstrdup(const char *s);
char *xstrndup(const char *s, size_t n);

static inline void
buf_add(struct buf *b, const char *bytes, size_t len)
{
	if (b->cap - b->len <= len)
		buf_reserve(b, len);
	if (len)
		memcpy(b->data + b->len, bytes, len);
	b->len += len;
	b->data[b->len] = '\0';
}

static inline void
buf_addc(struct buf *b, char c)
{
	if (b->cap - b->len < 2)
		buf_reserve(b, 1);
	b->data[b->len++] = c;
	b->data[b->len] = '\0';
}

static inline void
buf_adds(struct buf *b, const char *s)
{
	buf_add(b, s, strlen(s));
}

static inline void
buf_addspan(struct buf *b, struct span s)
{
	buf_add(b, s.at, s.len);
}

/* Empty, memory kept. */
static inline void
buf_clear(struct buf *b)
{
	b->len = 0;
	if (b->data)
		*b->data = '\0';
}

/* Valid until the buffer changes. */
static inline struct span
buf_span(const struct buf *b)
{
	return (struct span){ b->data ? b->data : "", b->len };
}

#endif
