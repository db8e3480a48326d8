/* The record of a resource, and that of what was covered. */
#include <err.h>
#include <stdlib.h>
#include <string.h>

#include "collect_part.h"
#include "redact.h"
#include "tagmap.h"
#include "tree.h"

/* An element that is being put where each of its keys finds it. */
struct keyed {
	struct json_object *by_key, *element;
};

static void
index_key(void *arg, struct json_object *key, const char *at)
{
	struct keyed *keyed = arg;
	struct json_object *list;
	const char *text;

	(void)at;
	if (!key)
		return;
	text = json_object_get_string(key);
	if (!json_object_object_get_ex(keyed->by_key, text, &list))
		json_object_object_add(keyed->by_key, text, list = json_object_new_array());
	json_object_array_add(list, json_object_get(keyed->element));
}

void
unit_join(struct joined *joined)
{
	struct keyed keyed;
	size_t i;

	if (!joined->call->key.nsteps || joined->code)
		return;
	joined->by_key = json_object_new_object();
	for (i = 0; joined->value && i < json_object_array_length(joined->value); i++) {
		keyed = (struct keyed){ joined->by_key, json_object_array_get_idx(joined->value, i) };
		tree_each(keyed.element, &joined->call->key, "", index_key, &keyed);
	}
}

/* Elements that match an item, as they are found. */
struct matching {
	const struct joined *joined;
	struct json_object *found;
};

static void
match(void *arg, struct json_object *key, const char *at)
{
	struct matching *m = arg;
	struct json_object *list = key ? tree_member(m->joined->by_key, json_object_get_string(key)) : NULL;
	size_t i;

	(void)at;
	for (i = 0; list && i < json_object_array_length(list); i++)
		json_object_array_add(m->found, json_object_get(json_object_array_get_idx(list, i)));
}

/* Puts what the Once calls gave into the item. */
static void
join(struct item *item)
{
	const struct unit *unit = item->unit;
	struct json_object *configuration = item->configuration;
	struct buf at = {0};
	size_t i;

	for (i = 0; i < unit->collector->nonce; i++) {
		const struct joined *joined = &unit->once[i];
		struct matching m = { joined, NULL };

		if (!joined->call)
			continue;	/* it was not asked */
		if (joined->code) {
			buf_clear(&at);
			buf_adds(&at, ".Configuration");
			path_add_key(&at, joined->call->into);
			json_object_object_del(configuration, joined->call->into);
			failures_add(&item->failures, unit->collector->nbatch + i, 0, joined->call, at.data, joined->code);
		} else if (joined->by_key) {
			m.found = json_object_new_array();
			tree_each(configuration, &joined->call->match, "", match, &m);
			json_object_object_add(configuration, joined->call->into, m.found);
		} else {
			json_object_object_add(configuration, joined->call->into, json_object_get(joined->value));
		}
	}
	buf_free(&at);
}

static void
drop(void *arg, struct json_object *place, const char *at)
{
	const struct collector_call *call = arg;

	(void)at;
	if (json_object_is_type(place, json_type_object))
		json_object_object_del(place, call->into);
}

/* Names what a call would have filled, had it been asked: it is unknown, whatever the list says. */
static void
leave_out(struct item *item, struct collector_call *call, size_t order)
{
	struct buf at = {0};

	if (!call->unasked)
		return;
	tree_each(item->configuration, &call->each, "", drop, call);
	collector_call_fills(call, &at);
	failures_add(&item->failures, order, 0, call, at.data, "NotAsked");
	buf_free(&at);
}

static void
leave_out_unasked(struct item *item)
{
	const struct collector *c = item->unit->collector;
	size_t i, order = 0;

	for (i = 0; i < c->nbatch; i++)
		leave_out(item, &c->batch[i].call, order++);
	for (i = 0; i < c->nonce; i++)
		leave_out(item, &c->once[i], order++);
	for (i = 0; i < c->ndetail; i++)
		leave_out(item, &c->detail[i], order++);
}

/* Moves what a call filled to the end of its object, so that the answers' order of arrival does not show. */
static void
move_last(void *arg, struct json_object *place, const char *at)
{
	const struct collector_call *call = arg;
	struct json_object *value;

	(void)at;
	if (!call->into || !json_object_is_type(place, json_type_object) ||
	    !json_object_object_get_ex(place, call->into, &value))
		return;
	json_object_get(value);
	json_object_object_del(place, call->into);
	json_object_object_add(place, call->into, value);
}

static void
order_members(struct item *item)
{
	const struct collector *c = item->unit->collector;
	size_t i;

	for (i = 0; i < c->ndetail; i++)
		tree_each(item->configuration, &c->detail[i].each, "", move_last, &c->detail[i]);
}

/* The failure that leaves the tags unknown, which lie at a path in it; or NULL. */
static const struct failure *
tags_failure(const struct item *item)
{
	struct buf at = {0};
	const struct failure *found = NULL;
	const char *failed;
	size_t i, len;

	buf_addf(&at, ".Configuration%s", item->unit->collector->tags_at);
	for (i = 0; i < item->failures.n && !found; i++) {
		failed = item->failures.all[i].at;
		len = strlen(failed);
		if (!strncmp(at.data, failed, len) && strchr(".[", at.data[len]))	/* its NUL too */
			found = &item->failures.all[i];
	}
	buf_free(&at);
	return found;
}

