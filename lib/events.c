/* Which resources events name: reading them, whatever they are wrapped in. */
#include "events.h"

#include <string.h>

#include "clock.h"
#include "documents.h"
#include "events_part.h"
#include "tree.h"

enum { WRAPPERS = 8 };		/* an event in EventBridge's envelope in SNS in SQS in a list, and room for more */

struct reading {
	struct changes *changes;
	struct event_maps maps;
	struct documents in;
	struct buf scratch;
};

static int unwrap(struct reading *r, struct json_object *o, struct json_object *envelope, int depth);

static int
complain(struct reading *r, const char *reason)
{
	documents_complain(&r->in, reason);
	return -1;
}

/* What a text holds. */
static int
unwrap_text(struct reading *r, const char *text, int depth)
{
	struct json_object *o = tree_parse(span_of(text));
	int status = o ? unwrap(r, o, NULL, depth + 1) : complain(r, "a message that is no JSON");

	json_object_put(o);
	return status;
}

static int
unwrap_list(struct reading *r, struct json_object *list, int depth)
{
	size_t i;

	for (i = 0; i < json_object_array_length(list); i++)
		unwrap(r, json_object_array_get_idx(list, i), NULL, depth + 1);
	return 0;
}

/* true, or "true" as LookupEvents has it. */
static int
is_true(struct json_object *o, const char *name)
{
	struct json_object *value = tree_member(o, name);
	const char *text = tree_text(o, name);

	return text ? !strcmp(text, "true") : json_object_get_boolean(value);
}

/* A record of CloudTrail's; or what EventBridge tells by itself, made into one. */
static int
take(struct reading *r, struct json_object *record, struct json_object *envelope)
{
	struct trail_event event = {
		.record = record, .source = tree_text(record, "eventSource"), .name = tree_text(record, "eventName"),
		.account = tree_text(record, "recipientAccountId"), .region = tree_text(record, "awsRegion")
	};
	const char *time = tree_text(record, "eventTime"), *why;

	if (!event.account)
		event.account = tree_text(envelope, "account");
	if (tree_member(record, "errorCode") || is_true(record, "readOnly") || !event_map(&r->maps, event.source))
		return 0;
	if (!time || clock_parse(span_of(time), &event.time) < 0)
		return complain(r, "an event without eventTime");
	why = changes_add(r->changes, &r->maps, &event, &r->scratch);
	return why ? complain(r, why) : 0;
}

/* EventBridge's own events have no record: they become {eventSource, eventName, ..., detail}. */
static int
take_own(struct reading *r, struct json_object *envelope)
{
	static const char *const names[][2] = {
		{ "detail-type", "eventName" }, { "time", "eventTime" }, { "region", "awsRegion" },
		{ "account", "recipientAccountId" }
	};
	const char *source = tree_text(envelope, "source");
	struct json_object *record = json_object_new_object();
	struct buf host = {0};
	size_t i;
	int status;

	buf_addf(&host, "%s.amazonaws.com", source && !strncmp(source, "aws.", 4) ? source + 4 : "none");
	json_object_object_add(record, "eventSource", json_object_new_string(host.data));
	for (i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (tree_text(envelope, names[i][0]))
			json_object_object_add(record, names[i][1], json_object_get(tree_member(envelope, names[i][0])));
	json_object_object_add(record, "detail", json_object_get(tree_member(envelope, "detail")));
	status = take(r, record, NULL);
	json_object_put(record);
	buf_free(&host);
	return status;
}

/* Takes the wrappers off, whichever there are.  0, or -1 having complained. */
static int
unwrap(struct reading *r, struct json_object *o, struct json_object *envelope, int depth)
{
	static const char *const texts[] = { "Message", "body", "Body", "CloudTrailEvent" };
	static const char *const lists[] = { "Records", "Messages", "Events", "Entries" };
	size_t i;

	if (depth > WRAPPERS)
		return complain(r, "wrapped too often");
	if (!envelope && !event_is_wanted(r->changes->options, o))
		return 0;
	if (tree_text(o, "eventSource") && tree_text(o, "eventName"))
		return take(r, o, envelope);
	if (is_drift_event(o)) {
		drift_event_print(o);
		return 0;
	}
	if (tree_text(o, "detail-type"))
		return tree_text(tree_member(o, "detail"), "eventName") ? unwrap(r, tree_member(o, "detail"), o, depth + 1) :
		    take_own(r, o);
	if (tree_member(o, "Sns"))
		return unwrap(r, tree_member(o, "Sns"), NULL, depth + 1);
	for (i = 0; i < sizeof(lists) / sizeof(*lists); i++)
		if (json_object_is_type(tree_member(o, lists[i]), json_type_array))
			return unwrap_list(r, tree_member(o, lists[i]), depth);
	for (i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		if (tree_text(o, texts[i]))
			return unwrap_text(r, tree_text(o, texts[i]), depth);
	return complain(r, "no event of CloudTrail or EventBridge");
}

int
events_read(struct changes *changes, const struct events_options *o, char **files)
{
	static const char *const lists[] = { "Records", "Messages", "Events", "Entries", NULL };
	struct reading r = { .changes = changes };
	struct json_object *object;
	struct span text;
	int status = 3;

	*changes = (struct changes){ .options = o, .all = { .size = sizeof(struct change) } };
	if (event_maps_load(&r.maps, o) == 0) {
		documents_open(&r.in, files, lists);
		while (documents_next(&r.in, &text)) {
			object = tree_parse(text);
			unwrap(&r, object, NULL, 0);
			json_object_put(object);
		}
		status = documents_close(&r.in);
		table_sort(&changes->all, table_by_key);
	}
	buf_free(&r.scratch);
	event_maps_free(&r.maps);
	return status;
}
