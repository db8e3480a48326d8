/* The estate as a whole: its accounts, how many resources of each kind they have, and each one's beginnings. */
#include <string.h>

#include "seed_item.h"

const struct seed_account seed_account[SEED_ACCOUNTS] = {
	{ "111122223333", "production", SEED_PRODUCTION },
	{ "222233334444", "shared-services", SEED_PRODUCTION },
	{ "333344445555", "staging", SEED_STAGING },
	{ "444455556666", "development", SEED_DEVELOPMENT },
	{ "555566667777", "sandbox", SEED_DEVELOPMENT },
};
const char *const seed_region[SEED_REGIONS] = { "us-east-1", "eu-west-1", "us-west-2", "ap-southeast-2" };

const struct seed_kind *const seed_kinds[SEED_KINDS] = {
	[SEED_ACCOUNT] = &seed_account_kind, [SEED_USER] = &seed_user_kind, [SEED_ROLE] = &seed_role_kind,
	[SEED_POLICY] = &seed_policy_kind, [SEED_BUCKET] = &seed_bucket_kind, [SEED_INSTANCE] = &seed_instance_kind,
	[SEED_VOLUME] = &seed_volume_kind, [SEED_GROUP] = &seed_group_kind, [SEED_DATABASE] = &seed_database_kind,
	[SEED_FUNCTION] = &seed_function_kind, [SEED_TABLE] = &seed_table_kind,
};

/* One account's resources: itself, then by shares; buckets take what the divisions leave. */
static void
divide(unsigned long count[SEED_KINDS], unsigned long resources)
{
	unsigned long left;
	unsigned k, shares = 0;

	memset(count, 0, SEED_KINDS * sizeof *count);
	if (!resources)
		return;
	count[SEED_ACCOUNT] = 1;
	left = --resources;
	for (k = 0; k < SEED_KINDS; k++)
		shares += seed_kinds[k]->share;
	for (k = 0; k < SEED_KINDS; k++) {
		if (k != SEED_ACCOUNT && k != SEED_BUCKET)
			count[k] = resources * seed_kinds[k]->share / shares;
		if (k == SEED_VOLUME)
			count[k] = 2 * count[SEED_INSTANCE];	/* every volume has a place */
		if (k != SEED_ACCOUNT)
			left -= count[k];
	}
	count[SEED_BUCKET] = left;
}

void
seed_estate_init(struct seed_estate *e, const struct seed *s)
{
	unsigned long each = s->resources / SEED_ACCOUNTS, more = s->resources % SEED_ACCOUNTS;
	unsigned a;

	e->seed = s;
	for (a = 0; a < SEED_ACCOUNTS; a++)
		divide(e->count[a], each + (a < more));
}

time_t
seed_scan_time(const struct seed_estate *e, enum seed_kind_number kind, int account)
{
	return e->seed->now - SEED_SCAN_LASTS + account * SEED_ACCOUNT_LASTS + (time_t)kind * SEED_KIND_LASTS;
}

void
seed_item_draw(struct seed_item *it, const struct seed_estate *e, enum seed_kind_number kind, int account,
    unsigned long number)
{
	it->estate = e;
	it->kind = seed_kinds[kind];
	it->account = account;
	it->region = SEED_GLOBAL;
	it->number = number;
	it->key = seed_mix(seed_mix(e->seed->seed) ^ ((uint64_t)kind << 56 | (uint64_t)account << 48 | number));
	it->described = seed_scan_time(e, kind, account) + 2;
	it->faults = it->unreadable = 0;
	it->past = 0;
	it->part = 0;
	it->owner = 0;
	it->tags.n = it->tags.unreadable = 0;
	it->name_len = 0;
	it->kind->draw(it);
}

time_t
seed_ago(const struct seed_item *it, unsigned number, unsigned days)
{
	unsigned hours = seed_pick(it, number, SEED_DAY / 2);

	return it->estate->seed->now - (time_t)days * SEED_DAY - SEED_DAY / 4 - hours;
}

time_t
seed_before(const struct seed_item *it, unsigned number, unsigned days)
{
	time_t t = seed_ago(it, number, days);

	return t < it->described ? t : t - 60 * SEED_DAY;
}

int
seed_some_region(const struct seed_item *it)
{
	unsigned n = seed_pick(it, SEED_REGION, 100);

	return n < 48 ? 0 : n < 78 ? 1 : n < 92 ? 2 : 3;
}

uint64_t
seed_network(const struct seed_item *it, unsigned what)
{
	return seed_random(seed_mix(~it->estate->seed->seed), (uint64_t)what << 16 | (unsigned)it->account << 8 |
	    (unsigned)(it->region + 1));
}

const char *
seed_stage_name(const struct seed_item *it)
{
	static const char *const name[] = { "prod", "staging", "dev" };

	return name[seed_account[it->account].stage];
}

static void
name_add(struct seed_item *it, const char *text, size_t len)
{
	if (it->name_len + len >= sizeof it->name)
		len = sizeof it->name - 1 - it->name_len;
	memcpy(it->name + it->name_len, text, len);
	it->name[it->name_len += len] = '\0';
}

void
seed_name_add(struct seed_item *it, const char *text)
{
	name_add(it, text, strlen(text));
}

void
seed_name_number(struct seed_item *it, unsigned long n)
{
	char digits[TEXT_DECIMAL];

	name_add(it, digits, text_decimal(digits, n));
}

void
seed_name_hex(struct seed_item *it, uint32_t n)
{
	char digits[8];

	text_hexadecimal(digits, n, sizeof digits);
	name_add(it, digits, sizeof digits);
}
