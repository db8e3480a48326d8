/* Maps: how resources of one Terraform type become resources of ours. */
#include <err.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "file.h"
#include "module.h"
#include "scan.h"
#include "terraform_part.h"

/* A list of texts, or one text; NULL-terminated.  NULL if there is none. */
static char **
texts_of(struct span value)
{
	struct scan_iter it = scan_open(value);
	struct span key, item;
	char **texts = NULL;
	size_t n = 0;

	if (scan_kind(value) == SCAN_STRING) {
		texts = xcalloc(2, sizeof(*texts));
		texts[0] = tf_text(value);
		return texts;
	}
	while (scan_next(&it, &key, &item)) {
		texts = xrealloc(texts, (n + 2) * sizeof(*texts));
		texts[n++] = tf_text(item);
		texts[n] = NULL;
	}
	return texts;
}

static int
is_text(struct span value)
{
	return scan_kind(value) == SCAN_STRING;
}

enum link_kind { PART_OF, TAKES_FROM, RELATED };

/* One of PartOf's, TakesFrom's or Related's. */
static int
read_link(struct tf_map *map, struct span object, enum link_kind kind)
{
	struct tf_link link = { .map = map, .back = kind == RELATED };
	struct span type = scan_get(object, "Type"), by = scan_get(object, "By"), is = scan_get(object, "Is");
	struct span as = scan_get(object, "As"), after = scan_get(object, "After");

	link.when = scan_get(object, "When");
	link.regional = scan_kind(scan_get(object, "Regional")) == SCAN_TRUE;
	if (!is_text(type) || (by.at && !is_text(by)) || (by.at != NULL) != (is.at != NULL) || (kind != PART_OF) != is_text(as))
		return -1;
	if ((after.at && (!is_text(after) || !by.at)) || (link.when.at && scan_kind(link.when) != SCAN_OBJECT) ||
	    (link.regional && by.at) || (link.back && (after.at || link.when.at || link.regional)))
		return -1;
	link.type = tf_text(type);
	link.by = by.at ? tf_text(by) : NULL;
	link.is = is.at ? texts_of(is) : NULL;
	link.after = after.at ? tf_text(after) : NULL;
	link.as = kind != PART_OF ? tf_text(as) : NULL;
	map->links = xrealloc(map->links, (map->nlinks + 1) * sizeof(link));
	map->links[map->nlinks++] = link;
	return 0;
}

static int
read_links(struct tf_map *map, struct span list, enum link_kind kind)
{
	struct scan_iter it = scan_open(list);
	struct span key, object;

	if (list.at && scan_kind(list) != SCAN_ARRAY)
		return -1;
	while (scan_next(&it, &key, &object))
		if (read_link(map, object, kind) < 0)
			return -1;
	return 0;
}

/* Its metadata.  NULL, or what is wrong. */
static const char *
read_metadata(struct tf_map *map, struct span metadata)
{
	static const char *const members[] = {
		"ResourceType", "Service", "Scope", "PartOf", "TakesFrom", "Computed", "Declared", "Related", "Live", "Written",
		"Name", "Paths", NULL
	};
	struct span type = scan_get(metadata, "ResourceType"), service = scan_get(metadata, "Service"), key, value;
	struct span part_of = scan_get(metadata, "PartOf");
	struct scan_iter it = scan_open(metadata);
	size_t i;

	while (scan_next(&it, &key, &value)) {
		for (i = 0; members[i] && !scan_string_is(key, members[i]); i++)
			;
		if (!members[i])
			return "the metadata has a member that is unknown";
	}
	if ((type.at != NULL) != (service.at != NULL) || (!type.at && !part_of.at))
		return "ResourceType and Service, or PartOf, are needed";
	if (read_links(map, part_of, PART_OF) < 0)
		return "PartOf is no list of Type, By and Is";
	if (read_links(map, scan_get(metadata, "TakesFrom"), TAKES_FROM) < 0)
		return "TakesFrom is no list of Type, By, Is and As";
	if (read_links(map, scan_get(metadata, "Related"), RELATED) < 0)
		return "Related is no list of Type, By, Is and As";
	if (type.at) {
		map->resource_type = tf_text(type);
		map->service = tf_text(service);
	}
	map->global = scan_string_is(scan_get(metadata, "Scope"), "global");
	map->computed = scan_get(metadata, "Computed");
	map->declared = scan_get(metadata, "Declared");
	map->relates = type.at && span_holds(buf_span(&map->text), SPAN("\ndef related:"));
	map->live = scan_get(metadata, "Live");
	map->written = scan_get(metadata, "Written");
	map->name = scan_get(metadata, "Name");
	map->paths = scan_kind(scan_get(metadata, "Paths")) == SCAN_TRUE;
	return NULL;
}

