#include <err.h>
#include <string.h>

#include "clock.h"
#include "finding.h"
#include "inventory_diff.h"
#include "inventory_read.h"
#include "key.h"
#include "out.h"
#include "scan.h"
#include "unreadable.h"

/* What is known of a resource in one file. */
struct version {
	int known;			/* the file has a record of it */
	int there;			/* and the newest is no tombstone */
	time_t described;
	struct buf value;		/* stands for its record */
	struct buf line;
	struct record record;		/* line's */
};

void
inventory_diff_open(struct inventory_diff *d, const char *tmpdir, const struct ignore *ignore,
    const uint64_t key[2])
{
	int side;

	*d = (struct inventory_diff){ .ignore = ignore, .tmpdir = tmpdir };
	d->lines.digests = 1;
	memcpy(d->lines.key, key, sizeof(d->lines.key));
	for (side = 0; side < 2; side++) {
		d->side[side].covered = COVERAGE_START;
		d->side[side].newest = LIFECYCLE_NEVER;
	}
	sorter_open(&d->sorter, tmpdir);
}

/*
 * Was everything there was to see of the resource seen on that side?  *when is then the time at which it was not there.
 */
static int
is_covered(const struct inventory *side, const struct record *r, time_t *when)
{
	*when = side->newest;
	if (side->incomplete)
		return 0;
	return !side->covered.any || coverage_complete(&side->covered, r->account, r->region, r->type, when);
}

static void
add_time(struct buf *to, const char *key, time_t t)
{
	char text[CLOCK_TEXT];

	buf_addf(to, ",\"%s\":", key);
	if (t == LIFECYCLE_NEVER) {
		buf_adds(to, "null");
		return;
	}
	clock_format(t, text);
	buf_addf(to, "\"%s\"", text);
}

static void
add_field(struct buf *to, const char *key, struct span value)
{
	buf_addf(to, ",\"%s\":", key);
	if (value.at)
		buf_addspan(to, value);
	else
		buf_adds(to, "null");
}

static void
begin_change(struct buf *to, const struct record *r, const char *change)
{
	buf_clear(to);
	buf_adds(to, "{\"Kind\":\"change\"");
	add_field(to, "ARN", r->arn);
	add_field(to, "ResourceType", r->type);
	add_field(to, "AccountId", r->account);
	add_field(to, "Region", r->region);
	add_field(to, "AccountService", r->account_service);
	buf_addf(to, ",\"Change\":\"%s\",\"Changes\":[", change);
}

static void
end_change(struct inventory_diff *d, time_t old, time_t new)
{
	buf_addc(&d->record, ']');
	add_time(&d->record, "OldTime", old);
	add_time(&d->record, "NewTime", new);
	buf_addc(&d->record, '}');
	d->changes++;
	d->changed(d->context, buf_span(&d->record));
}

static void
add_change(void *context, const struct jsondiff_change *change)
{
	struct inventory_diff *d = context;

	if (d->fields.changes > 1)
		buf_addc(&d->record, ',');
	buf_adds(&d->record, "{\"Path\":");
	buf_addjson(&d->record, change->path);
	if (change->old.at)
		add_field(&d->record, "Old", change->old);
	if (change->new.at)
		add_field(&d->record, "New", change->new);
	buf_addc(&d->record, '}');
}

static void
compare(struct inventory_diff *d, const struct version *old, const struct version *new)
{
	static const char *const ours[] = { "/DescribeTime", "/LastSeenAt", "/Source", "/Unreadable" };
	size_t i;

	for (i = 0; i < sizeof(ours) / sizeof(*ours); i++)
		jsondiff_ignore(&d->fields, JSONDIFF_NEW, span_of(ours[i]));
	unreadable_ignore(&d->fields, JSONDIFF_OLD, old->record.unreadable, new->record.whole);
	unreadable_ignore(&d->fields, JSONDIFF_NEW, new->record.unreadable, old->record.whole);
	if (d->ignore)
		ignore_apply(d->ignore, new->record.type, &d->fields);
	begin_change(&d->record, &new->record, "updated");
	if (jsondiff(&d->fields, old->record.whole, new->record.whole) > 0)
		end_change(d, old->described, new->described);
	jsondiff_forget(&d->fields);
}

