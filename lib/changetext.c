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

/* The first of two members that is there. */
static struct span
either(struct span object, const char *a, const char *b)
{
	struct span value = scan_get(object, a);

	return value.at ? value : scan_get(object, b);
}

static const char *
head_colour(struct span change)
{
	if (scan_string_is(change, "created") || scan_string_is(change, "resource_unmanaged"))
		return BOLD GREEN;
	return scan_string_is(change, "deleted") || scan_string_is(change, "resource_missing") ? BOLD RED : BOLD;
}

/* By what drift is nobody's to act on. */
static void
add_suspended(struct buf *to, struct span suspended)
{
	struct span expires = scan_get(suspended, "Expires");

	buf_adds(to, " (suspended");
	if (expires.at) {
		buf_adds(to, " until ");
		add_unquoted(to, expires);
	}
	buf_adds(to, ": ");
	add_unquoted(to, scan_get(suspended, "Reason"));
	buf_addc(to, ')');
}

static void
add_head(struct buf *to, const struct record *r, int colour)
{
	static const char *const more[] = { "SeverityLabel", "ChangeAuthor", "ChangeTime" };
	struct span change = either(r->whole, "Change", "DriftType"), part;
	struct span parts[] = { change, r->account, r->region, r->type, r->arn };
	size_t i;

	if (colour)
		buf_adds(to, head_colour(change));
	for (i = 0; i < sizeof(parts) / sizeof(*parts); i++) {
		if (i)
			buf_addc(to, ' ');
		add_unquoted(to, parts[i]);
	}
	for (i = 0; i < sizeof(more) / sizeof(*more); i++) {
		part = scan_get(r->whole, more[i]);
		if (scan_kind(part) != SCAN_STRING)
			continue;
		buf_addc(to, ' ');
		add_unquoted(to, part);
	}
	if (scan_kind(scan_get(r->whole, "Suspended")) == SCAN_OBJECT)
		add_suspended(to, scan_get(r->whole, "Suspended"));
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
	add_head(to, &r, colour);
	while (scan_next(&it, &key, &field)) {
		old = either(field, "Old", "Desired");
		new = either(field, "New", "Actual");
		add_line(to, "  ", scan_get(field, "Path"), 0, colour ? CYAN : "");
		if (old.at)
			add_line(to, "  - ", old, 1, colour ? RED : "");
		if (new.at)
			add_line(to, "  + ", new, 1, colour ? GREEN : "");
	}
}
