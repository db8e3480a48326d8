#include "drift_record.h"

#include "changetext.h"
#include "field.h"
#include "record.h"
#include "scan.h"
#include "siphash.h"

/* The same drift, found again, has the same Id. */
static void
add_id(struct buf *to, const struct drift_found *f)
{
	static const uint64_t key[2] = { 0, 0 };
	struct span parts[] = { f->record->arn, f->record->type, f->changes, f->change_time };
	struct buf all = {0};
	uint64_t hash[2];
	size_t i;

	buf_adds(&all, f->type);
	for (i = 0; i < sizeof(parts) / sizeof(*parts); i++) {
		buf_addspan(&all, parts[i]);
		buf_addc(&all, '\0');
	}
	siphash(key, buf_span(&all), hash);
	buf_addf(to, "\"%016llx%016llx\"", (unsigned long long)hash[0], (unsigned long long)hash[1]);
	buf_free(&all);
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

	buf_adds(to, "{\"Kind\":\"drift\",\"Id\":");
	add_id(to, f);
	field_add(to, "ARN", r->arn);
	field_add(to, "ResourceType", r->type);
	field_add(to, "AccountId", r->account);
	field_add(to, "Region", r->region);
	field_add(to, "AccountService", r->account_service);
	field_add(to, "Address", f->address);
	field_add_text(to, "DriftType", f->type);
	field_add(to, "Changes", f->changes);
	field_add(to, "ChangedProperties", f->properties);
	field_add(to, "ChangeAuthor", f->author);
	field_add(to, "ChangeTime", f->change_time);
	field_add_text(to, "DetectedBy", detected_by(f));
	field_add_text(to, "SeverityLabel", f->severity);
	field_add(to, "Tags", f->tags);
	field_add_time(to, "DescribeTime", f->described);
	buf_addc(to, '}');
}

void
drift_event_add(struct buf *to, const struct drift_found *f, const char *source, const char *detail_type)
{
	const struct record *r = f->record;

	buf_adds(to, "{\"version\":\"0\",\"id\":");
	add_id(to, f);
	field_add_text(to, "detail-type", detail_type);
	field_add_text(to, "source", source);
	if (f->change_time.at)
		field_add(to, "time", f->change_time);
	else
		field_add_time(to, "time", f->described);
	field_add(to, "region", r->region);
	buf_adds(to, ",\"resources\":[");
	buf_addspan(to, r->arn);
	buf_adds(to, "],\"detail\":{\"driftType\":");
	buf_addjson(to, span_of(f->type));
	field_add(to, "resourceType", r->type);
	field_add(to, "resourceArn", r->arn);
	field_add(to, "changedProperties", f->properties);
	field_add_text(to, "detectedBy", detected_by(f));
	field_add(to, "changeAuthor", f->author);
	field_add(to, "changeTime", f->change_time);
	field_add_text(to, "severity", f->severity);
	field_add(to, "tags", f->tags);
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
