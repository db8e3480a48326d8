/*
 * The fields that qrie's records share, found in one pass over a record's own members (qrie-records(5)).
 * Every span is the raw JSON value, {NULL, 0} if missing; all point into the record.
 */
#ifndef QRIE_RECORD_H
#define QRIE_RECORD_H

#include <stdint.h>

#include "buf.h"

struct record {
	struct span whole;
	int tight;		/* no white space between its own members; only intake_read() finds out */
	struct span kind, arn, type, account, region, account_service, source, describe_time, last_seen_at, tags,
	    configuration, unreadable, policy, state, status, address, module, actions, location,
	    managed, last_evaluated, first_seen, resolved_at, resolved_reason, reopened_at, waiver;
};

void record_read(struct record *r, struct span whole);
void record_move(struct record *r, const char *to);	/* its text was copied there */
/* For those who walk a record themselves: the number of a member by its key (a JSON string), -1 if it is no field. */
int record_field(struct span key);
void record_set(struct record *r, int field, struct span value);
size_t record_offset(int field);	/* where its span lies in the struct; SIZE_MAX if there is no field of this number */
int record_is(const struct record *r, const char *kind);	/* Kind is this? */

/* Severity 0 to 100 and its label, by the least that has it; 0 is INFORMATIONAL. */
enum { SEVERITY_LOW = 1, SEVERITY_MEDIUM = 40, SEVERITY_HIGH = 70, SEVERITY_CRITICAL = 90 };
const char *severity_label(int severity);
/* The lowest severity of a label in any case, or of a number from 0 to 100; -1 if it is neither. */
int severity_parse(const char *text);

/* Ends the run with everything said and written: the worst of the two statuses. */
int record_status(int in, int out);

#endif
