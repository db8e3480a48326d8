#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "buf.h"
#include "share.h"

/* dir/middle/name, without dots and links, if that is a folder; else NULL. */
static char *
folder(const char *dir, const char *middle, const char *name)
{
	struct buf path = {0};
	struct stat st;
	char *real = NULL;

	buf_addf(&path, "%s%s%s%s", dir, middle, *name ? "/" : "", name);
	if (stat(path.data, &st) == 0 && S_ISDIR(st.st_mode))
		real = realpath(path.data, NULL);
	buf_free(&path);
	return real;
}

/* Where the shell found the program: argv0 itself if it has a slash, else the first match in path. */
static char *
program(const char *argv0, const char *path)
{
	struct buf try = {0};
	size_t len;
	char *real = NULL;

	if (strchr(argv0, '/'))
		return realpath(argv0, NULL);
	for (; path && *path && !real; path += len + (path[len] == ':')) {
		len = strcspn(path, ":");
		buf_clear(&try);
		buf_add(&try, len ? path : ".", len ? len : 1);
		buf_addf(&try, "/%s", argv0);
		if (access(try.data, X_OK) == 0)
			real = realpath(try.data, NULL);
	}
	buf_free(&try);
	return real;
}

char *
share_find(const char *argv0, const char *env, const char *path, const char *name)
{
	char *self, *slash, *found = NULL;

	if (env && *env) {
		if (!(found = folder(env, "", name)))
			errno = ENOENT;
		return found;
	}
	if ((self = program(argv0, path)) && (slash = strrchr(self, '/'))) {
		*slash = '\0';
		if (!(found = folder(self, "/../share/qrie", name)))
			found = folder(self, "/../share", name);
	}
	free(self);
	if (!found && !(found = folder(SHAREDIR, "", name)))
		errno = ENOENT;
	return found;
}
