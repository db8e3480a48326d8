/* Resources as AWS Config keeps them: the run. */
#include "awsconfig.h"

#include <err.h>
#include <string.h>

#include "awsconfig_part.h"
#include "commalist.h"
#include "documents.h"
#include "key.h"
#include "out.h"

enum { RESOURCE_PARTS = 4 };	/* of a key: account, region, type and what names the resource */

int
config_run_begin(struct config_run *run, const struct source_options *o)
{
	*run = (struct config_run){ .options = o };
	sorter_open(&run->items, o->tmpdir);
	return config_maps_load(&run->maps, o) < 0 ? 3 : 0;
}

static int
wanted(struct config_run *run, const struct config_item *item)
{
	const struct source_options *o = run->options;
	const struct config_map *map = config_map(&run->maps, item->type);
	const char *type = map ? map->type : item->type;
	const struct collector *c;

	if (!o->types && !o->service)
		return 1;
	c = config_collector(&run->maps, type);
	if (o->service && (!c || strcmp(o->service, c->account_service)))
		return 0;
	return !o->types || commalist_has(o->types, type) || commalist_has(o->types, item->type) ||
	    (c && commalist_has(o->types, c->name));
}

static void
add_text(struct buf *key, const char *text)
{
	buf_adds(key, text);
	buf_addc(key, '\0');
}

int
config_run_add(struct config_run *run, struct span text, const char **why)
{
	struct config_item item;
	struct buf key = {0};
	int status = -1;

	if (config_item_read(&item, text, why) == 0) {
		status = 0;
		add_text(&key, item.account);
		add_text(&key, item.region);
		add_text(&key, item.type);
		add_text(&key, item.arn ? item.arn : item.id);
		key_addtime(&key, item.captured);
		if (wanted(run, &item) && sorter_add(&run->items, buf_span(&key), text) < 0) {
			warn("temporary file");
			status = -2;
		}
	}
	buf_free(&key);
	config_item_free(&item);
	return status;
}

static void
print_one(struct config_run *run, struct span text)
{
	struct config_item item;
	const char *why;

	if (config_item_read(&item, text, &why) == 0 && config_record(&run->maps, &item) < 0)
		run->status = 2;
	config_item_free(&item);
}

/* Of items with the same resource in their keys the last is the newest. */
static void
print_all(struct config_run *run)
{
	struct buf resource = {0}, text = {0};
	struct span key, value, prefix;
	int got = sorter_sort(&run->items);

	while (got == 0 && !out_gone() && (got = sorter_next(&run->items, &key, &value)) > 0) {
		prefix = key_prefix(key, RESOURCE_PARTS);
		if (resource.len && span_cmp(prefix, buf_span(&resource)))
			print_one(run, buf_span(&text));
		buf_clear(&resource);
		buf_addspan(&resource, prefix);
		buf_clear(&text);
		buf_addspan(&text, value);
		got = 0;
	}
	if (got < 0) {
		warn("temporary file");
		run->status = 3;
	} else if (resource.len && !out_gone()) {
		print_one(run, buf_span(&text));
	}
	buf_free(&resource);
	buf_free(&text);
}

int
config_run_end(struct config_run *run)
{
	if (run->status < 3)
		print_all(run);
	sorter_close(&run->items);
	config_maps_free(&run->maps);
	return run->status;
}

int
awsconfig_files(const struct source_options *o, char **files)
{
	static const char *const lists[] = { "configurationItems", "baseConfigurationItems", NULL };
	struct config_run run;
	struct documents in;
	struct span item;
	const char *why;
	int added = 0, status;

	run.status = config_run_begin(&run, o);
	documents_open(&in, files, lists);
	while (!run.status && added > -2 && documents_next(&in, &item))
		if ((added = config_run_add(&run, item, &why)) == -1)
			documents_complain(&in, why);
	if (added == -2)
		run.status = 3;
	status = documents_close(&in);
	if (run.status < 3)
		run.status = status;
	return config_run_end(&run);
}
