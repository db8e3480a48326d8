/*
 * How many resources each policy passed, failed and could not judge, by account, region and resource type.
 * Memory grows with the number of accounts, regions and types there are, not with the resources.
 */
#ifndef QRIE_TALLY_H
#define QRIE_TALLY_H

#include <stddef.h>

#include "judge.h"

enum { TALLY_EVALUATED, TALLY_PASSED, TALLY_FAILED, TALLY_UNKNOWN, TALLY_OUT_OF_SCOPE, TALLY_WAIVED, TALLY_COUNTS };

struct tally;

struct tally *tally_new(size_t policies);	/* policy number "policies" stands for the resource itself, "*" */
/*
 * Where the counts of policy number n for an account, a region and a type begin: at n * TALLY_COUNTS.  The spans are
 * JSON as the record has it.  Valid until the next call.
 */
unsigned long long *tally_counts(struct tally *t, struct span account, struct span region, struct span type);
/*
 * The cells that a policy has anything in, as the JSON array By of an evaluation record, sorted by account, region
 * and type.
 */
void tally_write(struct tally *t, size_t policy, struct buf *to);
/* All counts as lines of text, and such lines added to what is there: how workers hand theirs over. */
void tally_export(const struct tally *t, struct buf *to);
int tally_import(struct tally *t, struct span text);	/* -1 if it is not what tally_export() wrote */
void tally_free(struct tally *t);

#endif
