#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include "sigv4.h"

enum { DIGEST = 32, ADDED_HEADERS = 3 };

static const char hex[] = "0123456789abcdef";

/* A query parameter, encoded, as offsets into the buffer that holds it. */
struct parameter {
	size_t name, name_end, value, value_end;
};

/* A header and its place in the request: those of one name keep their order. */
struct header {
	const char *name, *value;
	size_t order;
};

static int
unreserved(unsigned char c)
{
	return isalnum(c) || strchr("-._~", c) != NULL;
}

static void
add_encoded(struct buf *b, unsigned char c)
{
	static const char upper[] = "0123456789ABCDEF";

	if (c != '\0' && c < 0x80 && unreserved(c)) {
		buf_addc(b, (char)c);
		return;
	}
	buf_addc(b, '%');
	buf_addc(b, upper[c >> 4]);
	buf_addc(b, upper[c & 15]);
}

static int
hex_value(char c)
{
	const char *at = c == '\0' ? NULL : strchr(hex, tolower((unsigned char)c));

	return at == NULL ? -1 : (int)(at - hex);
}

/* Adds text as AWS spells it in a query, whatever of it was encoded already: %c3 and a raw 0xc3 are one. */
static void
add_query_text(struct buf *b, struct span text)
{
	size_t i;
	int high, low;

	for (i = 0; i < text.len; i++) {
		if (text.at[i] == '%' && i + 2 < text.len && (high = hex_value(text.at[i + 1])) != -1 &&
		    (low = hex_value(text.at[i + 2])) != -1) {
			add_encoded(b, (unsigned char)(high << 4 | low));
			i += 2;
		} else
			add_encoded(b, (unsigned char)text.at[i]);
	}
}

/*
 * The path with "//", "/./" and "/x/../" resolved (RFC 3986, 5.2.4).  It works on the path of the wire: an encoded
 * dot is none.
 */
static void
normalise(struct buf *out, const char *path)
{
	const char *segment, *end;
	size_t len;

	buf_addc(out, '/');
	for (segment = path; *segment != '\0'; segment = end) {
		segment += strspn(segment, "/");
		len = strcspn(segment, "/");
		end = segment + len;
		if (len == 0 || (len == 1 && segment[0] == '.'))
			continue;
		if (len == 2 && strncmp(segment, "..", 2) == 0) {
			while (out->len > 1 && out->data[--out->len - 1] != '/')
				;
			continue;
		}
		buf_add(out, segment, len);
		if (*end == '/')
			buf_addc(out, '/');
	}
}

static void
add_path(struct buf *out, const struct sigv4_request *req)
{
	struct buf path = {0};
	size_t i;

	if (req->path_as_is) {
		buf_adds(out, req->path);
		return;
	}
	normalise(&path, req->path);
	for (i = 0; i < path.len; i++)
		if (path.data[i] == '/')
			buf_addc(out, '/');
		else
			add_encoded(out, (unsigned char)path.data[i]);
	buf_free(&path);
}

static int
compare_spans(const char *a, size_t alen, const char *b, size_t blen)
{
	return span_cmp((struct span){ a, alen }, (struct span){ b, blen });
}

/* The bytes that qsort's comparison needs beside its two elements; qsort_r is not POSIX, so they lie in each. */
struct sortable {
	struct span name, value;
};

static int
by_name_then_value(const void *a, const void *b)
{
	const struct sortable *x = a, *y = b;
	int order = compare_spans(x->name.at, x->name.len, y->name.at, y->name.len);

	return order != 0 ? order : compare_spans(x->value.at, x->value.len, y->value.at, y->value.len);
}
