/*
 * IAM policy documents by what they mean: one text for all spellings of the same.
 *
 * The order of members, statements, actions, resources, principals and values does not matter; one of them alone is a
 * list of it; actions are the same in capital letters; a principal that is an account's root is the account, and "*"
 * is {"AWS": "*"}; true in a condition is "true".
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html and its pages
 */
#ifndef QRIE_POLICYDOC_H
#define QRIE_POLICYDOC_H

#include "buf.h"

/* An object with a Statement; one with an Effect and an Action or NotAction. */
int policydoc_is(struct span value);
int policydoc_is_statement(struct span value);
/* Appends the one text of a document, or of a statement. */
void policydoc_add(struct buf *to, struct span document);
void policydoc_add_statement(struct buf *to, struct span statement);
/* Do two documents say the same?  Either may be an object, or a JSON string that holds one. */
int policydoc_same(struct span a, struct span b);

#endif
