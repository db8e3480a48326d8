/*
 * A drift as a record (qrie-records(5)), as the event that EventBridge delivers, and as text for people.
 */
#ifndef QRIE_DRIFT_RECORD_H
#define QRIE_DRIFT_RECORD_H

#include "drift.h"

#define DRIFT_SOURCE "aws.devops-agent"
#define DRIFT_DETAIL_TYPE "AWS DevOps Agent - Drift Detected"

void drift_record_add(struct buf *to, const struct drift_found *found);
/* EventBridge takes no event whose source begins with aws. from anybody but AWS itself. */
void drift_event_add(struct buf *to, const struct drift_found *found, const char *source, const char *detail_type);
void drift_text_add(struct buf *to, const struct drift_found *found, int colour);	/* as changetext.h */

#endif
