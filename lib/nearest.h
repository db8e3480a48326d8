/* What somebody may have meant who spelled a name wrongly. */
#ifndef QRIE_NEAREST_H
#define QRIE_NEAREST_H

/*
 * The name (names ends with NULL) that text differs from least, in letters put in, left out, changed or swapped; case,
 * - and _ do not count.  NULL if even that one differs in more than a third of text.
 */
const char *nearest(const char *text, const char *const *names);

#endif
