/*
 * Functions that policies share: modules NAME.jq at the top of a folder of policies, which a policy, or another such
 * module, brings in by include "NAME"; at its beginning.
 */
#ifndef QRIE_SHARED_H
#define QRIE_SHARED_H

#include "buf.h"

struct shared_module {
	char *name;
	struct buf text;
	size_t body;			/* where its functions begin */
};

struct shared {
	struct shared_module *modules;
	size_t n;
};

/* What a text brings in, directly or not: numbers of modules, each once, behind those that it brings in itself. */
struct shared_list {
	size_t *modules, n;
	int imports;			/* something by import, under a name of its own: only jq can resolve that */
};

/*
 * Adds to list what the directives at *at in text bring in, and moves *at behind them.  dir: the folder of policies.
 * 0; or -1 with *why (static) and *wrong (a place in text) set.
 */
int shared_read(struct shared *s, const char *dir, struct span text, size_t *at, struct shared_list *list,
    const char **why, const char **wrong);
void shared_free(struct shared *s);

#endif
