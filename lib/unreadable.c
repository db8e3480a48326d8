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
