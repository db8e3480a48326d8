/*
 * Patterns for names that hold slashes, colons and brackets of their own, as ARNs and Terraform's addresses do: * is any
 * run of bytes, even none; ? is one character; a backslash takes its meaning from what follows it.  All else is itself.
 */
#ifndef QRIE_WILDCARD_H
#define QRIE_WILDCARD_H

#include "buf.h"

/* Does the pattern describe all of text?  Its time is at most the product of the two lengths. */
int wildcard_match(struct span pattern, struct span text);

#endif
