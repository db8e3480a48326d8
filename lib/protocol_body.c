#include "protocol_part.h"

static int add_value(const struct member *ref, struct json_object *value, struct buf *to, char **why);

static int
add_structure(const struct shape *shape, struct json_object *object, struct buf *to, char **why)
{
	const struct member *m;
	int first = 1;

	buf_addc(to, '{');
	json_object_object_foreach(object, name, value) {
		if (!(m = shape_member(shape, name)))
			return protocol_fail(why, "%s has no member %s", shape->name, name);
		if (!value)
			continue;
		if (!first)
			buf_addc(to, ',');
		first = 0;
		buf_addjson(to, span_of(protocol_wire(m)));
		buf_addc(to, ':');
		if (add_value(m, value, to, why) < 0)
			return -1;
	}
	buf_addc(to, '}');
	return 0;
}

static int
add_map(const struct shape *shape, struct json_object *map, struct buf *to, char **why)
{
	int first = 1;

	buf_addc(to, '{');
	json_object_object_foreach(map, key, value) {
		if (!first)
			buf_addc(to, ',');
		first = 0;
		buf_addjson(to, span_of(key));
		buf_addc(to, ':');
		if (add_value(&shape->members[1], value, to, why) < 0)
			return -1;
	}
	buf_addc(to, '}');
	return 0;
}

static int
add_list(const struct shape *shape, struct json_object *list, struct buf *to, char **why)
{
	size_t i;

	buf_addc(to, '[');
	for (i = 0; i < json_object_array_length(list); i++) {
		if (i)
			buf_addc(to, ',');
		if (add_value(&shape->members[0], json_object_array_get_idx(list, i), to, why) < 0)
			return -1;
	}
	buf_addc(to, ']');
	return 0;
}

static int
add_scalar(const struct member *ref, struct json_object *value, struct buf *to, char **why)
{
	struct buf text = {0};
	enum shape_type type = ref->shape->type;
	int rc, quoted = type == SHAPE_STRING || type == SHAPE_BLOB || type == SHAPE_POLICY ||
	    (type == SHAPE_TIMESTAMP && ref->format != FORMAT_DEFAULT && ref->format != FORMAT_UNIX);

	if (type == SHAPE_DOCUMENT || !value) {
		buf_adds(to, json_object_to_json_string_ext(value, JSON_C_TO_STRING_PLAIN |
		    JSON_C_TO_STRING_NOSLASHESCAPE));
		return 0;
	}
	rc = scalar_text(ref, value, FORMAT_UNIX, &text, why);
	if (rc == 0 && quoted)
		buf_addjson(to, buf_span(&text));
	else if (rc == 0)
		buf_addspan(to, buf_span(&text));
	buf_free(&text);
	return rc;
}

static int
add_value(const struct member *ref, struct json_object *value, struct buf *to, char **why)
{
	enum json_type type = ref->shape->type == SHAPE_LIST ? json_type_array : json_type_object;

	if (!value || protocol_is_scalar(ref->shape))
		return add_scalar(ref, value, to, why);
	if (!json_object_is_type(value, type))
		return protocol_fail(why, "%s: %.60s is no %s", ref->name ? ref->name : "item",
		    json_object_to_json_string(value), ref->shape->name);
	if (ref->shape->type == SHAPE_LIST)
		return add_list(ref->shape, value, to, why);
	return ref->shape->type == SHAPE_MAP ? add_map(ref->shape, value, to, why) :
	    add_structure(ref->shape, value, to, why);
}

int
build_json(const struct shape *shape, struct json_object *value, struct buf *body, char **why)
{
	return add_structure(shape, value, body, why);
}
