/* Which event is about which resource. */
#include <err.h>
#include <stdlib.h>
#include <string.h>

#include "events_part.h"
#include "modules.h"
#include "tree.h"

const struct collector *
event_collector(const struct collector_set *set, const char *type)
{
	size_t i;

	for (i = 0; i < set->n; i++)
		if (!strcmp(set->collectors[i].type, type) && set->collectors[i].one)
			return &set->collectors[i];
	return NULL;
}

static int
read_rule(struct event_maps *maps, struct event_map *map, struct json_object *object)
{
	struct event_rule rule = { .type = tree_text(object, "ResourceType") };
	const char *item = tree_text(object, "Item");

	if (!rule.type || !item)
		return -1;
	rule.collector = event_collector(maps->options->collectors, rule.type);
	rule.changed = tree_member(object, "Changed");
	rule.deleted = tree_member(object, "Deleted");
	rule.created = tree_member(object, "Created");
	rule.function = functions_add(maps->functions, map->name, item, 1);
	map->rules = xrealloc(map->rules, (map->nrules + 1) * sizeof(rule));
	map->rules[map->nrules++] = rule;
	return 0;
}

/* Takes metadata. */
static int
add_map(void *arg, const char *name, const char *file, struct json_object *metadata)
{
	struct event_maps *maps = arg;
	struct event_map map = { .name = xstrdup(name), .metadata = metadata };
	struct json_object *resources = tree_member(metadata, "Resources");
	int status = -1;
	size_t i;

	map.source = tree_text(metadata, "EventSource");
	if (map.source && json_object_is_type(resources, json_type_array))
		status = 0;
	for (i = 0; !status && i < json_object_array_length(resources); i++)
		status = read_rule(maps, &map, json_object_array_get_idx(resources, i));
	if (status < 0)
		warnx("%s: EventSource, and Resources with ResourceType and Item, are needed", file);
	maps->all = xrealloc(maps->all, (maps->n + 1) * sizeof(map));
	maps->all[maps->n++] = map;
	return status;
}

int
event_maps_load(struct event_maps *maps, const struct events_options *o)
{
	*maps = (struct event_maps){ .options = o, .functions = functions_new() };
	if (modules_each(o->dir, add_map, maps) < 0)
		return -1;
	return functions_compile(maps->functions, o->dir);
}

void
event_maps_free(struct event_maps *maps)
{
	size_t i;

	for (i = 0; i < maps->n; i++) {
		free(maps->all[i].name);
		free(maps->all[i].rules);
		json_object_put(maps->all[i].metadata);
	}
	free(maps->all);
	functions_free(maps->functions);
}

const struct event_map *
event_map(const struct event_maps *maps, const char *source)
{
	size_t i;

	for (i = 0; i < maps->n; i++)
		if (!strcmp(maps->all[i].source, source))
			return &maps->all[i];
	return NULL;
}
