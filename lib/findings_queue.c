#include <err.h>
#include <stdlib.h>
#include <string.h>

#include "findings_queue.h"
#include "key.h"

static struct findings_chunk *
chunk_at(struct findings_queue *q, unsigned i)
{
	return &q->chunk[(q->now + i) % FINDINGS_QUEUE_CHUNKS];
}

static void
add(struct findings_chunk *c, struct span key, struct span value)
{
	struct findings_entry *e;

	if (c->n == c->cap) {
		c->entry = xrealloc(c->entry, (c->cap + 1) * sizeof(*c->entry));
		c->entry[c->cap++] = (struct findings_entry){0};
	}
	e = &c->entry[c->n++];
	buf_clear(&e->key);
	buf_addspan(&e->key, key);
	buf_clear(&e->value);
	buf_addspan(&e->value, value);
	e->used = 0;
}

static int
is_about(struct span key, const struct findings_chunk *c)
{
	struct span other = key_prefix(buf_span(&c->entry[0].key), 1);

	return key.len >= other.len && memcmp(key.at, other.at, other.len) == 0;
}

/* Reads the rest of a chunk that has its first entry, and the first of the one behind it. */
static int
complete(struct findings_queue *q, unsigned i)
{
	struct findings_chunk *c = chunk_at(q, i);
	struct span key, value;
	int got = 0;

	while (c->n && (got = sorter_next(q->sorter, &key, &value)) > 0) {
		if (c->n == FINDINGS_QUEUE_MOST || !is_about(key, c)) {
			add(chunk_at(q, i + 1), key, value);
			return 0;
		}
		add(c, key, value);
	}
	if (got < 0)
		warn("temporary file");
	return got;
}

int
findings_queue_open(struct findings_queue *q, struct sorter *sorter)
{
	struct span key, value;
	int got;

	*q = (struct findings_queue){ .sorter = sorter };
	if ((got = sorter_next(sorter, &key, &value)) > 0) {
		add(chunk_at(q, 0), key, value);
		return complete(q, 0) < 0 ? -1 : complete(q, 1);
	}
	if (got < 0)
		warn("temporary file");
	return got;
}

struct findings_chunk *
findings_queue_now(struct findings_queue *q)
{
	return chunk_at(q, 0);
}

struct findings_chunk *
findings_queue_behind(struct findings_queue *q)
{
	return chunk_at(q, 1);
}

int
findings_queue_goes_on(struct findings_queue *q)
{
	const struct findings_chunk *behind = chunk_at(q, 1);

	return behind->n && is_about(buf_span(&behind->entry[0].key), chunk_at(q, 0));
}

int
findings_queue_next(struct findings_queue *q)
{
	struct findings_chunk *c = chunk_at(q, 0);

	c->n = c->next = 0;
	c->prepared = 0;
	q->now = (q->now + 1) % FINDINGS_QUEUE_CHUNKS;
	return complete(q, 1);
}

void
findings_queue_close(struct findings_queue *q)
{
	struct findings_chunk *c;
	size_t i;

	for (c = q->chunk; c < q->chunk + FINDINGS_QUEUE_CHUNKS; c++) {
		for (i = 0; i < c->cap; i++) {
			buf_free(&c->entry[i].key);
			buf_free(&c->entry[i].value);
		}
		free(c->entry);
	}
	*q = (struct findings_queue){0};
}
