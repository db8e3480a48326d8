/* The parameters of a call: a collector's template, its paths and words made into values. */
#include <stdlib.h>
#include <string.h>

#include "collect_part.h"
#include "tree.h"

static struct json_object *expand(const struct item *item, struct json_object *element, struct json_object *template);

static struct json_object *
word(const struct item *item, const char *text)
{
	struct json_object *value = NULL;

	if (!strcmp(text, "$Account"))
		return json_object_new_string(item->unit->target.account);
	if (!strcmp(text, "$Region"))
		return json_object_new_string(item->unit->target.region);
	if (!strcmp(text, "$Partition"))
		return json_object_new_string(endpoint_partition(item->unit->target.region));
	if (!strcmp(text, "$ARN") && item->configuration)
		(void)item_function(item->unit, item->unit->collector->arn, item->configuration, &value);
	else if (!strncmp(text, "$Item.", 6))
		value = json_object_get(tree_at(item->configuration, text + 5));
	else if (!strncmp(text, "$One.", 5))
		value = json_object_get(tree_at(item->unit->slot->one->item, text + 4));
	else if (strcmp(text, "$ARN"))
		value = json_object_new_string(text);	/* the service's own word: $Latest */
	return value;
}

/* Each member expanded; NULL if one is missing. */
static struct json_object *
expand_object(const struct item *item, struct json_object *element, struct json_object *template)
{
	struct json_object *made = json_object_new_object(), *value;

	json_object_object_foreach(template, key, member) {
		if (!(value = expand(item, element, member))) {
			json_object_put(made);
			return NULL;
		}
		json_object_object_add(made, key, value);
	}
	return made;
}

static struct json_object *
expand_array(const struct item *item, struct json_object *element, struct json_object *template)
{
	struct json_object *made = json_object_new_array(), *value;
	size_t i;

	for (i = 0; i < json_object_array_length(template); i++) {
		if (!(value = expand(item, element, json_object_array_get_idx(template, i)))) {
			json_object_put(made);
			return NULL;
		}
		json_object_array_add(made, value);
	}
	return made;
}

static struct json_object *
expand(const struct item *item, struct json_object *element, struct json_object *template)
{
	const char *text;

	if (json_object_is_type(template, json_type_object))
		return expand_object(item, element, template);
	if (json_object_is_type(template, json_type_array))
		return expand_array(item, element, template);
	if (!json_object_is_type(template, json_type_string))
		return json_object_get(template);
	text = json_object_get_string(template);
	if (*text == '.')
		return json_object_get(tree_at(element ? element : item->configuration, text));
	return *text == '$' ? word(item, text) : json_object_get(template);
}

struct json_object *
item_parameters(const struct item *item, struct json_object *element, struct json_object *template)
{
	return template ? expand(item, element, template) : json_object_new_object();
}
