/* What a record says could not be read: its Unreadable (qrie-records(5)). */
#ifndef QRIE_UNREADABLE_H
#define QRIE_UNREADABLE_H

#include "jsondiff.h"
#include "path.h"

/* Does an entry touch what lies at path?  One whose path nobody understands touches everything.  scratch is cleared. */
int unreadable_touches(struct span entry, const struct path *path, struct buf *scratch);

/*
 * Where two records are compared, nothing is at the paths of unreadable, which one side's record lists; an entry whose
 * path nobody understands says nothing.  Does the other record say something (not null) at one of them?
 */
int unreadable_ignore(struct jsondiff *fields, enum jsondiff_side side, struct span unreadable, struct span other);

#endif
