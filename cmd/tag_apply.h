/* qrie-tag --apply: signed in, and carrying out plans. */
#ifndef QRIE_TAG_APPLY_H
#define QRIE_TAG_APPLY_H

#include "tag_options.h"
#include "tagrule.h"

/* tags, shapes: the folders.  The exit status; exits with 3 where there is no signing in. */
int tag_apply(const struct tag_options *o, const struct tag_rules *rules, const char *tags, const char *shapes);

#endif
