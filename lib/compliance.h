/*
 * How each resource was last judged, for its tag: from verdicts and findings (qrie-records(5)), as qrie-eval -a writes
 * them or qrie-diff -F keeps them.
 *
 * The verdicts of a resource say all: the newest description counts, and of one description the worst.  Where there are
 * none its findings do: any that is ACTIVE makes it non-compliant, else any UNKNOWN unknown; RESOLVED because it is
 * compliant makes it compliant.  A waived failure is a failure.  Of what was not judged nothing is said.
 * Memory: some 80 bytes for each resource that the file names.
 */
#ifndef QRIE_COMPLIANCE_H
#define QRIE_COMPLIANCE_H

#include "buf.h"

struct compliance_entry;

struct compliance {			/* start it as {0} */
	struct compliance_entry *slot;
	size_t slots, n;
};

/* 0; 2 if some line was bad; 3 if the file could not be read; each named on standard error. */
int compliance_read(struct compliance *c, const char *file);
/* "compliant", "non-compliant" or "unknown"; NULL: it was not judged. */
const char *compliance_of(const struct compliance *c, struct span arn);
void compliance_free(struct compliance *c);

#endif
