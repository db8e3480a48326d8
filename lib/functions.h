/*
 * The jq functions of modules below one folder, called by number.  One jq program holds them all: a jq_state costs
 * about 50 ms to set up.
 */
#ifndef QRIE_FUNCTIONS_H
#define QRIE_FUNCTIONS_H

#include <jv.h>

#include "buf.h"

struct functions;
struct functions *functions_new(void);

/* Adds module's function name ("s3/bucket", "arn"); with an argument, $at, if takes_at.  Gives its number. */
size_t functions_add(struct functions *f, const char *module, const char *name, int takes_at);
/* Compiles all that were added.  0; or -1 having said why. */
int functions_compile(struct functions *f, const char *dir);
/* Calls one.  at, input: JSON.  0 and its one answer, JSON, in result; or -1 and the reason there.  Cleared first. */
int functions_call(struct functions *f, size_t number, struct span at, struct span input, struct buf *result);
/*
 * The same with values of jq's, for those that are used again or go from one function into the next.  Gives the value of
 * JSON; takes at and input, and gives the answer, or with -1 the reason as a text.
 */
jv functions_read(struct span json);
int functions_apply(struct functions *f, size_t number, jv at, jv input, jv *result);
void functions_free(struct functions *f);

#endif
