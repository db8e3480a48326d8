/* JSON text as a value of jq's, as jq's own parser would read it, in a fraction of the time that one takes. */
#ifndef QRIE_JQVALUE_H
#define QRIE_JQVALUE_H

#include <jv.h>

#include "buf.h"

/* json: accepted by scan_check(); null for {NULL, 0}.  Invalid, with a message, where jq's parser would say so. */
jv jqvalue_parse(struct span json);

#endif
