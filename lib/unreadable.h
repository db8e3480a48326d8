/* What a record says could not be read: an entry of its Unreadable (qrie-records(5)). */
#ifndef QRIE_UNREADABLE_H
#define QRIE_UNREADABLE_H

#include "path.h"

/* Does it touch what lies at path?  An entry whose path nobody understands touches everything.  scratch is cleared. */
int unreadable_touches(struct span entry, const struct path *path, struct buf *scratch);

#endif
