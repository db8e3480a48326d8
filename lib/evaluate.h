/*
 * One record of an inventory into the records that qrie-eval writes for it (qrie-records(5)).
 */
#ifndef QRIE_EVALUATE_H
#define QRIE_EVALUATE_H

#include "judge.h"
#include "tally.h"

struct evaluate {
	const struct policy_set *set;	/* borrowed, as all here */
	struct judge *judge;
	struct tally *tally;
	const char *now;		/* LastEvaluated */
	int all;			/* verdicts too; coverage and tombstone records are passed on */
	struct buf verdicts[4];		/* lists of ids being gathered; start as {0} */
	struct buf reason;
};

/*
 * Appends lines to out for a valid record; a record of another Kind gives none.
 * Returns NULL, or what is wrong (valid until the next call): a resource without ARN or ResourceType, a rule that failed.
 */
const char *evaluate_record(struct evaluate *e, struct span record, struct buf *out);
/* The evaluation records, one a policy and the one for all, "*". */
void evaluate_summary(struct evaluate *e, struct buf *out);
void evaluate_free(struct evaluate *e);	/* what it made itself */

#endif
