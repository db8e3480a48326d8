/* The jq modules in a folder and in the folders below it, such as collectors: SERVICE/TYPE.jq. */
#ifndef QRIE_MODULES_H
#define QRIE_MODULES_H

#include <json-c/json.h>

/*
 * name: "s3/bucket"; file: its path, for messages; both borrowed.  metadata (module.h) is taken.
 * 0; or -1 having said why.
 */
typedef int modules_fn(void *arg, const char *name, const char *file, struct json_object *metadata);

/* Calls fn for each module, in no order; modules without metadata are wrong if they lie below, else passed over.
   0; or -1, having said why, if one could not be read or fn gave -1. */
int modules_each(const char *dir, modules_fn *fn, void *arg);

#endif
