#include <string.h>

#include "clock.h"
#include "finding.h"
#include "scan.h"

int
finding_time(struct span string, time_t *t)
{
	struct buf scratch = {0};
	int status;

	*t = LIFECYCLE_NEVER;
	if (scan_kind(string) != SCAN_STRING)
		return -1;
	if (clock_parse((struct span){ string.at + 1, string.len - 2 }, t) == 0)
		return 0;	/* no time has a backslash in it */
	*t = LIFECYCLE_NEVER;
	status = clock_parse(scan_text(string, &scratch), t);
	buf_free(&scratch);
	return status;
}

/* null, or not there, is never: 0.  -1 if it is neither that nor a time. */
static int
optional_time(struct span value, time_t *t)
{
	*t = LIFECYCLE_NEVER;
	if (scan_kind(value) == SCAN_NONE || scan_kind(value) == SCAN_NULL)
		return 0;
	return finding_time(value, t);
}

static const char *
read_common(struct finding *f, const struct record *r)
{
	*f = (struct finding){ .record = *r, .life = LIFECYCLE_START };
	if (scan_kind(r->arn) != SCAN_STRING)
		return "finding without ARN";
	if (scan_kind(r->policy) != SCAN_STRING)
		return "finding without Policy";
	if (finding_time(r->describe_time, &f->life.described) < 0)
		return "finding without DescribeTime";
	if (finding_time(r->last_evaluated, &f->life.evaluated) < 0)
		return "finding without LastEvaluated";
	return NULL;
}

const char *
finding_read_new(struct finding *f, const struct record *r)
{
	const char *why = read_common(f, r);

	if (why)
		return why;
	f->unknown = scan_string_is(r->state, "UNKNOWN");
	if (!f->unknown && !scan_string_is(r->state, "ACTIVE"))
		return "finding whose State is neither ACTIVE nor UNKNOWN";
	f->life.state = LIFECYCLE_ACTIVE;
	f->life.first_seen = f->life.described;
	return NULL;
}

static const char *
read_resolution(struct lifecycle *life, const struct record *r)
{
	struct span reason = r->resolved_reason;

	if (finding_time(r->resolved_at, &life->resolved_at) < 0)
		return "resolved finding without ResolvedAt";
	if (scan_kind(reason) == SCAN_STRING)
		life->reason = lifecycle_reason_parse(reason.at + 1, reason.len - 2);
	return life->reason == REASON_NONE ? "resolved finding without a known ResolvedReason" : NULL;
}

const char *
finding_read_kept(struct finding *f, const struct record *r)
{
	const char *why = read_common(f, r);

	if (why)
		return why;
	if (finding_time(r->first_seen, &f->life.first_seen) < 0)
		return "finding without FirstSeen";
	if (optional_time(r->reopened_at, &f->life.reopened_at) < 0)
		return "finding whose ReopenedAt is no time";
	f->life.state = LIFECYCLE_ACTIVE;
	if (scan_string_is(r->state, "ACTIVE"))
		return NULL;
	f->life.state = LIFECYCLE_RESOLVED;
	if (!scan_string_is(r->state, "RESOLVED"))
		return "finding whose State is neither ACTIVE nor RESOLVED";
	return read_resolution(&f->life, r);
}

static void
add_time(struct buf *to, time_t t)
{
	char text[CLOCK_TEXT];

	if (t == LIFECYCLE_NEVER) {
		buf_adds(to, "null");
		return;
	}
	clock_format(t, text);
	buf_addc(to, '"');
	buf_add(to, text, CLOCK_TEXT - 1);
	buf_addc(to, '"');
}

/* A member of the record that life decides; 0 if it does not.  Of a key that is there twice the last one counts. */
static int
add_decided(struct buf *to, const struct record *r, struct span value, const struct lifecycle *life)
{
	if (value.at == r->state.at)
		buf_adds(to, life->state == LIFECYCLE_RESOLVED ? "\"RESOLVED\"" : "\"ACTIVE\"");
	else if (value.at == r->describe_time.at)
		add_time(to, life->described);
	else if (value.at == r->last_evaluated.at)
		add_time(to, life->evaluated);
	else
		return 0;
	return 1;
}

