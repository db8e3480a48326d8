/*
 * What a policy's Reads mean in a run: how closely each path is read, with the clock and the policy's parameters known.
 */
#ifndef QRIE_READS_H
#define QRIE_READS_H

#include "policy.h"
#include "projection.h"

struct reads;

/* Borrows the policy.  now is RFC 3339. */
struct reads *reads_new(const struct policy *policy, const char *now);
/* Adds each path of the policy's for reader, as it is unless coarse is set. */
void reads_add(const struct reads *r, struct projection *p, unsigned reader, int coarse);
/* Do both read the same of every record, and in the same way? */
int reads_same(const struct reads *a, const struct reads *b);
void reads_free(struct reads *r);

#endif
