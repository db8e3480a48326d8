#include <stdlib.h>
#include <string.h>

#include "yamldoc.h"

struct place {
	struct span key;
	const yaml_node_t *node;
};

static int
refuse(struct yamldoc *d, unsigned long line, const char *why)
{
	d->line = line;
	d->why = why;
	return -1;
}

static const yaml_node_t *
node_of(struct yamldoc *d, int index)
{
	return yaml_document_get_node(&d->tree, index);
}

/* By key, those with the same key by their place in the file. */
static int
by_key(const void *a, const void *b)
{
	const struct place *x = a, *y = b;
	int order = span_cmp(x->key, y->key);
	unsigned long i = yamldoc_line(x->node), j = yamldoc_line(y->node);

	return order ? order : (i > j) - (i < j);
}

static int
check_keys(struct yamldoc *d, const yaml_node_t *map)
{
	size_t n = (size_t)(map->data.mapping.pairs.top - map->data.mapping.pairs.start), i;
	struct place *all = xcalloc(n + 1, sizeof(*all));
	const yaml_node_t *key;
	int bad = 0;

	for (i = 0; i < n && !bad; i++) {
		key = node_of(d, map->data.mapping.pairs.start[i].key);
		all[i] = (struct place){ yamldoc_text(key), key };
		if (!all[i].key.at)
			bad = refuse(d, yamldoc_line(key), "a key that is no text");
		else if (span_is(all[i].key, "<<") && key->data.scalar.style == YAML_PLAIN_SCALAR_STYLE)
			bad = refuse(d, yamldoc_line(key), "a merge (<<) is not read");
	}
	if (!bad)
		qsort(all, n, sizeof(*all), by_key);
	for (i = 1; i < n && !bad; i++)
		if (span_cmp(all[i - 1].key, all[i].key) == 0)
			bad = refuse(d, yamldoc_line(all[i].node), "a key that stands twice");
	free(all);
	return bad;
}

static int
check_node(struct yamldoc *d, const yaml_node_t *node)
{
	const char *usual = node->type == YAML_SCALAR_NODE ? YAML_DEFAULT_SCALAR_TAG :
	    node->type == YAML_SEQUENCE_NODE ? YAML_DEFAULT_SEQUENCE_TAG : YAML_DEFAULT_MAPPING_TAG;

	if (node->tag && strcmp((const char *)node->tag, usual) != 0)
		return refuse(d, yamldoc_line(node), "a tag is not read");
	return node->type == YAML_MAPPING_NODE ? check_keys(d, node) : 0;
}

/* A reader's problem has an offset, a scanner's and a parser's a mark. */
static int
refuse_parsed(struct yamldoc *d, const yaml_parser_t *parser, struct span text)
{
	unsigned long line = 1;
	size_t i;

	if (parser->error == YAML_MEMORY_ERROR)
		return refuse(d, 1, "no memory for it");
	if (parser->error != YAML_READER_ERROR)
		return refuse(d, parser->problem_mark.line + 1, parser->problem ? parser->problem : "no YAML");
	for (i = 0; i < parser->problem_offset && i < text.len; i++)
		line += text.at[i] == '\n';
	return refuse(d, line, parser->problem ? parser->problem : "no YAML");
}

static int
has_anchor(const yaml_event_t *event)
{
	return (event->type == YAML_SCALAR_EVENT && event->data.scalar.anchor) ||
	    (event->type == YAML_SEQUENCE_START_EVENT && event->data.sequence_start.anchor) ||
	    (event->type == YAML_MAPPING_START_EVENT && event->data.mapping_start.anchor);
}

/* Once through all of it before a tree is made. */
static int
check_text(struct yamldoc *d, yaml_parser_t *parser, struct span text)
{
	yaml_event_t event;
	int depth = 0, documents = 0, anchors = 0, bad = 0, end = 0;

	while (!bad && !end) {
		if (!yaml_parser_parse(parser, &event))
			return refuse_parsed(d, parser, text);
		depth += event.type == YAML_SEQUENCE_START_EVENT || event.type == YAML_MAPPING_START_EVENT;
		depth -= event.type == YAML_SEQUENCE_END_EVENT || event.type == YAML_MAPPING_END_EVENT;
		documents += event.type == YAML_DOCUMENT_START_EVENT;
		anchors += has_anchor(&event);
		end = event.type == YAML_STREAM_END_EVENT;
		if (depth > YAMLDOC_DEPTH)
			bad = refuse(d, event.start_mark.line + 1, "nested too deep");
		else if (documents > 1)
			bad = refuse(d, event.start_mark.line + 1, "a second document");
		else if (anchors > YAMLDOC_ANCHORS)
			bad = refuse(d, event.start_mark.line + 1, "more than 1000 anchors");
		yaml_event_delete(&event);
	}
	return bad;
}

