/*
 * Reading a value less closely than it stands in the record (qrie-policy(7), "Coarse reads"), so that records which a
 * policy cannot tell apart have one sketch.
 *
 *	carried	texts are only copied to message and evidence, and compared with each other; those that hold one of
 *		keep come as they are
 *	shape	the type and whether it is empty
 *	cut	a time: younger than so many days, or how many days old, or with sides only whether older; the text is carried
 *
 * What is not of the kind expected (no plain text, no time in UTC) comes as it is.
 */
#ifndef QRIE_COARSE_H
#define QRIE_COARSE_H

#include "sketch.h"

enum coarse_kind { COARSE_NOT, COARSE_CARRIED, COARSE_SHAPE, COARSE_CUT };

struct coarse {
	enum coarse_kind kind;
	struct span *keep;		/* decoded; owned by whoever made it */
	size_t nkeep;
	time_t now;			/* of a cut */
	long long days;
	int sides;
};

/* Adds raw, a value that scan_check() accepted, to s.  how may be NULL: as it is. */
void coarse_take(const struct coarse *how, struct sketch *s, unsigned node, struct span raw);

#endif
