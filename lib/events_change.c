/* The resources that events name, each by its newest event. */
#include <err.h>
#include <stdlib.h>
#include <string.h>

#include "events_part.h"
#include "finding.h"
#include "key.h"
#include "ndjson.h"
#include "out.h"
#include "record.h"
#include "scan.h"
#include "tombstone.h"
#include "tree.h"

const char *
change_region(const struct collector *c, const char *region)
{
	return c->scope == SCOPE_GLOBAL ? "global" : region;
}

/* Adds the members that say which it is; 0 if one is missing. */
static int
add_identity(struct buf *key, const struct collector *c, struct json_object *item)
{
	struct buf text = {0};
	struct json_object *value;
	size_t i, n = json_object_array_length(c->one->by);
	int whole = json_object_is_type(item, json_type_object);

	for (i = 0; i < n && whole; i++) {
		value = tree_member(item, json_object_get_string(json_object_array_get_idx(c->one->by, i)));
		whole = json_object_is_type(value, json_type_string) && json_object_get_string_len(value) > 0;
		buf_clear(&text);
		tree_print(value, &text);
		key_add(key, buf_span(&text));
	}
	buf_free(&text);
	return whole;
}

/* The owner of a resource, where the record tells it: a bucket can be somebody else's than the caller's. */
static const char *
owner(const struct trail_event *event, const char *type)
{
	struct json_object *list = tree_member(event->record, "resources"), *one;
	size_t i;

	for (i = 0; json_object_is_type(list, json_type_array) && i < json_object_array_length(list); i++) {
		one = json_object_array_get_idx(list, i);
		if (tree_text(one, "type") && !strcmp(tree_text(one, "type"), type) && tree_text(one, "accountId"))
			return tree_text(one, "accountId");
	}
	return event->account;
}

/* The newest counts; of one second what is to be looked at, since that tells what is true. */
static int
is_newer(const struct change *old, time_t time, int deleted)
{
	return !old->item || time > old->time || (time == old->time && old->deleted && !deleted);
}

/* Notes one resource; 0 if it cannot be told which. */
static int
note(struct changes *changes, const struct event_rule *rule, const struct trail_event *event, const char *account,
    int deleted, struct json_object *item)
{
	const struct collector *c = rule->collector;
	struct change *change;
	struct buf key = {0};
	int known;

	key_addtext(&key, span_of(account));
	key_addtext(&key, span_of(change_region(c, event->region)));
	key_addtext(&key, span_of(c->type));
	if ((known = add_identity(&key, c, item))) {
		change = table_get(&changes->all, buf_span(&key));
		if (changes->options->tell)
			change_note(change, event);
		if (tree_lists(rule->created, event->name) && (!change->born || event->time < change->born))
			change->born = event->time;
		if (is_newer(change, event->time, deleted)) {
			json_object_put(change->item);
			free(change->account);
			free(change->region);
			change->collector = c;
			change->account = xstrdup(account);
			change->region = xstrdup(event->region);
			change->item = json_object_get(item);
			change->time = event->time;
			change->deleted = deleted;
		}
	}
	buf_free(&key);
	return known;
}

/* All that a rule says of an event.  NULL, or what is wrong. */
static const char *
apply(struct changes *changes, const struct event_maps *maps, const struct event_rule *rule,
    const struct trail_event *event, int deleted, struct buf *scratch)
{
	struct buf at = {0}, text = {0}, answer = {0};
	const char *account = owner(event, rule->type);
	struct json_object *items = NULL;
	size_t i;
	int status;

	if (!account || !event->region)
		return "an event without recipientAccountId or awsRegion";
	collector_at(&at, account, event->region);
	tree_print(event->record, &text);
	status = functions_call(maps->functions, rule->function, buf_span(&at), buf_span(&text), &answer);
	buf_clear(scratch);
	if (status < 0)
		buf_addf(scratch, "%s: %s", event->name, answer.data);
	else
		items = tree_parse(buf_span(&answer));
	if (json_object_is_type(items, json_type_array)) {
		for (i = 0; i < json_object_array_length(items) && !scratch->len; i++)
			if (!note(changes, rule, event, account, deleted, json_object_array_get_idx(items, i)))
				buf_addf(scratch, "%s does not tell which %s", event->name, rule->type);
	} else if (!scratch->len && !note(changes, rule, event, account, deleted, items)) {
		buf_addf(scratch, "%s does not tell which %s", event->name, rule->type);
	}
	json_object_put(items);
	buf_free(&at);
	buf_free(&text);
	buf_free(&answer);
	return scratch->len ? scratch->data : NULL;
}

const char *
changes_add(struct changes *changes, const struct event_maps *maps, const struct trail_event *event, struct buf *scratch)
{
	const struct event_map *map = event_map(maps, event->source);
	const char *why = NULL;
	size_t i;
	int deleted;

	for (i = 0; i < map->nrules && !why; i++) {
		deleted = tree_lists(map->rules[i].deleted, event->name);
		if (!deleted && !tree_lists(map->rules[i].changed, event->name))
			continue;
		if (map->rules[i].collector) {
			why = apply(changes, maps, &map->rules[i], event, deleted, scratch);
		} else if (!changes->options->some_types) {
			buf_clear(scratch);
			buf_addf(scratch, "%s: no collector that can describe one %s", event->name, map->rules[i].type);
			why = scratch->data;
		}
	}
	return why;
}

