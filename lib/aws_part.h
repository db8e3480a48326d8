/* What the files aws*.c share; for nobody else. */
#ifndef QRIE_AWS_PART_H
#define QRIE_AWS_PART_H

#include "aws.h"
#include "http.h"
#include "lane.h"

struct call {
	struct call *next;
	struct lane *lane;
	const struct aws_target *target;
	const struct service *service;
	const char *region;		/* the target's, or own_region */
	char *own_region;		/* where a redirect said that it belongs, or NULL */
	char *operation;
	struct protocol_request request;
	struct endpoint endpoint;
	char *url, *host, *path;
	long long due_ms, sent_ms, first_ms;	/* first_ms: when it was sent first; 0: never */
	long long throttled_ms;		/* when it was throttled first; 0: never */
	struct aws_stats stats;
	int failures;			/* that were no throttling */
	int retry_cost;			/* what its last retry took of the lane's budget */
	int skew_tried, renewal_tried;
	int secret;			/* its answer holds secrets */
	int once;			/* not to be done twice */
	char *signed_by;		/* the id of the key that it was signed with last, or NULL */
	char *refused;			/* why it can never be sent, or NULL */
	aws_done *done;
	void *arg;
};

struct aws {
	struct aws_options options;
	struct http *http;
	struct lanes lanes;
	struct call *later;		/* to be queued when due, soonest first */
	size_t open;			/* calls not yet answered */
	int under_way;
	unsigned random;
	long long skew_ms;		/* AWS's clock less ours */
	struct aws_totals totals;
};

/* aws_send.c */
/* Finds the call's address for its region; sets call->refused where there is none. */
void call_place(struct aws *a, struct call *call);
/* Signs a call, unless its target has nobody to sign it, and sends it.  0; or -1 with *code and *why, borrowed. */
int call_send(struct aws *a, struct call *call, const char **code, const char **why);

/* aws_retry.c */
/* Has the call another try?  Then *due_ms is when; else code is what it is answered with. */
int call_retry(struct aws *a, struct call *call, const struct http_exchange *x, const char *code, long long *due_ms);

#endif
