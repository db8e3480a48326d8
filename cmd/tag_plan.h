/* qrie-tag: making plans, with all that values are taken from. */
#ifndef QRIE_TAG_PLAN_H
#define QRIE_TAG_PLAN_H

#include "tag_options.h"
#include "tagrule.h"

/* The exit status; exits with 3 where something that is named cannot be read.  argv0: for finding share. */
int tag_plan(const struct tag_options *o, const struct tag_rules *rules, const char *argv0);

#endif
