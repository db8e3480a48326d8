/* One resource of a unit, in place of its list. */
#include <err.h>
#include <stdlib.h>
#include <string.h>

#include "collect_part.h"
#include "tombstone.h"
#include "tree.h"

/* Does an error mean that there is no such resource? */
int
one_is_gone(const struct unit *unit, const char *code)
{
	return tree_lists(unit->collector->gone, code) || tree_lists(unit->collector->one->gone, code);
}

static int
is_it(const struct unit *unit, struct json_object *item)
{
	struct json_object *by = unit->collector->one->by;
	const char *name;
	size_t i;

	for (i = 0; i < json_object_array_length(by); i++) {
		name = json_object_get_string(json_object_array_get_idx(by, i));
		if (!json_object_equal(tree_member(item, name), tree_member(unit->slot->one->item, name)))
			return 0;
	}
	return 1;
}

/* The item as the list would give it; NULL, having said why, if that fails.  Gives it. */
static struct json_object *
as_listed(struct unit *unit, struct json_object *item)
{
	const struct collector_call *call = unit->collector->one->call;
	struct json_object *made;

	if (!call->apply)
		return json_object_get(item);
	if (item_function(unit, call->function, item, &made) == 0)
		return made;
	unit_blame(unit, "UnexpectedAnswer", NULL);
	return NULL;
}

void
one_choose(struct unit *unit)
{
	struct json_object *chosen = json_object_new_array(), *item;
	size_t i;

	for (i = 0; unit->page && i < json_object_array_length(unit->page); i++) {
		item = json_object_array_get_idx(unit->page, i);
		if (is_it(unit, item) && (item = as_listed(unit, item)))
			json_object_array_add(chosen, item);
	}
	json_object_put(unit->page);
	unit->page = chosen;
}

void
one_narrow(struct unit *unit, const struct collector_call *call, struct json_object *parameters)
{
	const struct item nothing = { .unit = unit };
	struct json_object *template = tree_member(unit->collector->one->once, call->into);
	struct json_object *more = template ? item_parameters(&nothing, NULL, template) : NULL;

	if (more && parameters)
		item_merge(parameters, more);
	json_object_put(more);
}

int
one_tombstone(struct unit *unit, struct buf *record)
{
	const struct collector *c = unit->collector;
	struct json_object *arn;
	int status = item_function(unit, c->arn, unit->slot->one->item, &arn);

	if (!status && json_object_is_type(arn, json_type_string)) {
		tombstone_add(record, &(struct tombstone){
			.arn = json_object_get_string(arn), .type = c->type, .account = unit->target.account,
			.region = unit->region, .service = c->account_service, .source = "aws", .time = unit->answered
		});
	} else {
		warnx("%s: arn gave no text", c->file);
		unit_blame(unit, "UnexpectedAnswer", "a resource that is gone has no ARN");
		status = -1;
	}
	json_object_put(arn);
	return status;
}
