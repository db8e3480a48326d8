/*
 * Findings of the run that are those of the state but for when they were described and evaluated: most are.
 *
 * Of a finding as qrie-eval writes it the run remembers where its times lie.  A line of the state that is the same text
 * around them, with what finding_write() adds behind it, need not be read as JSON: that the other is valid is known.
 */
#ifndef QRIE_FINDINGS_PAIR_H
#define QRIE_FINDINGS_PAIR_H

#include <stdint.h>

#include "findings.h"
#include "findings_queue.h"
#include "record.h"
#include "statefile.h"
#include "timeseen.h"

/* Where in its text what lies, and how long it is. */
struct finding_place {
	uint16_t described, evaluated, policy, policy_len;
};

struct verdicts_place {
	uint32_t list[2], len[2];	/* the policies that it passed, and those out of whose scope it is; 0: no such list */
};

struct finding_times {		/* start it as {0} */
	struct timeseen described, evaluated;
};

/* Is a record an ACTIVE finding as qrie-eval writes it?  Then sets the others. */
int finding_place_find(struct finding_place *place, struct finding_times *seen, const struct record *r,
    time_t *described, time_t *evaluated);

/* 0 if that is not to be had. */
int verdicts_place_find(struct verdicts_place *place, const struct record *r);

/* A finding of the run. */
struct findings_found {
	struct buf line;
	struct finding_place at;
	struct findings_entry *entry;
};

/* Those of a chunk of the queue, by policy. */
struct findings_set {
	struct findings_found *found;
	size_t n, cap;
	size_t next;		/* those before it were written */
};

struct findings_pair {		/* start it as {0}, end it with findings_pair_free() */
	struct finding_times times, kept;
	struct timeseen first, reopened;
	struct findings_set set[FINDINGS_QUEUE_CHUNKS];
	struct buf key, policy, text;
	int suspended;		/* policy is, the last that was asked about */
};

/*
 * What the run says of the resource in hand against the state's lines from the one in hand on.  Findings of both that
 * are alike are written to the new state, by policy, until one is not; their entries are marked as used.
 * 1 if there is no more to be done about the resource; 0 if the rest is to be read as JSON; -1 having said why.
 */
int findings_pair(struct findings_pair *p, struct findings *run, struct statefile *state, struct findings_queue *queue);
void findings_pair_free(struct findings_pair *p);

#endif