/* A resource of the inventory, if an event named it. */
static void
know(struct changes *changes, const struct record *r)
{
	struct buf key = {0}, type = {0};
	struct change *change;
	time_t described;
	const struct collector *c;
	size_t i;

	scan_decode(r->type, &type);
	c = type.len ? event_collector(changes->options->collectors, type.data) : NULL;
	if (c && finding_time(r->describe_time, &described) == 0) {
		key_add(&key, r->account);
		key_add(&key, r->region);
		key_add(&key, r->type);
		for (i = 0; i < json_object_array_length(c->one->by); i++)
			key_add(&key, scan_get(r->configuration,
			    json_object_get_string(json_object_array_get_idx(c->one->by, i))));
		if ((change = table_find(&changes->all, buf_span(&key)))) {
			free(change->arn);
			change->arn = NULL;
			buf_clear(&type);
			if (scan_decode(r->arn, &type) == 0)
				change->arn = xstrdup(type.data);
			change->outdated |= described >= change->time;
		}
	}
	buf_free(&key);
	buf_free(&type);
}

int
changes_know(struct changes *changes, const char *file)
{
	char *files[] = { (char *)(size_t)file, NULL };
	struct ndjson in;
	struct record r;
	struct span record;

	ndjson_open(&in, files);
	while (ndjson_next(&in, &record)) {
		record_read(&r, record);
		if (record_is(&r, "resource"))
			know(changes, &r);
	}
	return ndjson_close(&in);
}

char *
change_arn(const struct changes *changes, const struct change *change)
{
	struct buf at = {0}, item = {0}, answer = {0}, arn = {0};
	char *text = NULL;

	if (change->arn)
		return xstrdup(change->arn);
	collector_at(&at, change->account, change->region);
	tree_print(change->item, &item);
	if (functions_call(changes->options->functions, change->collector->arn, buf_span(&at), buf_span(&item), &answer) < 0)
		warnx("%s: %s", change->collector->file, answer.data);
	else if (scan_decode(buf_span(&answer), &arn) < 0)
		warnx("%s: arn gave no text", change->collector->file);
	else
		text = xstrdup(arn.data);
	buf_free(&at);
	buf_free(&item);
	buf_free(&answer);
	buf_free(&arn);
	return text;
}

int
changes_tombstones(const struct changes *changes)
{
	struct buf record = {0};
	const struct change *change;
	char *arn;
	size_t i;
	int status = 0;

	for (i = 0; i < changes->all.n && !out_gone(); i++) {
		change = changes->all.item[i];
		if (!change->deleted || change->outdated)
			continue;
		if (!(arn = change_arn(changes, change))) {
			status = 2;
			continue;
		}
		buf_clear(&record);
		tombstone_add(&record, &(struct tombstone){
			.arn = arn, .type = change->collector->type, .account = change->account,
			.region = change_region(change->collector, change->region),
			.service = change->collector->account_service, .source = "event", .time = change->time
		});
		out_line(buf_span(&record));
		free(arn);
	}
	buf_free(&record);
	return status;
}

int
changes_births(const struct changes *changes, changes_birth *fn, void *arg)
{
	const struct change *change;
	char *arn;
	size_t i;
	int status = 0;

	for (i = 0; i < changes->all.n; i++) {
		change = changes->all.item[i];
		if (!change->born)
			continue;
		if ((arn = change_arn(changes, change)))
			fn(arg, arn, change->born);
		else
			status = 2;
		free(arn);
	}
	return status;
}

static int
is_asked(const struct change *change)
{
	return !change->deleted && !change->outdated;
}

struct collect_one *
changes_asked(const struct changes *changes, size_t *n)
{
	struct collect_one *ones = xcalloc(changes->all.n + 1, sizeof(*ones));
	const struct change *change;
	size_t i;

	*n = 0;
	for (i = 0; i < changes->all.n; i++) {
		change = changes->all.item[i];
		if (is_asked(change))
			ones[(*n)++] = (struct collect_one){
				change->account, change->collector, change->region, change->item
			};
	}
	return ones;
}

static char *
copy(const char *text)
{
	return text ? xstrdup(text) : NULL;
}

void
changes_accounts(const struct changes *changes, const struct accounts *known, struct accounts *to)
{
	const struct change *change;
	const struct account *as;
	struct account account;
	size_t i;

	for (i = 0; i < changes->all.n; i++) {
		change = changes->all.item[i];
		if (!is_asked(change) || (to->n && !strcmp(to->all[to->n - 1].id, change->account)))
			continue;
		account = (struct account){ .id = xstrdup(change->account) };
		if ((as = accounts_find(known, change->account))) {
			account.name = copy(as->name);
			account.role = copy(as->role);
			account.external_id = copy(as->external_id);
			account.profile = copy(as->profile);
			account.status = copy(as->status);
		}
		accounts_add(to, &account);
	}
	accounts_sort(to);
}

void
changes_free(struct changes *changes)
{
	struct change *change;
	size_t i;

	for (i = 0; i < changes->all.n; i++) {
		change = changes->all.item[i];
		json_object_put(change->item);
		free(change->account);
		free(change->region);
		free(change->arn);
		change_forget(change);
	}
	table_free(&changes->all);
}
