#include <errno.h>
#include <unistd.h>

#include "spool.h"
#include "tempfile.h"

enum { MOST = 256 << 10 };

void
spool_open(struct spool *s, const char *dir)
{
	*s = (struct spool){ .dir = dir, .fd = -1 };
}

void
spool_line(struct spool *s, struct span line)
{
	buf_addspan(&s->text, line);
	buf_addc(&s->text, '\n');
	if (s->text.len < MOST)
		return;
	if (!s->failed && ((s->fd < 0 && (s->fd = tempfile_open(s->dir)) < 0) ||
	    tempfile_append(s->fd, &s->end, buf_span(&s->text)) < 0))
		s->failed = errno;
	buf_clear(&s->text);
}

int
spool_give(struct spool *s, void (*give)(struct span bytes))
{
	errno = s->failed;
	if (s->failed || (s->end && tempfile_give(s->fd, 0, (size_t)s->end, give) < 0))
		return -1;
	give(buf_span(&s->text));
	return 0;
}

void
spool_close(struct spool *s)
{
	if (s->fd >= 0)
		close(s->fd);
	buf_free(&s->text);
	spool_open(s, NULL);
}
