/* A description that has a collector's form but not its spelling. */
#include "collector_spell.h"

#include <strings.h>

#include "protocol.h"
#include "tree.h"

/* The shape of what a call's Items or From finds; NULL if it cannot be told. */
static const struct shape *
shape_of(const struct services *services, const struct collector_call *call)
{
	const struct service *service = services_get(services, call->service);
	const struct operation *operation = service ? service_operation(service, call->operation) : NULL;
	const struct shape *shape = operation ? operation->output : NULL;
	const struct member *member;
	size_t i;

	for (i = 0; shape && i < call->from.nsteps; i++) {
		if (call->from.steps[i].kind == PATH_KEY) {
			member = shape_member_like(shape, call->from.steps[i].key);
			shape = member ? member->shape : NULL;
		} else {
			shape = shape->type == SHAPE_LIST ? shape->members[0].shape : NULL;
		}
	}
	return shape;
}

/* The call whose answer is the member, or NULL. */
static const struct collector_call *
call_of(const struct collector *c, const char *member)
{
	size_t i;

	for (i = 0; i < c->nonce; i++)
		if (c->once[i].into && !strcasecmp(c->once[i].into, member))
			return &c->once[i];
	for (i = 0; i < c->ndetail; i++)
		if (c->detail[i].into && !c->detail[i].each.nsteps && !strcasecmp(c->detail[i].into, member))
			return &c->detail[i];
	return NULL;
}

/* A member of the list's items, or of what is merged into them; or NULL. */
static const struct member *
member_of(const struct collector *c, const struct services *services, const char *name)
{
	const struct member *found = c->list ? shape_member_like(shape_of(services, c->list), name) : NULL;
	size_t i;

	for (i = 0; i < c->ndetail && !found; i++)
		if (!c->detail[i].into)
			found = shape_member_like(shape_of(services, &c->detail[i]), name);
	return found;
}

/* What a call with Each puts into an element. */
struct part {
	const struct collector_call *call;
	const struct shape *shape;
};

static void
spell_part(void *arg, struct json_object *element, const char *at)
{
	const struct part *part = arg;
	struct json_object *value = tree_member(element, part->call->into);

	(void)at;
	if (value)
		json_object_object_add(element, part->call->into, protocol_spell(part->shape, value));
}

static void
add_member(const struct collector *c, const struct services *services, struct json_object *made, const char *name,
    struct json_object *value)
{
	const struct collector_call *call = call_of(c, name);
	const struct member *member = call ? NULL : member_of(c, services, name);
	struct json_object *one, *spelled;

	if (call) {
		json_object_object_add(made, call->into, protocol_spell(shape_of(services, call), value));
	} else if (member) {
		if (value)
			json_object_object_add(made, member->name, protocol_spell(member->shape, value));
	} else if (value) {
		one = json_object_new_object();
		json_object_object_add(one, name, json_object_get(value));
		spelled = protocol_spell(NULL, one);
		json_object_object_foreach(spelled, key, only)
			json_object_object_add(made, key, json_object_get(only));
		json_object_put(spelled);
		json_object_put(one);
	}
}

struct json_object *
collector_spell(const struct collector *c, const struct services *services, struct json_object *configuration)
{
	struct json_object *made = json_object_new_object();
	struct part part;
	size_t i;

	json_object_object_foreach(configuration, key, value)
		add_member(c, services, made, key, value);
	for (i = 0; i < c->ndetail; i++)
		if (c->detail[i].each.nsteps && c->detail[i].into) {
			part = (struct part){ &c->detail[i], shape_of(services, &c->detail[i]) };
			tree_each(made, &c->detail[i].each, "", spell_part, &part);
		}
	return made;
}
