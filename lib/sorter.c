#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "sorter.h"

enum { READ = 64 << 10 };	/* of each run at a time */

struct lengths {
	uint32_t key, value;
};

static const char *comparing;	/* the arena that qsort() works on: it knows no context */

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
sorter_open(struct sorter *s, const char *dir)
{
	*s = (struct sorter){ .dir = dir && *dir ? dir : "/tmp", .memory = SORTER_MEMORY, .fd = -1 };
}

static int
compare(const void *a, const void *b)
{
	size_t x = *(const size_t *)a, y = *(const size_t *)b;
	struct span one, other, value;
	int order;

	entry_at(comparing + x, &one, &value);
	entry_at(comparing + y, &other, &value);
	order = span_cmp(one, other);
	return order ? order : (x > y) - (x < y);
}

static void
sort_arena(struct sorter *s)
{
	comparing = s->arena.data;
	if (s->n)
		qsort(s->entry, s->n, sizeof(*s->entry), compare);
}

/* A file that nobody else can open and that is gone when we are. */
static int
open_file(struct sorter *s)
{
	struct buf name = {0};
	int fd;

	buf_addf(&name, "%s/qrie.XXXXXX", s->dir);
	if ((fd = mkstemp(name.data)) >= 0) {
		unlink(name.data);
		fcntl(fd, F_SETFD, FD_CLOEXEC);
	}
	buf_free(&name);
	s->fd = fd;
	return fd < 0 ? -1 : 0;
}

static int
write_all(int fd, const char *p, size_t len)
{
	ssize_t put;

	while (len) {
		put = write(fd, p, len);
		if (put < 0 && errno != EINTR)
			return -1;
		if (put > 0) {
			p += put;
			len -= (size_t)put;
		}
	}
	return 0;
}

/* Writes what is in memory as one more run. */
static int
spill(struct sorter *s)
{
	struct run run = { .from = s->written };
	struct buf block = {0};
	int status = 0;
	size_t i;

	if (s->fd < 0 && open_file(s) < 0)
		return -1;
	sort_arena(s);
	for (i = 0; i < s->n && status == 0; i++) {
		const char *p = s->arena.data + s->entry[i];

		buf_add(&block, p, entry_size(p));
		s->written += (off_t)entry_size(p);
		if (block.len >= READ || i + 1 == s->n) {
			status = write_all(s->fd, block.data, block.len);
			buf_clear(&block);
		}
	}
	buf_free(&block);
	run.at = run.from;
	run.end = s->written;
	s->run = xrealloc(s->run, (s->runs + 1) * sizeof(run));
	s->run[s->runs++] = run;
	buf_clear(&s->arena);
	s->n = 0;
	return status;
}

int
sorter_add(struct sorter *s, struct span key, struct span value)
{
	struct lengths len = { (uint32_t)key.len, (uint32_t)value.len };

	if (key.len > UINT32_MAX || value.len > UINT32_MAX) {
		errno = EFBIG;
		return -1;
	}
	if (s->n && s->arena.len + sizeof(len) + key.len + value.len > s->memory && spill(s) < 0)
		return -1;
	if (s->n == s->cap) {
		s->cap = s->cap ? s->cap * 2 : 64;
		s->entry = xrealloc(s->entry, s->cap * sizeof(*s->entry));
	}
	s->entry[s->n++] = s->arena.len;
	buf_add(&s->arena, (const char *)&len, sizeof(len));
	buf_addspan(&s->arena, key);
	buf_addspan(&s->arena, value);
	return 0;
}

int
sorter_sort(struct sorter *s)
{
	if (s->runs) {
		if (spill(s) < 0)
			return -1;
		buf_free(&s->arena);
		free(s->entry);
		s->entry = NULL;
		s->heap = xcalloc(s->runs, sizeof(*s->heap));
	} else {
		sort_arena(s);
	}
	return sorter_rewind(s);
}

/* Reads until a whole entry is in the run's buffer: 1, 0 at its end, -1. */
static int
run_fill(struct sorter *s, struct run *r)
{
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
		need = need - left > READ ? need - left : READ;
		if (r->end - r->at < (off_t)need)
			need = (size_t)(r->end - r->at);
		buf_reserve(&r->buf, need);
		if ((got = pread(s->fd, r->buf.data + left, need, r->at)) <= 0) {
			if (got < 0 && errno == EINTR)
				continue;
			errno = got < 0 ? errno : EIO;
			return -1;
		}
		r->at += got;
		r->buf.len += (size_t)got;
	}
}

/* Equal keys: the earlier run first, because its entries were added first. */
static int
run_before(const struct run *a, const struct run *b)
{
	struct span one, other, value;
	int order;

	entry_at(a->buf.data + a->start, &one, &value);
	entry_at(b->buf.data + b->start, &other, &value);
	order = span_cmp(one, other);
	return order ? order < 0 : a < b;
}

static void
heap_down(struct sorter *s, size_t i)
{
	struct run *moving = s->heap[i];
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
		struct run *r = &s->run[i];

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
	struct run *r = s->given;
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
		entry_at(s->arena.data + s->entry[s->next++], key, value);
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

void
sorter_close(struct sorter *s)
{
	size_t i;

	for (i = 0; i < s->runs; i++)
		buf_free(&s->run[i].buf);
	free(s->run);
	free(s->heap);
	free(s->entry);
	buf_free(&s->arena);
	if (s->fd >= 0)
		close(s->fd);
	*s = (struct sorter){ .fd = -1 };
}
