/*
 * What is no change: paths whose values AWS changes by itself, by resource type.
 *
 * They are data: files of lines
 *
 *	{"ResourceType": "AWS::IAM::User", "Paths": ["/Configuration/AccessKeys/x/LastUsed", ...]}
 *
 * of JSON Pointers (RFC 6901) in which a token that is one asterisk (the x above) stands for any one member or item.
 * The type "*" is every type.
 */
#ifndef QRIE_IGNORE_H
#define QRIE_IGNORE_H

#include "jsondiff.h"
#include "table.h"

struct ignore {			/* start it as IGNORE_START */
	struct table types;
};

#define IGNORE_START ((struct ignore){ .types = { .size = sizeof(struct ignored_type) } })

struct ignored_type {
	struct span key;	/* a resource type, or "*" */
	struct buf *pattern;	/* see pointer.h */
	size_t n;
};

/* Adds a file's paths.  0, or -1 having said why. */
int ignore_read(struct ignore *ig, const char *file);
/* Adds those of all files of a folder whose names end in .ndjson. */
int ignore_read_folder(struct ignore *ig, const char *folder);
/* Nothing at the type's paths is a change; type is a JSON string. */
void ignore_apply(const struct ignore *ig, struct span type, struct jsondiff *fields);
void ignore_free(struct ignore *ig);

#endif
