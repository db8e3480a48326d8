/* Values inside a json-c document, by path. */
#include "tree.h"

#include <string.h>

#include "clock.h"

enum { DEPTH = 200 };	/* as scan.h allows */

struct json_object *
tree_member(struct json_object *o, const char *name)
{
	struct json_object *value = NULL;

	if (json_object_is_type(o, json_type_object))
		json_object_object_get_ex(o, name, &value);
	return value;
}

const char *
tree_text(struct json_object *o, const char *name)
{
	struct json_object *value = tree_member(o, name);

	return json_object_is_type(value, json_type_string) ? json_object_get_string(value) : NULL;
}

void
tree_set_text(struct json_object *o, const char *name, const char *text)
{
	json_object_object_add(o, name, text ? json_object_new_string(text) : NULL);
}

void
tree_set_time(struct json_object *o, const char *name, time_t t)
{
	char text[CLOCK_TEXT];

	clock_format(t, text);
	tree_set_text(o, name, text);
}

int
tree_lists(struct json_object *list, const char *text)
{
	size_t i;

	for (i = 0; list && i < json_object_array_length(list); i++)
		if (!strcmp(json_object_get_string(json_object_array_get_idx(list, i)), text))
			return 1;
	return 0;
}

static struct json_object *
item(struct json_object *list, size_t index)
{
	return json_object_is_type(list, json_type_array) && index < json_object_array_length(list) ?
	    json_object_array_get_idx(list, index) : NULL;
}

struct json_object *
tree_get(struct json_object *root, const struct path *path)
{
	size_t i;

	for (i = 0; root && i < path->nsteps; i++)
		root = path->steps[i].kind == PATH_KEY ? tree_member(root, path->steps[i].key) :
		    item(root, path->steps[i].index);
	return root;
}

struct json_object *
tree_at(struct json_object *root, const char *text)
{
	struct json_object *found;
	struct path path;
	const char *why;

	if (path_parse(&path, span_of(text), &why) < 0)
		return NULL;
	found = tree_get(root, &path);
	path_free(&path);
	return found;
}

/* A walk: where it has come to, and whom it tells. */
struct walk {
	const struct path *path;
	tree_fn *fn;
	void *arg;
	struct buf at;
};

static void walk(struct walk *w, struct json_object *value, size_t step);

static void
walk_key(struct walk *w, struct json_object *value, const char *key, size_t step)
{
	size_t len = w->at.len;

	path_add_key(&w->at, key);
	walk(w, value, step);
	w->at.len = len;
	w->at.data[len] = '\0';
}

static void
walk_index(struct walk *w, struct json_object *list, size_t index, size_t step)
{
	size_t len = w->at.len;

	buf_addf(&w->at, "[%zu]", index);
	walk(w, json_object_array_get_idx(list, index), step);
	w->at.len = len;
	w->at.data[len] = '\0';
}

static void
walk_each(struct walk *w, struct json_object *value, size_t step)
{
	size_t i;

	if (json_object_is_type(value, json_type_array)) {
		for (i = 0; i < json_object_array_length(value); i++)
			walk_index(w, value, i, step);
	} else if (json_object_is_type(value, json_type_object)) {
		json_object_object_foreach(value, key, member)
			walk_key(w, member, key, step);
	}
}

static void
walk(struct walk *w, struct json_object *value, size_t step)
{
	const struct path_step *s;

	if (step == w->path->nsteps) {
		w->fn(w->arg, value, w->at.data);
		return;
	}
	s = &w->path->steps[step];
	if (s->kind == PATH_EACH)
		walk_each(w, value, step + 1);
	else if (s->kind == PATH_INDEX && item(value, s->index))
		walk_index(w, value, s->index, step + 1);
	else if (s->kind == PATH_KEY && json_object_is_type(value, json_type_object) &&
	    json_object_object_get_ex(value, s->key, NULL))
		walk_key(w, tree_member(value, s->key), s->key, step + 1);
}

void
tree_each(struct json_object *root, const struct path *path, const char *prefix, tree_fn *fn, void *arg)
{
	struct walk w = { .path = path, .fn = fn, .arg = arg };

	buf_adds(&w.at, prefix);
	walk(&w, root, 0);
	buf_free(&w.at);
}

void
tree_print(struct json_object *value, struct buf *to)
{
	size_t len;
	const char *text = json_object_to_json_string_length(value,
	    JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE, &len);

	buf_add(to, text, len);
}

struct json_object *
tree_parse(struct span text)
{
	struct json_tokener *tokener = json_tokener_new_ex(DEPTH);
	struct json_object *value = NULL;

	if (!tokener)
		return NULL;
	json_tokener_set_flags(tokener, JSON_TOKENER_STRICT);
	value = json_tokener_parse_ex(tokener, text.at, (int)text.len);
	if (json_tokener_get_error(tokener) == json_tokener_continue)
		value = json_tokener_parse_ex(tokener, "", 1);	/* a NUL ends a number */
	if (json_tokener_get_error(tokener) != json_tokener_success) {
		json_object_put(value);
		value = NULL;
	}
	json_tokener_free(tokener);
	return value;
}
