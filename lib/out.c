#include <err.h>
#include <errno.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "out.h"

enum { ROOM = 64 << 10 };

static char room[ROOM];
static size_t used;
static int failed;	/* the errno of what went wrong, 0 before */

void
out_open(void)
{
	signal(SIGPIPE, SIG_IGN);
	used = 0;
	failed = 0;
}

static void
write_all(const char *p, size_t len)
{
	ssize_t put;

	while (len && !failed) {
		put = write(STDOUT_FILENO, p, len);
		if (put >= 0) {
			p += put;
			len -= (size_t)put;
		} else if (errno != EINTR) {
			failed = errno;
		}
	}
}

void
out_drain(struct buf *b)
{
	out_write(buf_span(b));
	buf_clear(b);
}

void
out_flush(void)
{
	write_all(room, used);
	used = 0;
}

void
out_write(struct span bytes)
{
	if (bytes.len > ROOM - used)
		out_flush();
	if (bytes.len > ROOM) {
		write_all(bytes.at, bytes.len);
		return;
	}
	if (bytes.len)
		memcpy(room + used, bytes.at, bytes.len);
	used += bytes.len;
}

void
out_line(struct span record)
{
	out_write(record);
	out_write(SPAN("\n"));
}

void
out_fail(int error)
{
	if (!failed)
		failed = error;
}

int
out_gone(void)
{
	return failed != 0;
}

int
out_settle(void)
{
	int copy;

	out_flush();
	/* as in out_close(); what is no file that can be copied is none that has caches */
	if (!failed && (copy = dup(STDOUT_FILENO)) >= 0 && close(copy) < 0)
		failed = errno;
	return failed && failed != EPIPE ? -1 : 0;
}

int
out_close(void)
{
	out_flush();
	if (!failed && close(STDOUT_FILENO) < 0)
		failed = errno;	/* NFS and quotas tell only now */
	if (!failed || failed == EPIPE)
		return 0;
	errno = failed;
	warn("standard output");
	return 3;
}
