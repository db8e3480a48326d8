/*
 * One resource of the made-up estate, and what each kind of them has to say about itself.  seed_estate.c numbers the
 * resources of a kind in each account from 0; all else about one is drawn by that number.  A new kind is a file
 * of its own and a line in seed_kinds[].
 */
#ifndef QRIE_SEED_ITEM_H
#define QRIE_SEED_ITEM_H

#include "seed.h"
#include "seed_random.h"
#include "seed_tags.h"
#include "seed_template.h"
#include "seed_text.h"

enum { SEED_ACCOUNTS = 5, SEED_REGIONS = 4, SEED_GLOBAL = -1, SEED_DAY = 86400 };

/* What can be wrong: one for each policy. */
enum seed_fault {
	SEED_BUCKET_PUBLIC, SEED_BUCKET_VERSIONING, SEED_BUCKET_ENCRYPTION, SEED_BUCKET_MFA_DELETE, SEED_INSTANCE_EBS,
	SEED_DATABASE_PUBLIC, SEED_ROOT_ACTIVE, SEED_USER_MFA, SEED_POLICY_PERMISSIVE, SEED_KEY_NOT_ROTATED,
	SEED_KEY_UNUSED, SEED_FAULTS
};
#define SEED_BIT(fault) (1u << (fault))

enum seed_stage { SEED_PRODUCTION, SEED_STAGING, SEED_DEVELOPMENT };

struct seed_account {
	const char *id, *name;
	enum seed_stage stage;
};
extern const struct seed_account seed_account[SEED_ACCOUNTS];
extern const char *const seed_region[SEED_REGIONS];

/* A member that the role which looks may not read. */
struct seed_unreadable {
	const char *path, *operation, *permission;
};

/* In the order of a scan. */
enum seed_kind_number {
	SEED_ACCOUNT, SEED_USER, SEED_ROLE, SEED_POLICY, SEED_BUCKET, SEED_INSTANCE, SEED_VOLUME, SEED_GROUP,
	SEED_DATABASE, SEED_FUNCTION, SEED_TABLE, SEED_KINDS
};

/* Everything that the estate's items share. */
struct seed_estate {
	const struct seed *seed;
	unsigned long count[SEED_ACCOUNTS][SEED_KINDS];
};

/* What a policy says of an item that has a fault: a template of "Message" and "Evidence" among the kind's own. */
struct seed_verdict {
	enum seed_fault fault;
	int place;
	int (*can)(const struct seed_item *it);		/* can it have had the fault?  NULL: always */
};

struct seed_item {
	const struct seed_estate *estate;
	const struct seed_kind *kind;
	int account, region;		/* indices; SEED_GLOBAL */
	unsigned long number;		/* among those of its kind in its account, from 0 */
	uint64_t key;			/* its draws; no other item of the estate has it */
	time_t described, created;
	unsigned faults;		/* bits of enum seed_fault */
	unsigned unreadable;		/* bits: which of its kind's unreadables */
	int past;			/* faults tells what it had once, not what it has now */
	unsigned part;			/* of a volume, access key ...: which, in bits of its own kind */
	uint64_t owner;			/* of a volume: the key of its instance */
	struct seed_tags tags;
	char name[96];
	size_t name_len;
};

#define SEED_TEMPLATES(list) .templates = (list), .ntemplates = sizeof(list) / sizeof *(list)
struct seed_kind {
	const char *type, *service;
	unsigned share;			/* how many, beside the other kinds' shares; volumes: twice the instances' */
	unsigned calls;			/* that a collector makes to describe one */
	int global;			/* not listed region by region */
	void (*draw)(struct seed_item *it);	/* sets region, created, faults, unreadable, name, tags */
	struct seed_template *templates;	/* the ARN, the configuration, then the kind's own */
	size_t ntemplates;
	const struct seed_slot *slots;
	const struct seed_unreadable *unreadables;
	const struct seed_verdict *verdicts;	/* of the policies launched; ends with place 0 */
};
extern const struct seed_kind seed_account_kind, seed_user_kind, seed_role_kind, seed_policy_kind, seed_bucket_kind,
    seed_instance_kind, seed_volume_kind, seed_group_kind, seed_database_kind, seed_function_kind, seed_table_kind;
extern const struct seed_kind *const seed_kinds[SEED_KINDS];

void seed_estate_init(struct seed_estate *e, const struct seed *s);
/* Sets an item up as number of a kind in an account, and lets the kind draw it. */
void seed_item_draw(struct seed_item *it, const struct seed_estate *e, enum seed_kind_number kind, int account,
    unsigned long number);
/* When the scan came to a kind in an account; it stays SEED_KIND_LASTS seconds. */
enum { SEED_SCAN_LASTS = 900, SEED_ACCOUNT_LASTS = 150, SEED_KIND_LASTS = 12 };
time_t seed_scan_time(const struct seed_estate *e, enum seed_kind_number kind, int account);

/* Draws by number: those below SEED_OWN are common to all kinds, from there on each kind has its own. */
enum {
	SEED_AGE, SEED_REGION, SEED_NAME, SEED_STYLE, SEED_ID, SEED_ID_MORE, SEED_HISTORY, SEED_TAG = 32, SEED_OWN = 64
};

static inline uint64_t
seed_draw(const struct seed_item *it, unsigned number)
{
	return seed_random(it->key, number);
}

static inline int
seed_chance(const struct seed_item *it, unsigned number, unsigned percent)
{
	return seed_below(seed_draw(it, number), 100) < percent;
}

static inline unsigned
seed_pick(const struct seed_item *it, unsigned number, unsigned below)
{
	return seed_below(seed_draw(it, number), below);
}

static inline int
seed_has(const struct seed_item *it, enum seed_fault fault)
{
	return (it->faults & SEED_BIT(fault)) != 0;
}

/* Days before the estate's now, and some hours of the draw's own; nothing lies within half a day of a whole day. */
time_t seed_ago(const struct seed_item *it, unsigned number, unsigned days);
/* The same, but not after the item was described: then some weeks before. */
time_t seed_before(const struct seed_item *it, unsigned number, unsigned days);
/* One of the regions, the first the likeliest. */
int seed_some_region(const struct seed_item *it);
/* The name grows by these; what does not fit is cut off. */
void seed_name_add(struct seed_item *it, const char *text);
void seed_name_number(struct seed_item *it, unsigned long n);
void seed_name_hex(struct seed_item *it, uint32_t n);
const char *seed_stage_name(const struct seed_item *it);	/* "prod", "staging", "dev" */
/* The VPC of the item's account and region, or another of its things by what: the ids agree between items. */
uint64_t seed_network(const struct seed_item *it, unsigned what);

/* The kind's templates, ready to be put, and what they took. */
void seed_templates_compile(void);
void seed_templates_free(void);
enum { SEED_ARN, SEED_CONFIGURATION, SEED_TEMPLATE_OWN };	/* places in a kind's templates */
void seed_put_template(struct buf *b, const struct seed_item *it, int place);
extern const struct seed_slot seed_common_slots[];

#endif
