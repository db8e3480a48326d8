/* Taking out what is secret, whatever a resource was read from. */
#ifndef QRIE_REDACT_H
#define QRIE_REDACT_H

#include "collector.h"

/* Makes the texts and numbers at and below the paths of the collector's Redact unreadable, as redacted.h says it, with
   the collector's key. */
void redact(const struct collector *c, struct json_object *configuration);

#endif
