/*
 * Numbers, ids and dates as text, fast: what is written a hundred times in each of millions of records.
 * Everything here is ASCII that needs no escape in JSON.
 */
#ifndef QRIE_SEED_TEXT_H
#define QRIE_SEED_TEXT_H

#include <stdint.h>
#include <string.h>
#include <time.h>

#include "buf.h"

/* buf_add(), where the room is there already. */
static inline void
text_add(struct buf *b, const char *bytes, size_t len)
{
	if (b->cap - b->len <= len)
		buf_reserve(b, len + 1);
	memcpy(b->data + b->len, bytes, len);
	b->len += len;
	b->data[b->len] = '\0';
}

static inline void
text_span(struct buf *b, struct span s)
{
	text_add(b, s.at, s.len);
}

#define text_literal(b, literal) text_add(b, literal, sizeof(literal) - 1)

enum { TEXT_DECIMAL = 20, TEXT_STAMP = 19 };

size_t text_decimal(char at[TEXT_DECIMAL], unsigned long n);	/* without a NUL; how many digits */
void text_number(struct buf *b, unsigned long n);
/* The lowest digits of n (at most 16), most significant first, without a NUL. */
void text_hexadecimal(char *at, uint64_t n, int digits);
void text_hex(struct buf *b, uint64_t n, int digits);
/* A to Z, 2 to 7, five bits each, as in the ids of IAM. */
void text_base32(struct buf *b, uint64_t n, int digits);
/* 2026-11-22T21:00:00, without a NUL.  t is between the years 1970 and 9999. */
void text_stamp(char stamp[TEXT_STAMP], time_t t);
/* 2026-11-22T21:00:00 and then zone: "Z" or "+00:00". */
void text_time(struct buf *b, time_t t, const char *zone);

#endif
