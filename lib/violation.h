/*
 * The members of a finding record (qrie-records(5)) that tell people what is wrong, found in one pass.  Every span is
 * the raw JSON value, {NULL, 0} if missing; all point into the record.
 */
#ifndef QRIE_VIOLATION_H
#define QRIE_VIOLATION_H

#include "buf.h"

struct violation {
	struct span whole;
	struct span policy, title, arn, type, account, account_service, region, severity, state, message, evidence,
	    describe_time, last_evaluated, first_seen, resolved_reason, reopened_at, waiver,
	    baseline, address, location;
};

void violation_read(struct violation *v, struct span whole);
int violation_severity(const struct violation *v);	/* 0 to 100; by SeverityLabel if there is no number, else 0 */
/*
 * The line on which its resource is written, with the file appended to file, which is empty, without "./" before it;
 * 0 and nothing where that is not told.
 */
long long violation_location(const struct violation *v, struct buf *file);

#endif
