/* What an inventory says of the resources of a plan: is that name taken, how many are there, what does the region have? */
#include <stdlib.h>
#include <string.h>

#include "key.h"
#include "ndjson.h"
#include "scan.h"
#include "terraform_part.h"

#define OPERATION "qrie-collect --live"
#define REGION "AWS::::Region"

struct name {
	struct span key;		/* type and ARN */
	int exists;
};

struct count {
	struct span key;		/* account, region and type */
	long n;
};

struct region {
	struct span key;		/* account and region */
	char *configuration;
};

static int
asks(const struct tf_map *map, const char *fact)
{
	struct scan_iter it = scan_open(map->live);
	struct span key, item;

	while (scan_next(&it, &key, &item))
		if (scan_string_is(item, fact))
			return 1;
	return 0;
}

/* The key of a name: two with the same cannot be in one place. */
static void
name_key(struct span type, struct span arn, int paths, struct buf *key)
{
	struct buf scratch = {0}, bare = {0};
	struct span text = scan_text(arn, &scratch);
	const char *slash = text.len ? memchr(text.at, '/', text.len) : NULL, *last;

	if (paths && slash) {
		for (last = text.at + text.len; last[-1] != '/'; last--)
			;
		buf_add(&bare, text.at, (size_t)(slash - text.at) + 1);
		buf_add(&bare, last, (size_t)(text.at + text.len - last));
		text = buf_span(&bare);
	}
	key_add(key, type);
	buf_addspan(key, text);
	buf_free(&scratch);
	buf_free(&bare);
}

/* A text of ours as a record has it. */
static struct span
quoted(const char *text, struct buf *scratch)
{
	buf_clear(scratch);
	buf_addjson(scratch, span_of(text));
	return buf_span(scratch);
}

/* The key of where a resource will be; of that region alone if no type is given.  0 if that is not known. */
static int
place_key(const struct tf_resource *r, const char *type, struct buf *key)
{
	const char *region = r->map->global && type ? "global" : r->region;
	struct buf scratch = {0};

	if (!r->account || !region)
		return 0;
	key_add(key, quoted(r->account, &scratch));
	key_add(key, quoted(region, &scratch));
	if (type)
		key_add(key, quoted(type, &scratch));
	buf_free(&scratch);
	return 1;
}

static int
is_made_up(struct span arn)
{
	return arn.len > 11 && !memcmp(arn.at, "\"terraform:", 11);
}

/* Notes what one resource wants to know. */
static void
ask(const struct tf_document *d, const struct tf_resource *r, struct tf_maps *maps)
{
	struct tf_live *live = d->live;
	struct buf attributes = {0}, arn = {0}, key = {0}, type = {0};

	table_get(&live->types, quoted(r->map->resource_type, &type));
	if (asks(r->map, "Exists")) {
		tf_attributes(d, r, 0, &attributes);
		tf_arn(d, r, maps, buf_span(&attributes), &arn);
		name_key(buf_span(&type), buf_span(&arn), r->map->paths, &key);
		if (!is_made_up(buf_span(&arn)))
			table_get(&live->names, buf_span(&key));
	}
	buf_clear(&key);
	if (asks(r->map, "Count") && place_key(r, r->map->resource_type, &key))
		table_get(&live->counts, buf_span(&key));
	buf_clear(&key);
	if (asks(r->map, "Region") && place_key(r, NULL, &key))
		table_get(&live->regions, buf_span(&key));
	buf_free(&attributes);
	buf_free(&arn);
	buf_free(&key);
	buf_free(&type);
}

static void
note_region(struct tf_live *live, const struct record *r)
{
	struct region *region;
	struct buf key = {0};

	key_add(&key, r->account);
	key_add(&key, r->region);
	if ((region = table_find(&live->regions, buf_span(&key))) && r->configuration.at) {
		free(region->configuration);
		region->configuration = xstrndup(r->configuration.at, r->configuration.len);
	}
	buf_free(&key);
}

/* Paths count in the key of no type, or of all resources of it. */
static int
is_pathless(const struct tf_maps *maps, struct span type)
{
	size_t i;

	for (i = 0; i < maps->n; i++)
		if (maps->all[i]->resource_type && scan_string_is(type, maps->all[i]->resource_type))
			return maps->all[i]->paths;
	return 0;
}

/* What is AWS's own, or a service's, takes no place of ours: such a recorder stands beside the account's. */
static void
note_resource(struct tf_live *live, const struct tf_maps *maps, const struct record *r)
{
	struct buf key = {0};
	struct count *count;
	struct name *name;

	name_key(r->type, r->arn, is_pathless(maps, r->type), &key);
	if ((name = table_find(&live->names, buf_span(&key))))
		name->exists = 1;
	buf_clear(&key);
	key_add(&key, r->account);
	key_add(&key, r->region);
	key_add(&key, r->type);
	if ((count = table_find(&live->counts, buf_span(&key))) && scan_kind(scan_get(r->whole, "Managed")) != SCAN_STRING)
		count->n++;
	buf_free(&key);
}

