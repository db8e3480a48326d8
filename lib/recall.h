/*
 * Recipes by the forms of records: what was learned of a record serves all that look like it.
 *
 * The room is bounded: when it is full, all is forgotten.  Where records hardly ever look like one before, most of them
 * are not looked at.
 */
#ifndef QRIE_RECALL_H
#define QRIE_RECALL_H

#include "recipe.h"

struct recall;

struct recall *recall_new(void);
/*
 * The recipe for a text and the number kept with it; NULL if none is known.  recipe_follow() may be called with
 * recall_forms() until the next call.
 */
const struct recipe *recall_find(struct recall *k, struct span text, int *number);
/* Keeps what was found out about r, a valid text for which there was none.  fixed: as in forms_learn(). */
void recall_keep(struct recall *k, const struct record *r, const struct takings *taken, unsigned nreaders, int number,
    const struct span *fixed, size_t nfixed);
const struct forms *recall_forms(const struct recall *k);
void recall_free(struct recall *k);

#endif
