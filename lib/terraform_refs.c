/* What an expression of a plan's configuration refers to, followed through variables, outputs and other resources. */
#include <stdlib.h>
#include <string.h>

#include "scan.h"
#include "terraform_part.h"

enum { DEEPEST = 16 };

/* Where a walk stands: in a module, whose path is given with the indices that were written on the way. */
struct walk {
	struct tf_refs *refs;
	const struct tf_config *config;
	const char *type;		/* of the resources looked for */
	int depth;
};

static void follow(struct walk *w, size_t module, const char *path, const struct tf_block *block, struct span expression);

static void
add_key(struct tf_refs *refs, const char *module, const char *text)
{
	struct buf key = {0};

	buf_addf(&key, "%s %s", module, text);
	refs->keys = xrealloc(refs->keys, (refs->nkeys + 1) * sizeof(char *));
	refs->keys[refs->nkeys++] = key.data;
}

static void
add_target(struct tf_refs *refs, const struct tf_block *block, const char *module, struct span index)
{
	struct tf_target target = { block, NULL, NULL };
	size_t i;

	for (i = 0; i < refs->ntargets; i++)
		if (refs->targets[i].block == block && !strcmp(refs->targets[i].module, module) &&
		    span_is(index, refs->targets[i].index))
			return;
	target.module = xstrdup(module);
	target.index = xstrndup(index.at, index.len);
	refs->targets = xrealloc(refs->targets, (refs->ntargets + 1) * sizeof(target));
	refs->targets[refs->ntargets++] = target;
}

/* The part of text up to the next dot outside brackets. */
static struct span
step_of(const char *text)
{
	const char *p = text;
	int quoted = 0, depth = 0;

	for (; *p && (quoted || depth || *p != '.'); p++) {
		if (quoted && *p == '\\' && p[1])
			p++;
		else if (*p == '"')
			quoted = !quoted;
		else if (!quoted)
			depth += (*p == '[') - (*p == ']');
	}
	return (struct span){ text, (size_t)(p - text) };
}

static size_t
find_module(const struct tf_config *c, size_t parent, struct span name)
{
	struct buf path = {0};
	size_t i;

	buf_addf(&path, "%s%smodule.%.*s", c->modules[parent].path, parent ? "." : "", (int)name.len, name.at);
	for (i = 0; i < c->nmodules && strcmp(c->modules[i].path, path.data); i++)
		;
	buf_free(&path);
	return i;
}

/* module.NAME[index].OUTPUT; without an output (the index is no constant), all of them. */
static void
follow_output(struct walk *w, size_t module, const char *path, const char *text)
{
	const struct tf_config *c = w->config;
	struct span step = step_of(text + strlen("module.")), name = step, key, output;
	const char *bracket = memchr(step.at, '[', step.len);
	struct buf inner = {0}, wanted = {0};
	struct scan_iter it;
	size_t called;

	if (bracket)
		name.len = (size_t)(bracket - step.at);
	called = find_module(c, module, name);
	if (called == c->nmodules)
		return;
	buf_addf(&inner, "%s%smodule.%.*s", path, *path ? "." : "", (int)step.len, step.at);
	if (step.at[step.len] == '.')
		buf_addspan(&wanted, step_of(step.at + step.len + 1));
	it = scan_open(scan_get(c->modules[called].object, "outputs"));
	while (scan_next(&it, &key, &output))
		if (!wanted.len || scan_string_is(key, wanted.data))
			follow(w, called, inner.data, NULL, scan_get(output, "expression"));
	buf_free(&inner);
	buf_free(&wanted);
}

/* var.NAME: what the module's caller gives; the root's variables are keys. */
static void
follow_variable(struct walk *w, size_t module, const char *path, const char *text)
{
	const struct tf_module *m = &w->config->modules[module];
	struct span name = step_of(text + strlen("var.")), given;
	struct buf key = {0}, outer = {0};
	const char *cut;

	buf_addspan(&key, name);
	given = scan_get(scan_get(m->call, "expressions"), key.data);
	buf_free(&key);
	if (!module || !given.at) {
		add_key(w->refs, path, text);
		return;
	}
	cut = path;	/* the caller's path: without the last module */
	for (const char *p = path; (p = strstr(p, ".module.")); p++)
		cut = p;
	buf_add(&outer, path, (size_t)(cut - path));
	buf_add(&outer, "", 0);
	follow(w, m->parent, outer.data, NULL, given);
	buf_free(&outer);
}

