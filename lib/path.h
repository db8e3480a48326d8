/*
 * The part of jq's path language that says where a value lies: .Configuration.Volumes[].Encrypted, .Tags["a b"],
 * .AccessKeys[0].LastUsed, and . for everything.
 */
#ifndef QRIE_PATH_H
#define QRIE_PATH_H

#include "buf.h"

enum path_kind { PATH_KEY, PATH_EACH, PATH_INDEX };

struct path_step {
	enum path_kind kind;
	char *key;		/* PATH_KEY, decoded */
	unsigned long index;	/* PATH_INDEX */
};

struct path {
	struct path_step *steps;
	size_t nsteps;		/* 0: the whole value */
};

/* 0; or -1 with *why (static) set and nothing to free. */
int path_parse(struct path *path, struct span text, const char **why);
void path_free(struct path *path);

/* Can one lie in the other, or both be the same?  [] meets every index. */
int path_meets(const struct path *a, const struct path *b);
/* Is there a value (null counts) at the path in a record?  [] asks for one in any item. */
int path_present(const struct path *path, struct span value);
/* As a JSON array that jq's setpath takes; a path with [] has none: -1. */
int path_json(const struct path *path, struct buf *to);
/* Appends a step to a path as jq spells it: .Name, ["a b"]. */
void path_add_key(struct buf *path, const char *key);
/* Appends a path so; nothing for the whole value. */
void path_print(const struct path *path, struct buf *to);

#endif
