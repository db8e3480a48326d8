/* What a plan says of the configuration that it was made from: modules, resources, providers. */
#include <stdlib.h>
#include <string.h>

#include "scan.h"
#include "terraform_part.h"

void
tf_strip_indices(const char *address, struct buf *to)
{
	int depth = 0, quoted = 0;

	buf_add(to, "", 0);
	for (; *address; address++) {
		if (quoted && *address == '\\' && address[1])
			address++;
		else if (*address == '"')
			quoted = depth && !quoted;
		else if (!quoted && *address == '[')
			depth++;
		else if (!quoted && *address == ']' && depth)
			depth--;
		else if (!depth)
			buf_addc(to, *address);
	}
}

/* A JSON text's characters, appended. */
static void
add_text(struct buf *to, struct span string)
{
	scan_decode(string, to);
}

static void
add_block(struct tf_config *c, const struct tf_maps *maps, size_t module, struct span object)
{
	struct tf_block block = {
		.module = module, .type = tf_type(maps, scan_get(object, "type")), .object = object,
		.expressions = scan_get(object, "expressions")
	};
	struct buf key = {0};

	if (!scan_string_is(scan_get(object, "mode"), "managed"))
		return;
	buf_addf(&key, "%s ", c->modules[module].path);
	add_text(&key, scan_get(object, "type"));
	buf_addc(&key, '.');
	add_text(&key, scan_get(object, "name"));
	block.key = key.data;
	c->blocks = xrealloc(c->blocks, (c->nblocks + 1) * sizeof(block));
	c->blocks[c->nblocks++] = block;
}

/* Adds the modules that a module calls. */
static void
add_calls(struct tf_config *c, size_t parent)
{
	struct scan_iter it = scan_open(scan_get(c->modules[parent].object, "module_calls"));
	struct span name, call;
	struct buf path = {0};

	while (scan_next(&it, &name, &call)) {
		buf_addf(&path, "%s%smodule.", c->modules[parent].path, parent ? "." : "");
		add_text(&path, name);
		c->modules = xrealloc(c->modules, (c->nmodules + 1) * sizeof(*c->modules));
		c->modules[c->nmodules++] = (struct tf_module){ path.data, parent, scan_get(call, "module"), call };
		path = (struct buf){0};
	}
}

static int
by_key(const void *a, const void *b)
{
	const struct tf_block *x = a, *y = b;

	return strcmp(x->key, y->key);
}

void
tf_config_read(struct tf_config *c, const struct tf_maps *maps, struct span configuration, struct span variables)
{
	struct span key, object;
	struct scan_iter it;
	size_t i;

	*c = (struct tf_config){ .whole = configuration, .variables = variables };
	if (!configuration.at)
		return;
	c->modules = xcalloc(1, sizeof(*c->modules));
	c->modules[c->nmodules++] = (struct tf_module){ xstrdup(""), 0, scan_get(configuration, "root_module"), { NULL, 0 } };
	for (i = 0; i < c->nmodules; i++) {	/* which grows */
		it = scan_open(scan_get(c->modules[i].object, "resources"));
		while (scan_next(&it, &key, &object))
			add_block(c, maps, i, object);
		add_calls(c, i);
	}
	if (c->nblocks)
		qsort(c->blocks, c->nblocks, sizeof(*c->blocks), by_key);
}

const struct tf_block *
tf_config_block(const struct tf_config *c, const char *module, struct span type, struct span name)
{
	struct buf key = {0};
	struct tf_block wanted = {0};
	const struct tf_block *found;

	tf_strip_indices(module, &key);
	buf_addc(&key, ' ');
	buf_addspan(&key, type);
	buf_addc(&key, '.');
	buf_addspan(&key, name);
	wanted.key = key.data;
	found = c->nblocks ? bsearch(&wanted, c->blocks, c->nblocks, sizeof(wanted), by_key) : NULL;
	buf_free(&key);
	return found;
}

struct span
tf_config_provider(const struct tf_config *c, const struct tf_block *block, const char *name)
{
	struct span key, value, reference = { NULL, 0 };
	struct buf text = {0}, prefix = {0};
	struct scan_iter it;

	if (!block)
		return reference;
	add_text(&text, scan_get(block->object, "provider_config_key"));
	buf_add(&text, "", 0);
	it = scan_open(scan_get(c->whole, "provider_config"));
	while (scan_next(&it, &key, &value))
		if (scan_string_is(key, text.data))
			break;
	key = key.at && scan_string_is(key, text.data) ? scan_path(value, "expressions") : (struct span){ NULL, 0 };
	buf_free(&text);
	value = scan_get(scan_get(key, name), "constant_value");
	if (value.at)
		return value;
	it = scan_open(scan_get(scan_get(key, name), "references"));
	if (!scan_next(&it, &key, &reference))
		return (struct span){ NULL, 0 };
	buf_add(&prefix, "", 0);
	add_text(&prefix, reference);
	value = (struct span){ NULL, 0 };
	if (!strncmp(prefix.data, "var.", 4))
		value = scan_get(scan_get(c->variables, prefix.data + 4), "value");
	buf_free(&prefix);
	return value;
}

void
tf_config_free(struct tf_config *c)
{
	size_t i;

	for (i = 0; i < c->nmodules; i++)
		free(c->modules[i].path);
	for (i = 0; i < c->nblocks; i++)
		free(c->blocks[i].key);
	free(c->modules);
	free(c->blocks);
	*c = (struct tf_config){0};
}
