#include <string.h>

#include "record.h"
#include "scan.h"
#include "violation.h"

static const struct {
	const char *key;
	size_t len, offset;
} fields[] = {
#define FIELD(key, member) { key, sizeof(key) - 1, offsetof(struct violation, member) }
	FIELD("Policy", policy),
	FIELD("Title", title),
	FIELD("ARN", arn),
	FIELD("ResourceType", type),
	FIELD("AccountId", account),
	FIELD("AccountService", account_service),
	FIELD("Region", region),
	FIELD("Severity", severity),
	FIELD("State", state),
	FIELD("Message", message),
	FIELD("Evidence", evidence),
	FIELD("DescribeTime", describe_time),
	FIELD("LastEvaluated", last_evaluated),
	FIELD("FirstSeen", first_seen),
	FIELD("ResolvedReason", resolved_reason),
	FIELD("ReopenedAt", reopened_at),
	FIELD("Waiver", waiver),
	FIELD("Baseline", baseline),
	FIELD("Address", address),
	FIELD("Location", location),
#undef FIELD
};

/* Most keys are written without an escape, and most differ in length. */
static int
is_key(struct span json, const char *key, size_t len)
{
	if (json.len == len + 2)
		return memcmp(json.at + 1, key, len) == 0;
	return json.len > len + 2 && memchr(json.at, '\\', json.len) && scan_string_is(json, key);
}

void
violation_read(struct violation *v, struct span whole)
{
	struct scan_iter it = scan_open(whole);
	struct span key, value;
	size_t i;

	memset(v, 0, sizeof(*v));
	v->whole = whole;
	while (scan_next(&it, &key, &value))
		for (i = 0; i < sizeof(fields) / sizeof(*fields); i++)
			if (is_key(key, fields[i].key, fields[i].len)) {
				memcpy((char *)v + fields[i].offset, &value, sizeof(value));
				break;
			}
}

int
violation_severity(const struct violation *v)
{
	long long severity = scan_integer(v->severity, -1);
	struct buf label = {0};

	if (severity < 0 || severity > 100) {
		severity = -1;
		if (scan_decode(scan_get(v->whole, "SeverityLabel"), &label) == 0)
			severity = severity_parse(label.data);
		buf_free(&label);
	}
	return severity < 0 ? 0 : (int)severity;
}

long long
violation_location(const struct violation *v, struct buf *file)
{
	struct span name = scan_get(v->location, "File");
	long long line = scan_integer(scan_get(v->location, "Line"), 0);

	if (line < 1 || scan_kind(name) != SCAN_STRING || name.len == 2)
		return 0;
	scan_decode(name, file);
	if (file->len > 2 && memcmp(file->data, "./", 2) == 0) {
		file->len -= 2;
		memmove(file->data, file->data + 2, file->len + 1);
	}
	return line;
}