/* TYPE.NAME[index].ATTRIBUTE: a target; or a part of one, whose attribute may name it; or a key. */
static void
follow_resource(struct walk *w, size_t module, const char *path, const char *text)
{
	struct span type = step_of(text), name, step, attribute = { NULL, 0 };
	const struct tf_block *block;
	const char *bracket;
	struct buf key = {0};

	if (text[type.len] != '.') {
		add_key(w->refs, path, text);
		return;
	}
	step = name = step_of(text + type.len + 1);
	if ((bracket = memchr(step.at, '[', step.len)))
		name.len = (size_t)(bracket - step.at);
	if (step.at[step.len] == '.')
		attribute = step_of(step.at + step.len + 1);
	block = tf_config_block(w->config, w->config->modules[module].path, type, name);
	if (block && scan_string_is(block->type, w->type)) {
		step.at += name.len;
		step.len -= name.len;
		add_target(w->refs, block, path, step);
		return;
	}
	if (block && attribute.at && attribute.len) {
		buf_addspan(&key, attribute);
		follow(w, module, path, block, scan_get(block->expressions, key.data));
		buf_free(&key);
	}
	add_key(w->refs, path, text);
}

/* One reference, as it is written in a module. */
static void
follow_reference(struct walk *w, size_t module, const char *path, const struct tf_block *block, const char *text)
{
	if (!strncmp(text, "each.value", 10) && block)
		follow(w, module, path, NULL, scan_get(block->object, "for_each_expression"));
	else if (!strncmp(text, "each.", 5) || !strncmp(text, "count.", 6) || !strncmp(text, "path.", 5))
		return;
	else if (!strncmp(text, "module.", 7))
		follow_output(w, module, path, text);
	else if (!strncmp(text, "var.", 4))
		follow_variable(w, module, path, text);
	else if (!strncmp(text, "local.", 6) || !strncmp(text, "data.", 5))
		add_key(w->refs, path, text);
	else
		follow_resource(w, module, path, text);
}

/* Does a longer reference of the list begin with this one? */
static int
is_repeated(struct span references, struct span reference)
{
	struct scan_iter it = scan_open(references);
	struct span key, other;

	while (scan_next(&it, &key, &other))
		if (other.len > reference.len && !memcmp(other.at, reference.at, reference.len - 1) &&
		    strchr(".[", other.at[reference.len - 1]))
			return 1;
	return 0;
}

/* All references of an expression. */
static void
follow(struct walk *w, size_t module, const char *path, const struct tf_block *block, struct span expression)
{
	struct span list = scan_get(expression, "references"), key, reference;
	struct scan_iter it = scan_open(list);
	struct buf text = {0};

	if (w->depth == DEEPEST)
		return;
	w->depth++;
	while (scan_next(&it, &key, &reference)) {
		if (is_repeated(list, reference))
			continue;
		buf_clear(&text);
		buf_add(&text, "", 0);
		scan_decode(reference, &text);
		follow_reference(w, module, path, block, text.data);
	}
	w->depth--;
	buf_free(&text);
}

static int
by_text(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

void
tf_refs_read(struct tf_refs *refs, const struct tf_config *c, const struct tf_block *block, const char *attribute,
    const char *type)
{
	struct walk walk = { refs, c, type, 0 };

	*refs = (struct tf_refs){0};
	if (!block)
		return;
	follow(&walk, block->module, c->modules[block->module].path, block, scan_get(block->expressions, attribute));
	if (refs->nkeys)
		qsort(refs->keys, refs->nkeys, sizeof(char *), by_text);
}

void
tf_refs_free(struct tf_refs *refs)
{
	size_t i;

	for (i = 0; i < refs->ntargets; i++) {
		free(refs->targets[i].module);
		free(refs->targets[i].index);
	}
	for (i = 0; i < refs->nkeys; i++)
		free(refs->keys[i]);
	free(refs->targets);
	free(refs->keys);
	*refs = (struct tf_refs){0};
}
