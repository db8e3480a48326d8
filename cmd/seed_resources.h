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

/* The exit status. */
int seed_resources(const char *argv0, const struct resources_options *o);

#endif
