#include "clock.h"
#include "coarse.h"
#include "scan.h"

enum { SECONDS = 19, DAY = 86400 };

/*
 * Does jq write these bytes as they are, in a message and in JSON?  A text with an escape may be equal to one without,
 * which a number would not show: then the whole sketch is of no use.
 */
static int
is_plain(struct span text, struct sketch *s)
{
	if (memchr(text.at, '\\', text.len)) {
		s->exact = 1;
		return 0;
	}
	return text.len > 0 && !memchr(text.at, 0x7f, text.len);
}

static int
keeps(const struct coarse *how, struct span text)
{
	size_t i;

	for (i = 0; i < how->nkeep; i++)
		if (span_holds(text, how->keep[i]))
			return 1;
	return 0;
}

static struct span
inside(struct span string)
{
	return (struct span){ string.at + 1, string.len - 2 };
}

/* The number of a string that may be carried, SKETCH_CARRIED of one that may not. */
static unsigned
carry(const struct coarse *how, struct sketch *s, struct span string)
{
	struct span text = inside(string);

	return is_plain(text, s) && !keeps(how, text) ? sketch_carry(s, text) : SKETCH_CARRIED;
}

/* Strings below are carried, keys are not. */
static void
carry_below(const struct coarse *how, struct sketch *s, unsigned node, struct span raw)
{
	const char *p = raw.at, *end = raw.at + raw.len, *from = p, *behind;
	struct span string;
	unsigned carried;

	sketch_mixed(s, node);
	while ((p = memchr(p, '"', (size_t)(end - p)))) {
		string = scan_value((struct span){ p, (size_t)(end - p) });
		for (behind = string.at + string.len; behind < end && *behind <= ' '; behind++)
			;
		if ((behind == end || *behind != ':') && (carried = carry(how, s, string)) < SKETCH_CARRIED) {
			sketch_piece(s, (struct span){ from, (size_t)(p - from) });
			sketch_token(s, carried);
			from = string.at + string.len;
		}
		p = string.at + string.len;
	}
	sketch_piece(s, (struct span){ from, (size_t)(end - from) });
	sketch_end_mixed(s);
}

static struct span
shape_of(struct span raw)
{
	switch (scan_kind(raw)) {
	case SCAN_STRING:
		return raw.len > 2 ? SPAN("\"*\"") : raw;
	case SCAN_NUMBER:
		return SPAN("1");
	case SCAN_ARRAY:
		return scan_count(raw) ? SPAN("[null]") : SPAN("[]");
	case SCAN_OBJECT:
		return scan_count(raw) ? SPAN("{\"*\":null}") : SPAN("{}");
	default:
		return raw;
	}
}

/*
 * A time in UTC as the AWS CLI and others write it: 2026-01-31T00:00:00Z, or with +00:00, or with a fraction, whose
 * digits no rule looks at.
 */
static int
read_time(struct span text, time_t *t)
{
	const char *p = text.at, *rest = p + SECONDS, *end = p + text.len;
	char whole[CLOCK_TEXT];

	if (text.len <= SECONDS || p[4] != '-' || p[7] != '-' || p[10] != 'T' || p[13] != ':' || p[16] != ':' ||
	    memcmp(p, "1970", 4) < 0 || p[17] > '5')
		return -1;
	if (*rest == '.') {
		for (rest++; rest < end && *rest >= '0' && *rest <= '9'; rest++)
			;
		if (rest == p + SECONDS + 1)
			return -1;
	}
	if (span_cmp((struct span){ rest, (size_t)(end - rest) }, SPAN("Z")) != 0 &&
	    span_cmp((struct span){ rest, (size_t)(end - rest) }, SPAN("+00:00")) != 0)
		return -1;
	memcpy(whole, p, SECONDS);
	memcpy(whole + SECONDS, "Z", 2);
	return clock_parse((struct span){ whole, SECONDS + 1 }, t);
}

/*
 * What rules are shown for a time t.  Younger than the limit: a second younger.  Else of the same number of whole
 * days, as of the limit where sides is all that counts; and with a second more unless it is that to the second, since
 * rules ask both > and >=.
 */
static time_t
shown(const struct coarse *how, time_t t)
{
	long long age = (long long)how->now - t, days = age / DAY, rest = age % DAY;

	if (how->sides) {
		days = how->days;
		rest = age - days * DAY;
	}
	if (age < how->days * DAY)
		return (time_t)(how->now - how->days * DAY + 1);
	if (rest < 0) {		/* a limit before now: days are counted down, as floor does */
		rest += DAY;
		days--;
	}
	return (time_t)(how->now - days * DAY - (rest != 0));
}

static void
cut(const struct coarse *how, struct sketch *s, unsigned node, struct span raw)
{
	unsigned carried;
	time_t t;

	if (scan_kind(raw) != SCAN_STRING || read_time(inside(raw), &t) < 0 ||
	    (carried = sketch_carry(s, inside(raw))) == SKETCH_CARRIED)
		sketch_value(s, node, raw);
	else
		sketch_time(s, node, carried, shown(how, t));
}

void
coarse_take(const struct coarse *how, struct sketch *s, unsigned node, struct span raw)
{
	enum scan_kind kind = scan_kind(raw);
	unsigned carried;

	if (!how || how->kind == COARSE_NOT)
		sketch_value(s, node, raw);
	else if (how->kind == COARSE_SHAPE)
		sketch_value(s, node, shape_of(raw));
	else if (how->kind == COARSE_CUT)
		cut(how, s, node, raw);
	else if (kind == SCAN_OBJECT || kind == SCAN_ARRAY)
		carry_below(how, s, node, raw);
	else if (kind == SCAN_STRING && (carried = carry(how, s, raw)) < SKETCH_CARRIED)
		sketch_text(s, node, carried);
	else
		sketch_value(s, node, raw);
}
