/* Which resource a result of AWS Config's rules is about. */
#include <err.h>
#include <stdlib.h>
#include <string.h>

#include "configrules.h"
#include "key.h"
#include "member.h"
#include "ndjson.h"
#include "record.h"
#include "resourcetype.h"
#include "scan.h"

/* A member of Configuration that says which it is, in ids.json: the account is called by its own id. */
static const char of_account[] = "$Account";

/* What the inventory says of one type and id: {"ARN", "ResourceType", "AccountId", "AccountService", "Region"}. */
struct places {
	struct buf group, *place;
	size_t n, cap;
};

/* An ARN's parts: arn, partition, service, region, account, resource. */
enum { PARTITION = 1, SERVICE, REGION, ACCOUNT, RESOURCE, PARTS };

/* 0, or -1 if text is no ARN. */
static int
split_arn(struct span text, struct span part[PARTS])
{
	const char *p = text.at, *end = text.at + text.len, *colon;
	int i;

	for (i = 0; i < RESOURCE; i++) {
		if (!p || !(colon = memchr(p, ':', (size_t)(end - p))))
			return -1;
		part[i] = (struct span){ p, (size_t)(colon - p) };
		p = colon + 1;
	}
	part[RESOURCE] = (struct span){ p, (size_t)(end - p) };
	return span_is(part[0], "arn") && part[PARTITION].len && part[SERVICE].len && part[RESOURCE].len ? 0 : -1;
}

/* As the inventory would say it. */
static void
add_place(struct buf *to, struct span arn, const struct config_rules_type *type, struct span account,
    struct span region)
{
	char *service = type->collector ? xstrdup(type->collector->account_service) : resource_type_service(type->key.at);
	struct buf account_service = {0};

	if (account.len && service) {
		buf_addspan(&account_service, account);
		buf_addf(&account_service, "_%s", service);
	}
	buf_addc(to, '{');
	member_text(to, "ARN", arn);
	member_text(to, "ResourceType", type->key);
	member_text(to, "AccountId", account);
	member_text(to, "AccountService", buf_span(&account_service));
	member_text(to, "Region", type->collector && type->collector->scope == SCOPE_GLOBAL ? SPAN("global") : region);
	buf_addc(to, '}');
	buf_free(&account_service);
	free(service);
}

/* One id that a resource may be called by. */
static int
add_id(struct config_rules *c, const struct record *r, struct span id)
{
	struct buf key = {0}, value = {0};
	int status;

	key_add(&key, r->type);
	key_addtext(&key, id);
	buf_addc(&key, CONFIG_RULES_THERE);
	buf_addc(&value, '{');
	member_raw(&value, "ARN", r->arn);
	member_raw(&value, "ResourceType", r->type);
	member_raw(&value, "AccountId", r->account);
	member_raw(&value, "AccountService", r->account_service);
	member_raw(&value, "Region", r->region);
	buf_addc(&value, '}');
	status = sorter_add(&c->by_id, buf_span(&key), buf_span(&value));
	buf_free(&key);
	buf_free(&value);
	return status;
}

/* The ids of a resource: the member that its type is called by, else what its ARN ends in, with and without a type. */
static int
add_resource(struct config_rules *c, const struct config_rules_type *type, const struct record *r)
{
	struct buf arn = {0}, id = {0};
	struct span part[PARTS];
	size_t first;
	int status = 0;

	scan_decode(r->arn, &arn);
	if (type->id.len) {
		if (strcmp(type->id.data, of_account) == 0)
			scan_decode(r->account, &id);
		else
			scan_decode(scan_get(r->configuration, type->id.data), &id);
		if (id.len)
			status = add_id(c, r, buf_span(&id));
	} else if (split_arn(buf_span(&arn), part) == 0) {
		status = add_id(c, r, part[RESOURCE]);
		first = strcspn(part[RESOURCE].at, ":/") + 1;
		if (status == 0 && first < part[RESOURCE].len)
			status = add_id(c, r, (struct span){ part[RESOURCE].at + first, part[RESOURCE].len - first });
	}
	buf_free(&arn);
	buf_free(&id);
	return status;
}

static int
read_inventory(struct config_rules *c)
{
	char *files[] = { (char *)(size_t)c->options->inventory, NULL };
	const struct config_rules_type *type;
	struct ndjson in;
	struct span text, name;
	struct record r;
	struct buf scratch = {0};
	int failed = 0, status;

	ndjson_open(&in, files);
	while (!failed && ndjson_next(&in, &text)) {
		record_read(&r, text);
		name = scan_text(r.type, &scratch);
		type = record_is(&r, "resource") && name.len ? table_find(&c->types, name) : NULL;
		if (type && add_resource(c, type, &r) < 0) {
			warn("temporary file");
			failed = 1;
		}
	}
	status = ndjson_close(&in);
	buf_free(&scratch);
	return failed ? 3 : status;
}

