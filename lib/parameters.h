/*
 * A policy's parameters set otherwise than its metadata does.  Values must be of the type of those in the metadata, where
 * null stands for any; so must the items of a list and the members of an object, if those of the metadata are of one type.
 */
#ifndef QRIE_PARAMETERS_H
#define QRIE_PARAMETERS_H

#include "policy.h"
#include "texts.h"

/* Are all members of a JSON object parameters of the policy, and of the right type?  0; or -1 with why (appended). */
int parameters_check(const struct policy *p, struct span values, struct buf *why);
/* Puts values that were checked in place of the policy's own; the others stay. */
void parameters_set(struct policy *p, struct span values);
/*
 * Those of a file: objects that have {Name: value} by the policy's id.  Ids that lie in dir and are not in the set are
 * passed over.  0; or -1 having said why.
 */
int parameters_read(struct policy_set *set, const char *dir, const char *path);
/*
 * NAME=VALUE, as options give them, made the members of a JSON object in to.  A value is JSON; what is none is a text,
 * or texts with commas where the parameter is a list.  0; or -1 with why (appended).
 */
int parameters_spell(const struct policy *p, const struct texts *options, struct buf *to, struct buf *why);

#endif
