/*
 * jq's values as JSON text: the same bytes as jv_dump_string(value, 0), which puts text together letter by letter, in a
 * quarter of the time.
 */
#ifndef QRIE_JQTEXT_H
#define QRIE_JQTEXT_H

#include <jv.h>

#include "buf.h"

void jqtext_add(struct buf *to, jv value);	/* borrows value, a valid one */

#endif
