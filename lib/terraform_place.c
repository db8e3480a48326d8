/* The account, region and partition of a resource, from whatever tells of them. */
#include <stdlib.h>
#include <string.h>

#include "scan.h"
#include "terraform_part.h"

/* The n-th part of an ARN between colons, from 0; {NULL, 0} if it is empty or no ARN. */
static struct span
arn_part(struct span arn, int n)
{
	const char *end, *from = arn.at, *colon;

	if (arn.len < 4 || memcmp(arn.at, "arn:", 4))
		return (struct span){ NULL, 0 };
	end = arn.at + arn.len;
	while (n-- > 0) {
		if (!(colon = memchr(from, ':', (size_t)(end - from))))
			return (struct span){ NULL, 0 };
		from = colon + 1;
	}
	if (!(colon = memchr(from, ':', (size_t)(end - from))) || colon == from)
		return (struct span){ NULL, 0 };
	return (struct span){ from, (size_t)(colon - from) };
}

static char *
copy(struct span text)
{
	return text.at && text.len ? xstrndup(text.at, text.len) : NULL;
}

/* What a JSON text says; NULL for anything else, and for an empty one. */
static char *
text_of(struct span value)
{
	return value.len > 2 ? scan_dup(value) : NULL;
}

static char *
or_text(char *known, struct span value)
{
	return known ? known : text_of(value);
}

/* The account that a provider's block names: the one it allows, or the one whose role it takes. */
static char *
provider_account(const struct tf_document *d, const struct tf_block *block)
{
	struct span list = tf_config_provider(&d->config, block, "allowed_account_ids"), key, only = { NULL, 0 };
	struct scan_iter it = scan_open(list);

	if (scan_count(list) == 1 && scan_next(&it, &key, &only))
		return text_of(only);
	return NULL;
}

/* "eu-west-1a" is in eu-west-1; local zones have longer names, and no letter at the end of the region's. */
static char *
zone_region(struct span zone)
{
	char *text = text_of(zone);
	size_t n = text ? strlen(text) : 0;

	if (n > 2 && text[n - 1] >= 'a' && text[n - 1] <= 'z' && text[n - 2] >= '0' && text[n - 2] <= '9') {
		text[n - 1] = '\0';
		return text;
	}
	free(text);
	return NULL;
}

static const char *
partition_of(const char *region)
{
	if (region && !strncmp(region, "cn-", 3))
		return "aws-cn";
	return region && !strncmp(region, "us-gov-", 7) ? "aws-us-gov" : "aws";
}

/* What the resource itself and its provider tell. */
static void
place(const struct tf_document *d, struct tf_resource *r)
{
	struct buf scratch = {0};
	struct span arn = scan_get(r->values, "arn"), owner = scan_get(r->values, "owner_id");

	arn = scan_kind(arn) == SCAN_STRING ? scan_text(arn, &scratch) : (struct span){ NULL, 0 };
	r->partition = copy(arn_part(arn, 1));
	r->region = or_text(copy(arn_part(arn, 3)), scan_get(r->values, "region"));
	r->account = copy(arn_part(arn, 4));
	if (!r->account && owner.len == 14)
		r->account = text_of(owner);
	if (!r->region)
		r->region = or_text(zone_region(scan_get(r->values, "availability_zone")),
		    tf_config_provider(&d->config, r->block, "region"));
	if (!r->account)
		r->account = provider_account(d, r->block);
	buf_free(&scratch);
}

/* Resources of one provider, configured once, are in one account: what one of them tells holds for all. */
struct tenant {
	struct span provider;
	const char *account, *region;
	int accounts, regions;
};

struct tenants {
	struct tenant *all;
	size_t n;
};

static struct tenant *
tenant_of(struct tenants *t, struct span provider)
{
	size_t i;

	for (i = 0; i < t->n; i++)
		if (!span_cmp(t->all[i].provider, provider))
			return &t->all[i];
	t->all = xrealloc(t->all, (t->n + 1) * sizeof(*t->all));
	t->all[t->n] = (struct tenant){ .provider = provider };
	return &t->all[t->n++];
}

static void
tell(const char **known, int *n, const char *told)
{
	if (!told || (*known && !strcmp(*known, told)))
		return;
	*known = told;
	++*n;
}

/* The first of these that there is, malloc'd. */
static char *
first_of(const char *one, struct span other, const char *otherwise)
{
	char *text = one ? xstrdup(one) : text_of(other);

	return text || !otherwise ? text : xstrdup(otherwise);
}

void
tf_place(struct tf_document *d, const struct source_options *o)
{
	struct tenants tenants = {0};
	struct span none = { NULL, 0 };
	struct tenant *t;
	size_t i;

	for (i = 0; i < d->n; i++) {
		place(d, &d->all[i]);
		t = tenant_of(&tenants, d->all[i].provider);
		tell(&t->account, &t->accounts, d->all[i].account);
		tell(&t->region, &t->regions, d->all[i].region);
	}
	for (i = 0; i < d->n; i++) {
		struct tf_resource *r = &d->all[i];

		t = tenant_of(&tenants, r->provider);
		if (!r->account)
			r->account = first_of(t->accounts == 1 ? t->account : NULL, d->accounts == 1 ? d->account : none,
			    o->account);
		if (!r->region)
			r->region = first_of(t->regions == 1 ? t->region : NULL, d->regions == 1 ? d->region : none,
			    o->region);
		if (!r->partition)
			r->partition = xstrdup(partition_of(r->region));
	}
	free(tenants.all);
}
