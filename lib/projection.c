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

static void
step(const struct readers *set, enum sketch_step what, unsigned number, struct sketch *sketches)
{
	unsigned i;

	for (i = 0; i < set->n; i++)
		sketch_step(&sketches[set->reader[i]], what, number);
}

static void
take_whole(const struct readers *set, unsigned number, struct span raw, struct sketch *sketches)
{
	unsigned i;

	for (i = 0; i < set->n; i++)
		sketch_value(&sketches[set->reader[i]], number, raw);
}

static const char *walk(struct projection_node *node, struct scan_checker *c, const char *p, int depth,
    struct sketch *sketches);

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
walk_object(struct projection_node *node, struct scan_checker *c, const char *p, int depth, struct sketch *sketches)
{
	unsigned at = 0;
	int child, more = 1;

	p = scan_space(p + 1, c->end);
	if (p < c->end && *p == '}')
		return p + 1;
	while (more) {
		if (!(p = keyguess_next(&node->guess, &at, c, p, lookup, node, &child)))
			return NULL;
		p = child ? walk(node->children[child], c, p, depth, sketches) : scan_check_value(c, p, depth);
		if (!p || !(p = go_on(c, p, '}', &more)))
			return NULL;
	}
	return p;
}

static const char *
walk_array(const struct projection_node *node, struct scan_checker *c, const char *p, int depth,
    struct sketch *sketches)
{
	int more = 1;

	p = scan_space(p + 1, c->end);
	if (p < c->end && *p == ']')
		return p + 1;
	while (more)
		if (!(p = walk(node->item, c, p, depth, sketches)) || !(p = go_on(c, p, ']', &more)))
			return NULL;
	return p;
}

/* The value at p; depth says how many containers are open around it. */
static const char *
walk(struct projection_node *node, struct scan_checker *c, const char *p, int depth, struct sketch *sketches)
{
	const char *begin = p;
	struct span raw;
	int object = p < c->end && *p == '{' && node->objects.n;
	int array = p < c->end && *p == '[' && node->arrays.n;
	unsigned i;

	if ((object || array) && depth >= SCAN_DEPTH)
		return scan_fail(c, p, "nested too deeply");
	if (object) {
		step(&node->objects, SKETCH_OBJECT, node->number, sketches);
		p = walk_object(node, c, p, depth + 1, sketches);
		step(&node->objects, SKETCH_END_OBJECT, 0, sketches);
	} else if (array) {
		step(&node->arrays, SKETCH_ARRAY, node->number, sketches);
		p = walk_array(node, c, p, depth + 1, sketches);
		step(&node->arrays, SKETCH_END_ARRAY, 0, sketches);
	} else {
		p = scan_check_value(c, p, depth);
	}
	if (!p)
		return NULL;
	raw = (struct span){ begin, (size_t)(p - begin) };
	for (i = 0; i < node->stops.n; i++)
		if (node->how[i])
			coarse_take(node->how[i], &sketches[node->stops.reader[i]], node->number, raw);
		else
			sketch_value(&sketches[node->stops.reader[i]], node->number, raw);
	if (!object)
		take_whole(&node->objects, node->number, raw, sketches);
	if (!array)
		take_whole(&node->arrays, node->number, raw, sketches);
	return p;
}

const char *
projection_walk(struct projection_node *member, struct scan_checker *c, const char *at, struct sketch *sketches)
{
	return walk(member, c, at, 1, sketches);
}

void
projection_whole(const struct projection *p, struct span record, struct sketch *sketches)
{
	take_whole(&p->root.stops, 0, record, sketches);
	take_whole(&p->root.arrays, 0, record, sketches);	/* a record is no array */
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
