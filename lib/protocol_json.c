#include <string.h>

#include "protocol_part.h"

static int read_value(const struct shape *shape, struct json_object *in, int loose, struct json_object **out,
    char **why);

/* As read_value(), of what a structure's member, a list's item or a map's value may be: null stays null. */
static int
read_or_null(const struct shape *shape, struct json_object *in, int loose, struct json_object **out, char **why)
{
	*out = NULL;
	return in ? read_value(shape, in, loose, out, why) : 0;
}

static int
read_list(const struct shape *shape, struct json_object *in, int loose, struct json_object *out, char **why)
{
	size_t i, n = json_object_array_length(in);
	struct json_object *value;

	for (i = 0; i < n; i++) {
		if (read_or_null(shape->members[0].shape, json_object_array_get_idx(in, i), loose, &value, why) < 0)
			return -1;
		json_object_array_add(out, value);
	}
	return 0;
}

static int
read_map(const struct shape *shape, struct json_object *in, int loose, struct json_object *out, char **why)
{
	struct json_object *value;

	json_object_object_foreach(in, key, item) {
		if (read_or_null(shape->members[1].shape, item, loose, &value, why) < 0)
			return -1;
		json_object_object_add(out, key, value);
	}
	return 0;
}

/* A union holds one member; one that the shapes do not know is named as the AWS CLI names it.  1 if that was so. */
static int
unknown_of_union(const struct shape *shape, struct json_object *in, struct json_object *out, char **why)
{
	struct json_object *unknown;
	const char *only = NULL;
	size_t i, n = 0;

	json_object_object_foreach(in, key, value)
		if (value && *key != '_') {	/* not __type */
			only = key;
			n++;
		}
	if (n != 1)
		return protocol_fail(why, "%s holds %zu members, not one", shape->name, n);
	for (i = 0; i < shape->nmembers; i++)
		if (strcmp(protocol_wire(&shape->members[i]), only) == 0)
			return 0;
	unknown = json_object_new_object();
	json_object_object_add(unknown, "name", json_object_new_string(only));
	json_object_object_add(out, "SDK_UNKNOWN_MEMBER", unknown);
	return 1;
}

static int
add_members(const struct shape *shape, struct json_object *in, int loose, struct json_object *out, char **why)
{
	const struct member *m = shape->members, *end = m + shape->nmembers;
	struct json_object *item, *value;
	int rc;

	if (shape->is_union && (rc = unknown_of_union(shape, in, out, why)))
		return rc < 0 ? -1 : 0;
	for (; m < end; m++) {
		if (m->in != IN_BODY || !json_object_object_get_ex(in, protocol_wire(m), &item) || !item)
			continue;
		if (read_value(m->shape, item, loose, &value, why) < 0)
			return -1;
		json_object_object_add(out, m->name, value);
	}
	return 0;
}

static int
read_value(const struct shape *shape, struct json_object *in, int loose, struct json_object **out, char **why)
{
	enum json_type type = shape->type == SHAPE_LIST ? json_type_array : json_type_object;
	int rc;

	*out = NULL;
	if (protocol_is_scalar(shape))
		return value_of_json(shape, in, loose, out, why);
	if (!json_object_is_type(in, type))
		return protocol_fail(why, "%s is %s", shape->name, json_type_to_name(json_object_get_type(in)));
	*out = type == json_type_array ? json_object_new_array() : json_object_new_object();
	if (shape->type == SHAPE_LIST)
		rc = read_list(shape, in, loose, *out, why);
	else if (shape->type == SHAPE_MAP)
		rc = read_map(shape, in, loose, *out, why);
	else
		rc = add_members(shape, in, loose, *out, why);
	if (rc < 0) {
		json_object_put(*out);
		*out = NULL;
	}
	return rc;
}

int
read_json_output(const struct service *s, const struct operation *op, struct json_object *body,
    struct json_object *out, char **why)
{
	int loose = s->protocol == PROTOCOL_REST_JSON;
	struct json_object *value;

	if (!op->output)
		return 0;
	if (op->payload) {
		if (read_value(op->payload->shape, body, loose, &value, why) < 0)
			return -1;
		json_object_object_add(out, op->payload->name, value);
		return 0;
	}
	if (!json_object_is_type(body, json_type_object))
		return protocol_fail(why, "JSON that is no object");
	return add_members(op->output, body, loose, out, why);
}
