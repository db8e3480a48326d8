/*
 * What each of several readers reads of a record, found in one pass over the record's text.
 *
 * A projection is the record with everything left out that the reader's paths do not lead to; white space aside,
 * what is kept is kept byte for byte, in the record's order.  Where a value is not the container that a path expects
 * (.a.b, but .a is a string), it is kept whole: a rule then sees, and fails on, exactly what it would have seen.
 * Items of an array that a path runs through with [] all keep their place, even when nothing of them is read.
 * A key that occurs twice enters twice: the last wins when it is parsed, as it would in the record.
 */
#ifndef QRIE_PROJECTION_H
#define QRIE_PROJECTION_H

#include "path.h"

struct projection;

struct projection *projection_new(unsigned readers);
/* Reader reads path; [n] is taken as []. */
void projection_add(struct projection *p, unsigned reader, const struct path *path);
/* texts[reader] receives that reader's projection of a valid record; cleared first. */
void projection_run(const struct projection *p, struct span record, struct buf *texts);
void projection_free(struct projection *p);

#endif
