/*
 * What makes a run that found something fail: findings of a severity or higher (--fail-on), and of those only what an
 * earlier run did not have (baseline.h).  Waived findings never do.
 */
#ifndef QRIE_GATE_H
#define QRIE_GATE_H

#include "baseline.h"

#define GATE_LEVELS "CRITICAL, HIGH, MEDIUM, LOW, INFORMATIONAL, a number from 0 to 100, one of them and \",UNKNOWN\", or UNKNOWN"

enum { GATE_NEVER = 101 };		/* higher than any severity */

/* Start it as GATE_OPEN. */
struct gate {
	const char *text;		/* what was asked; NULL: nothing */
	int active, unknown;		/* the least severity that counts, of findings in either state */
	struct baseline *baseline;	/* NULL: there is none */
	unsigned long failing;		/* findings that count */
	unsigned long undecided;	/* that would, if UNKNOWN ones did */
	unsigned long fresh, known;	/* that the baseline does not have, and has */
};

#define GATE_OPEN ((struct gate){ .active = GATE_NEVER, .unknown = GATE_NEVER })

/*
 * LEVEL, UNKNOWN, or LEVEL,UNKNOWN: a label or a number; UNKNOWN ones count from that severity on, alone from 0 on.
 * Keeps text.  0, or -1 if it is none of these.
 */
int gate_parse(struct gate *g, const char *text);
/* Takes a finding: 1 if the baseline covers it.  One that is waived counts for nothing, but it was found again. */
int gate_take(struct gate *g, struct span id, int severity, int unknown, int waived);

/* The counts as text, and such text added; what it is followed by, {NULL, 0} if it is no such text. */
void gate_export(const struct gate *g, struct buf *to);
struct span gate_import(struct gate *g, struct span text);

/* Says on standard error what there is to say.  1 if a finding counts, else 0. */
int gate_close(const struct gate *g);

#endif
