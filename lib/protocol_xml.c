#include <stdlib.h>
#include <string.h>

#include "protocol_part.h"

static int read_member(const struct member *ref, const struct xml *node, struct json_object **out, char **why);

/* The element a structure's member stands in: a flattened list has only those of its items. */
static const char *
element_of(const struct member *m)
{
	if (m->flat && m->shape->type == SHAPE_LIST && m->shape->members[0].wire)
		return m->shape->members[0].wire;
	return protocol_wire(m);
}

/* "xsi:type" is the attribute "type" of any namespace. */
static const char *
attribute_of(const struct xml *node, const char *wire)
{
	const struct xml_attribute *a;
	const char *colon = strchr(wire, ':'), *name = colon ? colon : wire;

	for (a = node->attributes; a; a = a->next)
		if (strcmp(a->name, name) == 0)
			return a->value;
	return NULL;
}

static int
read_list(const struct member *ref, const struct xml *node, struct json_object **out, char **why)
{
	const struct xml *item = ref->flat ? node : node->child;
	struct json_object *value;

	*out = json_object_new_array();
	for (; item; item = ref->flat ? xml_again(item) : item->next) {
		if (read_member(&ref->shape->members[0], item, &value, why) < 0)
			return -1;
		json_object_array_add(*out, value);
	}
	return 0;
}

static int
read_entry(const struct shape *map, const struct xml *entry, struct json_object *out, char **why)
{
	const struct member *key = &map->members[0], *val = &map->members[1];
	const char *name = xml_child_text(entry, key->wire ? key->wire : "key");
	const struct xml *child = xml_child(entry, val->wire ? val->wire : "value");
	struct json_object *value;

	if (!name || !child || xml_count(entry) != 2)
		return protocol_fail(why, "<%s> is no entry of a map", entry->name);
	if (read_member(val, child, &value, why) < 0)
		return -1;
	json_object_object_add(out, name, value);
	return 0;
}

static int
read_map(const struct member *ref, const struct xml *node, struct json_object **out, char **why)
{
	const struct xml *entry = ref->flat ? node : node->child;

	*out = json_object_new_object();
	for (; entry; entry = ref->flat ? xml_again(entry) : entry->next)
		if (read_entry(ref->shape, entry, *out, why) < 0)
			return -1;
	return 0;
}

/* A union holds one member; one that the shapes do not know is named as the AWS CLI names it.  1 if that was so. */
static int
unknown_of_union(const struct shape *shape, const struct xml *node, struct json_object *out, char **why)
{
	struct json_object *unknown;
	size_t i;

	if (xml_count(node) != 1)
		return protocol_fail(why, "<%s> holds %zu members, not one", node->name, xml_count(node));
	for (i = 0; i < shape->nmembers; i++)
		if (strcmp(element_of(&shape->members[i]), node->child->name) == 0)
			return 0;
	unknown = json_object_new_object();
	json_object_object_add(unknown, "name", json_object_new_string(node->child->name));
	json_object_object_add(out, "SDK_UNKNOWN_MEMBER", unknown);
	return 1;
}

/* A member that is no child element: an attribute, or the element's own text.  0 if it is not there. */
static int
read_beside(const struct member *m, const struct xml *node, struct json_object **out)
{
	const char *text;

	if (m->in == IN_TEXT)
		*out = *node->text ? json_object_new_string(node->text) : NULL;
	else if (m->in == IN_ATTRIBUTE && (text = attribute_of(node, protocol_wire(m))))
		*out = json_object_new_string(text);
	else
		return 0;
	return 1;
}

static int
add_members(const struct shape *shape, const struct xml *node, struct json_object *out, char **why)
{
	const struct member *m = shape->members, *end = m + shape->nmembers;
	const struct xml *child;
	struct json_object *value;
	int rc;

	if (shape->is_union && (rc = unknown_of_union(shape, node, out, why)))
		return rc < 0 ? -1 : 0;
	for (; m < end; m++) {
		if (m->in != IN_BODY && m->in != IN_ATTRIBUTE && m->in != IN_TEXT)
			continue;
		if (m->in == IN_BODY && (child = xml_child(node, element_of(m)))) {
			if (read_member(m, child, &value, why) < 0)
				return -1;
		} else if (!read_beside(m, node, &value))
			continue;
		json_object_object_add(out, m->name, value);
	}
	return 0;
}

/* node: the element; with a flattened list or map the first of them. */
static int
read_member(const struct member *ref, const struct xml *node, struct json_object **out, char **why)
{
	int rc;

	*out = NULL;
	switch (ref->shape->type) {
	case SHAPE_LIST:
		rc = read_list(ref, node, out, why);
		break;
	case SHAPE_MAP:
		rc = read_map(ref, node, out, why);
		break;
	case SHAPE_STRUCTURE:
		*out = json_object_new_object();
		rc = add_members(ref->shape, node, *out, why);
		break;
	default:
		return value_of_text(ref->shape, span_of(node->text), out, why);
	}
	if (rc < 0) {
		json_object_put(*out);
		*out = NULL;
	}
	return rc;
}

/* <OPERATIONResponse>: the query protocol's root element. */
static int
is_named_for(const struct operation *op, const char *root)
{
	size_t len = strlen(op->name);

	return strncmp(root, op->name, len) == 0 && strcmp(root + len, "Response") == 0;
}

/*
 * The element that holds the output; NULL if the answer is one to another question.
 * S3 has a root element for each operation; moto's GetBucketVersioning names it as the query protocol would.
 */
static const struct xml *
find_output(const struct service *s, const struct operation *op, const struct xml *root, char **why)
{
	if (s->protocol != PROTOCOL_REST_XML && !is_named_for(op, root->name)) {
		protocol_fail(why, "<%s> where <%sResponse> was expected", root->name, op->name);
		return NULL;
	}
	if (op->root && strcmp(root->name, op->root) != 0 && !is_named_for(op, root->name)) {
		protocol_fail(why, "<%s> where <%s> was expected", root->name, op->root);
		return NULL;
	}
	if (op->wrapper) {
		if (!(root = xml_child(root, op->wrapper)))
			protocol_fail(why, "<%s> is missing", op->wrapper);
	}
	return root;
}

int
read_xml_output(const struct service *s, const struct operation *op, const struct xml *root,
    struct json_object *out, char **why)
{
	struct json_object *value;

	if (!(root = find_output(s, op, root, why)))
		return -1;
	if (!op->output)
		return 0;
	if (!op->payload)
		return add_members(op->output, root, out, why);
	if (read_member(op->payload, root, &value, why) < 0)
		return -1;
	json_object_object_add(out, op->payload->name, value);
	return 0;
}
