/*
 * One record of an inventory into the records that qrie-eval writes for it (qrie-records(5)).
 */
#ifndef QRIE_EVALUATE_H
#define QRIE_EVALUATE_H

#include "blocks.h"
#include "gate.h"
#include "judge.h"
#include "tally.h"
#include "waivers.h"

/* What is the same in all findings of a policy. */
struct evaluate_texts;

struct evaluate {
	const struct policy_set *set;	/* borrowed, as all here */
	struct judge *judge;
	struct tally *tally;
	struct waivers *waivers;	/* NULL: there are none */
	struct gate *gate;		/* NULL: nobody asked */
	const char *now;		/* LastEvaluated */
	int all;			/* verdicts too; coverage and tombstone records are passed on */
	int unchanged;			/* judge resources that a plan leaves as they are, too */
	int managed;			/* and those that AWS manages itself */
	unsigned long check;		/* one resource in so many is judged on its whole record too; 0: none */
	int disagreed;			/* a check found another answer */
	struct buf verdicts[VERDICTS];	/* lists of ids being gathered; these and the next ones start as {0} */
	struct buf reason, where, id;
	struct evaluate_texts *texts;
};

/*
 * Appends lines to out for a record; one of another Kind gives none.
 * Returns NULL, or what is wrong (valid until the next call): not one JSON object, a resource without ARN or
 * ResourceType, a rule that failed, a check that found another answer.
 */
const char *evaluate_record(struct evaluate *e, struct span record, struct buf *out);
/*
 * All records of a block.  Notes are what is wrong with some of them, for evaluate_say(): a block's place among the
 * lines of its file is known later than what it says.
 */
void evaluate_block(struct evaluate *e, const struct block *block, struct buf *out, struct buf *notes);
/* Is the resource left out, whatever policies say? */
int evaluate_passes_over(const struct evaluate *e, const struct record *r);
/* Compiles the rules that records in these lines need, as judge_prepare() does, and judges nothing. */
void evaluate_prepare(struct evaluate *e, struct span lines);
/*
 * Names on standard error what notes have, as "tool: file:line: reason".  *line is the number of the last line before the
 * block, and becomes that of its last.  0, or 2 if there was anything to name.
 */
int evaluate_say(const char *file, struct span notes, unsigned long *line);
/* The evaluation records, one a policy and the one for all, "*". */
void evaluate_summary(struct evaluate *e, struct buf *out);
/*
 * What workers count, as text, and such text added: the tally, the waivers' findings, what the gate took, how often verdicts were remembered, and whether a check
 * found another answer.  -1 if it is not what evaluate_export() wrote.
 */
void evaluate_export(struct evaluate *e, struct buf *to);
int evaluate_import(struct evaluate *e, struct span text);
/* For people: a line for each policy that tells how often what was judged before was met again. */
void evaluate_stats(struct evaluate *e, struct buf *out);
void evaluate_free(struct evaluate *e);	/* what it made itself */

#endif
