#include "drift.h"

#include <err.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "drift_author.h"
#include "drift_rule.h"
#include "member.h"
#include "finding.h"
#include "key.h"
#include "out.h"
#include "records.h"
#include "scan.h"
#include "table.h"
#include "unreadable.h"

/* In one second what is deleted stays deleted. */
enum { RANK_RESOURCE = '0', RANK_TOMBSTONE };

enum { PARTS = 2 };	/* of a key: ARN, ResourceType; behind them the file, the time and the rank */

/* What is known of a resource in one file. */
struct side {
	int there;
	time_t described;
	struct buf line;
	struct record record;		/* line's */
};

struct drift_work {
	struct side side[2];
	struct drift_author author;
	struct jsondiff fields;
	struct drift *drift;
	struct buf type;		/* of the resource, as text */
	struct buf changes, properties, name;
	struct table named;		/* properties that changed */
	int severity;			/* of the worst change */
	size_t counted;			/* changes that count */
};

struct named { struct span key; };

void
drift_open(struct drift *d, const char *tmpdir)
{
	d->covered = COVERAGE_START;
	d->newest = LIFECYCLE_NEVER;
	sorter_open(&d->sorter, tmpdir);
	d->work = xcalloc(1, sizeof(*d->work));
	d->work->named.size = sizeof(struct named);
	d->work->drift = d;
}

/* Whether an ARN is one of AWS's: that of a resource that Terraform has yet to make is not known. */
static int
is_arn(struct span arn)
{
	return arn.len > 5 && !memcmp(arn.at, "\"arn:", 5);
}

static int
keep(struct drift *d, enum drift_file which, const struct record *r, time_t time, char rank)
{
	struct buf key = {0};
	int status;

	key_add(&key, r->arn);
	key_add(&key, r->type);
	buf_addc(&key, (char)('0' + which));
	key_addtime(&key, time);
	buf_addc(&key, rank);
	status = sorter_add(&d->sorter, buf_span(&key), r->whole);
	buf_free(&key);
	if (status < 0)
		warn("temporary file");
	return status;
}

/* NULL, or what is wrong with the record; *failed is set when there is no room to keep it. */
static const char *
take_record(struct drift *d, enum drift_file which, const struct record *r, int *failed)
{
	time_t described = 0;
	int event = which == DRIFT_EVENTS;
	struct span when = event ? scan_get(r->whole, "EventTime") : r->describe_time;

	if (scan_kind(r->arn) != SCAN_STRING)
		return "record without ARN";
	if (when.at ? finding_time(when, &described) < 0 : event)
		return event ? "EventTime is not a time" : "DescribeTime is not a time";
	if (which == DRIFT_LIVE && when.at && described > d->newest)
		d->newest = described;
	if (which == DRIFT_DESIRED && !is_arn(r->arn)) {
		d->nameless++;
		return NULL;
	}
	*failed |= keep(d, which, r, described, record_is(r, "tombstone") ? RANK_TOMBSTONE : RANK_RESOURCE) < 0;
	return NULL;
}

static const char *
read_record(struct drift *d, enum drift_file which, const struct record *r, int *failed)
{
	if (scan_kind(r->kind) != SCAN_STRING)
		return "record without Kind";
	if (which == DRIFT_EVENTS ? record_is(r, "event") : record_is(r, "resource") || record_is(r, "tombstone"))
		return take_record(d, which, r, failed);
	if (which == DRIFT_LIVE && record_is(r, "coverage"))
		coverage_add(&d->covered, r);
	return NULL;
}

int
drift_read(struct drift *d, enum drift_file which, const char *file)
{
	char *files[] = { (char *)(size_t)file, NULL };
	struct intake *intake = intake_new(0);
	struct ndjson in;
	struct record record;
	int failed = 0, status;

	ndjson_open(&in, files);
	while (!failed && records_next(intake, &in, &record))
		ndjson_complain(&in, read_record(d, which, &record, &failed));
	status = ndjson_close(&in);
	intake_free(intake);
	if (which == DRIFT_LIVE)
		d->incomplete = status != 0;
	return failed || in.unread ? 3 : status;	/* half a file is no inventory */
}

static void
rate(struct drift_work *w, int severity)
{
	if (severity > w->severity)
		w->severity = severity;
}

