/* What the files of events.h share. */
#ifndef QRIE_EVENTS_PART_H
#define QRIE_EVENTS_PART_H

#include "events.h"

/* One of a map's Resources. */
struct event_rule {
	const char *type;
	const struct collector *collector;	/* NULL: none, or none with One */
	struct json_object *changed, *deleted, *created;	/* names of events, or NULL; created: of changed */
	size_t function;			/* Item */
};

/* share/events/SERVICE.jq */
struct event_map {
	char *name;
	struct json_object *metadata;
	const char *source;
	struct event_rule *rules;
	size_t nrules;
};

struct event_maps {
	struct event_map *all;
	size_t n;
	struct functions *functions;
	const struct events_options *options;
};

/* 0; or -1 having said why. */
int event_maps_load(struct event_maps *maps, const struct events_options *o);
void event_maps_free(struct event_maps *maps);
/* Of a type, if it can describe one resource; else NULL. */
const struct collector *event_collector(const struct collector_set *set, const char *type);
/* Of an event's source, "s3.amazonaws.com"; NULL if there is none. */
const struct event_map *event_map(const struct event_maps *maps, const char *source);

/* An event; all texts are the record's. */
struct trail_event {
	struct json_object *record;
	const char *source, *name, *account, *region;
	time_t time;
};

/* Adds what an event names.  NULL, or what is wrong with it (static, or in scratch). */
const char *changes_add(struct changes *changes, const struct event_maps *maps, const struct trail_event *event,
    struct buf *scratch);

/* Notes who did it; the same event once. */
void change_note(struct change *change, const struct trail_event *event);
void change_forget(struct change *change);
/* The region as records have it. */
const char *change_region(const struct collector *c, const char *region);
/* The ARN of a resource; malloc'd, or NULL having said why. */
char *change_arn(const struct changes *changes, const struct change *change);

/*
 * Does the pattern, if there is one, pass on an event of EventBridge, an entry of PutEvents, or a record of CloudTrail, as
 * EventBridge would deliver it?  What is none of these is in the way of nothing.
 */
int event_is_wanted(const struct events_options *o, struct json_object *event);

/* Is it drift, in EventBridge's envelope or as an entry of PutEvents?  detail-type says so, or detail.driftType. */
int is_drift_event(struct json_object *event);
void drift_event_print(struct json_object *event);	/* as a drift record */

#endif
