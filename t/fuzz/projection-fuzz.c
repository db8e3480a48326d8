/*
 * Any JSON: each reader's projection is valid JSON, and holds at each of its paths exactly what the record holds there.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "projection.h"
#include "scan.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len);

static const char *const paths[] = { ".", ".a", ".a.b", ".a[].b", ".a.b[].c", ".b[]", ".a[][]", ".\"c\"" };
enum { PATHS = sizeof(paths) / sizeof(*paths) };

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
compare(const struct path *path, struct span record, struct span projected)
{
	struct buf whole = {0}, part = {0};
	const char *why;
	size_t at;

	if (scan_check(projected, &why, &at) < 0)
		abort();
	gather(path, 0, record, &whole);
	gather(path, 0, projected, &part);
	if (span_cmp(buf_span(&whole), buf_span(&part)) != 0)
		abort();
	buf_free(&whole);
	buf_free(&part);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	struct projection *p = projection_new(PATHS + 1);
	struct path parsed[PATHS];
	struct buf texts[PATHS + 1] = {{0}};
	struct span record = { (const char *)data, len };
	const char *why;
	size_t at, i;

	for (i = 0; i < PATHS; i++) {
		if (path_parse(&parsed[i], span_of(paths[i]), &why) < 0)
			abort();
		projection_add(p, (unsigned)i, &parsed[i]);
		if (i > 0)
			projection_add(p, PATHS, &parsed[i]);	/* and one that reads several */
	}
	if (len && scan_check(record, &why, &at) == 0) {
		record = scan_value(record);
		projection_run(p, record, texts);
		for (i = 0; i < PATHS; i++) {
			compare(&parsed[i], record, buf_span(&texts[i]));
			if (i > 0)
				compare(&parsed[i], record, buf_span(&texts[PATHS]));
		}
	}
	for (i = 0; i < PATHS; i++)
		path_free(&parsed[i]);
	for (i = 0; i <= PATHS; i++)
		buf_free(&texts[i]);
	projection_free(p);
	return 0;
}
