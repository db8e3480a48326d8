#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "atomicfile.h"

enum { BLOCK = 256 << 10 };

char *
atomicfile_target(const char *path)
{
	struct stat st;
	char *real = NULL;

	if (lstat(path, &st) == 0 && S_ISLNK(st.st_mode))
		real = realpath(path, NULL);
	return real ? real : xstrdup(path);
}

int
atomicfile_open(struct atomicfile *a, const char *path)
{
	struct buf name = {0};
	int fd, error;

	buf_addf(&name, "%s.tmp", path);
	/* Never into a file that somebody else made or holds open. */
	if ((unlink(name.data) < 0 && errno != ENOENT) ||
	    (fd = open(name.data, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600)) < 0) {
		error = errno;
		buf_free(&name);
		errno = error;
		return -1;
	}
	*a = (struct atomicfile){ .path = xstrdup(path), .temporary = name.data, .fd = fd };
	return 0;
}

static void
write_all(struct atomicfile *a, struct span bytes)
{
	ssize_t put;

	while (bytes.len && !a->error) {
		put = write(a->fd, bytes.at, bytes.len);
		if (put >= 0) {
			bytes.at += put;
			bytes.len -= (size_t)put;
		} else if (errno != EINTR) {
			a->error = errno;
		}
	}
}

int
atomicfile_flush(struct atomicfile *a)
{
	write_all(a, buf_span(&a->room));
	buf_clear(&a->room);
	errno = a->error;
	return a->error ? -1 : 0;
}

/* Whole blocks: a kernel then takes large pages for them, which costs it less. */
void
atomicfile_text(struct atomicfile *a, struct span text)
{
	size_t part;

	for (; a->room.len + text.len >= BLOCK; text.at += part, text.len -= part) {
		part = BLOCK - a->room.len;
		buf_add(&a->room, text.at, part);
		atomicfile_flush(a);
	}
	buf_addspan(&a->room, text);
}

void
atomicfile_line(struct atomicfile *a, struct span line)
{
	atomicfile_text(a, line);
	atomicfile_text(a, SPAN("\n"));
}

void
atomicfile_abandon(struct atomicfile *a)
{
	if (a->path)
		close(a->fd);
	if (a->temporary)
		unlink(a->temporary);
	buf_free(&a->room);
	free(a->temporary);
	free(a->path);
	*a = (struct atomicfile){0};
}

/* The new name must be on the disk too: it is in the folder. */
int
atomicfile_sync_folder(const char *path)
{
	const char *slash = strrchr(path, '/');
	char *folder = slash ? xstrndup(path, (size_t)(slash - path) + 1) : xstrdup(".");
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	int status;

	free(folder);
	if (fd < 0)
		return -1;
	status = fsync(fd);
	if (status < 0 && (errno == EINVAL || errno == ENOTSUP))
		status = 0;	/* a file system that has nothing to sync there */
	close(fd);
	return status;
}

int
atomicfile_commit(struct atomicfile *a)
{
	int error = 0;

	if (atomicfile_flush(a) < 0 || fsync(a->fd) < 0 || rename(a->temporary, a->path) < 0)
		error = errno;
	if (!error) {
		free(a->temporary);
		a->temporary = NULL;	/* it is in place now: not to be removed */
		if (atomicfile_sync_folder(a->path) < 0)
			error = errno;
	}
	atomicfile_abandon(a);
	errno = error;
	return error ? -1 : 0;
}
