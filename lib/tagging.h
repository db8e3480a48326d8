/*
 * Tags in AWS, of many resources at once: read, and written.  Twenty resources that get the same tags share a call of
 * the Resource Groups Tagging API (a hundred where they are read); a resource that it refuses costs itself alone: what
 * it names in FailedResourcesMap, and if it refuses a whole call, those that it refuses when the call is made in halves.
 * Types that it does not know are asked for one by one (tagcall.h).
 * All that is asked here leaves the other tags as they are, and may be asked again: S3's, too, by this API.
 * Source: https://docs.aws.amazon.com/resourcegroupstagging/latest/APIReference/API_TagResources.html
 */
#ifndef QRIE_TAGGING_H
#define QRIE_TAGGING_H

#include "session.h"
#include "table.h"
#include "tagitem.h"

enum { TAGGING_READ = 100, TAGGING_WRITE = 20 };	/* resources of one call */

struct tagging {
	struct session *session;		/* signed in */
	struct provider *provider;		/* who signs */
	const char *account;
	const struct tag_calls *calls;
	const struct service *bulk;		/* the Tagging API */
	struct table targets;			/* by region */
	unsigned random;			/* of the jitter */
};

/* 0; or -1 having said why: the shapes of a service that calls name are not there. */
int tagging_open(struct tagging *t, struct session *session, struct provider *provider, const char *account,
    const struct tag_calls *calls);
/* Sets tags of each item, {} where nothing is listed: untagged resources are not.  What cannot be read has a code. */
void tagging_read(struct tagging *t, struct tagitem **items, size_t n);
/* Sets what is to be set, then removes what is to be removed.  What fails has a code; no more is asked for it. */
void tagging_write(struct tagging *t, struct tagitem **items, size_t n);
void tagging_close(struct tagging *t);

/* For tagging*.c alone. */
struct aws_target *tagging_target(struct tagging *t, const char *region);
enum tagging_what { TAGGING_GET, TAGGING_TAG, TAGGING_UNTAG };
/* Queues calls of the Tagging API: for items of one region that get the same; of the resource's own service. */
void tagging_bulk(struct tagging *t, enum tagging_what what, struct tagitem **items, size_t n);
void tagging_own(struct tagging *t, enum tagging_what what, struct tagitem *item);

#endif
