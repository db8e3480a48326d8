/* The list of a unit, page by page: one, or one for each of its parents, one after the other. */
#include <stdlib.h>
#include <string.h>

#include "collect_part.h"
#include "tree.h"

struct listing {
	struct unit *unit;
	fetch_done *done;
	struct fetch *parents, *list;	/* parents: NULL without; list: the one that is being read, or was read last */
	struct json_object *page;	/* parents that are known; those from next_parent have no list yet */
	size_t next_parent;
	struct json_object *parent;	/* whose list it is; in page */
	int more_parents, more_items;
};

static size_t
waiting(const struct listing *l)
{
	return l->page ? json_object_array_length(l->page) - l->next_parent : 0;
}

static int
is_more(const struct listing *l)
{
	return l->more_items || waiting(l) || l->more_parents;
}

static void
give_parent(struct listing *l, struct json_object *items)
{
	const char *into = l->unit->collector->parents->into;
	size_t i;

	for (i = 0; into && items && i < json_object_array_length(items); i++)
		json_object_object_add(json_object_array_get_idx(items, i), into, json_object_get(l->parent));
}

/* The items that the call's When lets pass.  Gives them. */
static struct json_object *
chosen(const struct listing *l, const struct collector_call *call, struct json_object *items)
{
	const struct item nothing = { .unit = l->unit };
	struct json_object *when, *passed, *item;
	size_t i;

	if (!call->when || !items)
		return json_object_get(items);
	when = item_parameters(&nothing, NULL, call->when);
	passed = json_object_new_array();
	for (i = 0; i < json_object_array_length(items); i++) {
		item = json_object_array_get_idx(items, i);
		if (item_is_asked(when, item))
			json_object_array_add(passed, json_object_get(item));
	}
	json_object_put(when);
	return passed;
}

static void
take_items(void *arg, const struct fetch_answer *answer)
{
	struct listing *l = arg;
	struct fetch_answer page = *answer;
	struct json_object *items = chosen(l, l->unit->collector->list, answer->value);

	page.value = items;
	l->more_items = answer->more && !answer->code;
	if (l->parents && answer->code && tree_lists(l->unit->collector->gone, answer->code))
		page.code = NULL;	/* and no value: what is gone has nothing */
	else if (l->parents && !answer->code)
		give_parent(l, items);
	page.more = is_more(l) && !(page.code && !strcmp(page.code, "Interrupted"));
	l->done(l->unit, &page);
	json_object_put(items);
}

/* The next parent's list; the next parents; or the end. */
static void
turn(struct listing *l)
{
	const struct collector *c = l->unit->collector;
	struct fetch_answer nothing = { .call = c->list };
	struct fetch_order order;

	fetch_end(l->list);
	l->list = NULL;
	if (!waiting(l) && l->more_parents) {
		fetch_next(l->parents);
		return;
	}
	if (waiting(l)) {
		l->parent = json_object_array_get_idx(l->page, l->next_parent++);
		order = unit_order(l->unit, c->list, l->parent, take_items, l);
		if (order.parameters) {
			l->list = fetch_pages(&order);
			return;
		}
		l->next_parent = json_object_array_length(l->page);
		l->more_parents = 0;
		nothing.code = "UnexpectedAnswer";
		nothing.message = "what its parameters name is missing";
	}
	l->done(l->unit, &nothing);
}

static void
take_parents(void *arg, const struct fetch_answer *answer)
{
	struct listing *l = arg;

	json_object_put(l->page);
	l->page = chosen(l, l->unit->collector->parents, answer->value);
	l->parent = NULL;
	l->next_parent = 0;
	l->more_parents = answer->more && !answer->code;
	if (answer->code)
		l->done(l->unit, answer);
	else
		turn(l);
}

struct listing *
listing_start(struct unit *unit, fetch_done *done)
{
	const struct collector *c = unit->collector;
	const struct collector_call *call = c->list;
	struct listing *l = xcalloc(1, sizeof(*l));
	struct fetch_order order;

	l->unit = unit;
	l->done = done;
	if (unit->slot->one)
		call = c->one->call;
	else if (c->parents)
		call = c->parents;
	order = unit_order(unit, call, NULL, call == c->parents ? take_parents : take_items, l);
	*(call == c->parents ? &l->parents : &l->list) = fetch_pages(&order);
	return l;
}

void
listing_next(struct listing *l)
{
	if (l->more_items)
		fetch_next(l->list);
	else
		turn(l);
}

static void
first_text(void *arg, struct json_object *value, const char *at)
{
	const char **found = arg;

	(void)at;
	if (!*found && json_object_is_type(value, json_type_string))
		*found = json_object_get_string(value);
}

const char *
listing_about(const struct listing *l)
{
	struct path_step each = { .kind = PATH_EACH };
	const struct path members = { &each, 1 };
	const char *found = NULL;

	if (l->parent)
		tree_each(l->parent, &members, "", first_text, &found);
	return found ? found : "";
}

void
listing_end(struct listing *l)
{
	if (!l)
		return;
	fetch_end(l->parents);
	fetch_end(l->list);
	json_object_put(l->page);
	free(l);
}
