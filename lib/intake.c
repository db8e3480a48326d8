#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "intake.h"
#include "jsonsame.h"
#include "keyguess.h"
#include "recall.h"

enum { EARLY = 16 };	/* so many members before the type are remembered */

/* A kind of records: those of one type. */
struct kind {
	struct span type;
	const struct projection *projection;
	struct sketch *sketches;
	unsigned nsketches;
	struct projection_node **members;	/* by the number of a name; NULL where nobody reads that member */
	size_t nmembers;
};

struct early {
	size_t name;
	struct span value;
};

struct intake {
	struct kind *kinds;
	size_t n, last;			/* last: the kind of the record before */
	size_t others;			/* the number of the kind for all other types, and 1; 0: there is none */
	struct name *names;		/* of the members that somebody reads, as they are met */
	size_t nnames;
	struct keyguess guess;
	struct takings taken;
	struct recall *recall;		/* NULL: forms are not remembered */
};

struct name {
	char *text;			/* as a JSON string */
	int field;			/* its number in record.h, -1 if it is none */
};

struct intake *
intake_new(int recalls)
{
	struct intake *in = xcalloc(1, sizeof(*in));

	if (recalls)
		in->recall = recall_new();
	return in;
}

void
intake_add(struct intake *in, struct span type, const struct projection *projection, struct sketch *sketches,
    unsigned nsketches)
{
	in->kinds = xrealloc(in->kinds, (in->n + 1) * sizeof(*in->kinds));
	in->kinds[in->n++] = (struct kind){ type, projection, sketches, nsketches, NULL, 0 };
	if (!type.at)
		in->others = in->n;
}

/* One record being read. */
struct reading {
	struct intake *in;
	struct scan_checker *c;
	struct record *r;
	struct kind *kind;
	struct early early[EARLY];
	size_t nearly;
	int typed, again;		/* again: more members came early than are remembered, or two types */
	int loose;			/* white space between members */
};

/* Is it a field, or does any policy read it? */
static int
matters(const struct intake *in, struct span key)
{
	size_t i;

	for (i = 0; i < in->n; i++)
		if (projection_member(in->kinds[i].projection, key))
			return 1;
	return record_field(key) >= 0;
}

/* For keyguess: 1 and the number of the name; 0 of a member that is nobody's concern. */
static int
lookup(const void *arg, struct span key)
{
	struct intake *in = *(struct intake *const *)arg;
	size_t i;

	if (!matters(in, key))
		return 0;
	for (i = 0; i < in->nnames; i++)
		if (jsonsame(span_of(in->names[i].text), key))
			return (int)i + 1;
	in->names = xrealloc(in->names, (i + 1) * sizeof(*in->names));
	in->names[i] = (struct name){ xstrndup(key.at, key.len), record_field(key) };
	return (int)++in->nnames;
}

static struct projection_node *
member_of(const struct intake *in, struct kind *k, size_t name)
{
	size_t n;

	if (name >= k->nmembers) {
		k->members = xrealloc(k->members, in->nnames * sizeof(struct projection_node *));
		for (n = k->nmembers; n < in->nnames; n++)
			k->members[n] = projection_member(k->projection, span_of(in->names[n].text));
		k->nmembers = in->nnames;
	}
	return k->members[name];
}

static struct kind *
find_kind(struct intake *in, struct span type)
{
	size_t i;

	if (in->n && span_cmp(in->kinds[in->last].type, type) == 0)
		return &in->kinds[in->last];
	for (i = 0; i < in->n; i++)
		if (span_cmp(in->kinds[i].type, type) == 0)
			return &in->kinds[in->last = i];
	if (scan_kind(type) == SCAN_STRING && memchr(type.at, '\\', type.len))
		for (i = 0; i < in->n; i++)
			if (jsonsame(in->kinds[i].type, type))
				return &in->kinds[i];
	return in->others ? &in->kinds[in->others - 1] : NULL;
}

/* A value of a known kind's, or of nobody's yet. */
static const char *
read_value(struct reading *g, size_t name, const char *p)
{
	struct projection_node *member = g->kind ? member_of(g->in, g->kind, name) : NULL;

	return member ? projection_walk(member, g->c, p, &g->in->taken) : scan_check_value(g->c, p, 1);
}

/* Where the next thing begins, behind white space. */
static const char *
skip_space(struct reading *g, const char *p)
{
	const char *next = scan_space(p, g->c->end);

	g->loose |= next != p;
	return next;
}

/* What came early was found valid, so it does not fail now. */
static void
read_early(struct reading *g)
{
	size_t i;

	for (i = 0; i < g->nearly; i++)
		read_value(g, g->early[i].name, g->early[i].value.at);
}

/* From here on it is known whose policies read the record: nobody's if it is no resource. */
static void
begin_kind(struct reading *g, struct span type)
{
	g->typed = 1;
	if (g->r->kind.at && !record_is(g->r, "resource"))
		return;
	if (!(g->kind = find_kind(g->in, type)))
		return;
	g->in->taken.n = 0;
	read_early(g);
}

