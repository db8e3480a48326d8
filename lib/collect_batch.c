/* The calls that are made for several items of a page at once, before the items are begun one by one. */
#include <stdlib.h>
#include <string.h>

#include "collect_part.h"
#include "tree.h"

/* One call: of the items of the unit's page those that it asks about. */
struct group {
	struct unit *unit;
	size_t order;			/* of its call among the collector's Batch */
	size_t *items;			/* their places in the page */
	size_t n;
	struct json_object *parameters;	/* without the items' names */
};

static void ask(struct group *group);

static const struct collector_batch *
batch_of(const struct group *group)
{
	return &group->unit->collector->batch[group->order];
}

static struct json_object *
page_item(const struct unit *unit, size_t i)
{
	return json_object_array_get_idx(unit->page, i);
}

/* What the call asks for an item by: borrowed, NULL if there is none. */
static const char *
id_of(const struct group *group, size_t item)
{
	struct json_object *id = tree_get(page_item(group->unit, item), &batch_of(group)->call.match);

	return json_object_is_type(id, json_type_string) ? json_object_get_string(id) : NULL;
}

/* An item has no answer but this code, whose message may be NULL.  Says whether it is a failure. */
static int
refuse(const struct group *group, size_t item, const char *code, const char *message)
{
	struct unit *unit = group->unit;
	struct prepared *prepared = &unit->prepared[item];
	const struct collector_call *call = &batch_of(group)->call;
	struct buf at = {0};

	if (collector_call_absent(call, code, message)) {
		prepared->is_null[group->order] = 1;
		return 0;
	}
	if (tree_lists(unit->collector->gone, code)) {
		prepared->gone = 1;
		return 0;
	}
	buf_adds(&at, ".Configuration");
	if (call->into) {
		path_add_key(&at, call->into);
		json_object_object_del(page_item(unit, item), call->into);
	}
	failures_add(&prepared->failures, group->order, 0, call, at.data, code);
	buf_free(&at);
	unit->run->status = 2;
	return 1;
}

/* All items of the group have no answer but this one's code. */
static void
refuse_all(const struct group *group, const struct fetch_answer *answer)
{
	size_t i;
	int failed = 0;

	for (i = 0; i < group->n; i++)
		failed |= refuse(group, group->items[i], answer->code, answer->message);
	if (failed)
		failure_say(group->unit, unit_asked_region(group->unit), group->n == 1 ? id_of(group, group->items[0]) : "",
		    answer);
}

/* Elements of an answer by their keys; the path of these. */
struct found {
	const struct path *key;
	struct json_object *by_key;
};

static void
index_element(void *arg, struct json_object *element, const char *at)
{
	struct found *found = arg;
	struct json_object *key = tree_get(element, found->key);

	(void)at;
	if (key)
		json_object_object_add(found->by_key, json_object_get_string(key), json_object_get(element));
}

/* What lies at a path with [], by key.  Gives it. */
static struct json_object *
by_key(struct json_object *answer, const struct path *elements, const struct path *key)
{
	struct found found = { key, json_object_new_object() };

	if (elements->nsteps)
		tree_each(answer, elements, "", index_element, &found);
	return found.by_key;
}

/* Gives each item what a good answer has for it. */
static void
take_elements(const struct group *group, struct json_object *answer)
{
	const struct collector_batch *batch = batch_of(group);
	struct json_object *elements = by_key(answer, &batch->elements, &batch->call.key), *element;
	struct json_object *refused = by_key(answer, &batch->refused, &batch->refused_key), *code;
	struct fetch_answer none = { .call = &batch->call, .message = "a good answer does not say anything of it" };
	const char *id;
	size_t i;

	for (i = 0; i < group->n; i++) {
		id = id_of(group, group->items[i]);
		if ((element = tree_member(elements, id))) {
			element = tree_get(element, &batch->value);
			group->unit->prepared[group->items[i]].values[group->order] = json_object_get(element);
			group->unit->prepared[group->items[i]].is_null[group->order] = !element;
			continue;
		}
		code = tree_get(tree_member(refused, id), &batch->refused_code);
		none.code = json_object_is_type(code, json_type_string) ? json_object_get_string(code) : "NotAnswered";
		if (refuse(group, group->items[i], none.code, none.message))
			failure_say(group->unit, unit_asked_region(group->unit), id, &none);
	}
	json_object_put(elements);
	json_object_put(refused);
}

static void
group_free(struct group *group)
{
	json_object_put(group->parameters);
	free(group->items);
	free(group);
}

static struct group *
group_new(struct unit *unit, size_t order, struct json_object *parameters)
{
	struct group *group = xcalloc(1, sizeof(*group));

	*group = (struct group){ .unit = unit, .order = order, .parameters = json_object_get(parameters) };
	return group;
}

static void
group_add(struct group *group, size_t item)
{
	group->items = xrealloc(group->items, (group->n + 1) * sizeof(*group->items));
	group->items[group->n++] = item;
}

/* One of them is gone, and the answer does not say which: asks for each alone. */
static void
ask_singly(const struct group *group)
{
	struct group *single;
	size_t i;

	group->unit->groups_left += group->n;
	for (i = 0; i < group->n; i++) {
		single = group_new(group->unit, group->order, group->parameters);
		group_add(single, group->items[i]);
		ask(single);
	}
}

