/*
 * A file that is replaced as a whole or not at all: written beside its place, made durable, then renamed.
 * Whatever moment the process or the machine stops at, PATH is the old file or the new one.
 * One writer at a time: hold a lock (lockfile.h).  What a writer that was killed leaves is "PATH.tmp", which the next
 * one removes.
 */
#ifndef QRIE_ATOMICFILE_H
#define QRIE_ATOMICFILE_H

#include "buf.h"

struct atomicfile {
	char *path, *temporary;
	int fd;			/* of the temporary file, while that is there */
	struct buf room;	/* what is still to be written */
	int error;		/* the errno of the first write that failed */
};

/* Where a file lies if path is a symbolic link, which then stays one; else path itself.  malloc'd. */
char *atomicfile_target(const char *path);
/* For the owner alone (0600), whatever the old file was.  0, or -1 with errno set and nothing to close. */
int atomicfile_open(struct atomicfile *a, const char *path);
void atomicfile_text(struct atomicfile *a, struct span text);	/* as it is; a failure shows at the commit */
void atomicfile_line(struct atomicfile *a, struct span line);	/* and a newline */
/* What was written so far can be read under the temporary name.  0, or -1 with errno set. */
int atomicfile_flush(struct atomicfile *a);
/*
 * The new file in place of the old.  0, or -1 with errno set: the old one is untouched, unless all that failed is
 * to make the new name durable.  Closed either way.
 */
int atomicfile_commit(struct atomicfile *a);
void atomicfile_abandon(struct atomicfile *a);			/* the old file stays */
int atomicfile_sync_folder(const char *path);	/* makes a file's name durable: 0, or -1 with errno set */

#endif
