/*
 * A finding of the run that is the one of the state but for when it was described and evaluated: most are.
 *
 * Of a finding as qrie-eval writes it the run remembers where its times lie.  A line of the state that is the same text
 * around them, with what finding_write() adds behind it, need not be read as JSON: that the other is valid is known.
 */
#ifndef QRIE_FINDINGS_PAIR_H
#define QRIE_FINDINGS_PAIR_H

#include <stdint.h>

#include "findings.h"
#include "record.h"
#include "statefile.h"
#include "timeseen.h"

/* Where in its text what lies. */
struct finding_place {
	uint16_t described, evaluated, policy, policy_len;
};

struct finding_times {		/* start it as {0} */
	struct timeseen described, evaluated;
};

/* Is a record an ACTIVE finding as qrie-eval writes it?  Then sets the others. */
int finding_place_find(struct finding_place *place, struct finding_times *seen, const struct record *r,
    time_t *described, time_t *evaluated);

struct findings_pair {		/* start it as {0}, end it with findings_pair_free() */
	struct finding_times found, kept;
	struct timeseen first, reopened;
	struct buf key, policy, text;
	int suspended;		/* policy is, the last that was asked about */
};

/*
 * The run's only record of its resource, with its key and its value in the sorter, against the state's line in hand:
 * 1 having written it to the new state, 0 having done nothing, -1 having said why.
 */
int findings_pair(struct findings_pair *p, struct findings *run, struct statefile *state, struct span key,
    struct span value);
void findings_pair_free(struct findings_pair *p);

#endif
