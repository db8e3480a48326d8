#include "jsonalike.h"

#include "jsonitems.h"
#include "jsonsame.h"
#include "scan.h"

static int alike(struct span a, struct span b);

/* Both objects, or both lists, by the order that jsonitems.h gives them; items of a list have no keys. */
static int
containers_alike(struct span a, struct span b)
{
	void (*read)(struct jsonitems *, struct span) = scan_kind(a) == SCAN_OBJECT ? jsonitems_members : jsonitems_list;
	struct jsonitems x, y;
	size_t i;
	int same;

	read(&x, a);
	read(&y, b);
	same = x.n == y.n;
	for (i = 0; same && i < x.n; i++)
		same = span_cmp(x.item[i].key, y.item[i].key) == 0 && alike(x.item[i].value, y.item[i].value);
	jsonitems_free(&x);
	jsonitems_free(&y);
	return same;
}

/* Recursion goes as deep as the values are nested: SCAN_DEPTH at most. */
static int
alike(struct span a, struct span b)
{
	if (span_cmp(a, b) == 0)
		return 1;
	if (scan_kind(a) != scan_kind(b))
		return 0;
	return scan_kind(a) >= SCAN_ARRAY ? containers_alike(a, b) : jsonsame(a, b);
}

/* The document in a text, in scratch; {NULL, 0} if there is none. */
static struct span
document(struct span string, struct buf *scratch)
{
	struct span text;
	const char *why;
	size_t at;

	if (string.len < 4 || (string.at[1] != '{' && string.at[1] != '['))
		return (struct span){ NULL, 0 };
	scan_decode(string, scratch);
	text = buf_span(scratch);
	if (scan_check(text, &why, &at) < 0)
		return (struct span){ NULL, 0 };
	return scan_value(text);
}

int
jsonalike(struct span a, struct span b)
{
	struct buf x = {0}, y = {0};
	struct span one, other;
	int same = 0;

	if (scan_kind(a) == SCAN_STRING && scan_kind(b) == SCAN_STRING) {
		one = document(a, &x);
		other = one.at ? document(b, &y) : one;
		same = one.at && other.at && alike(one, other);
	}
	buf_free(&x);
	buf_free(&y);
	return same;
}
