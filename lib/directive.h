/*
 * The lines at the beginning of a jq module that name other modules: include "NAME"; and import "NAME" as WORD;
 */
#ifndef QRIE_DIRECTIVE_H
#define QRIE_DIRECTIVE_H

#include "buf.h"

enum directive { DIRECTIVE_NONE, DIRECTIVE_INCLUDE, DIRECTIVE_IMPORT };

/* Where the module's metadata end, with their semicolon; 0 if it has none.  text: followed by a NUL. */
size_t directive_first(struct span text);
/*
 * The directive at *at or behind the comments there: its name (in text) is set, and *at moved behind it.
 * An include that says more than a name, which only jq understands, is told as an import.
 */
enum directive directive_next(struct span text, size_t *at, struct span *name);

#endif
