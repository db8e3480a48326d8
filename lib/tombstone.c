#include "tombstone.h"

#include "clock.h"

static void
add(struct buf *record, const char *name, const char *text)
{
	buf_addf(record, "%s\"%s\":", record->data[record->len - 1] == '{' ? "" : ",", name);
	buf_addjson(record, span_of(text));
}

void
tombstone_add(struct buf *record, const struct tombstone *t)
{
	struct buf account_service = {0};
	char time[CLOCK_TEXT];

	buf_addf(&account_service, "%s_%s", t->account, t->service);
	clock_format(t->time, time);
	buf_addc(record, '{');
	add(record, "Kind", "tombstone");
	add(record, "ARN", t->arn);
	add(record, "ResourceType", t->type);
	add(record, "AccountId", t->account);
	add(record, "Region", t->region);
	add(record, "AccountService", account_service.data);
	add(record, "Source", t->source);
	add(record, "DescribeTime", time);
	buf_addc(record, '}');
	buf_free(&account_service);
}
