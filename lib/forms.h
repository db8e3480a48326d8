/*
 * What records look like: a tree of the texts that differ in their values only.
 *
 * A form is a JSON text without its values: keys, brackets, commas, white space.  Texts of a form that is known are
 * recognized, and found valid, by comparing what is between the values, and looking at each value for where it ends.
 * Which form a text has is found out on the way: a text's beginning leads to all forms that begin so.
 *
 *	struct forms *f = forms_new();
 *	n = forms_find(f, text);	-1: not known; else forms_at() tells where things lie in text
 *	n = forms_learn(f, text, fixed, nfixed);	of a text that scan_check() accepted
 *
 * The room is bounded.  Whoever fills it may forget all and begin anew.
 */
#ifndef QRIE_FORMS_H
#define QRIE_FORMS_H

#include <stdint.h>

#include "buf.h"

enum { FORMS_MOST = 4096 };	/* forms known at a time */

/* A place in all texts of a form: so many bytes behind the end of a value, or behind the text's beginning. */
struct forms_place {
	uint32_t value;		/* its number and 1; 0: the beginning */
	uint32_t offset;
};

struct forms {
	const char **ends;	/* where the text begins, and where each of its values ends */
	uint32_t nends;
	struct forms_tree *tree;
};

void forms_init(struct forms *f);
/* The number of the text's form, from 0, in the order of learning; -1 if it is not known.  Sets the places. */
int forms_find(struct forms *f, struct span text);
/*
 * Learns the form of a text that is valid, begins with a container and has nothing behind it.  Values that lie at one
 * of fixed (spans of text) belong to the form.  Sets the places.
 * Gives its number; or -1, and nothing is learned: there is no more room, or what is fixed is not so in others.
 */
int forms_learn(struct forms *f, struct span text, const struct span *fixed, size_t nfixed);
/* Where at, which is where a value or container begins or ends in the text last learned, is in all of its form. */
struct forms_place forms_place(const struct forms *f, const char *at);
void forms_forget(struct forms *f);
void forms_free(struct forms *f);

/* That place in the text last found or learned. */
static inline const char *
forms_at(const struct forms *f, struct forms_place place)
{
	return f->ends[place.value] + place.offset;
}

#endif