static void
note_record(struct tf_live *live, const struct tf_maps *maps, struct span line)
{
	struct record r;

	record_read(&r, line);
	if (scan_kind(r.type) != SCAN_STRING || scan_kind(r.account) != SCAN_STRING || scan_kind(r.region) != SCAN_STRING)
		return;
	if (record_is(&r, "resource") && scan_string_is(r.type, REGION))
		note_region(live, &r);
	else if (!table_find(&live->types, r.type))
		return;
	else if (record_is(&r, "resource") && scan_kind(r.arn) == SCAN_STRING)
		note_resource(live, maps, &r);
	else if (record_is(&r, "coverage"))
		coverage_add(&live->coverage, &r);
}

void
tf_live_read(struct tf_document *d, struct tf_maps *maps, char *inventory)
{
	char *files[] = { inventory, NULL };
	struct tf_live *live = xcalloc(1, sizeof(*live));
	struct ndjson in;
	struct span line;
	size_t i;

	live->types.size = sizeof(struct span);
	live->names.size = sizeof(struct name);
	live->counts.size = sizeof(struct count);
	live->regions.size = sizeof(struct region);
	live->coverage = COVERAGE_START;
	d->live = live;
	for (i = 0; i < d->n; i++)
		if (d->all[i].map->live.at && d->all[i].action != TF_DELETE)
			ask(d, &d->all[i], maps);
	ndjson_open(&in, files);
	while (ndjson_next(&in, &line))
		note_record(live, maps, line);
	live->failed = ndjson_close(&in) != 0;
}

/* Was the resource's type listed completely where it will be? */
static int
is_covered(const struct tf_live *live, const struct tf_resource *r)
{
	struct buf account = {0}, region = {0}, type = {0};
	const char *where = r->map->global ? "global" : r->region;
	time_t began;
	int complete = 0;

	if (r->account && where)
		complete = coverage_complete(&live->coverage, quoted(r->account, &account), quoted(where, &region),
		    quoted(r->map->resource_type, &type), &began);
	buf_free(&account);
	buf_free(&region);
	buf_free(&type);
	return complete;
}

/* Each of these appends a fact, or gives 0 if the inventory does not tell it. */
static int
add_exists(const struct tf_live *live, const struct tf_resource *r, struct span arn, struct buf *to)
{
	struct buf key = {0}, type = {0};
	const struct name *name;

	name_key(quoted(r->map->resource_type, &type), arn, r->map->paths, &key);
	name = table_find(&live->names, buf_span(&key));
	buf_free(&key);
	buf_free(&type);
	if (!name || (!name->exists && !is_covered(live, r)))
		return 0;
	buf_addf(to, "\"Exists\":%s", name->exists ? "true" : "false");
	return 1;
}

static int
add_count(const struct tf_live *live, const struct tf_resource *r, struct span arn, struct buf *to)
{
	struct buf key = {0};
	const struct count *count = NULL;

	(void)arn;
	if (place_key(r, r->map->resource_type, &key))
		count = table_find(&live->counts, buf_span(&key));
	buf_free(&key);
	if (!count || (!count->n && !is_covered(live, r)))
		return 0;
	buf_addf(to, "\"Count\":%ld", count->n);
	return 1;
}

static int
add_region(const struct tf_live *live, const struct tf_resource *r, struct span arn, struct buf *to)
{
	struct buf key = {0};
	const struct region *region = NULL;

	(void)arn;
	if (place_key(r, NULL, &key))
		region = table_find(&live->regions, buf_span(&key));
	buf_free(&key);
	if (!region || !region->configuration)
		return 0;
	buf_addf(to, "\"Region\":%s", region->configuration);
	return 1;
}

void
tf_live_add(const struct tf_document *d, const struct tf_resource *r, struct span arn, struct tf_unknowns *u,
    struct buf *to)
{
	static const struct {
		const char *name, *path;
		int (*add)(const struct tf_live *, const struct tf_resource *, struct span, struct buf *);
	} facts[] = {
		{ "Exists", ".Live.Exists", add_exists }, { "Count", ".Live.Count", add_count },
		{ "Region", ".Live.Region", add_region }
	};
	size_t i;

	if (!r->map->live.at || !d->is_plan)
		return;
	if (!d->live) {
		tf_add_unknown(u, ".Live", OPERATION, "NoInventory");
		return;
	}
	buf_adds(to, ",\"Live\":{");
	for (i = 0; i < sizeof(facts) / sizeof(*facts); i++) {
		if (!asks(r->map, facts[i].name))
			continue;
		if (to->data[to->len - 1] != '{')
			buf_addc(to, ',');
		if (facts[i].add(d->live, r, arn, to))
			continue;
		if (to->data[to->len - 1] == ',')
			to->data[--to->len] = '\0';
		tf_add_unknown(u, facts[i].path, OPERATION, "NotCovered");
	}
	buf_addc(to, '}');
}

int
tf_live_close(struct tf_live *live)
{
	int failed;
	size_t i;

	if (!live)
		return 0;
	for (i = 0; i < live->regions.n; i++)
		free(((struct region *)live->regions.item[i])->configuration);
	failed = live->failed;
	table_free(&live->types);
	table_free(&live->names);
	table_free(&live->counts);
	table_free(&live->regions);
	coverage_free(&live->coverage);
	free(live);
	return failed ? -1 : 0;
}
