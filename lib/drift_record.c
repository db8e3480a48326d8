#include "drift_record.h"

#include "changetext.h"
#include "lifecycle.h"
#include "member.h"
#include "record.h"
#include "scan.h"
#include "siphash.h"

/* The same drift, found again, has the same Id. */
static void
add_id(struct buf *to, const char *name, const struct drift_found *f)
{
	struct span parts[] = { f->record->arn, f->record->type, f->changes, f->change_time };
	struct buf all = {0};
	char id[SIPHASH_TEXT];
	size_t i;

	buf_adds(&all, f->type);
	for (i = 0; i < sizeof(parts) / sizeof(*parts); i++) {
		buf_addspan(&all, parts[i]);
		buf_addc(&all, '\0');
	}
	siphash_id(buf_span(&all), id);
	member_text(to, name, span_of(id));
	buf_free(&all);
}

/* The time of that name: when it was described, null if that is not known. */
static void
add_described(struct buf *to, const char *name, const struct drift_found *f)
{
	member_time(to, name, f->described == LIFECYCLE_NEVER ? 0 : f->described);
}

static struct span
suspended(const struct drift_found *f)
{
	return f->suspended.at || f->opted_in ? f->suspended : SPAN("{\"Reason\":\"not opted in\"}");
}

static const char *
detected_by(const struct drift_found *f)
{
	return f->change_time.at ? "cloudtrail_analysis" : "state_comparison";
}

void
drift_record_add(struct buf *to, const struct drift_found *f)
{
	const struct record *r = f->record;

	buf_adds(to, "{\"Kind\":\"drift\"");
	add_id(to, "Id", f);
	member_raw(to, "ARN", r->arn);
	member_raw(to, "ResourceType", r->type);
	member_raw(to, "AccountId", r->account);
	member_raw(to, "Region", r->region);
	member_raw(to, "AccountService", r->account_service);
	member_raw(to, "Address", f->address);
	member_text(to, "DriftType", span_of(f->type));
	member_raw(to, "Changes", f->changes);
	member_raw(to, "ChangedProperties", f->properties);
	member_raw(to, "ChangeAuthor", f->author);
	member_raw(to, "ChangeTime", f->change_time);
	member_text(to, "DetectedBy", span_of(detected_by(f)));
	member_text(to, "SeverityLabel", span_of(severity_label(f->severity)));
	member_raw(to, "Suspended", suspended(f));
	member_raw(to, "Tags", f->tags);
	add_described(to, "DescribeTime", f);
	buf_addc(to, '}');
}

void
drift_event_add(struct buf *to, const struct drift_found *f, const char *source, const char *detail_type)
{
	const struct record *r = f->record;

	buf_adds(to, "{\"version\":\"0\"");
	add_id(to, "id", f);
	member_text(to, "detail-type", span_of(detail_type));
	member_text(to, "source", span_of(source));
	if (f->change_time.at)
		member_raw(to, "time", f->change_time);
	else
		add_described(to, "time", f);
	member_raw(to, "region", r->region);
	buf_adds(to, ",\"resources\":[");
	buf_addspan(to, r->arn);
	buf_adds(to, "],\"detail\":{\"driftType\":");
	buf_addjson(to, span_of(f->type));
	member_raw(to, "resourceType", r->type);
	member_raw(to, "resourceArn", r->arn);
	member_raw(to, "changedProperties", f->properties);
	member_text(to, "detectedBy", span_of(detected_by(f)));
	member_raw(to, "changeAuthor", f->author);
	member_raw(to, "changeTime", f->change_time);
	member_text(to, "severity", span_of(severity_label(f->severity)));
	member_raw(to, "tags", f->tags);
	buf_adds(to, "}}");
}

void
drift_text_add(struct buf *to, const struct drift_found *f, int colour)
{
	struct buf record = {0};

	drift_record_add(&record, f);
	changetext_add(to, buf_span(&record), colour);
	buf_free(&record);
}
