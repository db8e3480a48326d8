/* Drift that others found, as EventBridge delivers it, or as it is put there: drift records. */
#include <string.h>

#include "clock.h"
#include "events_part.h"
#include "member.h"
#include "out.h"
#include "siphash.h"
#include "tree.h"

/* A member by either of its names: in an event, and in what PutEvents takes. */
static const char *
either(struct json_object *o, const char *delivered, const char *put)
{
	const char *text = tree_text(o, delivered);

	return text ? text : tree_text(o, put);
}

/* The detail, from a text if it is one; NULL if it tells of no resource.  To be given back. */
static struct json_object *
detail_of(struct json_object *event)
{
	const char *text = tree_text(event, "Detail");
	struct json_object *detail = text ? tree_parse(span_of(text)) : json_object_get(tree_member(event, "detail"));

	if (tree_text(detail, "resourceArn"))
		return detail;
	json_object_put(detail);
	return NULL;
}

int
is_drift_event(struct json_object *event)
{
	const char *type = either(event, "detail-type", "DetailType");
	struct json_object *detail = type ? detail_of(event) : NULL;
	int is = detail && (strstr(type, "Drift Detected") || tree_text(detail, "driftType"));

	json_object_put(detail);
	return is;
}

/* The n-th part of an ARN, from 0; {NULL, 0} if it is empty or not there. */
static struct span
part_of(const char *arn, int n)
{
	size_t len;

	for (; n > 0 && arn; n--)
		arn = (arn = strchr(arn, ':')) ? arn + 1 : NULL;
	len = arn ? strcspn(arn, ":") : 0;
	return len ? (struct span){ arn, len } : (struct span){ NULL, 0 };
}

static void
add_value(struct buf *to, const char *key, struct json_object *value)
{
	struct buf json = {0};

	if (value)
		tree_print(value, &json);
	member_raw(to, key, value ? buf_span(&json) : (struct span){ NULL, 0 });
	buf_free(&json);
}

/* What PutEvents took had no id yet: the same detail has the same one. */
static void
add_id(struct buf *to, struct json_object *event, struct json_object *detail)
{
	struct buf text = {0};
	char id[SIPHASH_TEXT];

	if (tree_text(event, "id")) {
		member_text(to, "Id", span_of(tree_text(event, "id")));
		return;
	}
	tree_print(detail, &text);
	siphash_id(buf_span(&text), id);
	member_text(to, "Id", span_of(id));
	buf_free(&text);
}

static void
add_place(struct buf *to, struct json_object *event, const char *arn)
{
	const char *account = tree_text(event, "account"), *region = tree_text(event, "region");
	struct span id = account ? span_of(account) : part_of(arn, 4), service = part_of(arn, 2);
	struct buf both = {0};

	member_text(to, "AccountId", id);
	member_text(to, "Region", region ? span_of(region) : part_of(arn, 3));
	if (id.at && service.at)
		buf_addf(&both, "%.*s_%.*s", (int)id.len, id.at, (int)service.len, service.at);
	member_text(to, "AccountService", span_of(both.data));
	buf_free(&both);
}

void
drift_event_print(struct json_object *event)
{
	static const char *const members[][2] = {
		{ "DriftType", "driftType" }, { "ChangedProperties", "changedProperties" },
		{ "ChangeAuthor", "changeAuthor" }, { "ChangeTime", "changeTime" }, { "DetectedBy", "detectedBy" },
		{ "SeverityLabel", "severity" }, { "Suspended", "" }, { "Tags", "tags" }
	};
	struct json_object *detail = detail_of(event);
	const char *arn = tree_text(detail, "resourceArn"), *time = either(event, "time", "Time");
	struct buf record = {0};
	time_t when;
	size_t i;

	buf_adds(&record, "{\"Kind\":\"drift\"");
	add_id(&record, event, detail);
	member_text(&record, "ARN", span_of(arn));
	member_text(&record, "ResourceType", span_of(tree_text(detail, "resourceType")));
	add_place(&record, event, arn);
	buf_adds(&record, ",\"Address\":null");
	for (i = 0; i < sizeof(members) / sizeof(*members); i++) {
		add_value(&record, members[i][0], tree_member(detail, members[i][1]));
		if (i == 0)
			buf_adds(&record, ",\"Changes\":[]");
	}
	member_time(&record, "DescribeTime", time && clock_parse(span_of(time), &when) == 0 ? when : 0);
	buf_addc(&record, '}');
	out_line(buf_span(&record));
	buf_free(&record);
	json_object_put(detail);
}
