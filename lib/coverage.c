#include <err.h>
#include <string.h>

#include "coverage.h"
#include "finding.h"
#include "key.h"
#include "scan.h"

static const struct span all_regions = SPAN("\"*\"");

static void
unit_key(struct buf *key, struct span account, struct span region, struct span type)
{
	key_add(key, account);
	key_add(key, region);
	key_add(key, type);
}

static struct coverage_unit *
get_unit(struct coverage *c, struct span account, struct span region, struct span type)
{
	struct buf key = {0};
	struct coverage_unit *unit;

	unit_key(&key, account, region, type);
	unit = table_get(&c->units, buf_span(&key));
	buf_free(&key);
	return unit;
}

void
coverage_add(struct coverage *c, const struct record *r)
{
	struct coverage_unit *unit;
	long long listed;
	time_t began;

	c->any = 1;
	if (!scan_string_is(r->status, "complete"))
		return;
	if (finding_time(scan_get(r->whole, "StartedAt"), &began) < 0 &&
	    finding_time(scan_get(r->whole, "EndedAt"), &began) < 0)
		return;		/* nobody knows what it is newer than */
	unit = get_unit(c, r->account, r->region, r->type);
	listed = scan_integer(scan_get(r->whole, "Resources"), 0);
	if (!unit->complete || began > unit->began)
		unit->began = began;
	if (listed > unit->listed)
		unit->listed = listed;
	unit->complete = 1;
}

void
coverage_arrived(struct coverage *c, struct span account, struct span region, struct span type, long long n)
{
	get_unit(c, account, region, type)->arrived += n;
	get_unit(c, account, all_regions, type)->arrived += n;
}

static int
is_trusted(const struct coverage *c, const struct coverage_unit *unit)
{
	return unit && unit->complete && (!c->counted || unit->arrived >= unit->listed);
}

static int
complete_as(const struct coverage *c, struct span account, struct span region, struct span type, time_t *began)
{
	struct buf key = {0};
	const struct coverage_unit *unit;

	unit_key(&key, account, region, type);
	unit = table_find(&c->units, buf_span(&key));
	buf_free(&key);
	if (!is_trusted(c, unit))
		return 0;
	*began = unit->began;
	return 1;
}

int
coverage_complete(const struct coverage *c, struct span account, struct span region, struct span type, time_t *began)
{
	return complete_as(c, account, region, type, began) || complete_as(c, account, all_regions, type, began);
}

int
coverage_complain(const struct coverage *c)
{
	const struct coverage_unit *unit;
	const char *account, *region, *type;
	int lost = 0;
	size_t i;

	for (i = 0; i < c->units.n; i++) {
		unit = c->units.item[i];
		if (!unit->complete || is_trusted(c, unit))
			continue;
		account = unit->key.at;
		region = account + strlen(account) + 1;
		type = region + strlen(region) + 1;
		warnx("%s/%s %s: %lld of %lld resources arrived: none is taken for deleted", account, region, type,
		    unit->arrived, unit->listed);
		lost++;
	}
	return lost;
}

void
coverage_free(struct coverage *c)
{
	table_free(&c->units);
	*c = COVERAGE_START;
}
