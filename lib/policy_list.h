/* Policies as people and as programs like to see them listed. */
#ifndef QRIE_POLICY_LIST_H
#define QRIE_POLICY_LIST_H

#include "policy.h"

void policy_list_text(const struct policy_set *set, struct buf *out);	/* a table */
void policy_list_json(const struct policy_set *set, struct buf *out);	/* a policy record a line: qrie-records(5) */

#endif
