/*
 * How the members and the sketches of a record are made when its form (forms.h) is known: from places in its text,
 * without walking through it.
 */
#ifndef QRIE_RECIPE_H
#define QRIE_RECIPE_H

#include "forms.h"
#include "projection.h"
#include "record.h"

struct recipe;

/*
 * Of a record of the form that forms learned or found last, and of what was taken of it for so many readers.
 * The takings' projection is borrowed.
 */
struct recipe *recipe_new(const struct forms *forms, const struct record *r, const struct takings *taken,
    unsigned nreaders);
/* Sets r, and the readers' sketches, of the text that forms found last, which has this recipe's form. */
void recipe_follow(const struct recipe *recipe, const struct forms *forms, struct record *r, struct sketch *sketches);
size_t recipe_size(const struct recipe *recipe);	/* bytes */
void recipe_free(struct recipe *recipe);

#endif
