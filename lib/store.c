#include "store.h"

#include <unistd.h>

#include "tempfile.h"

void
store_open(struct store *s, const char *dir)
{
	*s = (struct store){ .dir = dir, .most = STORE_MEMORY, .fd = -1 };
}

off_t
store_end(const struct store *s)
{
	return s->written + (off_t)s->memory.len;
}

int
store_add(struct store *s, struct span bytes)
{
	buf_addspan(&s->memory, bytes);
	if (s->memory.len <= s->most)
		return 0;
	if ((s->fd < 0 && (s->fd = tempfile_open(s->dir)) < 0) ||
	    tempfile_append(s->fd, &s->written, buf_span(&s->memory)) < 0)
		return -1;
	buf_clear(&s->memory);
	return 0;
}

void
store_keep(struct store *s)
{
	s->kept++;
}

int
store_give(struct store *s, off_t at, size_t len, void (*give)(struct span bytes))
{
	size_t some = 0;

	if (at < s->written)
		some = s->written - at < (off_t)len ? (size_t)(s->written - at) : len;
	if (some && tempfile_give(s->fd, at, some, give) < 0)
		return -1;
	if (some < len)
		give((struct span){ s->memory.data + (at + (off_t)some - s->written), len - some });
	return 0;
}

void
store_drop(struct store *s)
{
	if (--s->kept)
		return;
	buf_clear(&s->memory);
	if (s->fd < 0 || ftruncate(s->fd, 0) == 0)
		s->written = 0;
}

void
store_close(struct store *s)
{
	if (s->fd >= 0)
		close(s->fd);
	buf_free(&s->memory);
	*s = (struct store){ .fd = -1 };
}
