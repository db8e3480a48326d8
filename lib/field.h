/*
 * Members of an object that is being written, each behind a comma: {"Kind":"drift" is there already.
 */
#ifndef QRIE_FIELD_H
#define QRIE_FIELD_H

#include <time.h>

#include "buf.h"

void field_add(struct buf *to, const char *key, struct span value);	/* raw JSON; null for {NULL, 0} */
void field_add_text(struct buf *to, const char *key, const char *text);
void field_add_time(struct buf *to, const char *key, time_t t);		/* clock.h; null for LIFECYCLE_NEVER */

#endif
