/*
 * The calls that a run would make, and how many: from what an earlier inventory says that there is, if one is given.
 */
#ifndef QRIE_EXPLAIN_H
#define QRIE_EXPLAIN_H

#include "collector.h"

struct explain_options {
	const struct collector_set *collectors;
	int asks_regions;		/* which are enabled is asked first */
	char **inventory;		/* files of records, NULL at the end; the first NULL: there is no estimate */
};

/*
 * Prints a line a call, tabs between: type, scope, service, operation, IAM action, how often, calls, US dollars.
 * The last two are "-" without an inventory; with one a line of totals follows.
 * 0, or 2 if the inventory was not all good.
 */
int explain(const struct explain_options *o);

#endif
