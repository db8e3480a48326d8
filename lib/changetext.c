#include "changetext.h"
#include "display.h"
#include "record.h"
#include "scan.h"

#define BOLD "\33[1m"
#define RED "\33[31m"
#define GREEN "\33[32m"
#define CYAN "\33[36m"
#define RESET "\33[m"

static void
add_unquoted(struct buf *to, struct span string)
{
	if (scan_kind(string) == SCAN_STRING && string.len > 2)
		display_clean(to, (struct span){ string.at + 1, string.len - 2 });
	else
		buf_addc(to, '-');
}

static void
add_line(struct buf *to, const char *begin, struct span text, int quoted, const char *colour)
{
	buf_adds(to, colour);
	buf_adds(to, begin);
	if (quoted)
		display_clean(to, text);
	else
		add_unquoted(to, text);
	if (*colour)
		buf_adds(to, RESET);
	buf_addc(to, '\n');
}

static void
add_head(struct buf *to, const struct record *r, struct span change, int colour)
{
	struct span parts[] = { change, r->account, r->region, r->type, r->arn };
	size_t i;

	if (colour)
		buf_adds(to, scan_string_is(change, "created") ? BOLD GREEN :
		    scan_string_is(change, "deleted") ? BOLD RED : BOLD);
	for (i = 0; i < sizeof(parts) / sizeof(*parts); i++) {
		if (i)
			buf_addc(to, ' ');
		add_unquoted(to, parts[i]);
	}
	if (colour)
		buf_adds(to, RESET);
	buf_addc(to, '\n');
}

void
changetext_add(struct buf *to, struct span change, int colour)
{
	struct scan_iter it = scan_open(scan_get(change, "Changes"));
	struct span key, field, old, new;
	struct record r;

	record_read(&r, change);
	add_head(to, &r, scan_get(change, "Change"), colour);
	while (scan_next(&it, &key, &field)) {
		old = scan_get(field, "Old");
		new = scan_get(field, "New");
		add_line(to, "  ", scan_get(field, "Path"), 0, colour ? CYAN : "");
		if (old.at)
			add_line(to, "  - ", old, 1, colour ? RED : "");
		if (new.at)
			add_line(to, "  + ", new, 1, colour ? GREEN : "");
	}
}
