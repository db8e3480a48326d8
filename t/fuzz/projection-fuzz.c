/*
 * Any JSON: a record is accepted just when scan_check() accepts it and it is an object; each reader's projection is valid
 * JSON, and holds at each of its paths exactly what the record holds there; texts that were only carried, put back,
 * give the projection of a reader who carries none; and what is remembered of records that look alike gives the same
 * record and the same sketches.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "intake.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len);

static const char *const paths[] = {
	".", ".a", ".a.b", ".a[].b", ".a.b[].c", ".b[]", ".a[][]", ".\"c\"", ".ResourceType", ".Configuration.a.b"
};
enum { PATHS = sizeof(paths) / sizeof(*paths), SEVERAL = PATHS, CARRIED, READERS };

static struct projection *projection;
static struct intake *intake, *forgetful;
static struct sketch sketches[READERS], afresh[READERS];
static struct path parsed[PATHS];

static void
start(void)
{
	static struct span keep[] = { { "*", 1 } };
	static const struct coarse carried = { .kind = COARSE_CARRIED, .keep = keep, .nkeep = 1 };
	const char *why;
	unsigned i;

	projection = projection_new();
	for (i = 0; i < PATHS; i++) {
		if (path_parse(&parsed[i], span_of(paths[i]), &why) < 0)
			abort();
		projection_add(projection, i, &parsed[i], NULL);
		if (i > 0) {
			projection_add(projection, SEVERAL, &parsed[i], NULL);
			projection_add(projection, CARRIED, &parsed[i], &carried);
		}
	}
	intake = intake_new(1);
	intake_add(intake, SPAN("\"T\""), projection, sketches, READERS);
	forgetful = intake_new(0);
	intake_add(forgetful, SPAN("\"T\""), projection, afresh, READERS);
}

/* The values that a path leads to, one behind the other. */
static void
gather(const struct path *path, size_t step, struct span value, struct buf *to)
{
	struct scan_iter it;
	struct span key, item;

	if (!value.at)
		return;
	if (step == path->nsteps) {
		buf_addspan(to, value);
		buf_addc(to, '\n');
	} else if (path->steps[step].kind == PATH_KEY) {
		gather(path, step + 1, scan_get(value, path->steps[step].key), to);
	} else {
		it = scan_open(value);
		while (scan_next(&it, &key, &item))
			gather(path, step + 1, item, to);
	}
}

static void
must_be_same(const struct buf *a, const struct buf *b)
{
	if (span_cmp(buf_span(a), buf_span(b)) != 0)
		abort();
}

static void
compare(const struct path *path, struct span record, struct span projected)
{
	struct buf whole = {0}, part = {0};
	const char *why;
	size_t at;

	if (scan_check(projected, &why, &at) < 0)
		abort();
	gather(path, 0, record, &whole);
	gather(path, 0, projected, &part);
	must_be_same(&whole, &part);
	buf_free(&whole);
	buf_free(&part);
}

static void
compare_carried(const struct buf *several)
{
	struct buf json = {0}, assumed = {0}, made = {0}, back = {0};

	if (!sketches[CARRIED].exact && sketches[CARRIED].ncarried > 0 &&
	    sketch_json(&sketches[CARRIED], projection_keys(projection), &json, &assumed) == 0) {
		if (sketch_compile(buf_span(&json), &sketches[CARRIED], &made) < 0)
			abort();
		sketch_expand(buf_span(&made), &sketches[CARRIED], &back);
		must_be_same(&back, several);
	}
	buf_free(&json);
	buf_free(&assumed);
	buf_free(&made);
	buf_free(&back);
}

/* Is a record just read by intake what it is to one who remembers nothing? */
static void
compare_afresh(struct span text, const struct record *r, int number)
{
	struct record again;
	const char *why;
	int other, i;
	size_t at;
	unsigned c;

	if (intake_read(forgetful, text, (struct span){ NULL, 0 }, &again, &other, &why, &at) < 0 || other != number ||
	    memcmp(&again, r, sizeof(again)) != 0)
		abort();
	for (i = 0; number >= 0 && i < READERS; i++) {
		if (span_cmp(buf_span(&sketches[i].text), buf_span(&afresh[i].text)) != 0 ||
		    sketches[i].ncarried != afresh[i].ncarried || sketches[i].exact != afresh[i].exact)
			abort();
		for (c = 0; c < afresh[i].ncarried; c++)
			if (sketches[i].carried[c].at != afresh[i].carried[c].at || sketches[i].carried[c].len != afresh[i].carried[c].len)
				abort();
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	struct span text = { (const char *)data, len };
	struct buf json = {0}, assumed = {0};
	struct record r;
	const char *why;
	size_t at, i;
	int number, valid;

	if (!intake)
		start();
	if (len == 0)
		return 0;
	valid = scan_check(text, &why, &at) == 0 && scan_kind(scan_value(text)) == SCAN_OBJECT;
	if ((intake_read(intake, text, (struct span){ NULL, 0 }, &r, &number, &why, &at) == 0) != valid)
		abort();	/* with the type that it has, if any */
	if (!valid)
		return 0;
	compare_afresh(text, &r, number);
	if (intake_read(intake, text, SPAN("\"T\""), &r, &number, &why, &at) < 0 || number != 0)
		abort();
	for (i = 0; i <= SEVERAL; i++) {
		sketch_json(&sketches[i], projection_keys(projection), &json, &assumed);
		if (i < SEVERAL)
			compare(&parsed[i], r.whole, buf_span(&json));
	}
	for (i = 1; i < PATHS; i++)
		compare(&parsed[i], r.whole, buf_span(&json));
	compare_carried(&json);
	buf_free(&json);
	buf_free(&assumed);
	return 0;
}
