#include <err.h>
#include <stdlib.h>

#include "eventoperator.h"
#include "eventpattern.h"
#include "file.h"
#include "jsonsame.h"
#include "scan.h"

/* Where in the event a part of a pattern is: the names that lead there. */
struct place {
	const struct place *up;		/* NULL: the event itself */
	const char *name;
	struct span event;		/* all of it */
};

static const char *
complain(struct buf *scratch, struct span name, const char *what)
{
	buf_clear(scratch);
	buf_addspan(scratch, name);
	buf_addf(scratch, " %s", what);
	return scratch->data;
}

/* One of a list's alternatives. */
static const char *
check_alternative(struct span alternative, struct buf *scratch)
{
	if (scan_kind(alternative) == SCAN_OBJECT)
		return eventoperator_check(alternative, scratch);
	return scan_kind(alternative) == SCAN_ARRAY ? "a list within a list of alternatives" : NULL;
}

static const char *
check_alternatives(struct span name, struct span list, struct buf *scratch)
{
	struct scan_iter it = scan_open(list);
	struct span key, alternative;
	const char *why = NULL;

	if (!scan_count(list))
		return complain(scratch, name, "has no alternatives");
	while (!why && scan_next(&it, &key, &alternative))
		why = check_alternative(alternative, scratch);
	return why;
}

static const char *check_object(struct span object, struct buf *scratch);

static const char *
check_or(struct span list, struct buf *scratch)
{
	struct scan_iter it = scan_open(list);
	struct span key, object;
	const char *why = NULL;

	if (scan_kind(list) != SCAN_ARRAY || scan_count(list) < 2)
		return "$or is no list of two objects or more";
	while (!why && scan_next(&it, &key, &object))
		why = scan_kind(object) == SCAN_OBJECT ? check_object(object, scratch) : "$or has something that is no object";
	return why;
}

static int
is_twice(struct span object, struct span key, struct span value)
{
	struct scan_iter it = scan_open(object);
	struct span other, its_value;

	while (scan_next(&it, &other, &its_value))
		if (its_value.at != value.at && jsonsame(other, key))
			return 1;
	return 0;
}

static const char *
check_object(struct span object, struct buf *scratch)
{
	struct scan_iter it = scan_open(object);
	struct span key, value;
	const char *why = NULL;

	if (!scan_count(object))
		return "an object without members";
	while (!why && scan_next(&it, &key, &value))
		if (is_twice(object, key, value))
			why = complain(scratch, key, "is there twice");
		else if (scan_string_is(key, "$or"))
			why = check_or(value, scratch);
		else if (scan_kind(value) == SCAN_ARRAY)
			why = check_alternatives(key, value, scratch);
		else
			why = scan_kind(value) == SCAN_OBJECT ? check_object(value, scratch) :
			    complain(scratch, key, "is no list of alternatives");
	return why;
}

const char *
eventpattern_check(struct span pattern, struct buf *scratch)
{
	return scan_kind(pattern) == SCAN_OBJECT ? check_object(pattern, scratch) : "not an object";
}

/* Is there a value that is no container at the end of the names?  Lists on the way count as each of their items. */
static int
is_there(struct span value, const char *const *names, size_t n)
{
	struct scan_iter it = scan_open(value);
	struct span key, item;

	if (scan_kind(value) == SCAN_ARRAY) {
		while (scan_next(&it, &key, &item))
			if (is_there(item, names, n))
				return 1;
		return 0;
	}
	if (n)
		return is_there(scan_get(value, names[0]), names + 1, n - 1);
	return scan_kind(value) > SCAN_NONE && scan_kind(value) < SCAN_ARRAY;
}

static int
is_absent(const struct place *place)
{
	const char *names[SCAN_DEPTH];
	const struct place *p;
	size_t n = SCAN_DEPTH;

	for (p = place; p->up && n; p = p->up)
		names[--n] = p->name;
	return !is_there(place->event, names + n, SCAN_DEPTH - n);
}

/* Does the alternative hold for the value, or for one of a list's? */
static int
holds(struct span alternative, struct span value)
{
	struct scan_iter it = scan_open(value);
	struct span key, item;
	int one = 0;

	if (scan_kind(value) == SCAN_ARRAY) {
		while (!one && scan_next(&it, &key, &item))
			one = holds(alternative, item);
		return one;
	}
	if (!value.at || scan_kind(value) == SCAN_OBJECT)
		return 0;
	return scan_kind(alternative) == SCAN_OBJECT ? eventoperator_holds(alternative, value) : jsonsame(alternative, value);
}

static int
one_holds(struct span list, struct span value, const struct place *place)
{
	struct scan_iter it = scan_open(list);
	struct span key, alternative;

	while (scan_next(&it, &key, &alternative))
		if (eventoperator_wants_absence(alternative) ? is_absent(place) : holds(alternative, value))
			return 1;
	return 0;
}

static int matches(struct span pattern, struct span object, const struct place *place);

static int
matches_one(struct span list, struct span object, const struct place *place)
{
	struct scan_iter it = scan_open(list);
	struct span key, pattern;

	while (scan_next(&it, &key, &pattern))
		if (matches(pattern, object, place))
			return 1;
	return 0;
}

/* value: an object, a list of which one item must match, or something in which no name is. */
static int
matches_value(struct span pattern, struct span value, const struct place *place)
{
	struct scan_iter it = scan_open(value);
	struct span key, item;
	int inside = 0;

	if (scan_kind(value) != SCAN_ARRAY)
		return matches(pattern, value, place);
	while (scan_next(&it, &key, &item)) {
		inside = 1;
		if (matches_value(pattern, item, place))
			return 1;
	}
	return !inside && matches(pattern, (struct span){ NULL, 0 }, place);
}

/* Recursion goes as deep as the pattern is nested. */
static int
matches(struct span pattern, struct span object, const struct place *place)
{
	struct scan_iter it = scan_open(pattern);
	struct span key, wanted, value;
	struct place below = { .up = place, .event = place->event };
	char *name;
	int all = 1;

	while (all && scan_next(&it, &key, &wanted)) {
		if (scan_string_is(key, "$or")) {
			all = matches_one(wanted, object, place);
			continue;
		}
		below.name = name = scan_dup(key);
		value = scan_get(object, name);
		all = scan_kind(wanted) == SCAN_ARRAY ? one_holds(wanted, value, &below) : matches_value(wanted, value, &below);
		free(name);
	}
	return all;
}

int
eventpattern_matches(struct span pattern, struct span event)
{
	struct place root = { .event = event };

	return matches(pattern, event, &root);
}

int
eventpattern_read(const char *file, struct buf *to)
{
	struct buf scratch = {0};
	const char *why;
	struct span text;
	size_t at;

	if (file_read(file, to) < 0) {
		warn("%s", file);
		return -1;
	}
	text = buf_span(to);
	if (scan_check(text, &why, &at) < 0)
		warnx("%s: no JSON: %s at byte %zu", file, why, at + 1);
	else if ((why = eventpattern_check(scan_value(text), &scratch)))
		warnx("%s: not a pattern: %s", file, why);
	buf_free(&scratch);
	return why ? -1 : 0;
}