/* A member with a name: its value at p. */
static const char *
read_member(struct reading *g, size_t name, const char *p)
{
	const char *begin = p;
	struct span value;
	int field = g->in->names[name].field;

	if (!(p = read_value(g, name, p)))
		return NULL;
	value = (struct span){ begin, (size_t)(p - begin) };
	if (field >= 0)
		record_set(g->r, field, value);
	if (!g->typed) {
		if (g->nearly < EARLY)
			g->early[g->nearly++] = (struct early){ name, value };
		else
			g->again = 1;
		if (value.at == g->r->type.at)
			begin_kind(g, value);
	} else if (value.at == g->r->type.at || value.at == g->r->kind.at) {
		g->again = 1;
	}
	return p;
}

static const char *
read_object(struct reading *g, const char *p)
{
	struct scan_checker *c = g->c;
	unsigned at = 0;
	int name;

	p = skip_space(g, p + 1);
	if (p < c->end && *p == '}')
		return p + 1;
	for (;;) {
		if (!(p = keyguess_next(&g->in->guess, &at, c, p, lookup, &g->in, &name)))
			return NULL;
		g->loose |= p[-1] != ':' || p[-2] != '"';
		p = name ? read_member(g, (size_t)name - 1, p) : scan_check_value(c, p, 1);
		if (!p)
			return NULL;
		p = skip_space(g, p);
		if (p < c->end && *p == '}')
			return p + 1;
		if (p == c->end || *p != ',')
			return scan_fail(c, p, p == c->end ? "unfinished text" :
			    "expected a comma or the end of the container");
		p = skip_space(g, p + 1);
	}
}

/* A valid record whose type is known at last. */
static void
read_again(struct reading *g, struct span type)
{
	struct scan_iter it = scan_open(g->r->whole);
	struct span key, value;
	int name;

	g->kind = NULL;
	g->nearly = 0;
	begin_kind(g, type);
	while (g->kind && scan_next(&it, &key, &value))
		if ((name = lookup(&g->in, key)))
			read_value(g, (size_t)name - 1, value.at);
}

/* A record that looks like one before: 0 if there was none. */
static int
read_alike(struct intake *in, struct span text, struct record *r, int *number)
{
	const struct recipe *recipe = recall_find(in->recall, text, number);

	if (!recipe)
		return 0;
	recipe_follow(recipe, recall_forms(in->recall), r, *number < 0 ? NULL : in->kinds[*number].sketches);
	return 1;
}

/* What the next record that looks like this one needs not be walked through for: all but Kind and type may differ. */
static void
learn(struct intake *in, struct span text, const struct record *r, int number)
{
	const struct span fixed[] = { r->kind, r->type };

	if (r->whole.at == text.at && r->whole.len == text.len)
		recall_keep(in->recall, r, &in->taken, number < 0 ? 0 : in->kinds[number].nsketches, number, fixed,
		    sizeof(fixed) / sizeof(*fixed));
}

/* All of it, byte by byte. */
static int
read_through(struct reading *g, struct span text, struct span type, const char **why, size_t *at)
{
	struct scan_checker *c = g->c;
	const char *p = scan_space(text.at, c->end);

	if (p == c->end || *p != '{') {
		if (scan_check(text, why, at) == 0) {
			*why = "not an object";
			*at = SIZE_MAX;
		}
		return -1;
	}
	g->r->whole.at = p;
	if (type.at)
		begin_kind(g, type);
	if ((p = read_object(g, p))) {
		g->r->whole.len = (size_t)(p - g->r->whole.at);
		g->r->tight = !g->loose;
		p = scan_space(p, c->end);
		if (p < c->end)
			scan_fail(c, p, *p ? "more than one value" : "NUL byte");
	}
	if (!c->why)
		return 0;
	*why = c->why;
	*at = (size_t)(c->at - text.at);
	return -1;
}

/* One that looks like none before, or of a type that is told. */
static int
read_anew(struct intake *in, struct span text, struct span type, struct record *r, int *number, const char **why,
    size_t *at)
{
	struct scan_checker c = { text.at + text.len, NULL, NULL };
	struct reading g = { .in = in, .c = &c, .r = r };
	unsigned i;

	memset(r, 0, sizeof(*r));
	in->taken.n = 0;
	if (read_through(&g, text, type, why, at) < 0)
		return -1;
	if (type.at)
		r->type = type;
	else if (g.again)
		read_again(&g, r->type);
	*number = g.kind ? (int)(g.kind - in->kinds) : -1;
	if (g.kind) {
		projection_whole(g.kind->projection, r->whole, &in->taken);
		for (i = 0; i < g.kind->nsketches; i++)
			sketch_clear(&g.kind->sketches[i]);
		projection_sketch(&in->taken, g.kind->sketches);
	}
	return 0;
}

int
intake_read(struct intake *in, struct span text, struct span type, struct record *r, int *number, const char **why,
    size_t *at)
{
	int recalls = in->recall && !type.at;

	if (recalls && read_alike(in, text, r, number))
		return 0;
	if (read_anew(in, text, type, r, number, why, at) < 0)
		return -1;
	if (recalls)
		learn(in, text, r, *number);
	return 0;
}

void
intake_free(struct intake *in)
{
	size_t i;

	if (!in)
		return;
	for (i = 0; i < in->n; i++)
		free(in->kinds[i].members);
	for (i = 0; i < in->nnames; i++)
		free(in->names[i].text);
	keyguess_free(&in->guess);
	takings_free(&in->taken);
	recall_free(in->recall);
	free(in->names);
	free(in->kinds);
	free(in);
}
