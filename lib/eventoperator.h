/*
 * The operators of patterns (eventpattern.h): what stands in a pattern's list of alternatives as {"prefix": "a"}.
 */
#ifndef QRIE_EVENTOPERATOR_H
#define QRIE_EVENTOPERATOR_H

#include "buf.h"

/* NULL, or what is wrong with the object; static, or in scratch. */
const char *eventoperator_check(struct span object, struct buf *scratch);
/* Does it hold for a value that is no container?  Never for {"exists": false}. */
int eventoperator_holds(struct span object, struct span value);
/* Is it {"exists": false}? */
int eventoperator_wants_absence(struct span alternative);

#endif
