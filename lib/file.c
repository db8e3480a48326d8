#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "file.h"

int
file_read(const char *name, struct buf *to)
{
	int fd = open(name, O_RDONLY | O_CLOEXEC), saved;
	ssize_t got = -1;

	if (fd < 0)
		return -1;
	buf_add(to, "", 0);
	for (;;) {
		buf_reserve(to, 16 << 10);
		got = read(fd, to->data + to->len, 16 << 10);
		if (got == 0 || (got < 0 && errno != EINTR))
			break;
		if (got > 0)
			to->len += (size_t)got;
		to->data[to->len] = '\0';
		if (to->len > FILE_LIMIT) {
			errno = EFBIG;
			got = -1;
			break;
		}
	}
	saved = errno;
	close(fd);
	buf_trim(to);
	errno = saved;
	return got < 0 ? -1 : 0;
}
