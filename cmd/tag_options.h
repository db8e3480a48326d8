/* The options of qrie-tag, as its page lists them. */
#ifndef QRIE_TAG_OPTIONS_H
#define QRIE_TAG_OPTIONS_H

#include "tagplan.h"

struct tag_options {
	const char *rules, *map, *events, *findings, *deployments;
	char **set;			/* key=value, nset of them */
	size_t nset;
	enum tagplan_auto_revert auto_revert;
	int apply, dry_run, quiet, verbose, in_flight, max_changes;
	const char *profile, *regions, *account, *role, *external_id, *undo;
	char **files;
};

/* Fills what was given and what holds without; anything that is no option ends the program: 0 for --help, else 3. */
void tag_options_read(int argc, char **argv, struct tag_options *o);

#endif
