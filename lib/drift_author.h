/*
 * Who changed a resource, and when, by the event records (qrie-records(5)) that name it.
 *
 * Of several the one whose EventName has most words in common with the properties that changed (DeleteBucketEncryption
 * with ServerSideEncryptionConfiguration), and of those the newest: a later change of a tag is not what opened a bucket.
 *
 *	drift_author_start(&a);
 *	drift_author_add(&a, record) ...		oldest first; copied
 *	drift_author_until(&a, described);		what came later is not in what was described
 *	drift_author_find(&a, properties, &who, &when);
 */
#ifndef QRIE_DRIFT_AUTHOR_H
#define QRIE_DRIFT_AUTHOR_H

#include <time.h>

#include "buf.h"

struct drift_author {
	struct buf lines;
	size_t *end;			/* of each, in lines */
	size_t n, cap;
};

void drift_author_start(struct drift_author *a);
void drift_author_add(struct drift_author *a, struct span record);
void drift_author_until(struct drift_author *a, time_t described);	/* LIFECYCLE_NEVER: all may count */
/* properties: a JSON list of texts.  Author and EventTime as raw JSON, valid until the next start; {NULL, 0}: unknown. */
void drift_author_find(const struct drift_author *a, struct span properties, struct span *who, struct span *when);
void drift_author_free(struct drift_author *a);

#endif
