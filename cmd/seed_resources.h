/* qrie-seed resources: real ones. */
#ifndef QRIE_SEED_RESOURCES_H
#define QRIE_SEED_RESOURCES_H

#include <time.h>

struct resources_options {
	int non_compliant, compliant, remediate, cleanup;	/* how often each was asked for */
	const char *accounts, *role, *region, *profile, *services, *image, *subnet, *subnet_group, *verify;
	const char *dir;		/* of seed_state.h; NULL: nothing is kept */
	int in_flight, timeout_s, yes, keep, has_now, terraform;
	time_t now;
};

/*
 * The items of an option's list, as commalist_split() gives them; NULL for NULL.  The program ends where it names nothing,
 * more likely a variable that is not set than what is meant, or something twice.
 */
char **resources_list(const char *option, const char *text);
/* The exit status. */
int seed_resources(const char *argv0, const struct resources_options *o);

#endif
