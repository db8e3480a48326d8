/*
 * Reading JSON (RFC 8259) where it lies, without building a tree.
 *
 * scan_check() validates a whole text once: grammar, UTF-8 (RFC 3629), no raw NUL, nesting of at most SCAN_DEPTH.
 * All other functions walk text that scan_check() accepted, and trust it.  Spans they give point into that text
 * and are exact: no white space around, strings with their quotes.
 * A key that occurs twice: the last one wins, as in jq.
 */
#ifndef QRIE_SCAN_H
#define QRIE_SCAN_H

#include "buf.h"

enum { SCAN_DEPTH = 200 };	/* jq 1.6 stops at 256; AWS's own documents stay below 40 */

/* 0, or -1 with *why (a static text) and *at (the offset of the byte that is wrong) set. */
int scan_check(struct span text, const char **why, size_t *at);

enum scan_kind { SCAN_NONE, SCAN_NULL, SCAN_FALSE, SCAN_TRUE, SCAN_NUMBER, SCAN_STRING, SCAN_ARRAY, SCAN_OBJECT };
struct span scan_value(struct span text);	/* the value that text begins with, white space skipped */

/*
 *	struct scan_iter it = scan_open(value);		an object or array; anything else has no items
 *	while (scan_next(&it, &key, &val)) ...		key keeps its quotes, and is {NULL, 0} in an array
 */
struct scan_iter { const char *p, *end; int object; };
struct scan_iter scan_open(struct span container);
int scan_next(struct scan_iter *it, struct span *key, struct span *value);

struct span scan_get(struct span object, const char *key);	/* {NULL, 0} if missing or no object */
/* The same of several: value[i] is that of keys[i].  The keys have no escapes. */
void scan_get_each(struct span object, const char *const *keys, struct span *value, size_t n);
struct span scan_path(struct span value, const char *path);	/* "A.B.C" through objects; no key may hold a dot */
size_t scan_count(struct span container);			/* members or items */

/* Appends a value without the white space between its parts. */
void scan_compact(struct span value, struct buf *to);

/* Does a string (with its quotes) decode to text?  False for anything but a string. */
int scan_string_is(struct span string, const char *text);
/* Appends what a string decodes to; a lone surrogate becomes U+FFFD.  Anything but a string: nothing, and -1. */
int scan_decode(struct span string, struct buf *to);
/* What a string decodes to, malloc'd; NULL for anything but a string. */
char *scan_dup(struct span string);
/* A string's bytes where they lie if it has no escape, else decoded into scratch (cleared first). */
struct span scan_text(struct span string, struct buf *scratch);
/* An integer, or otherwise if it is none or does not fit. */
long long scan_integer(struct span number, long long otherwise);

/* By its first byte; SCAN_NONE for {NULL, 0}. */
static inline enum scan_kind
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

#endif
