#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "sorter_part.h"
#include "tempfile.h"

enum {
	WRITE = 64 << 10,
	READ_MOST = 64 << 10, READ_LEAST = 4 << 10,	/* of each run at a time */
	READ_ALL = 4 << 20				/* of all of them together */
};

static void
entry_at(const char *p, struct span *key, struct span *value)
{
	struct lengths len;

	memcpy(&len, p, sizeof(len));
	*key = (struct span){ p + sizeof(len), len.key };
	*value = (struct span){ p + sizeof(len) + len.key, len.value };
}

static size_t
entry_size(const char *p)
{
	struct lengths len;

	memcpy(&len, p, sizeof(len));
	return sizeof(len) + len.key + len.value;
}

void
sorter_file_open(struct sorter_file *f, const char *dir)
{
	*f = (struct sorter_file){ .dir = dir, .fd = -1 };
}

void
sorter_file_close(struct sorter_file *f)
{
	if (f->fd >= 0)
		close(f->fd);
	f->fd = -1;
}

void
sorter_open(struct sorter *s, const char *dir)
{
	*s = (struct sorter){ .memory = SORTER_MEMORY };
	sorter_file_open(&s->own, dir);
}

void
sorter_open_in(struct sorter *s, struct sorter_file *f)
{
	*s = (struct sorter){ .memory = SORTER_MEMORY, .own = { .fd = -1 }, .shared = f };
}

/* A sorter may be moved: no pointer into itself. */
static struct sorter_file *
file_of(struct sorter *s)
{
	return s->shared ? s->shared : &s->own;
}

size_t
sorter_held(const struct sorter *s)
{
	return s->arena.cap + s->cap * sizeof(*s->entry);
}

/* Writes what is in memory as one more run. */
static int
write_run(struct sorter *s)
{
	struct sorter_file *f = file_of(s);
	struct sorter_run run;
	struct buf block = {0};
	int status = 0;
	size_t i;

	if (f->fd < 0 && (f->fd = tempfile_open(f->dir)) < 0)
		return -1;
	f->users += s->runs == 0;
	run = (struct sorter_run){ .from = f->end, .at = f->end };
	sorter_order(s->entry, s->n, s->arena.data);
	for (i = 0; i < s->n && status == 0; i++) {
		const char *p = s->arena.data + s->entry[i].at;

		buf_add(&block, p, entry_size(p));
		if (block.len >= WRITE || i + 1 == s->n) {
			status = tempfile_append(f->fd, &f->end, buf_span(&block));
			buf_clear(&block);
		}
	}
	buf_free(&block);
	run.end = f->end;
	s->run = xrealloc(s->run, (s->runs + 1) * sizeof(run));
	s->run[s->runs++] = run;
	buf_clear(&s->arena);
	s->n = 0;
	return status;
}

int
sorter_spill(struct sorter *s)
{
	if (s->n && write_run(s) < 0)
		return -1;
	buf_free(&s->arena);
	free(s->entry);
	s->entry = NULL;
	s->cap = 0;
	return 0;
}

int
sorter_add(struct sorter *s, struct span key, struct span value)
{
	struct lengths len = { (uint32_t)key.len, (uint32_t)value.len };

	if (key.len > UINT32_MAX || value.len > UINT32_MAX) {
		errno = EFBIG;
		return -1;
	}
	if (s->n && s->arena.len + sizeof(len) + key.len + value.len > s->memory && write_run(s) < 0)
		return -1;
	if (s->n == s->cap) {
		s->cap = s->cap ? s->cap * 2 : 64;
		s->entry = xrealloc(s->entry, s->cap * sizeof(*s->entry));
	}
	s->entry[s->n++].at = s->arena.len;
	buf_add(&s->arena, (const char *)&len, sizeof(len));
	buf_addspan(&s->arena, key);
	buf_addspan(&s->arena, value);
	return 0;
}

int
sorter_sort(struct sorter *s)
{
	if (s->runs) {
		if (sorter_spill(s) < 0)
			return -1;
		s->heap = xcalloc(s->runs, sizeof(*s->heap));
	} else {
		sorter_order(s->entry, s->n, s->arena.data);
	}
	return sorter_rewind(s);
}

