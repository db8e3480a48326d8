/* The record of an item of AWS Config. */
#include <err.h>
#include <stdlib.h>
#include <string.h>

#include "awsconfig_part.h"
#include "clock.h"
#include "collector_spell.h"
#include "out.h"
#include "protocol.h"
#include "redact.h"
#include "resourcetype.h"
#include "tagmap.h"
#include "tree.h"

/* One that is being made. */
struct making {
	struct config_maps *maps;
	const struct config_item *item;
	const struct config_map *map;		/* or NULL */
	const struct collector *collector;	/* or NULL */
	struct json_object *record, *configuration, *unreadable;
};

static void
add(struct making *m, const char *name, const char *text)
{
	json_object_object_add(m->record, name, json_object_new_string(text));
}

static void
miss(struct making *m, const char *path, const char *code)
{
	struct json_object *entry = json_object_new_object();

	json_object_object_add(entry, "Path", json_object_new_string(path));
	json_object_object_add(entry, "Operation", json_object_new_string("AWS Config"));
	json_object_object_add(entry, "Code", json_object_new_string(code));
	json_object_object_add(entry, "Permission", NULL);
	json_object_array_add(m->unreadable, entry);
}

/* A member that a place must have. */
struct wanted {
	struct making *m;
	const char *member;
};

static void
want(void *arg, struct json_object *place, const char *at)
{
	const struct wanted *w = arg;
	struct buf path = {0};

	if (!json_object_is_type(place, json_type_object) || json_object_object_get_ex(place, w->member, NULL))
		return;
	buf_adds(&path, at);
	path_add_key(&path, w->member);
	miss(w->m, path.data, "NotRecorded");
	buf_free(&path);
}

/* Names the member at the end of a path where it is missing, in each place that there is. */
static void
want_path(struct making *m, const char *text)
{
	struct path path, parent;
	struct wanted w = { m, NULL };
	const char *why;

	if (path_parse(&path, span_of(text), &why) < 0) {
		warnx("config/%s.jq: NotRecorded: %s: %s", m->map->name, text, why);
		return;
	}
	parent = path;
	if (path.nsteps && path.steps[path.nsteps - 1].kind == PATH_KEY) {
		w.member = path.steps[--parent.nsteps].key;
		tree_each(m->record, &parent, "", want, &w);
	}
	path_free(&path);
}

/* What the collector gives, by its calls or as the map says, and Config does not record, is not known. */
static void
want_all(struct making *m)
{
	const struct collector *c = m->collector;
	static const struct path root = {0};
	struct wanted w = { m, NULL };
	size_t i;

	for (i = 0; c && i < c->nonce + c->ndetail; i++) {
		const struct collector_call *call = i < c->nonce ? &c->once[i] : &c->detail[i - c->nonce];

		w.member = call->into;
		if (call->into)
			tree_each(m->configuration, call->each.nsteps ? &call->each : &root, ".Configuration", want, &w);
	}
	for (i = 0; m->map && m->map->not_recorded && i < json_object_array_length(m->map->not_recorded); i++)
		want_path(m, json_object_get_string(json_object_array_get_idx(m->map->not_recorded, i)));
}

/* The Configuration as the map has it; NULL, having said why, if it fails. */
static struct json_object *
mapped(struct making *m)
{
	struct buf text = {0}, answer = {0};
	struct json_object *made = NULL;

	tree_print(m->item->object, &text);
	if (functions_call(m->maps->functions, m->map->function, SPAN("null"), buf_span(&text), &answer) < 0)
		warnx("%s: config/%s.jq: %s", m->item->arn ? m->item->arn : m->item->id, m->map->name, answer.data);
	else
		made = tree_parse(buf_span(&answer));
	buf_free(&text);
	buf_free(&answer);
	if (made && !json_object_is_type(made, json_type_object)) {
		json_object_put(made);
		made = NULL;
	}
	return made;
}

/* Fills configuration, and unreadable where all of it is not known.  0, or -1 having said why. */
static int
configure(struct making *m)
{
	struct json_object *raw = NULL;
	int failed = 0;

	if (!strcmp(m->item->status, "ResourceNotRecorded")) {
		miss(m, ".Configuration", "NotRecorded");
	} else if (m->map) {
		if ((failed = !(raw = mapped(m))))
			miss(m, ".Configuration", "UnexpectedAnswer");
	} else {
		raw = json_object_get(tree_member(m->item->object, "configuration"));
		if (!raw)
			miss(m, ".Configuration", "NotRecorded");
		else if (m->collector)
			miss(m, ".Configuration", "NotMapped");
	}
	if (!json_object_is_type(raw, json_type_object))
		m->configuration = json_object_new_object();
	else if (m->collector)
		m->configuration = collector_spell(m->collector, &m->maps->services, raw);
	else
		m->configuration = protocol_spell(NULL, raw);
	json_object_put(raw);
	if (m->collector)
		redact(m->collector, m->configuration);
	return failed ? -1 : 0;
}

/* As it is called in AccountService; malloc'd. */
static char *
service_of(const struct making *m)
{
	char *name = m->collector ? xstrdup(m->collector->account_service) : resource_type_service(m->item->type);

	return name ? name : xstrdup(m->item->type);
}

static void
add_head(struct making *m, const char *type)
{
	const struct config_item *item = m->item;
	const int global = m->collector && m->collector->scope == SCOPE_GLOBAL;
	struct buf text = {0};
	char *service = service_of(m), time[CLOCK_TEXT];

	add(m, "Kind", config_item_is_gone(item) ? "tombstone" : "resource");
	buf_addf(&text, "config:%s:%s:%s:%s", item->account, item->region, item->type, item->id);
	add(m, "ARN", item->arn ? item->arn : text.data);
	add(m, "ResourceType", type);
	add(m, "AccountId", item->account);
	add(m, "Region", global ? "global" : item->region);
	buf_clear(&text);
	buf_addf(&text, "%s_%s", item->account, service);
	add(m, "AccountService", text.data);
	add(m, "Source", "aws-config");
	clock_format(item->captured, time);
	add(m, "DescribeTime", time);
	if (!config_item_is_gone(item))
		add(m, "LastSeenAt", time);
	buf_free(&text);
	free(service);
}

/* Tags, Configuration and Unreadable.  0, or -1 having said why. */
static int
add_body(struct making *m)
{
	const int not_recorded = !strcmp(m->item->status, "ResourceNotRecorded");
	int status;

	json_object_object_add(m->record, "Tags",
	    not_recorded ? NULL : tag_map(tree_member(m->item->object, "tags")));
	status = configure(m);
	json_object_object_add(m->record, "Configuration", json_object_get(m->configuration));
	if (not_recorded)
		miss(m, ".Tags", "NotRecorded");
	else if (!status)
		want_all(m);
	if (json_object_array_length(m->unreadable))
		json_object_object_add(m->record, "Unreadable", json_object_get(m->unreadable));
	return status;
}

int
config_record(struct config_maps *maps, const struct config_item *item)
{
	struct making m = { .maps = maps, .item = item, .map = config_map(maps, item->type) };
	const char *type = m.map ? m.map->type : item->type;
	struct buf line = {0};
	int status = 0;

	m.collector = config_collector(maps, type);
	m.record = json_object_new_object();
	m.unreadable = json_object_new_array();
	add_head(&m, type);
	if (!config_item_is_gone(item))
		status = add_body(&m);
	tree_print(m.record, &line);
	out_line(buf_span(&line));
	json_object_put(m.record);
	json_object_put(m.configuration);
	json_object_put(m.unreadable);
	buf_free(&line);
	return status;
}
