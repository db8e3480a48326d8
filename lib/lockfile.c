#include <sys/file.h>

#include <errno.h>
#include <fcntl.h>

#include "buf.h"
#include "lockfile.h"

int
lockfile_open(const char *path)
{
	struct buf name = {0};
	int fd;

	buf_addf(&name, "%s.lock", path);
	fd = open(name.data, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);
	buf_free(&name);
	return fd;
}

int
lockfile_wait(int fd)
{
	int status;

	do
		status = flock(fd, LOCK_EX);
	while (status < 0 && errno == EINTR);
	return status;
}
