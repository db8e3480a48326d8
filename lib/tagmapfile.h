/*
 * Who owns what, as a file tells it (qrie-tag(1), --map): one JSON object a line, which says for which resources it
 * is (ARN, ARNPattern, Name, NamePattern, ResourceType, AccountId: all that it names must hold) and has their Tags.
 * For each key the most specific line that has it counts; of two that are as specific the later one.
 * Memory: the file.
 */
#ifndef QRIE_TAGMAPFILE_H
#define QRIE_TAGMAPFILE_H

#include <json-c/json.h>

#include "table.h"

struct tagmapfile {
	struct table by_arn;		/* lines with an ARN */
	struct tagmap_line *line;	/* the others */
	size_t n;
};

/* A resource, decoded. */
struct tagmap_resource {
	struct span arn, type, account, name;	/* name: its tag; {NULL, 0}: none */
};

/* 0; or 3, having said why: a line that is not understood must not be as if it were not there. */
int tagmapfile_read(struct tagmapfile *m, const char *file);
/* The value for a key, borrowed; NULL: the file has none. */
const char *tagmapfile_value(const struct tagmapfile *m, const struct tagmap_resource *r, const char *key);
/* Calls fn for each key that the file has for a resource, with its value; a key may come again, with the same. */
typedef void tagmapfile_fn(void *arg, const char *key, const char *value);
void tagmapfile_each(const struct tagmapfile *m, const struct tagmap_resource *r, tagmapfile_fn *fn, void *arg);
void tagmapfile_free(struct tagmapfile *m);

#endif
