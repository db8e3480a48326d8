#include <stdlib.h>

#include "projection.h"
#include "scan.h"

/*
 * A tree of the paths.  At each node some readers stop and take the value whole, some go on below it;
 * a reader that stops is in no node further down.
 */
struct node {
	char *key;			/* of the member, NULL for the items of an array */
	struct node *child, *next;	/* first child, next sibling */
	unsigned *stops, *goes;		/* readers, ascending */
	unsigned nstops, ngoes;
};

struct projection {
	struct node root;
	unsigned readers;
};

struct projection *
projection_new(unsigned readers)
{
	struct projection *p = xcalloc(1, sizeof(*p));

	p->readers = readers;
	return p;
}

static int
has(const unsigned *set, unsigned n, unsigned reader)
{
	unsigned i;

	for (i = 0; i < n; i++)
		if (set[i] == reader)
			return 1;
	return 0;
}

static void
put(unsigned **set, unsigned *n, unsigned reader)
{
	if (has(*set, *n, reader))
		return;
	*set = xrealloc(*set, (*n + 1) * sizeof(**set));
	(*set)[(*n)++] = reader;
}

static void
drop(unsigned *set, unsigned *n, unsigned reader)
{
	unsigned i, kept = 0;

	for (i = 0; i < *n; i++)
		if (set[i] != reader)
			set[kept++] = set[i];
	*n = kept;
}

static struct node *
child_of(struct node *parent, const char *key)
{
	struct node *node;

	for (node = parent->child; node; node = node->next)
		if (key ? node->key && span_is(span_of(node->key), key) : !node->key)
			return node;
	node = xcalloc(1, sizeof(*node));
	node->key = key ? xstrdup(key) : NULL;
	node->next = parent->child;
	return parent->child = node;
}

static void
forget(struct node *node, unsigned reader)
{
	for (; node; node = node->next) {
		drop(node->stops, &node->nstops, reader);
		drop(node->goes, &node->ngoes, reader);
		forget(node->child, reader);
	}
}

static void
stop_at(struct node *node, unsigned reader)
{
	put(&node->stops, &node->nstops, reader);
	drop(node->goes, &node->ngoes, reader);
	forget(node->child, reader);
}

/* Does the reader already go on from here by the other kind of step?  .a.b and .a[].c: then it takes .a whole. */
static int
goes_otherwise(const struct node *node, unsigned reader, int by_key)
{
	const struct node *c;

	for (c = node->child; c; c = c->next)
		if ((c->key != NULL) != by_key &&
		    (has(c->stops, c->nstops, reader) || has(c->goes, c->ngoes, reader)))
			return 1;
	return 0;
}

void
projection_add(struct projection *p, unsigned reader, const struct path *path)
{
	struct node *node = &p->root;
	size_t i;

	for (i = 0; i < path->nsteps; i++) {
		if (has(node->stops, node->nstops, reader))
			return;
		if (goes_otherwise(node, reader, path->steps[i].kind == PATH_KEY))
			break;
		put(&node->goes, &node->ngoes, reader);
		node = child_of(node, path->steps[i].kind == PATH_KEY ? path->steps[i].key : NULL);
	}
	stop_at(node, reader);
}

/* A comma if something stands before in the container that is open. */
static void
separate(struct buf *text)
{
	char last = text->data[text->len - 1];

	if (last != '{' && last != '[')
		buf_addc(text, ',');
}

static void project(const struct node *node, struct span value, struct buf *texts);

/* Readers that go on by the other kind of container than this one take it whole. */
static int
expects(const struct node *node, unsigned reader, int object)
{
	const struct node *c;

	for (c = node->child; c; c = c->next)
		if ((c->key != NULL) == object &&
		    (has(c->stops, c->nstops, reader) || has(c->goes, c->ngoes, reader)))
			return 1;
	return 0;
}

static void
announce(const unsigned *readers, unsigned n, struct span key, struct buf *texts)
{
	unsigned i;

	for (i = 0; i < n; i++) {
		separate(&texts[readers[i]]);
		if (key.at) {
			buf_addspan(&texts[readers[i]], key);
			buf_addc(&texts[readers[i]], ':');
		}
	}
}

static const struct node *
find(const struct node *node, struct span key)
{
	const struct node *c;

	for (c = node->child; c; c = c->next)
		if (key.at ? c->key && scan_string_is(key, c->key) : !c->key)
			return c;
	return NULL;
}

static void
project_container(const struct node *node, struct span value, struct buf *texts)
{
	int object = scan_kind(value) == SCAN_OBJECT;
	struct scan_iter it = scan_open(value);
	struct span key, item;
	const struct node *c;
	unsigned i;

	for (i = 0; i < node->ngoes; i++)
		if (expects(node, node->goes[i], object))
			buf_addc(&texts[node->goes[i]], object ? '{' : '[');
		else
			buf_addspan(&texts[node->goes[i]], value);
	while (scan_next(&it, &key, &item)) {
		if (!(c = find(node, key)))
			continue;
		announce(c->stops, c->nstops, key, texts);
		announce(c->goes, c->ngoes, key, texts);
		project(c, item, texts);
	}
	for (i = 0; i < node->ngoes; i++)
		if (expects(node, node->goes[i], object))
			buf_addc(&texts[node->goes[i]], object ? '}' : ']');
}

static void
project(const struct node *node, struct span value, struct buf *texts)
{
	enum scan_kind kind = scan_kind(value);
	unsigned i;

	for (i = 0; i < node->nstops; i++)
		buf_addspan(&texts[node->stops[i]], value);
	if (node->ngoes == 0)
		return;
	if (kind == SCAN_OBJECT || kind == SCAN_ARRAY)
		project_container(node, value, texts);
	else
		for (i = 0; i < node->ngoes; i++)
			buf_addspan(&texts[node->goes[i]], value);
}

void
projection_run(const struct projection *p, struct span record, struct buf *texts)
{
	unsigned i;

	for (i = 0; i < p->readers; i++)
		buf_clear(&texts[i]);
	project(&p->root, record, texts);
}

static void
free_children(struct node *node)
{
	struct node *c, *next;

	for (c = node->child; c; c = next) {
		next = c->next;
		free_children(c);
		free(c);
	}
	free(node->key);
	free(node->stops);
	free(node->goes);
}

void
projection_free(struct projection *p)
{
	if (!p)
		return;
	free_children(&p->root);
	free(p);
}
