#include <err.h>

#include "evaluation.h"
#include "finding.h"
#include "findings.h"
#include "findings_pair.h"
#include "findings_run.h"
#include "key.h"
#include "records.h"
#include "scan.h"
#include "statefile.h"

/* The run was made at the latest time that any record of it gives. */
struct reader {
	struct findings *run;
	struct ndjson *in;
	unsigned long opened;		/* the file that number is about */
	int number;
	struct buf key, value;
	struct finding_times seen;
	time_t evaluated;
	int failed;
};

static const struct span none = { NULL, 0 };

static void
note_time(struct reader *in, time_t evaluated)
{
	if (evaluated > in->evaluated)
		in->evaluated = evaluated;
}

/* What the key in hand is about; record is NULL where none is needed, and behind it the place of its parts. */
static void
add(struct reader *in, const struct record *r, struct span place)
{
	buf_clear(&in->value);
	if (r) {
		if (in->in->opened != in->opened) {
			in->opened = in->in->opened;
			in->number = reread_add(&in->run->lines, in->in->fd, in->in->name);
		}
		reread_put(&in->run->lines, &in->value, in->number, in->in->at, r->whole);
	}
	buf_addspan(&in->value, place);
	if (sorter_add(&in->run->sorter, buf_span(&in->key), buf_span(&in->value)) < 0) {
		warn("temporary file");
		in->failed = 1;
	}
}

static void
begin_event(struct reader *in, struct span arn)
{
	buf_clear(&in->key);
	buf_addc(&in->key, KEY_FINDING);
	key_add(&in->key, arn);
}

static void
add_event(struct reader *in, struct span arn, time_t described, enum event_rank rank, const struct record *r,
    struct span place)
{
	begin_event(in, arn);
	key_addtime(&in->key, described);
	buf_addc(&in->key, (char)rank);
	add(in, r, place);
}

static const char *
read_finding(struct reader *in, const struct record *r)
{
	struct finding_place place;
	struct finding f;
	const char *why;
	time_t described, evaluated;

	if (finding_place_find(&place, &in->seen, r, &described, &evaluated)) {
		note_time(in, evaluated);
		begin_event(in, r->arn);
		buf_add(&in->key, r->describe_time.at + 1, CLOCK_TEXT - 1);
		buf_addc(&in->key, '\0');
		buf_addc(&in->key, RANK_FINDING);
		add(in, r, (struct span){ (const char *)&place, sizeof(place) });
		return NULL;
	}
	if ((why = finding_read_new(&f, r)))
		return why;
	note_time(in, f.life.evaluated);
	if (f.unknown)
		add_event(in, r->arn, f.life.described, RANK_SEEN, NULL, none);
	else
		add_event(in, r->arn, f.life.described, RANK_FINDING, r, none);
	return NULL;
}

static const char *
read_verdicts(struct reader *in, const struct record *r)
{
	struct verdicts_place place;
	time_t described;

	if (scan_kind(r->arn) != SCAN_STRING)
		return "verdicts without ARN";
	if (finding_time(r->describe_time, &described) < 0)
		return "verdicts without DescribeTime";
	add_event(in, r->arn, described, RANK_VERDICTS, r,
	    verdicts_place_find(&place, r) ? (struct span){ (const char *)&place, sizeof(place) } : none);
	return NULL;
}

static const char *
read_tombstone(struct reader *in, const struct record *r)
{
	time_t described;

	if (scan_kind(r->arn) != SCAN_STRING)
		return "tombstone without ARN";
	if (finding_time(r->describe_time, &described) < 0)
		return "tombstone without DescribeTime";
	add_event(in, r->arn, described, RANK_TOMBSTONE, NULL, none);
	return NULL;
}

/* Not judged, but there: whatever else the run says, it is not missing. */
static const char *
read_resource(struct reader *in, const struct record *r)
{
	if (scan_kind(r->arn) != SCAN_STRING)
		return "resource without ARN";
	add_event(in, r->arn, 0, RANK_SEEN, NULL, none);
	return NULL;
}

static const char *
read_coverage(struct reader *in, const struct record *r)
{
	coverage_add(&in->run->covered, r);
	return NULL;
}

static void
note_status(struct findings *run, struct span policy, struct span status, time_t evaluated)
{
	struct policy_status *known;
	struct buf key = {0};

	key_add(&key, policy);
	known = table_get(&run->policies, buf_span(&key));
	if (evaluated >= known->evaluated) {
		known->evaluated = evaluated;
		known->suspended = scan_string_is(status, "suspended");
	}
	buf_free(&key);
}

static void
note_arrived(void *context, struct span account, struct span region, struct span type, long long n)
{
	coverage_arrived(context, account, region, type, n);
}

static const char *
read_evaluation(struct reader *in, const struct record *r)
{
	const char *why = evaluation_check(r->whole);
	time_t evaluated;

	if (why)
		return why;
	finding_time(r->last_evaluated, &evaluated);
	note_time(in, evaluated);
	note_status(in->run, r->policy, r->status, evaluated);
	if (scan_string_is(r->policy, "*")) {	/* counts resources: all that the evaluator has read */
		in->run->covered.counted = 1;
		evaluation_each(r->whole, note_arrived, &in->run->covered);
	}
	buf_clear(&in->key);
	buf_addc(&in->key, KEY_EVALUATION);
	key_add(&in->key, r->policy);
	add(in, r, none);
	return NULL;
}

static const struct {
	const char *kind;
	const char *(*read)(struct reader *, const struct record *);
} kinds[] = {
	{ "verdicts", read_verdicts },
	{ "finding", read_finding },
	{ "coverage", read_coverage },
	{ "evaluation", read_evaluation },
	{ "tombstone", read_tombstone },
	{ "resource", read_resource },
};

static const char *
read_record(struct reader *in, const struct record *r)
{
	size_t i;

	if (scan_kind(r->kind) != SCAN_STRING)
		return "record without Kind";
	for (i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		if (record_is(r, kinds[i].kind))
			return kinds[i].read(in, r);
	return NULL;	/* of no use here */
}

int
findings_read(struct findings *run, struct ndjson *in)
{
	struct reader reader = { .run = run, .in = in, .evaluated = LIFECYCLE_NEVER };
	struct intake *intake = intake_new(1);
	struct record r;

	while (!reader.failed && records_next(intake, in, &r))
		ndjson_complain(in, read_record(&reader, &r));
	intake_free(intake);
	buf_free(&reader.key);
	buf_free(&reader.value);
	run->incomplete = in->status != 0;
	if (reader.evaluated != LIFECYCLE_NEVER)
		run->evaluated = reader.evaluated;
	if (!reader.failed && sorter_sort(&run->sorter) < 0) {
		warn("temporary file");
		reader.failed = 1;
	}
	return reader.failed ? -1 : 0;
}
