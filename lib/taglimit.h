/* What AWS's services take as a tag: lengths, characters, the reserved prefix (share/tags/limits.json). */
#ifndef QRIE_TAGLIMIT_H
#define QRIE_TAGLIMIT_H

#include "tagrule.h"

/*
 * What is wrong with a key or a value: a text, or NULL.  It is written into why (TAGLIMIT_WHY bytes).
 * Characters beyond ASCII are counted, and taken for letters.
 */
enum { TAGLIMIT_WHY = 128 };
const char *taglimit_key(const struct tag_limit *limit, struct span key, char *why);
const char *taglimit_value(const struct tag_limit *limit, struct span value, char *why);
/* Does the text begin with the reserved prefix? */
int taglimit_reserved(const struct tag_limit *limit, struct span text);
/*
 * Appends the text with a dash in place of each run of characters that the limit does not allow.
 * 0, or -1 if that would not be allowed either.
 */
int taglimit_repair(const struct tag_limit *limit, struct span value, struct buf *to);

#endif
