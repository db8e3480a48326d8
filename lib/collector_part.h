/* What the files of collector.h share. */
#ifndef QRIE_COLLECTOR_PART_H
#define QRIE_COLLECTOR_PART_H

#include "collector.h"

/* Reads c->metadata into c's other members.  0; or -1 having said why ("file: List: reason"). */
int collector_read(struct collector *c);
void collector_free(struct collector *c);
/* Does a Detail call need what an earlier one puts into the item?  One that is merged may be needed. */
int collector_call_uses(const struct collector_call *call, const struct collector_call *earlier);

#endif
