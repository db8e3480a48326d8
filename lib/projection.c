#include <err.h>
#include <stdlib.h>

#include "keyguess.h"
#include "projection.h"

enum { PLACES = 1 << 16 };	/* what a step of a sketch can number */

/* Readers, ascending, each once. */
struct readers {
	unsigned *reader;
	unsigned n;
};

/*
 * A tree of the paths.  At each node some readers stop and take the value, some go on below it by keys, some by [];
 * a reader that stops is in no node further down, and none goes on by both.
 */
struct projection_node {
	char *key;				/* of the member, NULL for the items of an array and for the record */
	unsigned number;
	struct projection_node *child, *next;	/* first child, next sibling */
	struct projection_node *item;		/* the child that stands for items */
	struct projection_node **children;	/* by the number of their order, from 1, that guess has for them */
	unsigned nchildren;
	struct readers stops, objects, arrays;
	const struct coarse **how;		/* of each that stops */
	struct keyguess guess;
};

struct projection {
	struct projection_node root;
	unsigned nodes;
	const char **keys;
};

struct projection *
projection_new(void)
{
	struct projection *p = xcalloc(1, sizeof(*p));

	p->nodes = 1;
	return p;
}

static unsigned
find(const struct readers *set, unsigned reader)
{
	unsigned i;

	for (i = 0; i < set->n && set->reader[i] != reader; i++)
		;
	return i;
}

static int
has(const struct readers *set, unsigned reader)
{
	return find(set, reader) < set->n;
}

static void
put(struct readers *set, unsigned reader)
{
	if (has(set, reader))
		return;
	set->reader = xrealloc(set->reader, (set->n + 1) * sizeof(*set->reader));
	set->reader[set->n++] = reader;
}

static void
drop(struct readers *set, unsigned reader)
{
	unsigned i = find(set, reader);

	if (i == set->n)
		return;
	memmove(set->reader + i, set->reader + i + 1, (set->n - i - 1) * sizeof(*set->reader));
	set->n--;
}

static void
drop_stop(struct projection_node *node, unsigned reader)
{
	unsigned i = find(&node->stops, reader);

	if (i == node->stops.n)
		return;
	memmove(node->how + i, node->how + i + 1, (node->stops.n - i - 1) * sizeof(*node->how));
	drop(&node->stops, reader);
}

static struct projection_node *
child_of(struct projection *p, struct projection_node *parent, const char *key)
{
	struct projection_node *node;

	for (node = parent->child; node; node = node->next)
		if (key ? node->key && strcmp(node->key, key) == 0 : !node->key)
			return node;
	if (p->nodes == PLACES)
		errx(3, "the policies for one resource type read more than %d places", PLACES - 1);
	node = xcalloc(1, sizeof(*node));
	node->key = key ? xstrdup(key) : NULL;
	node->number = p->nodes++;
	node->next = parent->child;
	if (key) {
		parent->children = xrealloc(parent->children, (parent->nchildren + 2) * sizeof(*parent->children));
		parent->children[++parent->nchildren] = node;
	} else {
		parent->item = node;
	}
	return parent->child = node;
}

/* Takes the reader out of a subtree and its siblings; was it there? */
static int
forget(struct projection_node *node, unsigned reader)
{
	int found = 0;

	for (; node; node = node->next) {
		found |= has(&node->stops, reader) || has(&node->objects, reader) || has(&node->arrays, reader);
		drop_stop(node, reader);
		drop(&node->objects, reader);
		drop(&node->arrays, reader);
		found |= forget(node->child, reader);
	}
	return found;
}

static void
stop_at(struct projection_node *node, unsigned reader, const struct coarse *how)
{
	unsigned i = find(&node->stops, reader);

	drop(&node->objects, reader);
	drop(&node->arrays, reader);
	if (forget(node->child, reader))
		how = NULL;
	if (i < node->stops.n) {
		node->how[i] = NULL;
		return;
	}
	put(&node->stops, reader);
	node->how = xrealloc(node->how, node->stops.n * sizeof(*node->how));
	node->how[i] = how;
}

