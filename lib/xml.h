/*
 * A small XML document as a tree, read with expat.
 *
 * Names are local: the namespace is checked by expat and then dropped; an attribute that has one keeps a colon
 * before its name (":type").  Refused: whatever is not well-formed, a document type (so no entities of its own),
 * more than XML_DEPTH levels, more than XML_ELEMENTS elements.
 */
#ifndef QRIE_XML_H
#define QRIE_XML_H

#include "buf.h"

enum { XML_DEPTH = 200, XML_ELEMENTS = 4 << 20 };

struct xml_attribute {
	char *name, *value;
	struct xml_attribute *next;
};

struct xml {
	char *name;
	char *text;			/* before the first child element; never NULL in a tree that was given */
	struct xml_attribute *attributes;
	struct xml *parent, *child, *last, *next;	/* last: of the children */
};

/* Gives the root; or NULL with *why (malloc'd) set. */
struct xml *xml_parse(struct span text, char **why);
const struct xml *xml_child(const struct xml *parent, const char *name);	/* the first of that name, or NULL */
const struct xml *xml_again(const struct xml *child);	/* the next sibling of the same name, or NULL */
const char *xml_child_text(const struct xml *parent, const char *name);		/* NULL if there is no such child */
size_t xml_count(const struct xml *parent);		/* child elements */
void xml_free(struct xml *root);

#endif
