#include <string.h>

#include "lockstep.h"

enum { PREFIX = 160, LONG = 64 << 10 };

static struct lockstep_line
held(const struct lockstep_side *s, unsigned i)
{
	unsigned at = (s->first + i) % LOCKSTEP_AHEAD;

	return (struct lockstep_line){ buf_span(&s->held[at]), s->number[at], s->at[at], 0 };
}

static void
read_line(struct lockstep_side *s)
{
	s->has = ndjson_line(&s->in, &s->line.text);
	s->line.number = s->in.line;
	s->line.at = s->in.at;
	s->line.same = 0;
}

/* The next line, if it is not known yet and has the same text as the other side's. */
static void
read_same(struct lockstep_side *s, struct span text)
{
	if (s->n || s->has || !ndjson_line_is(&s->in, text, &s->line.text))
		return;
	s->has = s->line.same = 1;
	s->line.number = s->in.line;
	s->line.at = s->in.at;
}

static int
peek(struct lockstep_side *s, struct lockstep_line *line)
{
	if (s->n) {
		*line = held(s, 0);
		return 1;
	}
	if (!s->has)
		read_line(s);
	*line = s->line;
	return s->has;
}

static void
pop(struct lockstep_side *s)
{
	if (s->n) {
		s->first = (s->first + 1) % LOCKSTEP_AHEAD;
		s->n--;
	} else {
		s->has = 0;
	}
}

static void
hold(struct lockstep_side *s)
{
	unsigned at = (s->first + s->n++) % LOCKSTEP_AHEAD;

	buf_clear(&s->held[at]);
	buf_addspan(&s->held[at], s->line.text);
	s->number[at] = s->line.number;
	s->at[at] = s->line.at;
	s->has = 0;
}

/* Not beyond a line that is very long: memory. */
static void
look_ahead(struct lockstep_side *s)
{
	while (s->n < LOCKSTEP_AHEAD && (!s->n || held(s, s->n - 1).text.len < LONG)) {
		if (!s->has)
			read_line(s);
		if (!s->has)
			return;
		hold(s);
	}
}

static int
alike(struct span a, struct span b)
{
	return a.len == b.len && memcmp(a.at, b.at, a.len < PREFIX ? a.len : PREFIX) == 0;
}

/* Gives away so many lines of a side; 0 to go on. */
static int
give(struct lockstep *l, int side, unsigned n)
{
	struct lockstep_line line;

	for (; n > 0; n--) {
		line = held(&l->side[side], 0);
		if (l->one(l->context, side, &line))
			return -1;
		pop(&l->side[side]);
	}
	return 0;
}

/* Do they go on together further on?  Gives away what lies before: 1; 0 if not; -1 to stop. */
static int
align(struct lockstep *l)
{
	struct lockstep_side *a = &l->side[0], *b = &l->side[1];
	unsigned i;

	look_ahead(a);
	look_ahead(b);
	if (alike(held(a, 0).text, held(b, 0).text))
		return 0;
	for (i = 1; i < a->n || i < b->n; i++) {
		if (i < b->n && alike(held(a, 0).text, held(b, i).text))
			return give(l, 1, i) ? -1 : 1;
		if (i < a->n && alike(held(a, i).text, held(b, 0).text))
			return give(l, 0, i) ? -1 : 1;
	}
	return 0;
}

/* Both heads alone, or the one that there is. */
static int
part(struct lockstep *l, const int has[2])
{
	struct lockstep_line line;
	int side;

	for (side = 0; side < 2; side++)
		if (has[side]) {
			peek(&l->side[side], &line);
			if (l->one(l->context, side, &line))
				return -1;
			pop(&l->side[side]);
		}
	return 0;
}

void
lockstep_run(struct lockstep *l)
{
	struct lockstep_line line[2];
	int has[2], aligned;

	for (;;) {
		has[0] = peek(&l->side[0], &line[0]);
		if (has[0] && l->both)
			read_same(&l->side[1], line[0].text);
		has[1] = peek(&l->side[1], &line[1]);
		if (!has[0] && !has[1])
			return;
		if (l->both && has[0] && has[1]) {
			if (l->both(l->context, &line[0], &line[1])) {
				pop(&l->side[0]);
				pop(&l->side[1]);
				continue;
			}
			if ((aligned = align(l)) < 0)
				return;
			if (aligned)
				continue;
		}
		if (part(l, has) < 0)
			return;
	}
}

void
lockstep_free(struct lockstep *l)
{
	int side, i;

	for (side = 0; side < 2; side++)
		for (i = 0; i < LOCKSTEP_AHEAD; i++)
			buf_free(&l->side[side].held[i]);
}
