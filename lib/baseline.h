/*
 * The findings of an earlier run, to tell those that are new: their Ids, hashed.  Any findings will do, as qrie-eval or
 * qrie-diff -F writes them.
 *
 * A finding that was ACTIVE covers one of the same Id; one that was UNKNOWN covers it only as long as it is UNKNOWN.
 * What was RESOLVED is done with, and what was waived is the waiver's matter: neither counts.
 * Memory: 18 bytes a finding, and up to 64 while it is read.
 */
#ifndef QRIE_BASELINE_H
#define QRIE_BASELINE_H

#include <stdint.h>

#include "buf.h"

struct baseline;

/* Reads files, a list with commas.  key: anything that others do not know.  *status: 2 if something was bad, else 0. */
struct baseline *baseline_load(const char *files, const uint64_t key[2], int *status);
void baseline_free(struct baseline *b);

/* Is a finding of this Id covered?  Either way it was found again. */
int baseline_has(struct baseline *b, struct span id, int unknown);
size_t baseline_missing(const struct baseline *b);	/* how many were not found again */

/* What was found again, as a line of text, and such a line added; what follows it, {NULL, 0} if it is no such line. */
void baseline_export(const struct baseline *b, struct buf *to);
struct span baseline_import(struct baseline *b, struct span text);

#endif
