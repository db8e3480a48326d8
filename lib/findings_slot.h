/*
 * The findings of one resource, by policy, while events change them.  A resource has few: they are searched in a row.
 */
#ifndef QRIE_FINDINGS_SLOT_H
#define QRIE_FINDINGS_SLOT_H

#include "finding.h"

struct slot {
	struct buf policy;	/* key_add() of its id */
	struct buf line;	/* the record as last found */
	struct record record;	/* line's, or where it was copied from: see slot_record() */
	struct lifecycle life;
	enum lifecycle_state before;	/* the state it had in the file */
	int touched;		/* line no longer says what life does */
	int changed;		/* the state has changed */
};

/* Start it as {0}, end it with slots_free(). */
struct slots {
	struct slot **slot;	/* those from n to cap are spare */
	size_t n, cap;
	struct buf scratch;
};

void slots_clear(struct slots *s);
struct slot *slots_add(struct slots *s, struct span policy);		/* a JSON string; no finding yet */
struct slot *slots_find(struct slots *s, struct span policy);		/* NULL if there is none */
void slots_sort(struct slots *s);					/* by policy */
const struct record *slot_record(struct slot *slot);			/* moved to the line, once somebody needs it */
void slot_keep(struct slot *slot, const struct record *r);		/* copies */
enum effect slot_apply(struct slot *slot, const struct event *e);
void slots_free(struct slots *s);

#endif
