/*
 * One record of an inventory: validated, its own members found, and read for the policies of its resource type, in one
 * pass over its bytes.
 *
 * The type usually stands before all that depends on it.  Members before it are read again when it is known; a
 * record with two types is read twice.
 */
#ifndef QRIE_INTAKE_H
#define QRIE_INTAKE_H

#include "projection.h"
#include "record.h"

struct intake;

/* recalls: what is found out about a record is remembered for those that look like it. */
struct intake *intake_new(int recalls);
/*
 * Records of type (a JSON string; {NULL, 0}: of all types not told otherwise) are read by this projection, into these
 * sketches.  All borrowed.  The types are numbered from 0 in the order of the calls.
 */
void intake_add(struct intake *in, struct span type, const struct projection *projection, struct sketch *sketches,
    unsigned nsketches);
/*
 * Reads text.  type, if not {NULL, 0}, stands for the record's own ResourceType.  Sets r and *number, that of the
 * type, -1 if nobody reads such records.  0, or -1 with *why and *at set as scan_check() does; *at is SIZE_MAX for
 * valid JSON that is no object.
 */
int intake_read(struct intake *in, struct span text, struct span type, struct record *r, int *number,
    const char **why, size_t *at);
void intake_free(struct intake *in);

#endif