static int
load_collectors(struct config_rules *c)
{
	struct config_rules_type *type;
	size_t i, k;

	if (collector_set_load(&c->collectors, c->options->collectors, NULL, NULL) < 0)
		return 3;
	for (i = 0; i < c->types.n; i++) {
		type = c->types.item[i];
		for (k = 0; k < c->collectors.n && !type->collector; k++)
			if (span_is(type->key, c->collectors.collectors[k].type))
				type->collector = &c->collectors.collectors[k];
	}
	return 0;
}

/* The functions of those types whose id is told, compiled once.  0 if they do not compile. */
static int
compile(struct config_rules *c)
{
	struct config_rules_type *type;
	size_t i;

	if (c->functions)
		return !c->broken;
	c->functions = functions_new();
	for (i = 0; i < c->types.n; i++) {
		type = c->types.item[i];
		if (type->collector && type->id.len)
			type->arn = functions_add(c->functions, type->collector->name, "arn", 1);
	}
	c->broken = functions_compile(c->functions, c->options->collectors) < 0;
	return !c->broken;
}

/* What a collector made of an id alone: nothing in it may come from what was missing, which jq writes as null. */
static int
is_told(const struct config_rules_type *type, struct span arn, struct span account, struct span id)
{
	struct span part[PARTS], before;

	if (split_arn(arn, part) < 0 || (part[ACCOUNT].len && span_cmp(part[ACCOUNT], account) != 0))
		return 0;
	if (strcmp(type->id.data, of_account) == 0)
		return span_cmp(part[ACCOUNT], id) == 0;
	if (part[RESOURCE].len < id.len)
		return 0;
	before = (struct span){ part[RESOURCE].at, part[RESOURCE].len - id.len };
	return span_cmp((struct span){ before.at + before.len, id.len }, id) == 0 && !span_holds(before, SPAN("null")) &&
	    (!before.len || before.at[before.len - 1] == '/' || before.at[before.len - 1] == ':');
}

/* Asks the type's collector for the ARN that the id stands for.  0 if it cannot tell. */
static int
derive(struct config_rules *c, const struct config_rules_type *type, struct span result, struct span id,
    struct buf *place)
{
	struct buf account = {0}, region = {0}, at = {0}, item = {0}, answer = {0}, arn = {0};
	int told = 0;

	scan_decode(scan_get(result, "AccountId"), &account);
	scan_decode(scan_get(result, "Region"), &region);
	if (type->collector && type->id.len && account.len && region.len && compile(c)) {
		collector_at(&at, account.data, region.data);
		buf_addc(&item, '{');
		if (strcmp(type->id.data, of_account) != 0)
			member_text(&item, type->id.data, id);
		buf_addc(&item, '}');
		told = functions_call(c->functions, type->arn, buf_span(&at), buf_span(&item), &answer) == 0 &&
		    scan_decode(buf_span(&answer), &arn) == 0 && is_told(type, buf_span(&arn), buf_span(&account), id);
		if (told)
			add_place(place, buf_span(&arn), type, buf_span(&account), buf_span(&region));
	}
	buf_free(&account);
	buf_free(&region);
	buf_free(&at);
	buf_free(&item);
	buf_free(&answer);
	buf_free(&arn);
	return told;
}

/* The id is an ARN, which tells account and region where the result does not. */
static int
take_arn(const struct config_rules_type *type, struct span result, struct span id, struct buf *place)
{
	struct buf account = {0}, region = {0};
	struct span part[PARTS];
	int is_arn = split_arn(id, part) == 0;

	if (is_arn) {
		if (scan_decode(scan_get(result, "AccountId"), &account) < 0)
			buf_addspan(&account, part[ACCOUNT]);
		if (scan_decode(scan_get(result, "Region"), &region) < 0)
			buf_addspan(&region, part[REGION]);
		add_place(place, id, type, buf_span(&account), buf_span(&region));
	}
	buf_free(&account);
	buf_free(&region);
	return is_arn;
}

static int
is_there(struct span place, struct span result)
{
	struct span account = scan_get(result, "AccountId"), region = scan_get(result, "Region");

	return (scan_kind(account) != SCAN_STRING || span_cmp(account, scan_get(place, "AccountId")) == 0) &&
	    (scan_kind(region) != SCAN_STRING || span_cmp(region, scan_get(place, "Region")) == 0 ||
	    scan_string_is(scan_get(place, "Region"), "global"));
}

