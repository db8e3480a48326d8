/* Tags as one map. */
#include "tagmap.h"

#include "tree.h"

/* The first of the names that a tag has, its text; "" if it has none. */
static const char *
text_of(struct json_object *tag, const char *const *names)
{
	for (; *names; names++)
		if (tree_text(tag, *names))
			return tree_text(tag, *names);
	return "";
}

struct json_object *
tag_map(struct json_object *tags)
{
	static const char *const keys[] = { "Key", "TagKey", "key", NULL };
	static const char *const values[] = { "Value", "TagValue", "value", NULL };
	struct json_object *map, *tag;
	size_t i;

	if (json_object_is_type(tags, json_type_object))
		return json_object_get(tags);
	map = json_object_new_object();
	for (i = 0; json_object_is_type(tags, json_type_array) && i < json_object_array_length(tags); i++) {
		tag = json_object_array_get_idx(tags, i);
		json_object_object_add(map, text_of(tag, keys), json_object_new_string(text_of(tag, values)));
	}
	return map;
}