static void
judge(struct inventory_diff *d, const struct version *old, const struct version *new)
{
	time_t when = new->described;

	if (old->there && new->there) {
		compare(d, old, new);
	} else if (old->there && (new->known || is_covered(&d->side[JSONDIFF_NEW], &old->record, &when))) {
		begin_change(&d->record, &old->record, "deleted");
		end_change(d, old->described, when);
	} else if (new->there && (old->known || is_covered(&d->side[JSONDIFF_OLD], &new->record, &when))) {
		begin_change(&d->record, &new->record, "created");
		end_change(d, LIFECYCLE_NEVER, new->described);
	}
}

/* The entries of one file come oldest first: the last one stands. */
static void
take(struct version *v, struct span key, struct span value)
{
	v->known = 1;
	v->there = key.at[key.len - 1 - INVENTORY_NUMBER] == RANK_RESOURCE;
	buf_clear(&v->value);
	buf_addspan(&v->value, value);
}

void
inventory_key(struct buf *key, const struct record *r)
{
	buf_clear(key);
	key_add(key, r->account);
	key_add(key, r->region);
	key_add(key, r->arn);
}

/* The line was read again: is it still valid, and about the resource in hand? */
static int
parse(struct version *v, struct span line, struct span group)
{
	struct buf key = {0};
	const char *why;
	size_t at;
	int same;

	if (scan_check(line, &why, &at) < 0 || scan_kind(line) != SCAN_OBJECT)
		return -1;
	buf_clear(&v->line);
	buf_addspan(&v->line, line);
	record_read(&v->record, buf_span(&v->line));
	if (finding_time(v->record.describe_time, &v->described) < 0)
		v->described = LIFECYCLE_NEVER;
	inventory_key(&key, &v->record);
	same = span_cmp(buf_span(&key), group) == 0;
	buf_free(&key);
	return same ? 0 : -1;
}

/* What one file says of a resource and what the other does; if it is the same text, it is not parsed.  0, or -1. */
static int
settle(struct inventory_diff *d, struct version version[2], struct span group)
{
	struct span value[2] = { buf_span(&version[0].value), buf_span(&version[1].value) }, line[2];
	int side, both = version[0].there && version[1].there;

	if (both && reread_same(&d->lines, value[0], value[1]))
		return 0;
	for (side = 0; side < 2; side++)
		if (version[side].known && reread_get(&d->lines, value[side], &line[side]) < 0)
			return -1;
	if (both && span_cmp(line[0], line[1]) == 0)
		return 0;
	for (side = 0; side < 2; side++)
		if (version[side].known && parse(&version[side], line[side], group) < 0)
			return reread_complain(&d->lines, value[side]);
	judge(d, &version[JSONDIFF_OLD], &version[JSONDIFF_NEW]);
	return 0;
}

int
inventory_diff(struct inventory_diff *d, inventory_changed *changed, void *context)
{
	struct version version[2] = {{0}};
	struct buf group = {0};
	struct span key, value;
	int got = sorter_sort(&d->sorter), status = 0;

	d->changed = changed;
	d->context = context;
	d->fields.found = add_change;
	d->fields.context = d;
	if (got == 0)
		got = sorter_next(&d->sorter, &key, &value);
	while (got > 0 && status == 0 && !out_gone()) {
		buf_clear(&group);
		buf_addspan(&group, key_prefix(key, INVENTORY_PARTS));
		version[0].known = version[0].there = version[1].known = version[1].there = 0;
		do
			take(&version[key.at[group.len] - '0'], key, value);
		while ((got = sorter_next(&d->sorter, &key, &value)) > 0 &&
		    span_cmp(key_prefix(key, INVENTORY_PARTS), buf_span(&group)) == 0);
		if (got >= 0)
			status = settle(d, version, buf_span(&group));
	}
	if (got < 0)
		warn("temporary file");
	buf_free(&group);
	buf_free(&version[0].line);
	buf_free(&version[1].line);
	buf_free(&version[0].value);
	buf_free(&version[1].value);
	return got < 0 || status < 0 ? 3 : 0;
}

void
inventory_diff_close(struct inventory_diff *d)
{
	sorter_close(&d->sorter);
	reread_close(&d->lines);
	coverage_free(&d->side[JSONDIFF_OLD].covered);
	coverage_free(&d->side[JSONDIFF_NEW].covered);
	jsondiff_free(&d->fields);
	buf_free(&d->record);
}