static void
add_tags(struct item *item, struct json_object *record)
{
	const struct collector *c = item->unit->collector;
	struct json_object *tags = c->tags_at ? tree_get(item->configuration, &c->tags) : NULL;
	const struct failure *why = c->tags_at && !tags ? tags_failure(item) : NULL;

	json_object_object_add(record, "Tags", why ? NULL : tag_map(tags));
	if (why)
		failures_add(&item->failures, why->order, why->element + 1, why->call, ".Tags", why->code);
}

/* The region cannot be told, because of what failed before. */
static char *
unknown_region(struct item *item)
{
	struct unit *unit = item->unit;
	struct failure first = { 0, 0, NULL, "UnexpectedAnswer", unit->collector->list };

	if (item->failures.n)
		first = item->failures.all[0];
	failures_add(&item->failures, first.order, first.element, first.call, ".Region", first.code);
	unit->run->status = 2;
	return xstrdup("unknown");
}

/* The region as records say it; malloc'd. */
static char *
region_of(struct item *item)
{
	struct unit *unit = item->unit;
	struct json_object *region;
	char *text;

	if (unit->collector->scope != SCOPE_EVERYWHERE)
		return xstrdup(unit->region);
	if (!item_function(unit, unit->collector->region, item->configuration, &region) &&
	    json_object_is_type(region, json_type_string))
		text = xstrdup(json_object_get_string(region));
	else
		text = unknown_region(item);
	json_object_put(region);
	return text;
}

/* "aws", "service-linked", or NULL: who manages the item, if it is not the customer.  Gives it. */
static struct json_object *
managed_by(struct item *item)
{
	struct json_object *managed = NULL;

	if (!item->unit->collector->managed)
		return NULL;
	if (item_function(item->unit, item->unit->collector->tell_managed, item->configuration, &managed) == 0)
		return managed;
	item->unit->run->status = 2;
	return NULL;
}

/* Gives the record.  Takes managed. */
static struct json_object *
make_record(struct item *item, const char *arn, struct json_object *managed)
{
	const struct unit *unit = item->unit;
	const struct collector *c = unit->collector;
	struct json_object *record = json_object_new_object(), *unreadable;
	struct buf account_service = {0};
	char *region = region_of(item);

	buf_addf(&account_service, "%s_%s", unit->target.account, c->account_service);
	tree_set_text(record, "Kind", "resource");
	tree_set_text(record, "ARN", arn);
	tree_set_text(record, "ResourceType", c->type);
	tree_set_text(record, "AccountId", unit->target.account);
	tree_set_text(record, "Region", region);
	tree_set_text(record, "AccountService", account_service.data);
	tree_set_text(record, "Source", "aws");
	tree_set_time(record, "DescribeTime", item->described);
	tree_set_time(record, "LastSeenAt", item->described);
	add_tags(item, record);
	if (managed)
		json_object_object_add(record, "Managed", managed);
	json_object_object_add(record, "Configuration", json_object_get(item->configuration));
	unreadable = failures_list(&item->failures);
	if (json_object_array_length(unreadable))
		json_object_object_add(record, "Unreadable", unreadable);
	else
		json_object_put(unreadable);
	buf_free(&account_service);
	free(region);
	return record;
}

/* A resource that cannot be named is not in the inventory, which is then not complete. */
static void
lose(struct unit *unit)
{
	warnx("%s: arn gave no text", unit->collector->file);
	if (!unit->code) {
		unit->code = xstrdup("UnexpectedAnswer");
		unit->message = xstrdup("a resource has no ARN");
	}
	unit->run->status = 2;
}

/* Makes the Configuration that the collector wants of what the item has become. */
static void
remake(struct item *item)
{
	const struct collector *c = item->unit->collector;
	struct json_object *made;

	if (!c->record)
		return;
	if (item_function(item->unit, c->make_record, item->configuration, &made) < 0 || !made) {
		failures_add(&item->failures, c->nbatch + c->nonce + c->ndetail, 0, c->ndetail ? &c->detail[0] : c->list,
		    ".Configuration", "UnexpectedAnswer");
		item->unit->run->status = 2;
		made = json_object_new_object();
	}
	json_object_put(item->configuration);
	item->configuration = made;
}

void
item_record(struct item *item)
{
	struct unit *unit = item->unit;
	struct json_object *arn, *record, *managed;
	struct buf line = {0};
	const char *name;

	join(item);
	leave_out_unasked(item);
	order_members(item);
	if (item_function(unit, unit->collector->arn, item->configuration, &arn) < 0 ||
	    !json_object_is_type(arn, json_type_string)) {
		json_object_put(arn);
		lose(unit);
		return;
	}
	name = json_object_get_string(arn);
	managed = managed_by(item);
	remake(item);
	redact(unit->collector, item->configuration);
	record = make_record(item, name, managed);
	tree_print(record, &line);
	json_object_put(record);
	run_hold(unit->run, unit, span_of(name), buf_span(&line));
	buf_free(&line);
	json_object_put(arn);
}
