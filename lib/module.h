/* The metadata of a jq module: the object behind the word "module" at its beginning, which for us is strict JSON. */
#ifndef QRIE_MODULE_H
#define QRIE_MODULE_H

#include "buf.h"

/* text: of the file, followed by a NUL.  0; or -1 with *why (static) and *at (the offset that is wrong) set. */
int module_metadata(struct span text, struct span *metadata, const char **why, size_t *at);
/* Behind blanks and jq's comments; p is in text that a NUL ends. */
const char *module_skip(const char *p);
/* The line an offset lies in, from 1. */
unsigned long module_line(struct span text, size_t at);

#endif
