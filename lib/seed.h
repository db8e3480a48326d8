/*
 * A made-up estate: five accounts and the resources in them, with what is wrong with each, as qrie-collect would
 * have described them.  Everything in it follows from three numbers, so that the same three give the same bytes:
 * every property of every resource is drawn on its own (seed_random.h), nothing is remembered, and memory stays
 * the same whatever the number of resources.
 */
#ifndef QRIE_SEED_H
#define QRIE_SEED_H

#include <stdint.h>
#include <time.h>

#include "buf.h"

enum { SEED_RESOURCES = 1250, SEED_RESOURCES_MAX = 1000000000 };	/* the default, and where names would repeat */

struct seed {
	uint64_t seed;
	time_t now;			/* no date in the estate is later */
	unsigned long resources;	/* how many resource records, at most SEED_RESOURCES_MAX */
};

/* Receives the text as it is made, some KiB of whole lines at a time.  Returns nonzero to stop. */
typedef int seed_write(void *arg, struct span lines);

/* Resource records, each account's and type's followed by its coverage records.  0, or what write stopped it with. */
int seed_inventory(const struct seed *s, seed_write *write, void *arg);
/* The accounts: {"AccountId", "AccountName", "Status", "OnboardedAt"}. */
int seed_accounts(const struct seed *s, seed_write *write, void *arg);
/* The policies launched there: {"PolicyId", "Status", "Scope", "CreatedAt", "UpdatedAt"}, six active, one suspended. */
int seed_policies(const struct seed *s, seed_write *write, void *arg);
/*
 * What the launched policies have found in the last eight weeks, up to the scan of the day before now: finding records
 * as qrie-diff -F keeps them, in their order.  ACTIVE is what seed_inventory()'s resources violate; RESOLVED is what
 * they no longer do, and all that the suspended policy had found.
 * tmpdir: as for sorter_open().  -1 with errno set if the findings cannot be sorted there.
 */
int seed_findings(const struct seed *s, const char *tmpdir, seed_write *write, void *arg);
/*
 * All four as files in dir, which is made if need be: inventory.ndjson, accounts.ndjson, policies.ndjson and
 * findings.ndjson, each for the owner alone, and each whole or not there.  0, or -1 having said why.
 */
int seed_files(const struct seed *s, const char *dir, const char *tmpdir);

#endif
