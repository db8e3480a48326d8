/* JSON text as a value of jq's, as jq's own parser would read it, in a fraction of the time that one takes. */
#ifndef QRIE_JQVALUE_H
#define QRIE_JQVALUE_H

#include <jv.h>

#include "buf.h"

/*
 * json: accepted by scan_check(); null for {NULL, 0}.  Half a surrogate pair is U+FFFD, where jq's parser refuses the
 * whole text.  Invalid, with a message, where jq's parser would say so otherwise.
 */
jv jqvalue_parse(struct span json);

#endif