static int
load(struct yamldoc *d, yaml_parser_t *parser, struct span text)
{
	d->loaded = yaml_parser_load(parser, &d->tree);
	return d->loaded ? 0 : refuse_parsed(d, parser, text);
}

static int
parse(struct yamldoc *d, struct span text, int (*with)(struct yamldoc *, yaml_parser_t *, struct span))
{
	yaml_parser_t parser;
	int bad;

	if (!yaml_parser_initialize(&parser))
		return refuse(d, 1, "no memory for it");
	yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&parser, (const unsigned char *)text.at, text.len);
	bad = with(d, &parser, text);
	yaml_parser_delete(&parser);
	return bad;
}

int
yamldoc_read(struct yamldoc *d, struct span text)
{
	const yaml_node_t *node;
	int bad;

	if (text.len > YAMLDOC_MOST)
		return refuse(d, 1, "more than 256 KiB of YAML");
	bad = parse(d, text, check_text);
	if (!bad)
		bad = parse(d, text, load);
	for (node = d->tree.nodes.start; !bad && node < d->tree.nodes.top; node++)
		bad = check_node(d, node);
	return bad;
}

void
yamldoc_free(struct yamldoc *d)
{
	if (d->loaded)
		yaml_document_delete(&d->tree);
	d->loaded = 0;
}

const yaml_node_t *
yamldoc_root(struct yamldoc *d)
{
	return yaml_document_get_root_node(&d->tree);
}

unsigned long
yamldoc_line(const yaml_node_t *node)
{
	return node->start_mark.line + 1;
}

struct span
yamldoc_text(const yaml_node_t *node)
{
	static const char *const null[] = { "", "~", "null", "Null", "NULL" };
	struct span text = { NULL, 0 };
	size_t i;

	if (!node || node->type != YAML_SCALAR_NODE)
		return text;
	text = (struct span){ (const char *)node->data.scalar.value, node->data.scalar.length };
	if (node->data.scalar.style == YAML_PLAIN_SCALAR_STYLE)
		for (i = 0; i < sizeof(null) / sizeof(*null); i++)
			if (span_is(text, null[i]))
				return (struct span){ NULL, 0 };
	return text;
}

struct yamldoc_iter
yamldoc_open(struct yamldoc *d, const yaml_node_t *node)
{
	return (struct yamldoc_iter){ d, node, 0 };
}

int
yamldoc_next(struct yamldoc_iter *it, const yaml_node_t **key, const yaml_node_t **value)
{
	const yaml_node_t *n = it->node;
	const yaml_node_pair_t *pair;
	const yaml_node_item_t *item;

	*key = NULL;
	if (n && n->type == YAML_MAPPING_NODE) {
		pair = n->data.mapping.pairs.start + it->i;
		if (pair >= n->data.mapping.pairs.top)
			return 0;
		*key = node_of(it->d, pair->key);
		*value = node_of(it->d, pair->value);
	} else {
		item = n && n->type == YAML_SEQUENCE_NODE ? n->data.sequence.items.start + it->i : NULL;
		if (!item || item >= n->data.sequence.items.top)
			return 0;
		*value = node_of(it->d, *item);
	}
	it->i++;
	return 1;
}

const yaml_node_t *
yamldoc_get(struct yamldoc *d, const yaml_node_t *node, const char *key)
{
	struct yamldoc_iter it = yamldoc_open(d, node && node->type == YAML_MAPPING_NODE ? node : NULL);
	const yaml_node_t *name, *value;

	while (yamldoc_next(&it, &name, &value))
		if (span_is(yamldoc_text(name), key))
			return value;
	return NULL;
}
