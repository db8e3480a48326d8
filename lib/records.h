/*
 * Lines as records: validated, and their members found, in one pass over their bytes.
 */
#ifndef QRIE_RECORDS_H
#define QRIE_RECORDS_H

#include "intake.h"
#include "ndjson.h"

/* One line: 0, or -1 having named it. */
int records_read(struct intake *intake, struct ndjson *in, struct span line, unsigned long number, struct record *r);
/* The next record, as ndjson_next() gives it: 1, or 0 at the end. */
int records_next(struct intake *intake, struct ndjson *in, struct record *r);

#endif
