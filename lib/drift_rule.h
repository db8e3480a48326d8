/*
 * Is a difference between what is desired (the change's old value) and what is live (its new one) drift?  See drift.h.
 */
#ifndef QRIE_DRIFT_RULE_H
#define QRIE_DRIFT_RULE_H

#include "drift_property.h"
#include "jsondiff.h"

/* property: what is known of the change's path; NULL: nothing. */
int drift_counts(const struct jsondiff_change *change, const struct drift_property *property);

#endif
