/*
 * Which calls of collectors are needed for what policies read.  A list is always needed where a policy is for its type;
 * another call, if a policy reads where its answer goes, in the record's Tags or Configuration; if tags are asked for and
 * it gives them; if a function of the
 * collector (its ARN, its region) names that place; if its answer is merged, so that it can go anywhere; or if a needed
 * call needs it.  Policies for every resource are for what is collected for others; if there are no others, for all.
 */
#ifndef QRIE_NEEDED_H
#define QRIE_NEEDED_H

#include "collector.h"
#include "policy.h"

/* Takes collectors of types that no policy is for out of the set, and marks calls of the others as unasked.
   tags: whatever gives the record's Tags is needed, too.  0; or -1 having said why. */
int needed_by(struct collector_set *set, const struct policy_set *policies, int tags);
/* Names on standard error the types of policies that have no collector in the set.  How many there are. */
int needed_missing(const struct collector_set *set, const struct policy_set *policies);

#endif
