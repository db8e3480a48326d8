#include "pointer.h"
#include "scan.h"
#include "unreadable.h"

int
unreadable_touches(struct span entry, const struct path *path, struct buf *scratch)
{
	struct path missing;
	const char *why;
	int meets;

	buf_clear(scratch);
	if (scan_decode(scan_get(entry, "Path"), scratch) < 0 || path_parse(&missing, buf_span(scratch), &why) < 0)
		return 1;
	meets = path_meets(&missing, path);
	path_free(&missing);
	return meets;
}

/* Does the record say something there, as far as names lead? */
static int
says(struct span record, const struct path *path)
{
	size_t i;

	for (i = 0; i < path->nsteps && path->steps[i].kind == PATH_KEY; i++)
		record = scan_get(record, path->steps[i].key);
	return scan_kind(record) > SCAN_NULL;
}

int
unreadable_ignore(struct jsondiff *fields, enum jsondiff_side side, struct span unreadable, struct span other)
{
	struct scan_iter it = scan_open(unreadable);
	struct span key, item, text;
	struct buf scratch = {0}, pattern = {0};
	struct path path;
	const char *why;
	int said = 0;

	while (scan_next(&it, &key, &item)) {
		text = scan_text(scan_get(item, "Path"), &scratch);
		if (!text.at || path_parse(&path, text, &why) < 0)
			continue;
		buf_clear(&pattern);
		pointer_from_path(&pattern, &path);
		jsondiff_ignore(fields, side, buf_span(&pattern));
		said |= says(other, &path);
		path_free(&path);
	}
	buf_free(&scratch);
	buf_free(&pattern);
	return said;
}
