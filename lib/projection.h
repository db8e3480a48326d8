/*
 * What each of several readers reads of a record: taken in one pass that validates as it goes, for a sketch of each.
 *
 * A projection is the record with everything left out that the reader's paths do not lead to; what is kept is kept
 * byte for byte, in the record's order, but for what is read coarsely (coarse.h).  Where a value is not the container
 * that a path expects (.a.b, but .a is a string), it is kept whole and as it is: a rule then sees, and fails on,
 * exactly what it would have seen.  Items of an array that a path runs through with [] all keep their place, even when
 * nothing of them is read.  A key that occurs twice enters twice: the last wins when it is parsed, as it would in the
 * record.
 */
#ifndef QRIE_PROJECTION_H
#define QRIE_PROJECTION_H

#include "coarse.h"
#include "path.h"
#include "scan_part.h"

struct projection;

struct projection *projection_new(void);
/*
 * Reader reads path, as closely as how says (borrowed; NULL: as it is); [n] is taken as [].  Where two of a reader's
 * paths lie in each other, the wider counts, as it is.
 */
void projection_add(struct projection *p, unsigned reader, const struct path *path, const struct coarse *how);
/* When all are added: is there any path into the record's member key?  If not, NULL. */
struct projection_node;
struct projection_node *projection_member(const struct projection *p, struct span key);
/* The keys of the places by number, for sketch_json(). */
const char *const *projection_keys(struct projection *p);

/* What a walk took of a record, for whom it may concern.  Starts as {0}; n is set to 0 for the next record. */
struct takings {
	struct taking *all;
	size_t n, cap;
};

/* For each reader what of it is his, in the record's order.  how may be NULL: as it is. */
struct projection_taker {
	void (*step)(void *arg, unsigned reader, enum sketch_step step, unsigned place);
	void (*value)(void *arg, unsigned reader, const struct coarse *how, unsigned place, struct span raw);
	void *arg;
};

/*
 * Takes what is read of the member's value at "at".  Gives the place behind the value, or NULL having said why in the
 * checker.
 */
const char *projection_walk(struct projection_node *member, struct scan_checker *c, const char *at, struct takings *t);
/* Takes the record for those who read all of it. */
void projection_whole(const struct projection *p, struct span record, struct takings *t);
void projection_tell(const struct takings *t, const struct projection_taker *taker);
/* Into the sketches of the readers, which are cleared. */
void projection_sketch(const struct takings *t, struct sketch *sketches);
void projection_free(struct projection *p);
void takings_free(struct takings *t);

#endif
