/* The body of a rest-xml request. */
#include <string.h>

#include "protocol_part.h"

static int add_element(const struct member *ref, const char *name, const char *namespace, struct json_object *value,
    struct buf *to, char **why);

/* Only tab, line feed and carriage return may stand in XML below a blank; attribute: quotes and lines are escaped, too. */
static int
add_text(struct span text, int attribute, struct buf *to, char **why)
{
	size_t i;
	unsigned char c;

	for (i = 0; i < text.len; i++) {
		c = (unsigned char)text.at[i];
		if (c < 0x20 && c != '\t' && c != '\n' && c != '\r')
			return protocol_fail(why, "a control character, which XML cannot hold");
		if (c == '&')
			buf_adds(to, "&amp;");
		else if (c == '<')
			buf_adds(to, "&lt;");
		else if (c == '>' && !attribute)
			buf_adds(to, "&gt;");
		else if (c == '\r' || (attribute && (c == '"' || c < 0x20)))
			buf_addf(to, c == '"' ? "&quot;" : "&#x%X;", c);
		else
			buf_addc(to, (char)c);
	}
	return 0;
}

static int
add_scalar(const struct member *ref, struct json_object *value, int attribute, struct buf *to, char **why)
{
	struct buf text = {0};
	int rc = scalar_text(ref, value, FORMAT_ISO8601, &text, why);

	if (rc == 0)
		rc = add_text(buf_span(&text), attribute, to, why);
	buf_free(&text);
	return rc;
}

/* The members that are attributes of the structure's element; their names have a prefix: xsi, as nothing else has. */
static int
add_attributes(const struct shape *shape, struct json_object *object, struct buf *to, char **why)
{
	const struct member *m;

	json_object_object_foreach(object, name, value) {
		if (!(m = shape_member(shape, name)))
			return protocol_fail(why, "%s has no member %s", shape->name, name);
		if (!value || m->in != IN_ATTRIBUTE)
			continue;
		buf_adds(to, " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"");
		buf_addf(to, " %s=\"", protocol_wire(m));
		if (add_scalar(m, value, 1, to, why) < 0)
			return -1;
		buf_addc(to, '"');
	}
	return 0;
}

static int
add_list(const struct member *ref, const char *name, struct json_object *list, struct buf *to, char **why)
{
	const struct member *item = &ref->shape->members[0];
	const char *item_name = ref->flat ? name : item->wire ? item->wire : "member";
	size_t i;

	for (i = 0; i < json_object_array_length(list); i++)
		if (add_element(item, item_name, NULL, json_object_array_get_idx(list, i), to, why) < 0)
			return -1;
	return 0;
}

static int
add_map(const struct member *ref, const char *name, struct json_object *map, struct buf *to, char **why)
{
	const struct member *key = &ref->shape->members[0], *item = &ref->shape->members[1];
	const char *entry = ref->flat ? name : "entry", *key_name = key->wire ? key->wire : "key";

	json_object_object_foreach(map, text, value) {
		buf_addf(to, "<%s><%s>", entry, key_name);
		if (add_text(span_of(text), 0, to, why) < 0)
			return -1;
		buf_addf(to, "</%s>", key_name);
		if (add_element(item, item->wire ? item->wire : "value", NULL, value, to, why) < 0)
			return -1;
		buf_addf(to, "</%s>", entry);
	}
	return 0;
}

static int
add_members(const struct shape *shape, struct json_object *object, struct buf *to, char **why)
{
	const struct member *m;

	json_object_object_foreach(object, name, value) {
		m = shape_member(shape, name);
		if (m && value && m->in != IN_ATTRIBUTE &&
		    add_element(m, protocol_wire(m), NULL, value, to, why) < 0)
			return -1;
	}
	return 0;
}

/* What stands inside the element. */
static int
add_content(const struct member *ref, const char *name, struct json_object *value, struct buf *to, char **why)
{
	switch (ref->shape->type) {
	case SHAPE_LIST: return add_list(ref, name, value, to, why);
	case SHAPE_MAP: return add_map(ref, name, value, to, why);
	case SHAPE_STRUCTURE: return add_members(ref->shape, value, to, why);
	default: return add_scalar(ref, value, 0, to, why);
	}
}

/* One element; a flat list or map is only what is in it, each named for it. */
static int
add_element(const struct member *ref, const char *name, const char *namespace, struct json_object *value,
    struct buf *to, char **why)
{
	enum shape_type type = ref->shape->type;
	int scalar = protocol_is_scalar(ref->shape);

	if (type == SHAPE_DOCUMENT ||
	    (!scalar && !json_object_is_type(value, type == SHAPE_LIST ? json_type_array : json_type_object)))
		return protocol_fail(why, "%s: %.60s is no %s", ref->name ? ref->name : "item",
		    json_object_to_json_string(value), ref->shape->name);
	if (ref->flat && !scalar)
		return add_content(ref, name, value, to, why);
	buf_addf(to, "<%s", name);
	if (namespace)
		buf_addf(to, " xmlns=\"%s\"", namespace);
	if (type == SHAPE_STRUCTURE && add_attributes(ref->shape, value, to, why) < 0)
		return -1;
	buf_addc(to, '>');
	if (add_content(ref, name, value, to, why) < 0)
		return -1;
	buf_addf(to, "</%s>", name);
	return 0;
}

int
build_xml(const struct operation *op, const struct shape *shape, struct json_object *value, struct buf *body,
    char **why)
{
	const struct member root = { .name = op->input_root, .shape = shape };

	if (!op->input_root)
		return protocol_fail(why, "%s: the root element of its body is not known", op->name);
	return add_element(&root, op->input_root, op->xml_namespace, value, body, why);
}
