/* An item of AWS Config: as it is delivered to S3, and as its API answers it. */
#include <string.h>

#include "awsconfig_part.h"
#include "clock.h"
#include "tree.h"

/* What an item says under the first of its two names that it has. */
static const char *
either(struct json_object *o, const char *delivered, const char *answered)
{
	const char *text = tree_text(o, delivered);

	return text ? text : tree_text(o, answered);
}

/* Makes the value of what holds JSON as text. */
static void
decode(struct json_object *o, const char *name)
{
	const char *text = tree_text(o, name);
	struct json_object *value;

	if (!text || !*text || !strchr("{[tfn", *text))
		return;
	value = tree_parse(span_of(text));
	if (value || !strcmp(text, "null"))
		json_object_object_add(o, name, value);
}

/* Configuration and what supplements it can be texts, all of them or member by member. */
static void
decode_all(struct json_object *o)
{
	struct json_object *more, *copy;

	decode(o, "configuration");
	decode(o, "supplementaryConfiguration");
	more = tree_member(o, "supplementaryConfiguration");
	if (!json_object_is_type(more, json_type_object))
		return;
	copy = json_object_new_object();	/* what is walked through must not change */
	json_object_object_foreach(more, name, value) {
		json_object_object_add(copy, name, json_object_get(value));
		decode(copy, name);
	}
	json_object_object_add(o, "supplementaryConfiguration", copy);
}

int
config_item_read(struct config_item *item, struct span text, const char **why)
{
	struct json_object *inner, *detail;
	const char *captured;

	*item = (struct config_item){ .object = tree_parse(text) };
	detail = tree_member(item->object, "detail");		/* by EventBridge, or by SNS */
	inner = tree_member(detail ? detail : item->object, "configurationItem");
	if (inner) {
		json_object_get(inner);
		json_object_put(item->object);
		item->object = inner;
	}
	item->type = tree_text(item->object, "resourceType");
	item->id = tree_text(item->object, "resourceId");
	item->arn = either(item->object, "ARN", "arn");
	item->account = either(item->object, "awsAccountId", "accountId");
	item->region = tree_text(item->object, "awsRegion");
	item->status = tree_text(item->object, "configurationItemStatus");
	captured = tree_text(item->object, "configurationItemCaptureTime");
	*why = "no configuration item: it lacks resourceType, resourceId, awsAccountId or awsRegion";
	if (!item->type || !item->id || !item->account || !item->region)
		return -1;
	*why = "configurationItemCaptureTime is no time";
	if (!captured || clock_parse(span_of(captured), &item->captured) < 0)
		return -1;
	if (!item->status)
		item->status = "OK";		/* queries answer with what is there alone */
	if (item->arn && !*item->arn)
		item->arn = NULL;
	decode_all(item->object);
	return 0;
}

void
config_item_free(struct config_item *item)
{
	json_object_put(item->object);
	item->object = NULL;
}

/* ResourceNotRecorded is there, but the recorder leaves out its type. */
int
config_item_is_gone(const struct config_item *item)
{
	return !strcmp(item->status, "ResourceDeleted") || !strcmp(item->status, "ResourceDeletedNotRecorded");
}
