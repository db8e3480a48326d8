#include "drift_rule.h"

#include <string.h>

#include "finding.h"
#include "jsonsame.h"
#include "scan.h"

/* false, 0, "", and lists and objects of nothing else: what nothing is written for is the same. */
static int
is_nothing(struct span value)
{
	enum scan_kind kind = scan_kind(value);
	struct scan_iter it = scan_open(value);
	struct span key, item;
	int nothing = kind <= SCAN_FALSE || kind >= SCAN_ARRAY || (kind == SCAN_NUMBER && span_is(value, "0")) ||
	    (kind == SCAN_STRING && value.len == 2);

	while (nothing && scan_next(&it, &key, &item))
		nothing = is_nothing(item);
	return nothing;
}

static int
starts(struct span text, const char *with)
{
	return text.len >= strlen(with) && !memcmp(text.at, with, strlen(with));
}

/* The same second, however it is written. */
static int
same_time(struct span a, struct span b)
{
	time_t x, y;

	return finding_time(a, &x) == 0 && finding_time(b, &y) == 0 && x == y;
}

/* Does it count that live has something else there, as far as that can be said without knowing what it is? */
static int
counts(const struct jsondiff_change *change)
{
	int tag = starts(change->path, "/Tags/");

	if (!tag && !starts(change->path, "/Configuration"))
		return 0;
	if (starts(change->path, "/Tags/aws:"))
		return 0;
	if (scan_kind(change->old) <= SCAN_NULL)
		return (change->in_list || tag) && scan_kind(change->new) > SCAN_NULL;
	return scan_kind(change->new) > SCAN_NULL ? !same_time(change->old, change->new) : !is_nothing(change->old);
}

/* Is what is desired what AWS means by nothing? */
static int
is_default(const struct drift_property *property, const struct jsondiff_change *change)
{
	struct buf text = {0};
	int same;

	if (!property->otherwise.len || scan_kind(change->new) > SCAN_NULL)
		return 0;
	scan_compact(change->old, &text);
	same = span_cmp(buf_span(&text), buf_span(&property->otherwise)) == 0;
	buf_free(&text);
	return same;
}

/* Is what only live has in a list something that nobody needs to want? */
static int
is_own(const struct drift_property *property, const struct jsondiff_change *change)
{
	struct scan_iter it = scan_open(buf_span(&property->own));
	struct span key, value;
	struct buf name = {0};
	int own = property->own.len && change->in_list && scan_kind(change->old) <= SCAN_NULL;

	while (own && scan_next(&it, &key, &value)) {
		buf_clear(&name);
		scan_decode(key, &name);
		buf_addc(&name, '\0');
		own = jsonsame(value, scan_get(change->new, name.data));
	}
	buf_free(&name);
	return own;
}

/* Takes the next part off a text; 0 at its end. */
static int
next_part(struct span *text, char separator, struct span *part)
{
	const char *end;

	if (!text->at)
		return 0;
	end = memchr(text->at, separator, text->len);
	*part = (struct span){ text->at, end ? (size_t)(end - text->at) : text->len };
	*text = end ? (struct span){ end + 1, text->len - part->len - 1 } : (struct span){ NULL, 0 };
	return 1;
}

/* Is each part of a one of b? */
static int
has_parts(struct span b, struct span a, char separator)
{
	struct span part, other, rest;
	int has = 1;

	while (has && next_part(&a, separator, &part)) {
		has = 0;
		rest = b;
		while (!has && next_part(&rest, separator, &other))
			has = span_cmp(part, other) == 0;
	}
	return has;
}

/* The same parts in another order? */
static int
is_same_set(const struct drift_property *property, const struct jsondiff_change *change)
{
	struct buf x = {0}, y = {0};
	struct span a = scan_text(change->old, &x), b = scan_text(change->new, &y);
	int same = property->separator && a.at && b.at && has_parts(b, a, property->separator) && has_parts(a, b, property->separator);

	buf_free(&x);
	buf_free(&y);
	return same;
}

int
drift_counts(const struct jsondiff_change *change, const struct drift_property *property)
{
	if (!counts(change))
		return 0;
	return !property || (!property->ignored && !is_default(property, change) && !is_own(property, change) &&
	    !is_same_set(property, change));
}
