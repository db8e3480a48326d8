/* Which events are wanted: those that a rule of EventBridge with that pattern would pass on. */
#include <string.h>

#include "eventpattern.h"
#include "events_part.h"
#include "tree.h"

static void
copy(struct json_object *to, const char *name, struct json_object *value)
{
	if (value)
		json_object_object_add(to, name, json_object_get(value));
}

/* By what EventBridge calls what CloudTrail tells. */
static const char *
detail_type(struct json_object *record)
{
	static const char *const types[][2] = {
		{ "AwsServiceEvent", "AWS Service Event via CloudTrail" },
		{ "AwsConsoleSignIn", "AWS Console Sign In via CloudTrail" },
		{ "AwsConsoleAction", "AWS Console Action via CloudTrail" },
		{ "AwsCloudTrailInsight", "AWS Insight via CloudTrail" },
	};
	const char *type = tree_text(record, "eventType");
	size_t i;

	for (i = 0; type && i < sizeof(types) / sizeof(*types); i++)
		if (!strcmp(type, types[i][0]))
			return types[i][1];
	return "AWS API Call via CloudTrail";
}

/* A record of CloudTrail's as EventBridge delivers it: s3.amazonaws.com is aws.s3 there. */
static void
wrap_record(struct json_object *to, struct json_object *record)
{
	const char *source = tree_text(record, "eventSource");
	struct buf name = {0};

	buf_addf(&name, "aws.%.*s", (int)strcspn(source, "."), source);
	tree_set_text(to, "source", name.data);
	tree_set_text(to, "detail-type", detail_type(record));
	copy(to, "account", tree_member(record, "recipientAccountId"));
	copy(to, "region", tree_member(record, "awsRegion"));
	copy(to, "time", tree_member(record, "eventTime"));
	json_object_object_add(to, "detail", json_object_get(record));
	buf_free(&name);
}

/* An entry of PutEvents as EventBridge delivers it: its detail is a text. */
static void
wrap_entry(struct json_object *to, struct json_object *entry)
{
	static const char *const names[][2] = {
		{ "source", "Source" }, { "detail-type", "DetailType" }, { "resources", "Resources" }, { "time", "Time" },
	};
	const char *detail = tree_text(entry, "Detail");
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(*names); i++)
		copy(to, names[i][0], tree_member(entry, names[i][1]));
	if (detail)
		json_object_object_add(to, "detail", tree_parse(span_of(detail)));
}

int
event_is_wanted(const struct events_options *o, struct json_object *event)
{
	int entry = tree_text(event, "DetailType") != NULL;
	int record = !entry && tree_text(event, "eventSource") && tree_text(event, "eventName");
	struct json_object *wrapped = NULL;
	struct buf text = {0};
	int wanted;

	if (!o->pattern.at || (!entry && !record && !tree_text(event, "detail-type")))
		return 1;
	if (entry || record) {
		wrapped = json_object_new_object();
		(entry ? wrap_entry : wrap_record)(wrapped, event);
	}
	tree_print(wrapped ? wrapped : event, &text);
	wanted = eventpattern_matches(o->pattern, buf_span(&text));
	json_object_put(wrapped);
	buf_free(&text);
	return wanted;
}
