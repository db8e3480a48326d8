/* Collectors as they lie in a folder. */
#include "collector.h"

#include <dirent.h>
#include <err.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "collector_part.h"
#include "file.h"
#include "module.h"
#include "tree.h"

/* Reads the file and its metadata. */
static int
load_file(struct collector *c)
{
	struct buf text = {0};
	struct span metadata;
	const char *why;
	size_t at;
	int status = -1;

	if (file_read(c->file, &text) < 0) {
		warn("%s", c->file);
	} else if (module_metadata(buf_span(&text), &metadata, &why, &at) < 0) {
		warnx("%s:%lu: %s", c->file, module_line(buf_span(&text), at), why);
	} else if (!(c->metadata = tree_parse(metadata))) {
		warnx("%s: its metadata cannot be read", c->file);
	} else {
		status = collector_read(c);
	}
	buf_free(&text);
	return status;
}

/* Is name in a comma-separated list? */
static int
named(const char *list, const char *name)
{
	size_t len = strlen(name), item;

	for (; *list; list += item + (list[item] == ',')) {
		item = strcspn(list, ",");
		if (item == len && !memcmp(list, name, len))
			return 1;
	}
	return 0;
}

static int
wanted(const struct collector *c, const char *types, const char *service)
{
	return (!types || named(types, c->type) || named(types, c->name)) &&
	    (!service || !strcmp(service, c->account_service));
}

/* One file, if it is a collector's and wanted. */
static int
load(struct collector_set *set, const char *dir, const char *service_dir, const char *name, const char *types,
    const char *service)
{
	struct collector c = {0};
	struct buf text = {0};
	size_t len = strlen(name);

	if (name[0] == '.' || len < 4 || strcmp(name + len - 3, ".jq"))
		return 0;
	buf_addf(&text, "%s/%.*s", service_dir, (int)(len - 3), name);
	c.name = text.data;
	text = (struct buf){0};
	buf_addf(&text, "%s/%s.jq", dir, c.name);
	c.file = text.data;
	if (load_file(&c) < 0) {
		collector_free(&c);
		return -1;
	}
	if (!wanted(&c, types, service)) {
		collector_free(&c);
		return 0;
	}
	set->collectors = xrealloc(set->collectors, (set->n + 1) * sizeof(c));
	set->collectors[set->n++] = c;
	return 0;
}

static int
load_service(struct collector_set *set, const char *dir, const char *name, const char *types, const char *service)
{
	struct buf path = {0};
	struct dirent *entry;
	int status = 0;
	DIR *d;

	buf_addf(&path, "%s/%s", dir, name);
	d = opendir(path.data);
	buf_free(&path);
	if (!d)
		return errno == ENOTDIR ? 0 : (warn("%s/%s", dir, name), -1);
	while ((entry = readdir(d)))
		if (load(set, dir, name, entry->d_name, types, service) < 0)
			status = -1;
	closedir(d);
	return status;
}

static int
by_type(const void *a, const void *b)
{
	const struct collector *c = a, *d = b;
	int order = strcmp(c->type, d->type);

	return order ? order : (int)c->scope - (int)d->scope;
}

static int
has_type(const struct collector_set *set, struct span type)
{
	size_t i;

	for (i = 0; i < set->n; i++)
		if (span_is(type, set->collectors[i].type) || span_is(type, set->collectors[i].name))
			return 1;
	return 0;
}

/* Every type asked for was found, and none twice. */
static int
check_types(const struct collector_set *set, const char *dir, const char *types)
{
	size_t i, len;

	for (i = 1; i < set->n; i++)
		if (!by_type(&set->collectors[i - 1], &set->collectors[i])) {
			warnx("%s and %s: the same resource type and scope", set->collectors[i - 1].file,
			    set->collectors[i].file);
			return -1;
		}
	for (; types && *types; types += len + (types[len] == ',')) {
		len = strcspn(types, ",");
		if (!has_type(set, (struct span){ types, len })) {
			warnx("no collector for %.*s in %s", (int)len, types, dir);
			return -1;
		}
	}
	if (set->n == 0) {
		warnx("no collector that was asked for in %s", dir);
		return -1;
	}
	return 0;
}

int
collector_set_load(struct collector_set *set, const char *dir, const char *types, const char *service)
{
	struct dirent *entry;
	int status = 0;
	DIR *d = opendir(dir);

	*set = (struct collector_set){0};
	if (!d) {
		warn("%s", dir);
		return -1;
	}
	while ((entry = readdir(d)))
		if (entry->d_name[0] != '.' && load_service(set, dir, entry->d_name, types, service) < 0)
			status = -1;
	closedir(d);
	if (set->n)
		qsort(set->collectors, set->n, sizeof(*set->collectors), by_type);
	return status < 0 ? -1 : check_types(set, dir, types);
}

void
collector_set_free(struct collector_set *set)
{
	size_t i;

	for (i = 0; i < set->n; i++)
		collector_free(&set->collectors[i]);
	free(set->collectors);
	*set = (struct collector_set){0};
}

static void
add_functions(struct collector *c, struct functions *f)
{
	size_t i;

	c->arn = functions_add(f, c->name, "arn", 1);
	if (c->scope == SCOPE_EVERYWHERE)
		c->region = functions_add(f, c->name, "region", 1);
	for (i = 0; i < c->nonce; i++)
		if (c->once[i].apply)
			c->once[i].function = functions_add(f, c->name, c->once[i].apply, 0);
	for (i = 0; i < c->ndetail; i++)
		if (c->detail[i].apply)
			c->detail[i].function = functions_add(f, c->name, c->detail[i].apply, 0);
}

struct functions *
collector_set_compile(struct collector_set *set, const char *dir)
{
	struct functions *f = functions_new();
	size_t i;

	for (i = 0; i < set->n; i++)
		add_functions(&set->collectors[i], f);
	if (!functions_compile(f, dir))
		return f;
	functions_free(f);
	return NULL;
}

int
collector_call_absent(const struct collector_call *call, const char *code, const char *message)
{
	size_t i, len = strlen(code);
	const char *text;

	for (i = 0; call->not_configured && i < json_object_array_length(call->not_configured); i++) {
		text = json_object_get_string(json_object_array_get_idx(call->not_configured, i));
		if (!strcmp(text, code))
			return 1;
		if (!strncmp(text, code, len) && !strncmp(text + len, ": ", 2) && message &&
		    !strncmp(text + len + 2, message, strlen(text + len + 2)))
			return 1;
	}
	return 0;
}

const struct collector_call *
collector_call_at(const struct collector *c, size_t index)
{
	size_t i;

	if (c->list && index-- == 0)
		return c->list;
	for (i = 0; i < c->nonce; i++)
		if (index-- == 0)
			return &c->once[i];
	for (i = 0; i < c->ndetail; i++) {
		if (c->detail[i].before && index-- == 0)
			return c->detail[i].before;
		if (index-- == 0)
			return &c->detail[i];
	}
	return NULL;
}
