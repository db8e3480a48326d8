/*
 * Which resources events name: records of CloudTrail, bare, in its log files, as EventBridge delivers them, and in
 * messages of SNS and SQS.  Which event is about which resource is data: share/events/SERVICE.jq (qrie-events(7)).
 * Memory: grows with the resources named, not with the events unless they are to be told.
 * Sources: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/aws-events.html
 */
#ifndef QRIE_EVENTS_H
#define QRIE_EVENTS_H

#include <time.h>

#include "collect.h"
#include "table.h"

struct events_options {
	const char *dir;			/* share/events */
	const struct collector_set *collectors;	/* only their types count */
	struct functions *functions;		/* theirs */
	int some_types;				/* they are chosen: what is none of them is passed over in silence */
	int tell;				/* keep what each event says of who did it */
	struct span pattern;			/* only events that match it (eventpattern.h); {NULL, 0}: all */
};

/* A resource that an event named, by the newest one. */
struct change {
	struct span key;			/* account, region, type and what says which it is */
	const struct collector *collector;
	char *account, *region;			/* region: as the event says it */
	struct json_object *item;		/* what the collector's list would say of it, as far as the event tells */
	time_t time, born;			/* born: when an event made it; 0: none did */
	int deleted, outdated;			/* outdated: what is known is newer */
	char *arn;				/* as known; or NULL */
	struct told *told;			/* the events that named it, if they are wanted */
	size_t ntold;
};

/* Who did what, and when, by one event. */
struct told {
	char *id, *name, *author;		/* author NULL: the event does not say */
	time_t time;
};

struct changes {
	const struct events_options *options;
	struct table all;			/* sorted by key after events_read() */
};

/* Reads files (none, or "-": standard input).  0; 2 if some input was bad; 3 if nothing could run, having said why. */
int events_read(struct changes *changes, const struct events_options *o, char **files);
/* Reads an inventory: what it describes since an event is not to be described again, and its ARNs are right. */
int changes_know(struct changes *changes, const char *file);	/* 0, or 2 as above */
/* Prints a tombstone for each resource that the newest event deleted.  0, or 2 if one cannot be named. */
int changes_tombstones(const struct changes *changes);
/* Prints an event record for each event and resource that it named, of a resource oldest first.  0, or 2 as above. */
int changes_tell(const struct changes *changes);
/* Calls fn for each resource that some event has made.  0, or 2 if one cannot be named. */
typedef void changes_birth(void *arg, const char *arn, time_t time);
int changes_births(const struct changes *changes, changes_birth *fn, void *arg);
/* Gives those that are to be described, and how many there are. */
struct collect_one *changes_asked(const struct changes *changes, size_t *n);
/* Their accounts; how to get into each is as known says. */
void changes_accounts(const struct changes *changes, const struct accounts *known, struct accounts *to);
void changes_free(struct changes *changes);

#endif
