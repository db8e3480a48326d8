#include <stdlib.h>
#include <string.h>

#include <expat.h>

#include "xml.h"

/* Cannot stand in XML, so it cannot stand in a namespace. */
enum { SEPARATOR = '\f' };

struct building {
	XML_Parser parser;
	struct xml *root, *at;
	struct buf text;		/* of at, up to here */
	size_t depth, elements;
	const char *refused;
};

static void
refuse(struct building *b, const char *why)
{
	if (!b->refused)
		b->refused = why;
	XML_StopParser(b->parser, XML_FALSE);
}

static void
add_attributes(struct xml *node, const char **pairs)
{
	struct xml_attribute *a;
	const char *colon;

	for (; *pairs; pairs += 2) {
		a = xcalloc(1, sizeof *a);
		a->next = node->attributes;
		node->attributes = a;
		colon = strrchr(pairs[0], SEPARATOR);
		a->name = xstrdup(colon ? colon : pairs[0]);
		if (colon)
			*a->name = ':';
		a->value = xstrdup(pairs[1]);
	}
}

/* The text before the first child; what follows a child is no value of anything. */
static void
settle_text(struct building *b)
{
	if (b->at && !b->at->text)
		b->at->text = xstrndup(b->text.data ? b->text.data : "", b->text.len);
	buf_clear(&b->text);
}

static void XMLCALL
on_start(void *arg, const char *name, const char **attributes)
{
	struct building *b = arg;
	struct xml *node;
	const char *local = strrchr(name, SEPARATOR);

	if (++b->depth > XML_DEPTH) {
		refuse(b, "nested too deep");
		return;
	}
	if (++b->elements > XML_ELEMENTS) {
		refuse(b, "too many elements");
		return;
	}
	settle_text(b);
	node = xcalloc(1, sizeof *node);
	node->name = xstrdup(local ? local + 1 : name);
	node->parent = b->at;
	if (!b->at)
		b->root = node;
	else if (b->at->last)
		b->at->last->next = node;
	else
		b->at->child = node;
	if (b->at)
		b->at->last = node;
	b->at = node;
	add_attributes(node, attributes);
}

static void XMLCALL
on_end(void *arg, const char *name)
{
	struct building *b = arg;

	(void)name;
	if (b->refused)		/* expat still ends the element that was refused */
		return;
	settle_text(b);
	b->at = b->at->parent;
	b->depth--;
}

static void XMLCALL
on_text(void *arg, const char *text, int len)
{
	struct building *b = arg;

	if (b->at && !b->at->text)
		buf_add(&b->text, text, (size_t)len);
}

static void XMLCALL
on_doctype(void *arg, const char *name, const char *system, const char *public, int internal)
{
	(void)name;
	(void)system;
	(void)public;
	(void)internal;
	refuse(arg, "document type not allowed");
}

static enum XML_Status
feed(XML_Parser parser, struct span text)
{
	const size_t most = 1 << 20;	/* expat's lengths are ints */
	size_t n;

	do {
		n = text.len < most ? text.len : most;
		if (XML_Parse(parser, text.at, (int)n, n == text.len) != XML_STATUS_OK)
			return XML_STATUS_ERROR;
		text.at += n;
		text.len -= n;
	} while (text.len);
	return XML_STATUS_OK;
}

struct xml *
xml_parse(struct span text, char **why)
{
	struct building b = {0};
	struct buf message = {0};

	b.parser = XML_ParserCreateNS("UTF-8", SEPARATOR);
	if (!b.parser) {
		*why = xstrdup("no memory for an XML parser");
		return NULL;
	}
	XML_SetUserData(b.parser, &b);
	XML_SetElementHandler(b.parser, on_start, on_end);
	XML_SetCharacterDataHandler(b.parser, on_text);
	XML_SetStartDoctypeDeclHandler(b.parser, on_doctype);
	if (feed(b.parser, text) != XML_STATUS_OK) {
		buf_addf(&message, "XML line %lu: %s", (unsigned long)XML_GetCurrentLineNumber(b.parser),
		    b.refused ? b.refused : XML_ErrorString(XML_GetErrorCode(b.parser)));
		*why = message.data;
		xml_free(b.root);
		b.root = NULL;
	}
	XML_ParserFree(b.parser);
	buf_free(&b.text);
	return b.root;
}

const struct xml *
xml_child(const struct xml *parent, const char *name)
{
	const struct xml *child = parent->child;

	while (child && strcmp(child->name, name) != 0)
		child = child->next;
	return child;
}

const struct xml *
xml_again(const struct xml *child)
{
	const struct xml *next = child->next;

	while (next && strcmp(next->name, child->name) != 0)
		next = next->next;
	return next;
}

const char *
xml_child_text(const struct xml *parent, const char *name)
{
	const struct xml *child = xml_child(parent, name);

	return child ? child->text : NULL;
}

size_t
xml_count(const struct xml *parent)
{
	const struct xml *child;
	size_t n = 0;

	for (child = parent->child; child; child = child->next)
		n++;
	return n;
}

static void
free_attributes(struct xml_attribute *a)
{
	struct xml_attribute *next;

	for (; a; a = next) {
		next = a->next;
		free(a->name);
		free(a->value);
		free(a);
	}
}

void
xml_free(struct xml *root)
{
	struct xml *child, *next;

	if (!root)
		return;
	for (child = root->child; child; child = next) {
		next = child->next;
		xml_free(child);	/* at most XML_DEPTH deep */
	}
	free_attributes(root->attributes);
	free(root->name);
	free(root->text);
	free(root);
}
