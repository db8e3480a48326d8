/* What templates of all kinds may ask for. */
#include "seed_item.h"

void
seed_put_template(struct buf *b, const struct seed_item *it, int place)
{
	seed_template_put(b, &it->kind->templates[place], it);
}

static void
put_arn(struct buf *b, const struct seed_item *it)
{
	seed_put_template(b, it, SEED_ARN);
}

static void
put_configuration(struct buf *b, const struct seed_item *it)
{
	seed_put_template(b, it, SEED_CONFIGURATION);
}

static void
put_type(struct buf *b, const struct seed_item *it)
{
	text_span(b, span_of(it->kind->type));
}

static void
put_service(struct buf *b, const struct seed_item *it)
{
	text_span(b, span_of(it->kind->service));
}

static void
put_account(struct buf *b, const struct seed_item *it)
{
	text_add(b, seed_account[it->account].id, 12);
}

static void
put_region(struct buf *b, const struct seed_item *it)
{
	text_span(b, span_of(it->region == SEED_GLOBAL ? "global" : seed_region[it->region]));
}

static void
put_zone(struct buf *b, const struct seed_item *it)
{
	put_region(b, it);
	text_add(b, &"abc"[it->key % 3], 1);
}

static void
put_name(struct buf *b, const struct seed_item *it)
{
	text_add(b, it->name, it->name_len);
}

static void
put_project(struct buf *b, const struct seed_item *it)
{
	text_span(b, span_of(seed_project(it)));
}

static void
put_stage(struct buf *b, const struct seed_item *it)
{
	text_span(b, span_of(seed_stage_name(it)));
}

static void
put_described(struct buf *b, const struct seed_item *it)
{
	text_time(b, it->described, "Z");
}

static void
put_created(struct buf *b, const struct seed_item *it)
{
	text_time(b, it->created, "+00:00");
}

/* 17 digits, as the ids of EC2 have them. */
static void
put_id(struct buf *b, const struct seed_item *it)
{
	text_literal(b, "0");
	text_hex(b, it->key, 16);
}

/* 17 letters, as the ids of IAM have them behind their prefix. */
static void
put_unique(struct buf *b, const struct seed_item *it)
{
	text_base32(b, seed_draw(it, SEED_ID), 4);
	text_base32(b, it->key >> 4, 12);
	text_base32(b, it->key, 1);
}

static void
put_uuid(struct buf *b, const struct seed_item *it)
{
	uint64_t more = seed_draw(it, SEED_ID);

	text_hex(b, it->key >> 32, 8);
	text_literal(b, "-");
	text_hex(b, it->key >> 16, 4);
	text_literal(b, "-4");
	text_hex(b, it->key, 3);
	text_literal(b, "-a");
	text_hex(b, more >> 48, 3);
	text_literal(b, "-");
	text_hex(b, more, 12);
}

static void
put_vpc(struct buf *b, const struct seed_item *it)
{
	text_literal(b, "vpc-0");
	text_hex(b, seed_network(it, 0), 16);
}

static void
put_subnet(struct buf *b, const struct seed_item *it)
{
	text_literal(b, "subnet-0");
	text_hex(b, seed_network(it, 1 + it->key % 3), 16);	/* as the zone */
}

/* The key that encrypts what has no key of its own. */
static void
put_kms(struct buf *b, const struct seed_item *it)
{
	uint64_t id = seed_network(it, 9);

	text_literal(b, "arn:aws:kms:");
	put_region(b, it);
	text_literal(b, ":");
	put_account(b, it);
	text_literal(b, ":key/");
	text_hex(b, id >> 32, 8);
	text_literal(b, "-5c1e-4d0f-9b7a-");
	text_hex(b, id, 12);
}

static void
put_unreadables(struct buf *b, const struct seed_item *it)
{
	const struct seed_unreadable *u = it->kind->unreadables;
	const char *before = ",\"Unreadable\":[{\"Path\":\"";
	int i;

	if (!it->unreadable)
		return;
	for (i = 0; u[i].path; i++) {
		if (!(it->unreadable & 1u << i))
			continue;
		text_span(b, span_of(before));
		text_span(b, span_of(u[i].path));
		text_literal(b, "\",\"Operation\":\"");
		text_span(b, span_of(u[i].operation));
		text_literal(b, "\",\"Code\":\"AccessDenied\",\"Permission\":\"");
		text_span(b, span_of(u[i].permission));
		text_literal(b, "\"}");
		before = ",{\"Path\":\"";
	}
	text_literal(b, "]");
}

const struct seed_slot seed_common_slots[] = {
	{ "arn", put_arn }, { "configuration", put_configuration }, { "type", put_type }, { "service", put_service },
	{ "account", put_account }, { "region", put_region }, { "zone", put_zone }, { "name", put_name },
	{ "project", put_project }, { "stage", put_stage }, { "described", put_described }, { "created", put_created },
	{ "id", put_id }, { "unique", put_unique }, { "uuid", put_uuid }, { "vpc", put_vpc }, { "subnet", put_subnet },
	{ "kms", put_kms }, { "tags", seed_tags_map }, { "taglist", seed_tags_list },
	{ "unreadables", put_unreadables }, { NULL, NULL }
};