static int
is_ours(const struct record *r, const char *value)
{
	return value == r->first_seen.at || value == r->resolved_at.at || value == r->resolved_reason.at ||
	    value == r->reopened_at.at;
}

static void
add_members(struct buf *to, const struct record *r, const struct lifecycle *life)
{
	struct scan_iter it = scan_open(r->whole);
	struct span key, value;

	buf_addc(to, '{');
	while (scan_next(&it, &key, &value)) {
		if (is_ours(r, value.at))
			continue;
		buf_addspan(to, key);
		buf_addc(to, ':');
		if (!add_decided(to, r, value, life))
			buf_addspan(to, value);
		buf_addc(to, ',');
	}
}

/* The next member behind a value, if it is ours and has this key; else NULL. */
static const char *
behind(struct span value, struct span next, struct span key)
{
	const char *end = value.at + value.len;

	return next.at && end + key.len == next.at && memcmp(end, key.at, key.len) == 0 ? next.at + next.len : NULL;
}

/*
 * Where the members that are not ours end, if ours are where finding_write() puts them, in its order, or nowhere; else
 * NULL.
 */
static const char *
end_of_theirs(const struct record *r)
{
	const struct span first = SPAN(",\"FirstSeen\":");
	const char *brace = r->whole.at + r->whole.len - 1, *p = r->first_seen.at;

	if (!p && !r->resolved_at.at && !r->resolved_reason.at && !r->reopened_at.at)
		return brace;
	if (!p || (size_t)(p - r->whole.at) <= first.len || memcmp(p - first.len, first.at, first.len) != 0)
		return NULL;
	if (!behind(r->first_seen, r->resolved_at, SPAN(",\"ResolvedAt\":")) ||
	    !behind(r->resolved_at, r->resolved_reason, SPAN(",\"ResolvedReason\":")) ||
	    behind(r->resolved_reason, r->reopened_at, SPAN(",\"ReopenedAt\":")) != brace)
		return NULL;
	return p - first.len;
}

static void
order(struct span *a, struct span *b)
{
	struct span swap = *a;

	if (a->at > b->at) {
		*a = *b;
		*b = swap;
	}
}

/* The same as add_members() of a record as qrie writes it, with its text copied as it lies; 0 if it is none. */
static int
copy_members(struct buf *to, const struct record *r, const struct lifecycle *life)
{
	struct span decided[] = { r->state, r->describe_time, r->last_evaluated };
	const char *end = r->tight ? end_of_theirs(r) : NULL, *p = r->whole.at;
	size_t i;

	order(&decided[0], &decided[1]);
	order(&decided[1], &decided[2]);
	order(&decided[0], &decided[1]);
	if (!end || !decided[0].at || decided[2].at >= end)
		return 0;
	for (i = 0; i < 3; i++) {
		buf_add(to, p, (size_t)(decided[i].at - p));
		add_decided(to, r, decided[i], life);
		p = decided[i].at + decided[i].len;
	}
	buf_add(to, p, (size_t)(end - p));
	buf_addc(to, ',');
	return 1;
}

void
finding_write(struct buf *to, const struct record *r, const struct lifecycle *life)
{
	const char *reason = lifecycle_reason_name(life->reason);

	buf_reserve(to, r->whole.len + 256);
	if (!copy_members(to, r, life))
		add_members(to, r, life);
	buf_adds(to, "\"FirstSeen\":");
	add_time(to, life->first_seen);
	buf_adds(to, ",\"ResolvedAt\":");
	add_time(to, life->resolved_at);
	buf_adds(to, ",\"ResolvedReason\":");
	if (reason)
		buf_addf(to, "\"%s\"", reason);
	else
		buf_adds(to, "null");
	buf_adds(to, ",\"ReopenedAt\":");
	add_time(to, life->reopened_at);
	buf_addc(to, '}');
}
