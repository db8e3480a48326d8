/*
 * What a run has looked at: the units (account, region, resource type) that were listed completely.
 * Memory grows with the number of units, never with that of resources.
 */
#ifndef QRIE_COVERAGE_H
#define QRIE_COVERAGE_H

#include <time.h>

#include "record.h"
#include "table.h"

/* Start it as COVERAGE_START, end it with coverage_free(). */
struct coverage {
	struct table units;
	int any;		/* a coverage record was there at all */
	int counted;		/* set by the caller: coverage_arrived() was told of all that arrived */
};

#define COVERAGE_START ((struct coverage){ .units = { .size = sizeof(struct coverage_unit) } })

struct coverage_unit {
	struct span key;
	int complete;
	time_t began;		/* the latest complete listing */
	long long listed;	/* resources it gave, by its own count */
	long long arrived;	/* of them, as counted behind it */
};

void coverage_add(struct coverage *c, const struct record *r);		/* r: a coverage record */
/*
 * So many resources of a unit got as far as here.  When that is known (counted), a unit of which fewer arrived than
 * were listed is not complete: something between the listing and here has lost them.
 */
void coverage_arrived(struct coverage *c, struct span account, struct span region, struct span type, long long n);
/* Was it listed completely, its region or all regions ("*")?  *began is then when.  The spans are JSON strings. */
int coverage_complete(const struct coverage *c, struct span account, struct span region, struct span type, time_t *began);
/* Names the units that lost resources on standard error; how many there are. */
int coverage_complain(const struct coverage *c);
void coverage_free(struct coverage *c);

#endif