void
projection_add(struct projection *p, unsigned reader, const struct path *path, const struct coarse *how)
{
	struct projection_node *node = &p->root;
	size_t i;
	int by_key;

	for (i = 0; i < path->nsteps; i++) {
		by_key = path->steps[i].kind == PATH_KEY;
		/* .a.b and .a[].c, or .a and .a.b: then it takes .a whole */
		if (has(&node->stops, reader) || has(by_key ? &node->arrays : &node->objects, reader)) {
			how = NULL;
			break;
		}
		put(by_key ? &node->objects : &node->arrays, reader);
		node = child_of(p, node, by_key ? path->steps[i].key : NULL);
	}
	stop_at(node, reader, how);
}

static int
lookup(const void *arg, struct span key)
{
	const struct projection_node *node = arg;
	unsigned i;

	for (i = 1; i <= node->nchildren; i++)
		if (scan_string_is(key, node->children[i]->key))
			return (int)i;
	return 0;
}

struct projection_node *
projection_member(const struct projection *p, struct span key)
{
	int i = lookup(&p->root, key);

	return i ? p->root.children[i] : NULL;
}

static void
note_keys(struct projection *p, const struct projection_node *node)
{
	for (; node; node = node->next) {
		p->keys[node->number] = node->key;
		note_keys(p, node->child);
	}
}

const char *const *
projection_keys(struct projection *p)
{
	if (!p->keys) {
		p->keys = xcalloc(p->nodes, sizeof(*p->keys));
		note_keys(p, &p->root);
	}
	return p->keys;
}

/* What happened at a node. */
enum what { OBJECT, END_OBJECT, ARRAY, END_ARRAY, VALUE, VALUE_OBJECT, VALUE_ARRAY, WHOLE };

struct taking {
	const struct projection_node *node;
	enum what what;
	struct span raw;	/* of a value: one that was gone through as an object, as an array, or not at all */
};

static void
take(struct takings *t, const struct projection_node *node, enum what what, struct span raw)
{
	if (t->n == t->cap) {
		t->cap = t->cap ? t->cap * 2 : 64;
		t->all = xrealloc(t->all, t->cap * sizeof(*t->all));
	}
	t->all[t->n++] = (struct taking){ node, what, raw };
}

void
takings_free(struct takings *t)
{
	free(t->all);
}

static void
tell_step(const struct projection_taker *to, const struct readers *set, enum sketch_step step, unsigned place)
{
	unsigned i;

	for (i = 0; i < set->n; i++)
		to->step(to->arg, set->reader[i], step, place);
}

static void
tell_whole(const struct projection_taker *to, const struct readers *set, unsigned place, struct span raw)
{
	unsigned i;

	for (i = 0; i < set->n; i++)
		to->value(to->arg, set->reader[i], NULL, place, raw);
}

static void
tell_value(const struct projection_taker *to, const struct taking *t)
{
	const struct projection_node *node = t->node;
	unsigned i;

	for (i = 0; i < node->stops.n; i++)
		to->value(to->arg, node->stops.reader[i], t->what == WHOLE ? NULL : node->how[i], node->number, t->raw);
	if (t->what == VALUE || t->what == VALUE_ARRAY)
		tell_whole(to, &node->objects, node->number, t->raw);
	if (t->what != VALUE_ARRAY)	/* the record, too, is none */
		tell_whole(to, &node->arrays, node->number, t->raw);
}

void
projection_tell(const struct takings *t, const struct projection_taker *to)
{
	size_t i;

	for (i = 0; i < t->n; i++)
		switch (t->all[i].what) {
		case OBJECT:
			tell_step(to, &t->all[i].node->objects, SKETCH_OBJECT, t->all[i].node->number);
			break;
		case END_OBJECT:
			tell_step(to, &t->all[i].node->objects, SKETCH_END_OBJECT, 0);
			break;
		case ARRAY:
			tell_step(to, &t->all[i].node->arrays, SKETCH_ARRAY, t->all[i].node->number);
			break;
		case END_ARRAY:
			tell_step(to, &t->all[i].node->arrays, SKETCH_END_ARRAY, 0);
			break;
		default:
			tell_value(to, &t->all[i]);
		}
}

