#include <sys/stat.h>

#include <err.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "checksum.h"
#include "finding.h"
#include "inventory_parts.h"
#include "inventory_read.h"
#include "key.h"
#include "records.h"
#include "scan.h"

enum { AGAIN_MOST = 1 << 20, LINES = 4096 };

int
inventory_temporary_failed(struct inventory_reader *in)
{
	warn("temporary file");
	in->failed = 1;
	return -1;
}

/* string: a JSON string.  0, or -1 if it is no time. */
static int
read_time(struct inventory_reader *in, int side, struct span string, time_t *t)
{
	struct inventory_time *last = &in->read[side];

	if (string.len != last->len || memcmp(string.at, last->text, last->len) != 0) {
		last->len = 0;
		if (finding_time(string, &last->t) < 0)
			return -1;
		if (string.len <= INVENTORY_TIME) {
			memcpy(last->text, string.at, string.len);
			last->len = string.len;
		}
	}
	*t = last->t;
	if (last->t > in->d->side[side].newest)
		in->d->side[side].newest = last->t;
	return 0;
}

/* That two keys share one costs time and nothing else. */
static uint64_t
hash(const struct inventory_reader *in)
{
	return checksum(buf_span(&in->key));
}

/* In as many bytes for each, so that they are in order. */
static void
add_number(struct buf *key, uint64_t n)
{
	char byte[INVENTORY_NUMBER];
	int i;

	for (i = 0; i < INVENTORY_NUMBER; i++)
		byte[i] = (char)(n >> (8 * (INVENTORY_NUMBER - 1 - i)) & 0xff);
	buf_add(key, byte, sizeof(byte));
}

/* A record into the sorter, under the key in hand. */
static int
add(struct inventory_reader *in, int side, time_t described, int tombstone, const struct lockstep_line *line,
    struct span text)
{
	const struct ndjson *file = &in->steps.side[side].in;
	size_t start = in->key.len;
	int status;

	if (in->number[side] == INVENTORY_NOT_ASKED)
		in->number[side] = reread_add(&in->d->lines, file->fd, file->name);
	buf_addc(&in->key, side == JSONDIFF_OLD ? '0' : '1');
	add_number(&in->key, (uint64_t)described ^ (uint64_t)1 << 63);	/* what is negative first */
	buf_addc(&in->key, tombstone ? RANK_TOMBSTONE : RANK_RESOURCE);
	add_number(&in->key, (uint64_t)line->at);
	buf_clear(&in->value);
	reread_put(&in->d->lines, &in->value, in->number[side], line->at + (text.at - line->text.at), text);
	status = sorter_add(&in->d->sorter, buf_span(&in->key), buf_span(&in->value)) < 0 ? inventory_temporary_failed(in) : 0;
	in->key.len = start;
	return status;
}

/* NULL, or what is wrong with the record. */
static const char *
add_version(struct inventory_reader *in, int side, const struct record *r, const struct lockstep_line *line)
{
	time_t described = 0;

	if (scan_kind(r->arn) != SCAN_STRING)
		return "record without ARN";
	if (r->describe_time.at && read_time(in, side, r->describe_time, &described) < 0)
		return "DescribeTime is not a time";
	inventory_key(&in->key, r);
	if (in->pairing)
		inventory_hash(in, hash(in) | 1);
	add(in, side, described, record_is(r, "tombstone"), line, r->whole);
	return NULL;
}

static const char *
read_record(struct inventory_reader *in, int side, const struct record *r, const struct lockstep_line *line)
{
	if (scan_kind(r->kind) != SCAN_STRING)
		return "record without Kind";
	if (record_is(r, "resource") || record_is(r, "tombstone"))
		return add_version(in, side, r, line);
	if (record_is(r, "coverage")) {
		coverage_add(&in->d->side[side].covered, r);
		if (in->notes)
			inventory_note(in->notes, NOTE_COVERAGE, side, 0, r->whole);
	}
	return NULL;
}

/* What is read for somebody who is not there any more is not read on. */
static int
is_over(struct inventory_reader *in)
{
	if (in->notes && ++in->lines == LINES) {
		in->lines = 0;
		in->failed |= getppid() != in->parent;
	}
	return in->failed;
}

static int
one(void *context, int side, const struct lockstep_line *line)
{
	struct inventory_reader *in = context;
	struct ndjson *file = &in->steps.side[side].in;
	struct record r;

	if (!in->second && records_read(in->intake, file, line->text, line->number, &r) == 0)
		ndjson_complain_at(file, line->number, read_record(in, side, &r, line));
	return is_over(in);
}

