#include "tempfile.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

enum { BLOCK = 64 << 10 };

int
tempfile_open(const char *dir)
{
	struct buf name = {0};
	int fd;

	buf_addf(&name, "%s/qrie.XXXXXX", dir && *dir ? dir : "/tmp");
	if ((fd = mkstemp(name.data)) >= 0) {
		unlink(name.data);
		fcntl(fd, F_SETFD, FD_CLOEXEC);
	}
	buf_free(&name);
	return fd;
}

int
tempfile_append(int fd, off_t *end, struct span bytes)
{
	ssize_t put;

	while (bytes.len) {
		put = pwrite(fd, bytes.at, bytes.len, *end);
		if (put < 0 && errno != EINTR)
			return -1;
		if (put > 0) {
			bytes.at += put;
			bytes.len -= (size_t)put;
			*end += put;
		}
	}
	return 0;
}

ssize_t
tempfile_read(int fd, char *to, size_t len, off_t at)
{
	ssize_t got;

	do
		got = pread(fd, to, len, at);
	while (got < 0 && errno == EINTR);
	if (got == 0) {
		errno = EIO;
		return -1;
	}
	return got;
}

int
tempfile_give(int fd, off_t at, size_t len, void (*give)(struct span bytes))
{
	char block[BLOCK];
	ssize_t got;

	while (len) {
		if ((got = tempfile_read(fd, block, len < sizeof(block) ? len : sizeof(block), at)) < 0)
			return -1;
		give((struct span){ block, (size_t)got });
		at += got;
		len -= (size_t)got;
	}
	return 0;
}