/* Puts what was answered into the items of the page, in the order of the calls. */
static void
fill(struct unit *unit)
{
	size_t i, j;

	for (i = 0; i < json_object_array_length(unit->page); i++)
		for (j = 0; j < unit->collector->nbatch; j++) {
			struct prepared *prepared = &unit->prepared[i];
			struct json_object *item = page_item(unit, i);
			const char *into = unit->collector->batch[j].call.into;

			if (!into)
				item_merge(item, prepared->values[j]);
			else if (prepared->values[j] || prepared->is_null[j])
				json_object_object_add(item, into, json_object_get(prepared->values[j]));
		}
}

static void
take_answer(void *arg, const struct fetch_answer *answer)
{
	struct group *group = arg;
	struct unit *unit = group->unit;

	unit->answered = unit->run->options->now();
	if (!unit->prepared)
		;	/* the page was dropped */
	else if (!answer->code)
		take_elements(group, answer->value);
	else if (!strcmp(answer->code, "Interrupted"))
		unit_interrupt(unit);
	else if (group->n > 1 && tree_lists(unit->collector->gone, answer->code))
		ask_singly(group);
	else
		refuse_all(group, answer);
	group_free(group);
	if (--unit->groups_left == 0 && unit->prepared)
		fill(unit);
	unit_pump(unit);
}

static void
ask(struct group *group)
{
	struct unit *unit = group->unit;
	const struct collector_batch *batch = batch_of(group);
	struct json_object *parameters = NULL, *ids = json_object_new_array();
	size_t i;

	json_object_deep_copy(group->parameters, &parameters, NULL);
	for (i = 0; i < group->n; i++)
		json_object_array_add(ids, json_object_new_string(id_of(group, group->items[i])));
	json_object_object_add(parameters, batch->ids, ids);
	fetch_all(&(struct fetch_order){
		.aws = unit->run->options->aws, .target = &unit->target, .call = &batch->call,
		.service = services_get(unit->run->options->services, batch->call.service),
		.parameters = parameters, .counts = &unit->counts, .done = take_answer, .arg = group
	});
}

/* The groups of a page as they are made: each but the last ones of a call is whole. */
struct groups {
	struct group **all;
	size_t n;
};

/* The group of a call that the next item with these parameters goes into. */
static struct group *
group_for(struct groups *groups, struct unit *unit, size_t order, struct json_object *parameters)
{
	struct group *last = groups->n ? groups->all[groups->n - 1] : NULL;

	if (last && last->order == order && last->n < batch_of(last)->most &&
	    json_object_equal(last->parameters, parameters))
		return last;
	groups->all = xrealloc(groups->all, (groups->n + 1) * sizeof(*groups->all));
	return groups->all[groups->n++] = group_new(unit, order, parameters);
}

/* Items of one call, in their order; one that lacks what it is asked by has failed already. */
static void
make_groups(struct groups *groups, struct unit *unit, size_t order)
{
	const struct collector_call *call = &unit->collector->batch[order].call;
	const struct fetch_answer invalid = { .code = "InvalidRequest", .call = call,
		.message = "a parameter is missing in what was listed" };
	struct group lone = { .unit = unit, .order = order };
	struct json_object *parameters;
	size_t i;

	for (i = 0; i < json_object_array_length(unit->page); i++) {
		struct item item = { .unit = unit, .configuration = page_item(unit, i) };

		parameters = item_parameters(&item, NULL, call->parameters);
		if (parameters && id_of(&lone, i))
			group_add(group_for(groups, unit, order, parameters), i);
		else if (refuse(&lone, i, invalid.code, invalid.message))
			failure_say(unit, unit_asked_region(unit), "", &invalid);
		json_object_put(parameters);
	}
}

void
batch_start(struct unit *unit)
{
	const struct collector *c = unit->collector;
	struct groups groups = {0};
	size_t i, n = unit->page ? json_object_array_length(unit->page) : 0;

	if (!c->nbatch || !n)
		return;
	unit->prepared = xcalloc(n, sizeof(*unit->prepared));
	unit->nprepared = n;
	for (i = 0; i < n; i++) {
		unit->prepared[i].values = xcalloc(c->nbatch, sizeof(struct json_object *));
		unit->prepared[i].is_null = xcalloc(c->nbatch, 1);
	}
	for (i = 0; i < c->nbatch; i++)
		if (!c->batch[i].call.unasked)
			make_groups(&groups, unit, i);
	unit->groups_left = groups.n;
	for (i = 0; i < groups.n; i++)
		ask(groups.all[i]);
	free(groups.all);
}

void
batch_free(struct unit *unit)
{
	size_t i, j;

	for (i = 0; i < unit->nprepared; i++) {
		for (j = 0; j < unit->collector->nbatch; j++)
			json_object_put(unit->prepared[i].values[j]);
		failures_free(&unit->prepared[i].failures);
		free(unit->prepared[i].values);
		free(unit->prepared[i].is_null);
	}
	free(unit->prepared);
	unit->prepared = NULL;
	unit->nprepared = 0;
}