/* A JSON string of plain characters, all of it. */
static int
is_plain_string(struct span s)
{
	size_t i;

	if (s.len < 2 || s.at[0] != '"' || s.at[s.len - 1] != '"')
		return 0;
	for (i = 1; i + 1 < s.len; i++)
		if (s.at[i] == '"' || s.at[i] == '\\' || s.at[i] < ' ' || s.at[i] > '~')
			return 0;
	return 1;
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

/* Is the other line the same as the record's but for when and from where it was described? */
static int
is_same(const struct record *r, struct span line, struct span other)
{
	struct span hole[] = { r->describe_time, r->last_seen_at, r->source };
	const char *p = line.at, *q = other.at;
	size_t i, len;

	if (memcmp(line.at, other.at, line.len) == 0)
		return 1;
	order(&hole[0], &hole[1]);
	order(&hole[1], &hole[2]);
	order(&hole[0], &hole[1]);
	for (i = 0; i < 3; i++) {
		if (!hole[i].at)
			continue;
		len = (size_t)(hole[i].at - p);
		if (memcmp(p, q, len) != 0 || !is_plain_string(hole[i]) ||
		    !is_plain_string((struct span){ q + len, hole[i].len }))
			return 0;
		p = hole[i].at + hole[i].len;
		q += len + hole[i].len;
	}
	return memcmp(p, q, (size_t)(line.at + line.len - p)) == 0;
}

static int
by_number(const void *a, const void *b)
{
	const uint64_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

/* A pair: remembered, or the second time put in the sorter if it is looked for. */
static void
take_pair(struct inventory_reader *in, const struct record *r, const struct lockstep_line *a,
    const struct lockstep_line *b, const time_t described[2])
{
	uint64_t h;

	inventory_key(&in->key, r);
	h = hash(in) & ~(uint64_t)1;
	if (!in->second) {
		inventory_hash(in, h);
	} else if (!in->again || bsearch(&h, in->again, in->nagain, sizeof(h), by_number)) {
		if (add(in, JSONDIFF_OLD, described[0], 0, a, a->text) == 0)
			add(in, JSONDIFF_NEW, described[1], 0, b, b->text);
	}
}

static int
both(void *context, const struct lockstep_line *a, const struct lockstep_line *b)
{
	struct inventory_reader *in = context;
	struct record r;
	const char *why;
	size_t at;
	time_t described[2] = { 0, 0 };
	int type;

	if (is_over(in) || a->text.len != b->text.len)
		return 0;
	if (intake_read(in->intake, a->text, (struct span){ NULL, 0 }, &r, &type, &why, &at) < 0)
		return 0;
	if (!record_is(&r, "resource") || scan_kind(r.arn) != SCAN_STRING || (!b->same && !is_same(&r, a->text, b->text)))
		return 0;
	if (r.describe_time.at && (read_time(in, JSONDIFF_OLD, r.describe_time, &described[0]) < 0 ||
	    read_time(in, JSONDIFF_NEW, (struct span){ b->text.at + (r.describe_time.at - a->text.at),
	    r.describe_time.len }, &described[1]) < 0))
		return 0;
	take_pair(in, &r, a, b, described);
	return 1;
}

/* Finds the hashes that a pair has and something else too.  Too many to keep: again stays NULL, for all. */
static int
find_again(struct inventory_reader *in)
{
	uint64_t h, last = 0;
	size_t n = 0, cap = 0;
	int got, paired = 0, noted = 1, too_many = 0;

	in->nagain = 0;
	if (hashes_sort(&in->hashes) < 0)
		return inventory_temporary_failed(in);
	while ((got = hashes_next(&in->hashes, &h)) > 0) {
		if (n == 0 || h >> 1 != last >> 1) {
			paired = noted = 0;
		} else if (paired && !noted && (noted = 1) && !too_many) {
			if (in->nagain == cap) {
				cap = cap ? cap * 2 : 64;
				in->again = xrealloc(in->again, cap * sizeof(*in->again));
			}
			in->again[in->nagain++] = h & ~(uint64_t)1;
			too_many = in->nagain == AGAIN_MOST;
		}
		paired |= !(h & 1);
		last = h;
		n++;
	}
	if (too_many) {
		free(in->again);
		in->again = NULL;
	}
	return got < 0 ? inventory_temporary_failed(in) : 0;
}

void
inventory_reader_run(struct inventory_reader *in, char **files)
{
	char *list[2][2] = { { files[0], NULL }, { files[1], NULL } };
	int side;

	for (side = 0; side < 2; side++) {
		struct ndjson *lines = &in->steps.side[side].in;

		ndjson_open(lines, list[side]);
		lines->quiet = in->second;
		if (in->range[side].from) {
			lines->from = in->range[side].from;
			lines->before = INVENTORY_BEFORE;
		}
		if (in->range[side].end)
			lines->most = (size_t)(in->range[side].end - in->range[side].from);
		if (in->notes) {
			in->told[side] = (struct inventory_told){ in->notes, side };
			lines->tell = inventory_note_bad;
			lines->told = &in->told[side];
		}
	}
	lockstep_run(&in->steps);
}

static int
can_be_read_again(const char *file)
{
	struct stat st;

	return strcmp(file, "-") != 0 && stat(file, &st) == 0 && S_ISREG(st.st_mode);
}

/* 3 when nothing can be said of a file, 2 if something was bad in it. */
static int
finish(struct inventory_reader *in)
{
	int side, status = 0, file;

	for (side = 0; side < 2; side++) {
		struct ndjson *lines = &in->steps.side[side].in;

		file = ndjson_close(lines);
		in->d->side[side].incomplete |= file != 0;
		if (lines->unread)
			file = 3;	/* half a file is no inventory */
		status = record_status(status, file);
	}
	return in->failed ? 3 : status;
}

int
inventory_diff_read(struct inventory_diff *d, char **files)
{
	struct inventory_reader in = { .d = d, .intake = intake_new(1),
	    .pairing = can_be_read_again(files[0]) && can_be_read_again(files[1]),
	    .number = { INVENTORY_NOT_ASKED, INVENTORY_NOT_ASKED } };
	int status;

	in.steps.both = in.pairing ? both : NULL;
	in.steps.one = one;
	in.steps.context = &in;
	hashes_open(&in.hashes, d->tmpdir);
	if (in.pairing)
		inventory_parts_run(&in, files);
	else
		inventory_reader_run(&in, files);
	status = finish(&in);
	if (status < 3 && in.pairing && find_again(&in) == 0 && in.nagain) {
		in.second = 1;
		inventory_reader_run(&in, files);
		status = record_status(status, finish(&in));
	}
	if (in.failed)
		status = 3;
	free(in.again);
	buf_free(&in.key);
	buf_free(&in.value);
	hashes_close(&in.hashes);
	lockstep_free(&in.steps);
	intake_free(in.intake);
	return status;
}
