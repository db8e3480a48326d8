/*
 * A YAML file that somebody else wrote, as libyaml's tree, with the line of each node.
 *
 * What a reader could take in two ways is refused with its line before any of it is used: a second document, a key
 * that stands twice in one mapping, a merge ("<<"), a key that is no text, a tag such as !!binary; so are bytes that
 * are no UTF-8, texts above YAMLDOC_MOST bytes, nesting above YAMLDOC_DEPTH, and what libyaml itself refuses.
 * An alias is the node that it names, not a copy, so memory is that of the text; but a tree can come to itself again,
 * and what goes through all of it must count.
 */
#ifndef QRIE_YAMLDOC_H
#define QRIE_YAMLDOC_H

#include <yaml.h>

#include "buf.h"

/* libyaml compares each token with each open bracket, each alias with each anchor. */
enum { YAMLDOC_MOST = 256 << 10, YAMLDOC_DEPTH = 50, YAMLDOC_ANCHORS = 1000 };

struct yamldoc {
	yaml_document_t tree;
	int loaded;
	const char *why;		/* static: what is wrong, */
	unsigned long line;		/* and where, from 1 */
};

/* 0, or -1 with why and line set.  Start it as {0}; yamldoc_free() in both cases. */
int yamldoc_read(struct yamldoc *d, struct span text);
void yamldoc_free(struct yamldoc *d);

/* NULL if there is nothing in it. */
const yaml_node_t *yamldoc_root(struct yamldoc *d);
unsigned long yamldoc_line(const yaml_node_t *node);
/* What a scalar says; {NULL, 0} for a list, a mapping, NULL, and what is null without quotes. */
struct span yamldoc_text(const yaml_node_t *node);

/*
 *	struct yamldoc_iter it = yamldoc_open(d, node);		anything but a list and a mapping has no items
 *	while (yamldoc_next(&it, &key, &value)) ...		key is NULL in a list
 */
struct yamldoc_iter {
	struct yamldoc *d;
	const yaml_node_t *node;
	size_t i;
};
struct yamldoc_iter yamldoc_open(struct yamldoc *d, const yaml_node_t *node);
int yamldoc_next(struct yamldoc_iter *it, const yaml_node_t **key, const yaml_node_t **value);
/* The value of a key; NULL if it is not there, or node is no mapping. */
const yaml_node_t *yamldoc_get(struct yamldoc *d, const yaml_node_t *node, const char *key);

#endif
