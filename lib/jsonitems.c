#include <stdlib.h>
#include <string.h>

#include "jsonitems.h"
#include "policydoc.h"
#include "scan.h"

enum { PARTS = 3 };

/*
 * What tells the items of AWS's lists apart, the surest first.  One of the parts must be there, as a string or number;
 * the others may be missing, as ports are where a rule is for all of them.
 */
static const char *const set_keys[][PARTS] = {
	{ "Key" }, { "TagKey" },
	{ "AccessKeyId" }, { "SerialNumber" }, { "PolicyArn" }, { "PolicyName" },
	{ "VolumeId" }, { "DeviceName" }, { "NetworkInterfaceId" }, { "AttachmentId" },
	{ "IpProtocol", "FromPort", "ToPort" }, { "CidrIp" }, { "CidrIpv6" }, { "PrefixListId" },
	{ "UserId", "GroupId" }, { "GroupId" }, { "GroupName" }, { "SubnetId" },
	{ "VpcSecurityGroupId" }, { "DBParameterGroupName" }, { "OptionGroupName" },
	{ "AttributeName" }, { "IndexName" }, { "RouteTableId" }, { "RouteTableAssociationId" },
	{ "DestinationCidrBlock", "DestinationIpv6CidrBlock", "DestinationPrefixListId" }, { "RuleNumber", "Egress" },
	{ "VersionNumber" }, { "ParameterName" },
	{ "ID" }, { "Id" }, { "Arn" }, { "ARN" }, { "Sid" }, { "Name" },
};

static struct jsonitem *
new_item(struct jsonitems *items, size_t *cap)
{
	if (items->n == *cap) {
		*cap = *cap ? *cap * 2 : 16;
		items->item = xrealloc(items->item, *cap * sizeof(*items->item));
	}
	items->item[items->n] = (struct jsonitem){ .index = items->n };
	return &items->item[items->n++];
}

/* Until all keys are in, their place is only an offset: keys.data may move. */
static void
settle_keys(struct jsonitems *items)
{
	const char *p = buf_span(&items->keys).at;
	size_t i;

	for (i = 0; i < items->n; i++) {
		items->item[i].key.at = p;
		p += items->item[i].key.len;
	}
}

static int
by_key(const void *a, const void *b)
{
	const struct jsonitem *x = a, *y = b;
	int order = span_cmp(x->key, y->key);

	return order ? order : (x->index > y->index) - (x->index < y->index);
}

static void
sort(struct jsonitems *items)
{
	if (items->n > 1)
		qsort(items->item, items->n, sizeof(*items->item), by_key);
}

void
jsonitems_members(struct jsonitems *items, struct span object)
{
	struct scan_iter it = scan_open(object);
	struct span name, value;
	struct jsonitem *item;
	size_t cap = 0, before, i, n;

	*items = (struct jsonitems){0};
	while (scan_next(&it, &name, &value)) {
		item = new_item(items, &cap);
		item->value = value;
		before = items->keys.len;
		scan_decode(name, &items->keys);
		item->key.len = items->keys.len - before;
	}
	settle_keys(items);
	sort(items);
	for (i = n = 0; i < items->n; i++)
		if (i + 1 == items->n || span_cmp(items->item[i].key, items->item[i + 1].key) != 0)
			items->item[n++] = items->item[i];
	items->n = n;
}

void
jsonitems_list(struct jsonitems *items, struct span list)
{
	struct scan_iter it = scan_open(list);
	struct span name, value;
	size_t cap = 0;

	*items = (struct jsonitems){0};
	while (scan_next(&it, &name, &value))
		new_item(items, &cap)->value = value;
	settle_keys(items);
}

/* Appends the item's key; 0 if it has none. */
static int
add_key(struct buf *keys, struct span item, const char *const parts[PARTS])
{
	struct span part;
	int i, there = 0;

	for (i = 0; i < PARTS && parts[i]; i++) {
		part = scan_get(item, parts[i]);
		there |= scan_kind(part) == SCAN_STRING || scan_kind(part) == SCAN_NUMBER;
		if (scan_decode(part, keys) < 0 && scan_kind(part) > SCAN_NULL)
			buf_addspan(keys, part);
		buf_addc(keys, '\0');
	}
	return there;
}

