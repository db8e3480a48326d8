/* What was kept of an answer elsewhere, spelled as the service spells it. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "protocol_part.h"

/* {"value": x} where a scalar belongs is how AWS Config writes some enumerations. */
static struct json_object *
unwrapped(const struct shape *shape, struct json_object *value)
{
	struct json_object *inner;

	if (!shape || !protocol_is_scalar(shape) || shape->type == SHAPE_DOCUMENT ||
	    !json_object_is_type(value, json_type_object) || json_object_object_length(value) != 1)
		return value;
	if (json_object_object_get_ex(value, "value", &inner) || json_object_object_get_ex(value, "Value", &inner))
		return inner;
	return value;
}

const struct member *
shape_member_like(const struct shape *structure, const char *name)
{
	size_t i;

	for (i = 0; structure && structure->type == SHAPE_STRUCTURE && i < structure->nmembers; i++)
		if (!strcasecmp(structure->members[i].name, name))
			return &structure->members[i];
	return NULL;
}

static struct json_object *
spell_object(const struct shape *shape, struct json_object *object)
{
	struct json_object *made = json_object_new_object();
	int is_map = shape && shape->type == SHAPE_MAP;
	const struct member *member;
	char *name;

	json_object_object_foreach(object, key, value) {
		if (!value)
			continue;
		member = is_map ? &shape->members[1] : shape_member_like(shape, key);
		name = xstrdup(member && !is_map ? member->name : key);
		if (!member && !is_map)
			*name = (char)toupper((unsigned char)*name);
		json_object_object_add(made, name, protocol_spell(member ? member->shape : NULL, value));
		free(name);
	}
	return made;
}

static struct json_object *
spell_array(const struct shape *shape, struct json_object *array)
{
	struct json_object *made = json_object_new_array();
	const struct shape *item = shape && shape->type == SHAPE_LIST ? shape->members[0].shape : NULL;
	size_t i;

	for (i = 0; i < json_object_array_length(array); i++)
		json_object_array_add(made, protocol_spell(item, json_object_array_get_idx(array, i)));
	return made;
}

static struct json_object *
spell_scalar(const struct shape *shape, struct json_object *value)
{
	const int is_text = json_object_is_type(value, json_type_string);
	struct json_object *made = NULL, *seconds;
	char *why = NULL;
	int status;

	if (shape->type == SHAPE_POLICY && is_text) {
		status = value_of_text(shape, span_of(json_object_get_string(value)), &made, &why);
	} else if (shape->type == SHAPE_TIMESTAMP && !is_text && json_object_get_double(value) > 1e11) {
		seconds = json_object_new_double(json_object_get_double(value) / 1000);	/* Java's milliseconds */
		status = value_of_json(shape, seconds, 1, &made, &why);
		json_object_put(seconds);
	} else {
		status = value_of_json(shape, value, 1, &made, &why);
	}
	free(why);
	return status < 0 ? json_object_get(value) : made;	/* better as it is than not at all */
}

struct json_object *
protocol_spell(const struct shape *shape, struct json_object *value)
{
	value = unwrapped(shape, value);
	switch (json_object_get_type(value)) {
	case json_type_null:
		return NULL;
	case json_type_object:
		if (shape && (shape->type == SHAPE_DOCUMENT || shape->type == SHAPE_POLICY))
			return json_object_get(value);
		return spell_object(shape, value);
	case json_type_array:
		return spell_array(shape, value);
	default:
		return shape && protocol_is_scalar(shape) ? spell_scalar(shape, value) : json_object_get(value);
	}
}
