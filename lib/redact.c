/* Taking out what is secret. */
#include "redact.h"

#include <string.h>

#include "redactkey.h"
#include "tree.h"

static struct json_object *
stand_in(const struct collector *c, const char *place, struct json_object *value)
{
	char text[REDACTED_TEXT];
	const char *secret = json_object_get_string(value);

	redacted_text(c->redact_key, place, (struct span){ secret, strlen(secret) }, text);
	return json_object_new_string(text);
}

/* The same with every text and number made unreadable.  place: of the value, [] for every item.  Gives it. */
static struct json_object *
redacted(const struct collector *c, struct buf *place, struct json_object *value)
{
	struct json_object *made;
	size_t i, len = place->len;

	switch (json_object_get_type(value)) {
	case json_type_object:
		made = json_object_new_object();
		json_object_object_foreach(value, key, member) {
			path_add_key(place, key);
			json_object_object_add(made, key, redacted(c, place, member));
			place->len = len;
			place->data[len] = '\0';
		}
		return made;
	case json_type_array:
		made = json_object_new_array();
		for (i = 0; i < json_object_array_length(value); i++)
			json_object_array_add(made, redacted(c, place, json_object_array_get_idx(value, i)));
		return made;
	case json_type_null:
	case json_type_boolean:
		return json_object_get(value);
	default:
		return stand_in(c, place->data, value);
	}
}

struct redaction {
	const struct collector *collector;
	const struct path_step *last;
	struct buf place;
};

static void
redact_in(void *arg, struct json_object *object, const char *at)
{
	struct redaction *r = arg;
	struct json_object *value = r->last->kind == PATH_KEY ? tree_member(object, r->last->key) : NULL;

	(void)at;
	if (value)
		json_object_object_add(object, r->last->key, redacted(r->collector, &r->place, value));
}

void
redact(const struct collector *c, struct json_object *configuration)
{
	struct path parent;
	size_t i;

	for (i = 0; i < c->nredact; i++) {
		struct redaction r = { .collector = c };

		if (!c->redact[i].nsteps)
			continue;
		parent = c->redact[i];
		parent.nsteps--;
		r.last = &c->redact[i].steps[parent.nsteps];
		buf_addf(&r.place, "%s ", c->type);
		path_print(&c->redact[i], &r.place);
		tree_each(configuration, &parent, "", redact_in, &r);
		buf_free(&r.place);
	}
}
