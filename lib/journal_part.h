/* What the files journal*.c share; for nobody else. */
#ifndef QRIE_JOURNAL_PART_H
#define QRIE_JOURNAL_PART_H

#include "journal.h"

struct journal_account {
	struct span key;
	struct buf regions;	/* with commas */
};

/* The key of a unit, of what its names say as text. */
void journal_key(struct span account, struct span region, struct span type, unsigned char key[SEEN_BYTES]);

#endif