static void
add_property(struct drift_work *w)
{
	if (!w->name.len || table_find(&w->named, buf_span(&w->name)))
		return;
	table_get(&w->named, buf_span(&w->name));
	if (w->properties.len > 1)
		buf_addc(&w->properties, ',');
	buf_addjson(&w->properties, buf_span(&w->name));
}

static void
add_change(void *context, const struct jsondiff_change *change)
{
	struct drift_work *w = context;
	const struct drift_property *property;

	property = drift_property(w->drift->properties, buf_span(&w->type), change->path, &w->name);
	if (!drift_counts(change, property))
		return;
	if (w->counted++)
		buf_addc(&w->changes, ',');
	buf_adds(&w->changes, "{\"Path\":");
	buf_addjson(&w->changes, change->path);
	member_raw(&w->changes, "Desired", change->old);
	member_raw(&w->changes, "Actual", change->new);
	buf_addc(&w->changes, '}');
	if (property)
		add_property(w);
	rate(w, property ? property->severity : SEVERITY_MEDIUM);
}

static int
tag_is(struct span tags, const char *key, const char *value)
{
	return scan_string_is(scan_get(tags, key), value);
}

/* DRF-02: both tags, as texts. */
static int
has_opted_in(struct span tags)
{
	return tag_is(tags, "ManagedBy", "terraform") && tag_is(tags, "AutoRevert", "true");
}

static int
is_production(struct span tags)
{
	struct buf text = {0};
	int production;

	scan_decode(scan_get(tags, "Environment"), &text);
	buf_addc(&text, '\0');
	production = !strcasecmp(text.data, "prod") || !strcasecmp(text.data, "production");
	buf_free(&text);
	return production;
}

static void
begin(struct drift_work *w, const struct record *r)
{
	buf_clear(&w->type);
	scan_decode(r->type, &w->type);
	buf_clear(&w->changes);
	buf_addc(&w->changes, '[');
	buf_clear(&w->properties);
	buf_addc(&w->properties, '[');
	table_free(&w->named);
	w->severity = 0;
	w->counted = 0;
}

/* Says by what the drift is suspended, if anything; 0 if nobody wants to hear of it at all. */
static int
suspend(struct drift *d, struct drift_found *f)
{
	struct record r = *f->record;

	f->opted_in = d->opted_in ? d->opted_in(d->context, f) : has_opted_in(f->tags);
	if (!f->opted_in && !d->all)
		return 0;
	r.address = f->address;		/* live has none */
	f->suspended = suspensions_find(d->suspensions, &r);
	d->suspended += f->suspended.at != NULL;
	return 1;
}

/* What happened to the resource is drift of that type. */
static void
found(struct drift *d, const char *type, const struct side *desired, const struct side *live)
{
	struct drift_work *w = d->work;
	struct drift_found f = {
		.type = type, .record = live->there ? &live->record : &desired->record,
		.address = desired->there ? desired->record.address : (struct span){ NULL, 0 },
		.described = live->described,
	};

	f.tags = f.record->tags;
	if (w->severity >= SEVERITY_MEDIUM && is_production(f.tags))
		rate(w, SEVERITY_HIGH);
	buf_addc(&w->changes, ']');
	buf_addc(&w->properties, ']');
	f.changes = buf_span(&w->changes);
	f.properties = buf_span(&w->properties);
	f.severity = w->severity;
	drift_author_find(&w->author, f.properties, &f.author, &f.change_time);
	if (!suspend(d, &f)) {
		d->silent++;
		return;
	}
	d->drifts++;
	d->print(d->context, &f);
}

static void
compare(struct drift *d, const struct side *desired, const struct side *live)
{
	struct drift_work *w = d->work;

	begin(w, &live->record);
	unreadable_ignore(&w->fields, JSONDIFF_OLD, desired->record.unreadable, live->record.whole);
	d->unread += unreadable_ignore(&w->fields, JSONDIFF_NEW, live->record.unreadable, desired->record.whole);
	w->fields.found = add_change;
	w->fields.context = w;
	w->fields.sets = 1;
	jsondiff(&w->fields, desired->record.whole, live->record.whole);
	jsondiff_forget(&w->fields);
	if (w->counted)
		found(d, "configuration_change", desired, live);
}

