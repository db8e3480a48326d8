/*
 * Values inside a json-c document, by path (path.h).  Nothing here aborts on a value of another kind than the path
 * expects: it is simply not there.
 */
#ifndef QRIE_TREE_H
#define QRIE_TREE_H

#include <json-c/json.h>
#include <time.h>

#include "path.h"

#if JSON_C_VERSION_NUM < ((15 << 8))
#error "json-c 0.15 or newer is needed, for json_object_new_array_ext()"
#endif

/* An object's member; NULL if it is missing, null, or o no object. */
struct json_object *tree_member(struct json_object *o, const char *name);
/* The text of an object's member; NULL if it is missing or no text. */
const char *tree_text(struct json_object *o, const char *name);
/* Give an object a member: a text, NULL being null, or a time as records have it (clock.h). */
void tree_set_text(struct json_object *o, const char *name, const char *text);
void tree_set_time(struct json_object *o, const char *name, time_t t);
/* Is text one of a list's texts?  A NULL list has none. */
int tree_lists(struct json_object *list, const char *text);

/* What lies at a path without []; NULL if it is missing or null. */
struct json_object *tree_get(struct json_object *root, const struct path *path);
/* The same with the path as text, ".Name"; NULL, too, if it is none. */
struct json_object *tree_at(struct json_object *root, const char *text);

/* Calls fn for what lies at the path, [] standing for each item of a list (or member of an object) in turn.
   at: the path with numbers in place of [], behind what prefix says; valid until fn returns. */
typedef void tree_fn(void *arg, struct json_object *value, const char *at);
void tree_each(struct json_object *root, const struct path *path, const char *prefix, tree_fn *fn, void *arg);

/* The same document as compact JSON, appended. */
void tree_print(struct json_object *value, struct buf *to);
/* Parses strictly, all of text; NULL if it is no JSON, and for null. */
struct json_object *tree_parse(struct span text);

#endif
