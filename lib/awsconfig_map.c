/* How AWS Config's types become ours. */
#include <err.h>
#include <stdlib.h>
#include <string.h>

#include "awsconfig_part.h"
#include "modules.h"
#include "tree.h"

/* Takes metadata. */
static int
add_map(void *arg, const char *name, const char *file, struct json_object *metadata)
{
	struct config_maps *maps = arg;
	struct config_map map = { .name = xstrdup(name), .metadata = metadata };

	map.type = tree_text(metadata, "ResourceType");
	map.config_type = tree_text(metadata, "ConfigType");
	map.not_recorded = tree_member(metadata, "NotRecorded");
	if (!map.config_type)
		map.config_type = map.type;
	maps->all = xrealloc(maps->all, (maps->n + 1) * sizeof(map));
	maps->all[maps->n++] = map;
	if (map.type)
		return 0;
	warnx("%s: ResourceType is needed", file);
	return -1;
}

int
config_maps_load(struct config_maps *maps, const struct source_options *o)
{
	size_t i;

	*maps = (struct config_maps){ .shapes = o->shapes };
	if (collector_set_load(&maps->collectors, o->collectors, NULL, NULL) < 0 ||
	    modules_each(o->dir, add_map, maps) < 0)
		return -1;
	collector_set_redact_with(&maps->collectors, o->redact_key);
	maps->functions = functions_new();
	for (i = 0; i < maps->n; i++)
		maps->all[i].function = functions_add(maps->functions, maps->all[i].name, "configuration", 0);
	return functions_compile(maps->functions, o->dir);
}

void
config_maps_free(struct config_maps *maps)
{
	size_t i;

	for (i = 0; i < maps->n; i++) {
		free(maps->all[i].name);
		json_object_put(maps->all[i].metadata);
	}
	free(maps->all);
	functions_free(maps->functions);
	collector_set_free(&maps->collectors);
	services_free(&maps->services);
}

const struct config_map *
config_map(const struct config_maps *maps, const char *config_type)
{
	size_t i;

	for (i = 0; i < maps->n; i++)
		if (!strcmp(maps->all[i].config_type, config_type))
			return &maps->all[i];
	return NULL;
}

const struct collector *
config_collector(struct config_maps *maps, const char *type)
{
	const struct collector *c = NULL;
	const struct collector_call *call;
	size_t i;

	for (i = 0; i < maps->collectors.n && !c; i++)
		if (!strcmp(maps->collectors.collectors[i].type, type))
			c = &maps->collectors.collectors[i];
	for (i = 0; c && (call = collector_call_at(c, i)); i++)
		(void)services_add(&maps->services, maps->shapes, call->service);
	return c;
}