static int
has_twins(const struct jsonitems *items)
{
	size_t i;

	for (i = 1; i < items->n; i++)
		if (span_cmp(items->item[i - 1].key, items->item[i].key) == 0)
			return 1;
	return 0;
}

/* The list by that key; 0 if it does not tell all items apart, and nothing to free. */
static int
by_parts(struct jsonitems *items, struct span list, const char *const parts[PARTS])
{
	size_t i, before;

	jsonitems_list(items, list);
	for (i = 0; i < items->n; i++) {
		before = items->keys.len;
		if (!add_key(&items->keys, items->item[i].value, parts)) {
			jsonitems_free(items);
			return 0;
		}
		items->item[i].key.len = items->keys.len - before;
	}
	settle_keys(items);
	sort(items);
	if (!has_twins(items))
		return 1;
	jsonitems_free(items);
	return 0;
}

int
jsonitems_sets(struct jsonitems *a, struct jsonitems *b, struct span list_a, struct span list_b)
{
	size_t i;

	for (i = 0; i < sizeof(set_keys) / sizeof(*set_keys); i++) {
		if (!by_parts(a, list_a, set_keys[i]))
			continue;
		if (by_parts(b, list_b, set_keys[i]))
			return 1;
		jsonitems_free(a);
	}
	return 0;
}

/* sg-0123abcd and its like. */
static int
is_id(struct span string)
{
	static const char *const kinds[] = { "sg-", "subnet-", "vpc-", "rtb-", "eni-", "vpce-", "i-", "vol-", "acl-", "igw-" };
	size_t i, len;

	for (i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
		len = strlen(kinds[i]);
		if (string.len > len + 2 && memcmp(string.at + 1, kinds[i], len) == 0)
			return strspn(string.at + 1 + len, "0123456789abcdef") == string.len - len - 2;
	}
	return 0;
}

static void
leave_twins_out(struct jsonitems *items)
{
	size_t i, n = 0;

	for (i = 0; i < items->n; i++)
		if (n == 0 || span_cmp(items->item[n - 1].key, items->item[i].key) != 0)
			items->item[n++] = items->item[i];
	items->n = n;
}

/* The key of one item; 0 if it is not what the list must have. */
typedef int add_item_key(struct buf *keys, struct span item);

static int
by_item(struct jsonitems *items, struct span list, add_item_key *add)
{
	size_t i, before;

	jsonitems_list(items, list);
	for (i = 0; i < items->n; i++) {
		before = items->keys.len;
		if (!add(&items->keys, items->item[i].value)) {
			jsonitems_free(items);
			return 0;
		}
		items->item[i].key.len = items->keys.len - before;
	}
	settle_keys(items);
	sort(items);
	return 1;
}

static int
add_text(struct buf *keys, struct span item)
{
	return scan_decode(item, keys) == 0;
}

static int
add_id(struct buf *keys, struct span item)
{
	return scan_kind(item) == SCAN_STRING && is_id(item) && add_text(keys, item);
}

static int
add_statement(struct buf *keys, struct span item)
{
	if (!policydoc_is_statement(item))
		return 0;
	policydoc_add_statement(keys, item);
	return 1;
}

int
jsonitems_texts(struct jsonitems *a, struct jsonitems *b, struct span list_a, struct span list_b, int ids_only)
{
	add_item_key *add = ids_only ? add_id : add_text;

	if (!by_item(a, list_a, add))
		return 0;
	if (by_item(b, list_b, add)) {
		leave_twins_out(a);
		leave_twins_out(b);
		return 1;
	}
	jsonitems_free(a);
	return 0;
}

int
jsonitems_statements(struct jsonitems *items, struct span list)
{
	return by_item(items, list, add_statement);
}

void
jsonitems_free(struct jsonitems *items)
{
	free(items->item);
	buf_free(&items->keys);
	*items = (struct jsonitems){0};
}
