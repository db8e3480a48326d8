#include <stdlib.h>
#include <string.h>

#include "baseline.h"
#include "commalist.h"
#include "ndjson.h"
#include "record.h"
#include "scan.h"
#include "siphash.h"

enum { BUCKET = 8 };	/* ids in one, about */

/* An Id's hash, but for the lowest bit, which is set if it was ACTIVE. */
struct id {
	uint64_t high, low;
};

struct baseline {
	uint64_t key[2];
	struct id *id;			/* sorted */
	size_t n, cap;
	size_t *start;			/* where those begin whose highest bits are this number; one more at the end */
	int shift;			/* 64 less the number of those bits */
	unsigned char *met;		/* was found again: a byte each, 0 or 1 */
};

static struct id
hash(const struct baseline *b, struct span id)
{
	uint64_t h[2];

	siphash(b->key, id, h);
	return (struct id){ h[0], h[1] & ~(uint64_t)1 };
}

static int
order(const void *a, const void *b)
{
	const struct id *x = a, *y = b;

	if (x->high != y->high)
		return x->high < y->high ? -1 : 1;
	return x->low < y->low ? -1 : x->low > y->low;
}

/* NULL, or why the record is not what a baseline is made of. */
static const char *
add(struct baseline *b, struct span record, struct buf *scratch)
{
	struct record r;
	struct span id = scan_get(record, "Id");
	int active;

	record_read(&r, record);
	if (scan_kind(r.kind) != SCAN_STRING)
		return "record without Kind";
	if (!record_is(&r, "finding"))
		return NULL;
	if (scan_kind(id) != SCAN_STRING)
		return "finding without Id";
	active = scan_string_is(r.state, "ACTIVE");
	if ((!active && !scan_string_is(r.state, "UNKNOWN")) || scan_kind(scan_get(record, "Waiver")) == SCAN_OBJECT)
		return NULL;
	if (b->n == b->cap) {
		b->cap = b->cap ? b->cap * 2 : 1024;
		b->id = xrealloc(b->id, b->cap * sizeof(*b->id));
	}
	b->id[b->n] = hash(b, scan_text(id, scratch));
	b->id[b->n++].low |= (uint64_t)active;
	return NULL;
}

/* Sorts, leaves one of each, ACTIVE if any was, and makes what finds them. */
static void
index_ids(struct baseline *b)
{
	size_t i, n = 0, buckets = 1, at = 0;

	if (b->n)
		qsort(b->id, b->n, sizeof(*b->id), order);
	for (i = 0; i < b->n; i++) {
		if (n && b->id[n - 1].high == b->id[i].high && b->id[n - 1].low >> 1 == b->id[i].low >> 1)
			n--;		/* behind the others is the one with the bit */
		b->id[n++] = b->id[i];
	}
	b->n = n;
	b->id = xrealloc(b->id, (n ? n : 1) * sizeof(*b->id));
	for (b->shift = 64; buckets * BUCKET < n; buckets *= 2)
		b->shift--;
	b->start = xcalloc(buckets + 1, sizeof(*b->start));
	for (i = 0; i < buckets; i++) {
		b->start[i] = at;
		while (at < n && (b->shift == 64 || b->id[at].high >> b->shift == i))
			at++;
	}
	b->start[buckets] = n;
	b->met = xcalloc(n + 1, 1);
}

struct baseline *
baseline_load(const char *files, const uint64_t key[2], int *status)
{
	struct baseline *b = xcalloc(1, sizeof(*b));
	char **names = commalist_split(files);
	struct buf scratch = {0};
	struct ndjson in;
	struct span record;

	b->key[0] = key[0];
	b->key[1] = key[1];
	ndjson_open(&in, names);
	while (ndjson_next(&in, &record))
		ndjson_complain(&in, add(b, record, &scratch));
	*status = ndjson_close(&in);
	commalist_free(names);
	buf_free(&scratch);
	index_ids(b);
	return b;
}

void
baseline_free(struct baseline *b)
{
	if (!b)
		return;
	free(b->id);
	free(b->start);
	free(b->met);
	free(b);
}

int
baseline_has(struct baseline *b, struct span id, int unknown)
{
	struct id wanted = hash(b, id);
	size_t bucket = b->shift == 64 ? 0 : (size_t)(wanted.high >> b->shift), i;

	for (i = b->start[bucket]; i < b->start[bucket + 1]; i++)
		if (b->id[i].high == wanted.high && (b->id[i].low & ~(uint64_t)1) == wanted.low) {
			b->met[i] = 1;
			return unknown || (b->id[i].low & 1);
		}
	return 0;
}

size_t
baseline_missing(const struct baseline *b)
{
	size_t i, missing = 0;

	for (i = 0; i < b->n; i++)
		missing += !b->met[i];
	return missing;
}

void
baseline_export(const struct baseline *b, struct buf *to)
{
	size_t i;

	buf_reserve(to, b->n + 1);
	for (i = 0; i < b->n; i++)
		buf_addc(to, b->met[i] ? '1' : '0');
	buf_addc(to, '\n');
}

struct span
baseline_import(struct baseline *b, struct span text)
{
	size_t i;

	if (text.len <= b->n || text.at[b->n] != '\n')
		return (struct span){ NULL, 0 };
	for (i = 0; i < b->n; i++)
		b->met[i] |= text.at[i] == '1';
	return (struct span){ text.at + b->n + 1, text.len - b->n - 1 };
}
