/*
 * Templates of what AWS answers: JSON as one reads it, with slots.  A slot is a dollar sign and letters; it stands for
 * what the function of that name writes, inside a string or in place of a value.
 *
 *	static struct seed_template user = { .text = SEED_TEXT({"UserName": "$name", "Tags": [$taglist]}) };
 *
 * Blanks outside strings are dropped, so that a template may be laid out over lines.
 */
#ifndef QRIE_SEED_TEMPLATE_H
#define QRIE_SEED_TEMPLATE_H

#include "buf.h"

/* The preprocessor quotes its arguments, so that JSON needs no backslashes here. */
#define SEED_TEXT(...) #__VA_ARGS__

struct seed_item;
typedef void seed_put(struct buf *b, const struct seed_item *it);

struct seed_slot {			/* a list of them ends with a NULL name */
	const char *name;
	seed_put *put;
};

struct seed_template {
	const char *text;
	struct seed_piece *pieces;	/* NULL until it is compiled */
	size_t npieces;
	struct buf compact;		/* the text that the pieces point into */
};

/* Finds the slots of a template in own, then in common.  A slot that is in neither is our mistake: aborts. */
void seed_template_compile(struct seed_template *t, const struct seed_slot *own, const struct seed_slot *common);
void seed_template_free(struct seed_template *t);	/* as it was before it was compiled */
void seed_template_put(struct buf *b, const struct seed_template *t, const struct seed_item *it);

#endif
