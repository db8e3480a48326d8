/* Whole files that are small: policies, collectors, rules. */
#ifndef QRIE_FILE_H
#define QRIE_FILE_H

#include "buf.h"

enum { FILE_LIMIT = 16 << 20 };

/* Appends the file's bytes, and a NUL that len does not count.  0, or -1 with errno set (EFBIG above FILE_LIMIT). */
int file_read(const char *name, struct buf *to);

#endif
