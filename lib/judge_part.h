/* What the files of judge.h share: who is judged by whom (judge.c), and what rules say (judge_ask.c). */
#ifndef QRIE_JUDGE_PART_H
#define QRIE_JUDGE_PART_H

#include "intake.h"
#include "judge.h"
#include "memory.h"
#include "reads.h"

/* One form of what rules are asked about, made anew for each record when it is first needed. */
struct view {
	unsigned long long record;	/* the record that the next ones are of */
	int hashed, made, useless, ready;	/* hash, text are set; it cannot be used for this record; input is set */
	uint64_t hash;			/* of the sketch */
	struct span text;		/* JSON */
	struct rules_input *input;
	struct buf json;		/* where text may lie */
};

/* Those of a kind's policies that read the same of a record, and in the same way. */
struct reader {
	size_t policy;			/* one of them */
	struct view view;		/* as they read it */
	struct projection *exact;	/* and without coarse reads, made when first needed */
	struct sketch *alone;		/* by exact */
	unsigned long long record;	/* that alone is of */
	struct view exactly;
};

/* Of a policy of a kind's: what its rule was asked before its turn, with others. */
struct ahead {
	unsigned long long record;
	const struct view *view;
	struct rules_asked asked;
};

/* The policies for one resource type, those for every resource among them. */
struct kind {
	struct span type;		/* the JSON string, in a policy's text; {NULL, 0}: all that no other kind has */
	size_t *policies;		/* numbers in the set, ascending */
	unsigned *reading;		/* the number of each one's reader */
	unsigned n, nreaders;
	struct projection *projection;
	struct reader *readers;
	struct sketch *sketches;	/* one for each reader */
	struct ahead *ahead;		/* one for each policy, when first needed */
	int prepared;			/* all its rules are compiled */
};

/* What is known of a policy beside its text. */
struct known {
	struct reads *reads;
	struct judge_stats stats;
	unsigned lately, missed;	/* so many of those asked lately were not remembered */
	int forgets;			/* too many: only samples are remembered, to see whether that changes */
	unsigned unmet;			/* so many in a row were not remembered */
};

struct judge {
	const struct policy_set *set;
	struct rules *rules;
	struct intake *intake;
	struct kind *kinds;
	size_t nkinds;
	struct known *known;		/* by the number of the policy */
	struct memory *memory;		/* NULL: nothing is remembered */
	int whole;
	size_t first;			/* of the policies, as the rules number them */

	unsigned long long begun;	/* records; the number of the current one */
	struct record resource;
	struct kind *kind;
	unsigned current, next;
	int by_scope;			/* the last answer was given without asking the rule */
	int exactly;			/* the last answer is not for all records of the same sketch */
	int looks;			/* the last answer was looked for in the memory */
	struct judgement answer;
	struct view whole_view, assumed_view;
	struct rules_asked alone;	/* a rule that is asked by itself */
	struct takings takings;		/* of what is read exactly */
	struct buf assumed, guess, message, made, made_value, detail, again, unread, scratch, missing;
	const struct policy_read **missed;	/* what the policy reads and could not be read */
	size_t nmissed;
};

/* Message and evidence as a JSON object. */
void judge_detail(struct buf *to, struct span message, struct span evidence);
/*
 * Sets the answer of the current policy by asking its rule, or what is remembered of it.  whole: about all of the record.
 * assumed: as rules_input_set() takes it.
 */
void judge_ask(struct judge *j, int whole, struct span assumed);
void judge_ask_free(struct judge *j);		/* what judge_ask() made */

#endif
