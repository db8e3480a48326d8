/* Policies as people and as programs like to see them listed. */
#ifndef QRIE_POLICY_LIST_H
#define QRIE_POLICY_LIST_H

#include "launched.h"
#include "policy.h"

/*
 * launched: NULL, or where to look up what became of them; then status is that of those to list, -1 for all.
 * The one is a table, the other a policy record a line: qrie-records(5).
 */
void policy_list_text(const struct policy_set *set, const struct launched *launched, int status, struct buf *out);
void policy_list_json(const struct policy_set *set, const struct launched *launched, int status, struct buf *out);

#endif
