/* Taking out what is secret. */
#include "redact.h"

#include "tree.h"

/* The same with every text and number made unreadable.  Gives it. */
static struct json_object *
redacted(struct json_object *value)
{
	struct json_object *made;
	size_t i;

	switch (json_object_get_type(value)) {
	case json_type_object:
		made = json_object_new_object();
		json_object_object_foreach(value, key, member)
			json_object_object_add(made, key, redacted(member));
		return made;
	case json_type_array:
		made = json_object_new_array();
		for (i = 0; i < json_object_array_length(value); i++)
			json_object_array_add(made, redacted(json_object_array_get_idx(value, i)));
		return made;
	case json_type_null:
	case json_type_boolean:
		return json_object_get(value);
	default:
		return json_object_new_string("(redacted)");
	}
}

static void
redact_in(void *arg, struct json_object *place, const char *at)
{
	const struct path_step *last = arg;
	struct json_object *value = last->kind == PATH_KEY ? tree_member(place, last->key) : NULL;

	(void)at;
	if (value)
		json_object_object_add(place, last->key, redacted(value));
}

void
redact(const struct collector *c, struct json_object *configuration)
{
	struct path parent;
	size_t i;

	for (i = 0; i < c->nredact; i++) {
		if (!c->redact[i].nsteps)
			continue;
		parent = c->redact[i];
		parent.nsteps--;
		tree_each(configuration, &parent, "", redact_in, &c->redact[i].steps[parent.nsteps]);
	}
}
