/* A file that nobody else can open and that is gone when we are, for what memory does not hold; and whole reads and
   writes at a place in any file. */
#ifndef QRIE_TEMPFILE_H
#define QRIE_TEMPFILE_H

#include <sys/types.h>

#include "buf.h"

/* dir: NULL or "" is /tmp.  A descriptor, for close(); or -1 with errno set. */
int tempfile_open(const char *dir);
/* Writes all of it at *end, and moves that.  0; or -1 with errno set. */
int tempfile_append(int fd, off_t *end, struct span bytes);
/* Reads some, up to len bytes that must be there, at an offset.  How many; or -1 with errno set, at the end too. */
ssize_t tempfile_read(int fd, char *to, size_t len, off_t at);
/* Gives so many bytes from there on, a part at a time.  0; or -1 with errno set. */
int tempfile_give(int fd, off_t at, size_t len, void (*give)(struct span bytes));

#endif