static size_t
read_size(const struct sorter *s)
{
	size_t share = READ_ALL / s->runs;

	return share > READ_MOST ? READ_MOST : share < READ_LEAST ? READ_LEAST : share;
}

/* Reads until a whole entry is in the run's buffer: 1, 0 at its end, -1. */
static int
run_fill(struct sorter *s, struct sorter_run *r)
{
	const size_t most = read_size(s);
	size_t left, need;
	ssize_t got;

	for (;;) {
		left = r->buf.len - r->start;
		need = sizeof(struct lengths);
		if (left >= need)
			need = entry_size(r->buf.data + r->start);
		if (left >= need)
			return 1;
		if (r->at == r->end)
			return 0;
		if (r->start)
			memmove(r->buf.data, r->buf.data + r->start, left);
		r->buf.len = left;
		r->start = 0;
		need = need - left > most ? need - left : most;
		if (r->end - r->at < (off_t)need)
			need = (size_t)(r->end - r->at);
		buf_reserve(&r->buf, need);
		if ((got = tempfile_read(file_of(s)->fd, r->buf.data + left, need, r->at)) < 0)
			return -1;
		r->at += got;
		r->buf.len += (size_t)got;
	}
}

/* Equal keys: the earlier run first, because its entries were added first. */
static int
run_before(const struct sorter_run *a, const struct sorter_run *b)
{
	int order = span_cmp(sorter_key(a->buf.data + a->start), sorter_key(b->buf.data + b->start));

	return order ? order < 0 : a < b;
}

static void
heap_down(struct sorter *s, size_t i)
{
	struct sorter_run *moving = s->heap[i];
	size_t child;

	while ((child = 2 * i + 1) < s->heaped) {
		if (child + 1 < s->heaped && run_before(s->heap[child + 1], s->heap[child]))
			child++;
		if (!run_before(s->heap[child], moving))
			break;
		s->heap[i] = s->heap[child];
		i = child;
	}
	s->heap[i] = moving;
}

int
sorter_rewind(struct sorter *s)
{
	size_t i;
	int got;

	s->next = 0;
	s->heaped = 0;
	s->given = NULL;
	for (i = 0; i < s->runs; i++) {
		struct sorter_run *r = &s->run[i];

		r->at = r->from;
		r->start = 0;
		buf_clear(&r->buf);
		if ((got = run_fill(s, r)) < 0)
			return -1;
		if (got)
			s->heap[s->heaped++] = r;
	}
	for (i = s->heaped / 2; i-- > 0; )
		heap_down(s, i);
	return 0;
}

/* Moves the run given last behind its entry, and finds who is first now. */
static int
advance(struct sorter *s)
{
	struct sorter_run *r = s->given;
	int got;

	if (!r)
		return 0;
	s->given = NULL;
	r->start += entry_size(r->buf.data + r->start);
	if ((got = run_fill(s, r)) < 0)
		return -1;
	if (!got)
		s->heap[0] = s->heap[--s->heaped];
	if (s->heaped)
		heap_down(s, 0);
	return 0;
}

int
sorter_next(struct sorter *s, struct span *key, struct span *value)
{
	if (!s->runs) {
		if (s->next == s->n)
			return 0;
		entry_at(s->arena.data + s->entry[s->next++].at, key, value);
		return 1;
	}
	if (advance(s) < 0)
		return -1;
	if (!s->heaped)
		return 0;
	s->given = s->heap[0];
	entry_at(s->given->buf.data + s->given->start, key, value);
	return 1;
}

/* The last one out leaves an empty file behind: what is not needed does not fill the disk. */
static void
leave(struct sorter_file *f)
{
	if (--f->users == 0 && f->fd >= 0 && ftruncate(f->fd, 0) == 0)
		f->end = 0;
}

void
sorter_close(struct sorter *s)
{
	size_t i;

	for (i = 0; i < s->runs; i++)
		buf_free(&s->run[i].buf);
	if (s->runs)
		leave(file_of(s));
	free(s->run);
	free(s->heap);
	free(s->entry);
	buf_free(&s->arena);
	sorter_file_close(&s->own);
	*s = (struct sorter){ .own = { .fd = -1 } };
}
