#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "spanhash.h"
#include "tally.h"

struct cell {
	struct span key[3];		/* account, region, type: JSON strings, owned */
	unsigned long long *counts;	/* TALLY_COUNTS for each policy */
};

struct tally {
	struct cell *cells;
	size_t n, cap, npolicies;
	size_t *slots;			/* open addressing; number of the cell + 1, 0 for free */
	size_t nslots;			/* a power of two, more than twice n */
	size_t last;			/* where the last one was: records come in runs */
};

struct tally *
tally_new(size_t policies)
{
	struct tally *t = xcalloc(1, sizeof(*t));

	t->npolicies = policies + 1;
	t->nslots = 64;
	t->slots = xcalloc(t->nslots, sizeof(*t->slots));
	return t;
}

static size_t
hash(const struct span key[3])
{
	return (size_t)spanhash(spanhash(spanhash(0, key[0]), key[1]), key[2]);
}

static int
same(const struct span a[3], const struct span b[3])
{
	int i;

	for (i = 0; i < 3; i++)
		if (a[i].len != b[i].len || memcmp(a[i].at, b[i].at, a[i].len) != 0)
			return 0;
	return 1;
}

static size_t
slot_of(const struct tally *t, const struct span key[3])
{
	size_t s = hash(key) & (t->nslots - 1);

	while (t->slots[s] && !same(t->cells[t->slots[s] - 1].key, key))
		s = (s + 1) & (t->nslots - 1);
	return s;
}

static void
grow(struct tally *t)
{
	size_t i;

	free(t->slots);
	t->nslots *= 2;
	t->slots = xcalloc(t->nslots, sizeof(*t->slots));
	for (i = 0; i < t->n; i++)
		t->slots[slot_of(t, t->cells[i].key)] = i + 1;
}

static struct cell *
cell_of(struct tally *t, const struct span key[3])
{
	struct cell *c;
	size_t s, k;

	if (t->n && same(t->cells[t->last].key, key))
		return &t->cells[t->last];
	s = slot_of(t, key);
	if (!t->slots[s]) {
		if (t->n == t->cap) {
			t->cap = t->cap ? t->cap * 2 : 16;
			t->cells = xrealloc(t->cells, t->cap * sizeof(*t->cells));
		}
		c = &t->cells[t->n++];
		for (k = 0; k < 3; k++)
			c->key[k] = (struct span){ xstrndup(key[k].at, key[k].len), key[k].len };
		c->counts = xcalloc(t->npolicies * TALLY_COUNTS, sizeof(*c->counts));
		t->slots[s] = t->n;
		if (t->n * 2 >= t->nslots)
			grow(t);
		t->last = t->n - 1;
		return c;
	}
	t->last = t->slots[s] - 1;
	return &t->cells[t->last];
}

unsigned long long *
tally_counts(struct tally *t, struct span account, struct span region, struct span type)
{
	struct span key[3] = { account, region, type };

	return cell_of(t, key)->counts;
}

static int
by_key(const void *a, const void *b)
{
	const struct cell *c = a, *d = b;
	int i, order = 0;

	for (i = 0; i < 3 && !order; i++)
		order = span_cmp(c->key[i], d->key[i]);
	return order;
}

static void
sort_cells(struct tally *t)
{
	size_t i;

	if (t->n)
		qsort(t->cells, t->n, sizeof(*t->cells), by_key);
	memset(t->slots, 0, t->nslots * sizeof(*t->slots));
	for (i = 0; i < t->n; i++)
		t->slots[slot_of(t, t->cells[i].key)] = i + 1;
}

static int
anything(const struct cell *c, size_t policy)
{
	int i;

	for (i = 0; i < TALLY_COUNTS; i++)
		if (c->counts[policy * TALLY_COUNTS + (size_t)i])
			return 1;
	return 0;
}

void
tally_write(struct tally *t, size_t policy, struct buf *to)
{
	static const char *const names[] = {
		"Evaluated", "Passed", "Failed", "Unknown", "OutOfScope", "Waived"
	};
	const char *between = "";
	const struct cell *c;
	size_t n;
	int i;

	sort_cells(t);
	buf_addc(to, '[');
	for (n = 0; n < t->n; n++) {
		c = &t->cells[n];
		if (!anything(c, policy))
			continue;
		buf_adds(to, between);
		buf_adds(to, "{\"AccountId\":");
		buf_addspan(to, c->key[0]);
		buf_adds(to, ",\"Region\":");
		buf_addspan(to, c->key[1]);
		buf_adds(to, ",\"ResourceType\":");
		buf_addspan(to, c->key[2]);
		for (i = 0; i < TALLY_COUNTS; i++)
			buf_addf(to, ",\"%s\":%llu", names[i], c->counts[policy * TALLY_COUNTS + (size_t)i]);
		buf_addc(to, '}');
		between = ",";
	}
	buf_addc(to, ']');
}

/* A line: account, region, type (JSON strings hold no tab), then the number of a policy, of a count, and the count. */
void
tally_export(const struct tally *t, struct buf *to)
{
	const struct cell *c;
	size_t n, i, k;

	for (n = 0; n < t->n; n++)
		for (i = 0; i < t->npolicies * TALLY_COUNTS; i++) {
			c = &t->cells[n];
			if (!c->counts[i])
				continue;
			for (k = 0; k < 3; k++) {
				buf_addspan(to, c->key[k]);
				buf_addc(to, '\t');
			}
			buf_addf(to, "%zu\t%zu\t%llu\n", i / TALLY_COUNTS, i % TALLY_COUNTS, c->counts[i]);
		}
}

int
tally_import(struct tally *t, struct span text)
{
	const char *p = text.at, *end = text.at + text.len, *tab;
	struct span key[3];
	unsigned long long n[3];
	char *after;
	int i;

	while (p < end) {
		for (i = 0; i < 3; i++, p = tab + 1) {
			if (!(tab = memchr(p, '\t', (size_t)(end - p))))
				return -1;
			key[i] = (struct span){ p, (size_t)(tab - p) };
		}
		for (i = 0; i < 3; i++, p = after + 1) {
			n[i] = strtoull(p, &after, 10);
			if (after == p || after >= end || *after != (i < 2 ? '\t' : '\n'))
				return -1;
		}
		if (n[0] >= t->npolicies || n[1] >= TALLY_COUNTS)
			return -1;
		tally_counts(t, key[0], key[1], key[2])[n[0] * TALLY_COUNTS + n[1]] += n[2];
	}
	return 0;
}

void
tally_free(struct tally *t)
{
	size_t i, k;

	if (!t)
		return;
	for (i = 0; i < t->n; i++) {
		for (k = 0; k < 3; k++)
			free((char *)t->cells[i].key[k].at);
		free(t->cells[i].counts);
	}
	free(t->cells);
	free(t->slots);
	free(t);
}