static void
missing(struct drift *d, const struct side *desired, struct side *live)
{
	const struct record *r = &desired->record;
	time_t when = live->described;

	if (when == LIFECYCLE_NEVER) {		/* no tombstone says so */
		when = d->newest;
		if (d->incomplete || (d->covered.any && !coverage_complete(&d->covered, r->account, r->region, r->type, &when))) {
			d->uncovered++;
			return;
		}
	}
	live->described = when;
	begin(d->work, r);
	rate(d->work, SEVERITY_HIGH);
	found(d, "resource_missing", desired, live);
}

/* The account itself, and its regions, are nothing that anybody makes. */
static int
is_pseudo(struct span type)
{
	return type.len > 9 && !memcmp(type.at, "\"AWS::::", 8);
}

static void
unmanaged(struct drift *d, const struct side *desired, const struct side *live)
{
	const struct record *r = &live->record;

	if (scan_kind(r->managed) == SCAN_STRING || is_pseudo(r->type))
		return;
	begin(d->work, r);
	rate(d->work, SEVERITY_MEDIUM);
	found(d, "resource_unmanaged", desired, live);
}

/* The entries of one file come oldest first: the last one stands. */
static void
take(struct drift_work *w, struct span key, size_t prefix, struct span value)
{
	enum drift_file which = (enum drift_file)(key.at[prefix] - '0');
	struct side *side;

	if (which == DRIFT_EVENTS) {
		drift_author_add(&w->author, value);
		return;
	}
	side = &w->side[which];
	side->there = key.at[key.len - 1] == RANK_RESOURCE;
	buf_clear(&side->line);
	buf_addspan(&side->line, value);
	record_read(&side->record, buf_span(&side->line));
	if (finding_time(side->record.describe_time, &side->described) < 0)
		side->described = LIFECYCLE_NEVER;
}

static void
judge(struct drift *d)
{
	struct side *desired = &d->work->side[DRIFT_DESIRED], *live = &d->work->side[DRIFT_LIVE];

	drift_author_until(&d->work->author, live->described);
	if (desired->there && live->there)
		compare(d, desired, live);
	else if (desired->there)
		missing(d, desired, live);
	else if (live->there && d->unmanaged)
		unmanaged(d, desired, live);
}

static void
start(struct drift_work *w)
{
	int i;

	for (i = 0; i < 2; i++) {
		w->side[i].there = 0;
		w->side[i].described = LIFECYCLE_NEVER;
	}
	drift_author_start(&w->author);
}

int
drift_run(struct drift *d)
{
	struct buf group = {0};
	struct span key, value;
	int got = sorter_sort(&d->sorter);

	if (got == 0)
		got = sorter_next(&d->sorter, &key, &value);
	while (got > 0 && !out_gone()) {
		buf_clear(&group);
		buf_addspan(&group, key_prefix(key, PARTS));
		start(d->work);
		do
			take(d->work, key, group.len, value);
		while ((got = sorter_next(&d->sorter, &key, &value)) > 0 &&
		    span_cmp(key_prefix(key, PARTS), buf_span(&group)) == 0);
		if (got >= 0)
			judge(d);
	}
	if (got < 0)
		warn("temporary file");
	buf_free(&group);
	return got < 0 ? 3 : 0;
}

int
drift_unsure(const struct drift *d)
{
	if (d->silent)
		warnx(d->opted_in ? "%zu drifts do not match the pattern: --all has them" :
		    "%zu drifts are of resources without the tags ManagedBy=terraform and AutoRevert=true: --all has them", d->silent);
	if (d->suspended)
		warnx("%zu drifts are suspended", d->suspended);
	if (d->nameless)
		warnx("%zu desired resources have no ARN yet and were not compared", d->nameless);
	if (d->uncovered)
		warnx("%zu desired resources are not in the live inventory, which does not cover them", d->uncovered);
	if (d->unread)
		warnx("%zu live resources could not be read in full and were compared in part", d->unread);
	return d->nameless || d->uncovered || d->unread ? 2 : 0;
}

void
drift_close(struct drift *d)
{
	struct drift_work *w = d->work;
	int i;

	for (i = 0; i < 2; i++)
		buf_free(&w->side[i].line);
	drift_author_free(&w->author);
	jsondiff_free(&w->fields);
	buf_free(&w->type);
	buf_free(&w->changes);
	buf_free(&w->properties);
	buf_free(&w->name);
	table_free(&w->named);
	free(w);
	sorter_close(&d->sorter);
	coverage_free(&d->covered);
}