static void
sketch_one_step(void *arg, unsigned reader, enum sketch_step step, unsigned place)
{
	struct sketch *sketches = arg;

	sketch_step(&sketches[reader], step, place);
}

static void
sketch_one_value(void *arg, unsigned reader, const struct coarse *how, unsigned place, struct span raw)
{
	struct sketch *sketches = arg;

	coarse_take(how, &sketches[reader], place, raw);
}

void
projection_sketch(const struct takings *t, struct sketch *sketches)
{
	projection_tell(t, &(struct projection_taker){ sketch_one_step, sketch_one_value, sketches });
}

static const char *walk(struct projection_node *node, struct scan_checker *c, const char *p, int depth,
    struct takings *t);

/* Behind a member or an item: the next one's place with *more set, or the container's end. */
static const char *
go_on(struct scan_checker *c, const char *p, char closer, int *more)
{
	p = scan_space(p, c->end);
	if (p == c->end)
		return scan_fail(c, p, "unfinished text");
	*more = *p == ',';
	if (*more)
		return scan_space(p + 1, c->end);
	return *p == closer ? p + 1 : scan_fail(c, p, "expected a comma or the end of the container");
}

static const char *
walk_object(struct projection_node *node, struct scan_checker *c, const char *p, int depth, struct takings *t)
{
	unsigned at = 0;
	int child, more = 1;

	p = scan_space(p + 1, c->end);
	if (p < c->end && *p == '}')
		return p + 1;
	while (more) {
		if (!(p = keyguess_next(&node->guess, &at, c, p, lookup, node, &child)))
			return NULL;
		p = child ? walk(node->children[child], c, p, depth, t) : scan_check_value(c, p, depth);
		if (!p || !(p = go_on(c, p, '}', &more)))
			return NULL;
	}
	return p;
}

static const char *
walk_array(const struct projection_node *node, struct scan_checker *c, const char *p, int depth, struct takings *t)
{
	int more = 1;

	p = scan_space(p + 1, c->end);
	if (p < c->end && *p == ']')
		return p + 1;
	while (more)
		if (!(p = walk(node->item, c, p, depth, t)) || !(p = go_on(c, p, ']', &more)))
			return NULL;
	return p;
}

/* The value at p; depth says how many containers are open around it. */
static const char *
walk(struct projection_node *node, struct scan_checker *c, const char *p, int depth, struct takings *t)
{
	const struct span none = { NULL, 0 };
	const char *begin = p;
	int object = p < c->end && *p == '{' && node->objects.n;
	int array = p < c->end && *p == '[' && node->arrays.n;

	if ((object || array) && depth >= SCAN_DEPTH)
		return scan_fail(c, p, "nested too deeply");
	if (object) {
		take(t, node, OBJECT, none);
		p = walk_object(node, c, p, depth + 1, t);
		take(t, node, END_OBJECT, none);
	} else if (array) {
		take(t, node, ARRAY, none);
		p = walk_array(node, c, p, depth + 1, t);
		take(t, node, END_ARRAY, none);
	} else {
		p = scan_check_value(c, p, depth);
	}
	if (!p)
		return NULL;
	if (node->stops.n || (!object && node->objects.n) || (!array && node->arrays.n))
		take(t, node, object ? VALUE_OBJECT : array ? VALUE_ARRAY : VALUE,
		    (struct span){ begin, (size_t)(p - begin) });
	return p;
}

const char *
projection_walk(struct projection_node *member, struct scan_checker *c, const char *at, struct takings *t)
{
	return walk(member, c, at, 1, t);
}

void
projection_whole(const struct projection *p, struct span record, struct takings *t)
{
	if (p->root.stops.n || p->root.arrays.n)
		take(t, &p->root, WHOLE, record);
}

static void
free_below(struct projection_node *node)
{
	struct projection_node *c, *next;

	for (c = node->child; c; c = next) {
		next = c->next;
		free_below(c);
		free(c);
	}
	keyguess_free(&node->guess);
	free(node->key);
	free(node->children);
	free(node->stops.reader);
	free(node->objects.reader);
	free(node->arrays.reader);
	free(node->how);
}

void
projection_free(struct projection *p)
{
	if (!p)
		return;
	free_below(&p->root);
	free(p->keys);
	free(p);
}
