/* Test resources: variables in steps, and conditions on answers. */
#include <string.h>

#include "testbed_part.h"

/* A variable by its path without the dot before it; NULL: not there, or null. */
static struct json_object *
lookup(struct json_object *vars, struct span name)
{
	struct buf path = {0};
	struct json_object *value;

	buf_addc(&path, '.');
	buf_addspan(&path, name);
	value = tree_at(vars, path.data);
	buf_free(&path);
	return value;
}

static struct json_object *
fill_text(struct json_object *vars, const char *text)
{
	const char *open = strstr(text, "${"), *close = open ? strchr(open, '}') : NULL;
	struct json_object *value;
	struct buf out = {0};

	if (open == text && close && !close[1])
		return json_object_get(lookup(vars, (struct span){ text + 2, (size_t)(close - text - 2) }));
	for (; open && close; text = close + 1, open = strstr(text, "${"), close = open ? strchr(open, '}') : NULL) {
		buf_add(&out, text, (size_t)(open - text));
		value = lookup(vars, (struct span){ open + 2, (size_t)(close - open - 2) });
		if (value)
			buf_adds(&out, json_object_get_string(value));
	}
	buf_adds(&out, text);
	value = json_object_new_string(out.data);
	buf_free(&out);
	return value;
}

struct json_object *
vars_fill(struct json_object *vars, struct json_object *document)
{
	struct json_object *out;
	size_t i;

	if (json_object_is_type(document, json_type_string))
		return fill_text(vars, json_object_get_string(document));
	if (json_object_is_type(document, json_type_array)) {
		out = json_object_new_array();
		for (i = 0; i < json_object_array_length(document); i++)
			json_object_array_add(out, vars_fill(vars, json_object_array_get_idx(document, i)));
		return out;
	}
	if (json_object_is_type(document, json_type_object)) {
		out = json_object_new_object();
		json_object_object_foreach(document, key, value)
			json_object_object_add(out, key, vars_fill(vars, value));
		return out;
	}
	return json_object_get(document);
}

static int
is_one_of(struct json_object *value, struct json_object *wanted)
{
	size_t i;

	if (!json_object_is_type(wanted, json_type_array))
		return json_object_equal(value, wanted);
	for (i = 0; i < json_object_array_length(wanted); i++)
		if (json_object_equal(value, json_object_array_get_idx(wanted, i)))
			return 1;
	return 0;
}

int
vars_hold(struct json_object *vars, struct json_object *condition, struct json_object *document)
{
	struct json_object *wanted;
	int holds = 1;

	if (!condition)
		return 1;
	json_object_object_foreach(condition, path, value) {
		wanted = vars_fill(vars, value);
		holds = holds && is_one_of(tree_at(document, path), wanted);
		json_object_put(wanted);
	}
	return holds;
}

const char *
tags_value(struct json_object *tags, const char *key)
{
	struct json_object *tag;
	const char *name;
	size_t i;

	for (i = 0; json_object_is_type(tags, json_type_array) && i < json_object_array_length(tags); i++) {
		tag = json_object_array_get_idx(tags, i);
		if ((name = tree_text(tag, "Key")) && !strcmp(name, key))
			return tree_text(tag, "Value");
	}
	return NULL;
}

int
tags_marked(struct json_object *tags)
{
	const char *mark = tags_value(tags, "qrie-test");

	return mark && !strcmp(mark, "true");
}

struct json_object *
tags_map(struct json_object *tags)
{
	struct json_object *map = json_object_new_object(), *tag;
	size_t i;

	for (i = 0; json_object_is_type(tags, json_type_array) && i < json_object_array_length(tags); i++) {
		tag = json_object_array_get_idx(tags, i);
		if (tree_text(tag, "Key"))
			tree_set_text(map, tree_text(tag, "Key"), tree_text(tag, "Value"));
	}
	return map;
}
