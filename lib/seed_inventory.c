/* The estate's records, one after the other: each kind's resources in each account, then what was covered. */
#include <string.h>

#include "seed_item.h"

enum { ROOM = 32 << 10, PAGE = 100 };

/* What became of the resources of one kind in one account. */
struct tally {
	unsigned long all, in_region[SEED_REGIONS];
};

struct stream {
	struct buf text;
	seed_write *write;
	void *arg;
};

static struct seed_template resource = { .text = SEED_TEXT({
	"Kind": "resource", "ARN": "$arn", "ResourceType": "$type", "AccountId": "$account", "Region": "$region",
	"AccountService": "$account_$service", "Source": "seed", "DescribeTime": "$described",
	"LastSeenAt": "$described", "Tags": $tags, "Configuration": $configuration $unreadables
}) };

void
seed_templates_compile(void)
{
	struct seed_template *t;
	unsigned k;

	seed_template_compile(&resource, NULL, seed_common_slots);
	for (k = 0; k < SEED_KINDS; k++)
		for (t = seed_kinds[k]->templates; t < seed_kinds[k]->templates + seed_kinds[k]->ntemplates; t++)
			seed_template_compile(t, seed_kinds[k]->slots, seed_common_slots);
}

void
seed_templates_free(void)
{
	struct seed_template *t;
	unsigned k;

	seed_template_free(&resource);
	for (k = 0; k < SEED_KINDS; k++)
		for (t = seed_kinds[k]->templates; t < seed_kinds[k]->templates + seed_kinds[k]->ntemplates; t++)
			seed_template_free(t);
}

/* Hands over what has gathered, once there is enough of it. */
static int
pass(struct stream *out, size_t enough)
{
	int stop;

	if (out->text.len < enough || !out->text.len)
		return 0;
	stop = out->write(out->arg, buf_span(&out->text));
	buf_clear(&out->text);
	return stop;
}

/* As many calls as a list in pages takes, and each resource's own. */
static void
put_coverage(struct buf *b, const struct seed_estate *e, unsigned k, int account, const char *region, unsigned long n)
{
	time_t started = seed_scan_time(e, k, account);

	text_literal(b, "{\"Kind\":\"coverage\",\"AccountId\":\"");
	text_span(b, span_of(seed_account[account].id));
	text_literal(b, "\",\"Region\":\"");
	text_span(b, span_of(region));
	text_literal(b, "\",\"ResourceType\":\"");
	text_span(b, span_of(seed_kinds[k]->type));
	text_literal(b, "\",\"Status\":\"complete\",\"Code\":null,\"Message\":null,\"Resources\":");
	text_number(b, n);
	text_literal(b, ",\"Calls\":");
	text_number(b, 1 + n / PAGE + n * seed_kinds[k]->calls);
	text_literal(b, ",\"Retries\":0,\"Throttles\":0,\"StartedAt\":\"");
	text_time(b, started, "Z");
	text_literal(b, "\",\"EndedAt\":\"");
	text_time(b, started + SEED_KIND_LASTS - 2, "Z");
	text_literal(b, "\"}\n");
}

static void
put_coverages(struct buf *b, const struct seed_estate *e, unsigned k, int account, const struct tally *tally)
{
	int r;

	if (seed_kinds[k]->global) {
		put_coverage(b, e, k, account, k == SEED_BUCKET ? "*" : "global", tally->all);
		return;
	}
	for (r = 0; r < SEED_REGIONS; r++)
		put_coverage(b, e, k, account, seed_region[r], tally->in_region[r]);
}

static int
put_kind(struct stream *out, const struct seed_estate *e, unsigned k, int account)
{
	struct tally tally = { 0 };
	struct seed_item it;
	unsigned long i;
	int stop = 0;

	for (i = 0; i < e->count[account][k] && !stop; i++) {
		seed_item_draw(&it, e, k, account, i);
		tally.all++;
		if (it.region != SEED_GLOBAL)
			tally.in_region[it.region]++;
		seed_template_put(&out->text, &resource, &it);
		text_literal(&out->text, "\n");
		stop = pass(out, ROOM);
	}
	if (!stop && e->count[account][SEED_ACCOUNT])
		put_coverages(&out->text, e, k, account, &tally);
	return stop;
}

int
seed_inventory(const struct seed *s, seed_write *write, void *arg)
{
	struct stream out = { .write = write, .arg = arg };
	struct seed_estate e;
	unsigned k;
	int a, stop = 0;

	seed_estate_init(&e, s);
	seed_templates_compile();
	for (a = 0; a < SEED_ACCOUNTS && !stop; a++)
		for (k = 0; k < SEED_KINDS && !stop; k++)
			stop = put_kind(&out, &e, k, a);
	if (!stop)
		stop = pass(&out, 0);
	seed_templates_free();
	buf_free(&out.text);
	return stop;
}
