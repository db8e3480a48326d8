/*
 * One call of a collector, followed to its last page.
 * Codes of our own beside those of aws.h: RepeatedToken (a page names a page that was given already; to follow it
 * would never end) and NotReady (a call to be made before never came to what it should).
 */
#ifndef QRIE_FETCH_H
#define QRIE_FETCH_H

#include "aws.h"
#include "collector.h"

struct fetch_counts {
	unsigned long calls, retries, throttles;	/* calls: without their retries */
	unsigned long long nanodollars;			/* what AWS charges for the calls */
};

struct fetch_answer {			/* all borrowed */
	struct json_object *value;	/* what the call's From or Items says; NULL if it failed, and for null */
	const char *code;		/* NULL: it succeeded */
	const char *message, *request_id;
	const struct collector_call *call;	/* which failed: itself, or the one before */
	int more;			/* page by page: there is another page */
};
typedef void fetch_done(void *arg, const struct fetch_answer *answer);

struct fetch_order {
	struct aws *aws;
	const struct aws_target *target;
	const struct service *service, *before;	/* before: of the call before, or NULL */
	const struct collector_call *call;
	struct json_object *parameters, *before_parameters;	/* taken */
	struct fetch_counts *counts;
	fetch_done *done;		/* called from aws_run() */
	void *arg;
};

/* Gets all pages, then calls done once. */
void fetch_all(const struct fetch_order *o);

/* Gets one page; done is called, then nothing happens until fetch_next(), which may be called from done.
   End it with fetch_end(), from done or later. */
struct fetch *fetch_pages(const struct fetch_order *o);
void fetch_next(struct fetch *f);
void fetch_end(struct fetch *f);

#endif
