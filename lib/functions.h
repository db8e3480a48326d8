/*
 * The jq functions of modules below one folder, called by number.  One jq program holds them all: a jq_state costs
 * about 50 ms to set up.
 */
#ifndef QRIE_FUNCTIONS_H
#define QRIE_FUNCTIONS_H

#include "buf.h"

struct functions;
struct functions *functions_new(void);

/* Adds module's function name ("s3/bucket", "arn"); with an argument, $at, if takes_at.  Gives its number. */
size_t functions_add(struct functions *f, const char *module, const char *name, int takes_at);
/* Compiles all that were added.  0; or -1 having said why. */
int functions_compile(struct functions *f, const char *dir);
/* Calls one.  at, input: JSON.  0 and its one answer, JSON, in result; or -1 and the reason there.  Cleared first. */
int functions_call(struct functions *f, size_t number, struct span at, struct span input, struct buf *result);
void functions_free(struct functions *f);

#endif