/* Looks it up: how many resources it may be. */
static int
look_up(const struct places *places, struct span result, struct buf *place)
{
	struct span there;
	size_t i;
	int n = 0;

	for (i = 0; i < places->n; i++) {
		there = buf_span(&places->place[i]);
		if (!is_there(there, result) || (n && span_cmp(scan_get(buf_span(place), "ARN"), scan_get(there, "ARN")) == 0))
			continue;
		buf_clear(place);
		buf_addspan(place, there);
		n++;
	}
	return n;
}

/* Finds the place of a result.  NULL, or why it is not known. */
static const char *
find_place(struct config_rules *c, const struct places *places, struct span result, struct buf *place)
{
	const struct config_rules_type *type;
	struct buf id = {0}, name = {0};
	const char *why = NULL;
	int n;

	scan_decode(scan_get(result, "ResourceType"), &name);
	scan_decode(scan_get(result, "ResourceId"), &id);
	type = table_find(&c->types, buf_span(&name));
	if (!take_arn(type, result, buf_span(&id), place) && (n = look_up(places, result, place)) != 1) {
		buf_clear(place);
		if (n > 1)
			why = "several resources of the inventory have this id";
		else if (!derive(c, type, result, buf_span(&id), place))
			why = c->options->inventory ? "not in the inventory" : "its ARN is not known without an inventory (-i)";
	}
	buf_free(&id);
	buf_free(&name);
	return why;
}

/* Names a result that is lost.  The texts are JSON, without their quotes. */
static void
complain(struct span result, const char *why)
{
	struct span type = scan_get(result, "ResourceType"), id = scan_get(result, "ResourceId");
	struct buf file = {0};

	scan_decode(scan_get(result, "File"), &file);
	warnx("%s:%lld: %.*s %.*s: %s", file.data, scan_integer(scan_get(result, "Line"), 0), (int)type.len - 2, type.at + 1,
	    (int)id.len - 2, id.at + 1, why);
	buf_free(&file);
}

static int
settle(struct config_rules *c, const struct places *places, struct span result)
{
	struct buf place = {0}, key = {0}, value = {0};
	const char *why = find_place(c, places, result, &place);
	int status = 0;

	if (c->broken) {
		status = 3;
	} else if (why && !scan_string_is(scan_get(result, "ComplianceType"), "NOT_APPLICABLE")) {
		complain(result, why);
		status = 2;
	} else if (!why) {
		key_add(&key, scan_get(buf_span(&place), "ARN"));
		key_add(&key, scan_get(result, "Rule"));
		key_add(&key, scan_get(result, "DescribeTime"));
		key_add(&key, scan_get(result, "LastEvaluated"));
		buf_addc(&value, '{');
		member_raw(&value, "Place", buf_span(&place));
		member_raw(&value, "Result", result);
		buf_addc(&value, '}');
		if (sorter_add(&c->by_arn, buf_span(&key), buf_span(&value)) < 0) {
			warn("temporary file");
			status = 3;
		}
	}
	buf_free(&place);
	buf_free(&key);
	buf_free(&value);
	return status;
}

/* One more place of the type and id in hand. */
static void
add_there(struct places *places, struct span place)
{
	if (places->n == places->cap) {
		places->place = xrealloc(places->place, (places->cap + 1) * sizeof(*places->place));
		places->place[places->cap++] = (struct buf){0};
	}
	buf_clear(&places->place[places->n]);
	buf_addspan(&places->place[places->n++], place);
}

static int
settle_all(struct config_rules *c)
{
	struct places places = {0};
	struct span key, value;
	int status = 0, more = sorter_sort(&c->by_id) < 0 ? -1 : 1;
	size_t i;

	while (status < 3 && more > 0 && (more = sorter_next(&c->by_id, &key, &value)) > 0) {
		if (span_cmp(key_prefix(key, 2), buf_span(&places.group)) != 0) {
			buf_clear(&places.group);
			buf_addspan(&places.group, key_prefix(key, 2));
			places.n = 0;
		}
		if (key.at[key.len - 1] == CONFIG_RULES_THERE)
			add_there(&places, value);
		else
			status = record_status(status, settle(c, &places, value));
	}
	if (more < 0) {
		warn("temporary file");
		status = 3;
	}
	for (i = 0; i < places.cap; i++)
		buf_free(&places.place[i]);
	free(places.place);
	buf_free(&places.group);
	return status;
}

int
config_rules_settle(struct config_rules *c)
{
	int status = 0;

	if (!c->types.n)
		return 0;
	status = load_collectors(c);
	if (status < 3 && c->options->inventory)
		status = read_inventory(c);
	return status < 3 ? record_status(status, settle_all(c)) : status;
}
