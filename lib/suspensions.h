/*
 * For how long drift is nobody's to act on, and of what: suspensions, as qrie-diff(1) tells, "Suspending drift".
 * Memory: the suspensions.
 */
#ifndef QRIE_SUSPENSIONS_H
#define QRIE_SUSPENSIONS_H

#include <time.h>

#include "record.h"

struct suspensions;

/*
 * Reads a file as it is at that time; the expired are named on standard error.  NULL having said why: a line that is no
 * suspension could be one of what must not be touched.
 */
struct suspensions *suspensions_read(const char *file, time_t now);
/* What suspends drift of a resource: a JSON object, valid as long as s; {NULL, 0} if nothing does.  s may be NULL. */
struct span suspensions_find(struct suspensions *s, const struct record *r);
void suspensions_free(struct suspensions *s);

#endif