/* Reads the file, if there is one.  0, or -1 having said why. */
static int
load(struct tf_map *map, const char *dir)
{
	struct buf name = {0};
	struct span metadata;
	const char *why;
	size_t at;
	int status = -1;

	buf_addf(&name, "%s/%s.jq", dir, map->type);
	if (file_read(name.data, &map->text) < 0) {
		if (errno == ENOENT)
			status = 0;
		else
			warn("%s", name.data);
	} else if (module_metadata(buf_span(&map->text), &metadata, &why, &at) < 0) {
		warnx("%s:%lu: %s", name.data, module_line(buf_span(&map->text), at), why);
	} else if ((why = read_metadata(map, metadata))) {
		warnx("%s: %s", name.data, why);
	} else {
		map->found = 1;
		status = 0;
	}
	buf_free(&name);
	return status;
}

static void
free_map(struct tf_map *map)
{
	size_t i, k;

	for (i = 0; i < map->nlinks; i++) {
		for (k = 0; map->links[i].is && map->links[i].is[k]; k++)
			free(map->links[i].is[k]);
		free(map->links[i].is);
		free(map->links[i].type);
		free(map->links[i].by);
		free(map->links[i].after);
		free(map->links[i].as);
	}
	free(map->links);
	free(map->resource_type);
	free(map->service);
	free(map->resources);
	buf_free(&map->text);
	free(map->type);
	free(map);
}

/* Where a type is, or belongs. */
static size_t
place_of(const struct tf_maps *maps, struct span type, int *is_there)
{
	size_t low = 0, high = maps->n, middle;
	int order;

	*is_there = 0;
	while (low < high && !*is_there) {
		middle = low + (high - low) / 2;
		order = span_cmp(type, span_of(maps->all[middle]->type));
		if (order > 0)
			low = middle + 1;
		else
			high = middle;
		*is_there = order == 0;
	}
	return *is_there ? high : low;
}

int
tf_maps_open(struct tf_maps *maps, const char *dir)
{
	struct buf name = {0};
	const char *why;
	size_t at;
	int status = 0;

	*maps = (struct tf_maps){ .dir = dir };
	buf_addf(&name, "%s/aliases.json", dir);
	if (file_read(name.data, &maps->aliases) < 0) {
		if (errno != ENOENT) {
			warn("%s", name.data);
			status = -1;
		}
	} else if (scan_check(buf_span(&maps->aliases), &why, &at) < 0) {
		warnx("%s: no JSON: %s at byte %zu", name.data, why, at + 1);
		status = -1;
	}
	buf_free(&name);
	return status;
}

struct span
tf_type(const struct tf_maps *maps, struct span type)
{
	struct scan_iter it;
	struct span alias, of;

	if (!maps->aliases.len || !type.at)
		return type;
	it = scan_open(scan_value(buf_span(&maps->aliases)));
	while (scan_next(&it, &alias, &of))
		if (!span_cmp(alias, type) && is_text(of))
			return of;
	return type;
}

struct tf_map *
tf_map(struct tf_maps *maps, struct span type)
{
	struct tf_map *map;
	int is_there;
	size_t at;

	at = place_of(maps, type, &is_there);
	if (is_there)
		return maps->all[at];
	map = xcalloc(1, sizeof(*map));
	map->type = xstrndup(type.at, type.len);
	/* what is no type's name is no file's */
	if (!type.len || strspn(map->type, "abcdefghijklmnopqrstuvwxyz0123456789_") != type.len ||
	    strncmp(map->type, "aws_", 4)) {
		map->found = 0;
	} else if (load(map, maps->dir) < 0) {
		free_map(map);
		return NULL;
	}
	maps->all = xrealloc(maps->all, (maps->n + 1) * sizeof(struct tf_map *));
	memmove(maps->all + at + 1, maps->all + at, (maps->n++ - at) * sizeof(struct tf_map *));
	return maps->all[at] = map;
}

int
tf_maps_compile(struct tf_maps *maps)
{
	size_t i, k;

	if (maps->functions && maps->compiled == maps->n)
		return 0;
	functions_free(maps->functions);
	maps->functions = functions_new();
	for (i = 0; i < maps->n; i++) {
		struct tf_map *map = maps->all[i];

		if (!map->found)
			continue;
		if (map->resource_type) {
			map->arn = functions_add(maps->functions, map->type, "arn", 0);
			map->configuration = functions_add(maps->functions, map->type, "configuration", 0);
		}
		if (map->relates)
			map->related = functions_add(maps->functions, map->type, "related", 0);
		for (k = 0; k < map->nlinks && map->links[k].as; k++)
			;
		if (k < map->nlinks)
			map->join = functions_add(maps->functions, map->type, "join", 1);
	}
	maps->compiled = maps->n;
	return functions_compile(maps->functions, maps->dir);
}

void
tf_maps_forget(struct tf_maps *maps)
{
	size_t i;

	for (i = 0; i < maps->n; i++) {
		free(maps->all[i]->resources);
		maps->all[i]->resources = NULL;
		maps->all[i]->nresources = 0;
	}
}

void
tf_maps_free(struct tf_maps *maps)
{
	size_t i;

	functions_free(maps->functions);
	for (i = 0; i < maps->n; i++)
		free_map(maps->all[i]);
	free(maps->all);
	buf_free(&maps->aliases);
	*maps = (struct tf_maps){0};
}
