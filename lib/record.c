#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "record.h"
#include "scan.h"

static const struct {
	const char *key;
	size_t len, offset;
} fields[] = {
#define FIELD(key, member) { key, sizeof(key) - 1, offsetof(struct record, member) }
	FIELD("Kind", kind),
	FIELD("ARN", arn),
	FIELD("ResourceType", type),
	FIELD("AccountId", account),
	FIELD("Region", region),
	FIELD("AccountService", account_service),
	FIELD("Source", source),
	FIELD("DescribeTime", describe_time),
	FIELD("LastSeenAt", last_seen_at),
	FIELD("Tags", tags),
	FIELD("Configuration", configuration),
	FIELD("Unreadable", unreadable),
	FIELD("Policy", policy),
	FIELD("State", state),
	FIELD("Status", status),
	FIELD("Address", address),
	FIELD("Module", module),
	FIELD("Actions", actions),
	FIELD("Location", location),
	FIELD("Managed", managed),
	FIELD("LastEvaluated", last_evaluated),
	FIELD("FirstSeen", first_seen),
	FIELD("ResolvedAt", resolved_at),
	FIELD("ResolvedReason", resolved_reason),
	FIELD("ReopenedAt", reopened_at),
	FIELD("Waiver", waiver),
#undef FIELD
};

int
record_field(struct span key)
{
	const size_t n = sizeof(fields) / sizeof(*fields);
	size_t i;

	for (i = 0; i < n; i++)
		if (key.len == fields[i].len + 2 && memcmp(key.at + 1, fields[i].key, fields[i].len) == 0)
			return (int)i;
	if (memchr(key.at, '\\', key.len))
		for (i = 0; i < n; i++)
			if (scan_string_is(key, fields[i].key))
				return (int)i;
	return -1;
}

void
record_set(struct record *r, int field, struct span value)
{
	memcpy((char *)r + fields[field].offset, &value, sizeof(value));
}

size_t
record_offset(int field)
{
	return (size_t)field < sizeof(fields) / sizeof(*fields) ? fields[field].offset : SIZE_MAX;
}

void
record_move(struct record *r, const char *to)
{
	const char *from = r->whole.at;
	struct span s;
	size_t i;

	for (i = 0; i < sizeof(fields) / sizeof(*fields); i++) {
		memcpy(&s, (char *)r + fields[i].offset, sizeof(s));
		if (s.at) {
			s.at = to + (s.at - from);
			memcpy((char *)r + fields[i].offset, &s, sizeof(s));
		}
	}
	r->whole.at = to;
}

void
record_read(struct record *r, struct span whole)
{
	struct scan_iter it = scan_open(whole);
	struct span key, value;
	int field;

	memset(r, 0, sizeof(*r));
	r->whole = whole;
	while (scan_next(&it, &key, &value))
		if ((field = record_field(key)) >= 0)
			record_set(r, field, value);
}

int
record_is(const struct record *r, const char *kind)
{
	size_t len = strlen(kind);

	if (r->kind.len == len + 2 && memcmp(r->kind.at + 1, kind, len) == 0 && *r->kind.at == '"')
		return 1;
	return scan_string_is(r->kind, kind);
}

static const struct {
	const char *label;
	int least;
} labels[] = {
	{ "CRITICAL", SEVERITY_CRITICAL }, { "HIGH", SEVERITY_HIGH }, { "MEDIUM", SEVERITY_MEDIUM }, { "LOW", SEVERITY_LOW },
	{ "INFORMATIONAL", 0 },
};

const char *
severity_label(int severity)
{
	size_t i = 0;

	while (labels[i].least > severity && labels[i].least > 0)
		i++;
	return labels[i].label;
}

int
severity_parse(const char *text)
{
	char *end;
	long n;
	size_t i;

	for (i = 0; i < sizeof(labels) / sizeof(*labels); i++)
		if (strcasecmp(text, labels[i].label) == 0)
			return labels[i].least;
	n = strtol(text, &end, 10);
	if (end == text || *end || n < 0 || n > 100)
		return -1;
	return (int)n;
}

int
record_status(int in, int out)
{
	return in > out ? in : out;
}
