/* What a tagplan asks for that is not so yet; and what undoes it. */
#ifndef QRIE_TAGCHANGE_H
#define QRIE_TAGCHANGE_H

#include <json-c/json.h>
#include <time.h>

#include "buf.h"
#include "tagrule.h"

struct tagchange {
	struct json_object *set, *remove;	/* a map, a list of keys; owned */
	struct json_object *replaced;		/* a list of keys that go by themselves when set is */
	int remove_first;			/* the resource would have too many tags meanwhile */
};

/* Does a plan ask for anything? */
int tagchange_wanted(struct json_object *plan);
/*
 * From a plan and the tags as they are, both borrowed.  1, or 0 if there is nothing to do; or -1 with *why set
 * (malloc'd), if it must not be done: a tag is no longer what the plan says it was, or the service would refuse it.
 * limit: of the resource's type, or NULL.
 */
int tagchange_make(struct tagchange *c, struct json_object *plan, struct json_object *tags, const struct tag_limit *limit,
    char **why);
void tagchange_free(struct tagchange *c);

/* The keys that go, by themselves or not, as a list.  Gives it. */
struct json_object *tagchange_gone(const struct tagchange *c);
/* The plan that puts the tags back.  now: when they were read. */
struct json_object *tagchange_undo(const struct tagchange *c, struct json_object *plan, struct json_object *tags,
    time_t now);
/* A record with a plan's ARN and what goes with it: ResourceType, AccountId, Region, AccountService. */
struct json_object *tagchange_record(const char *kind, struct json_object *plan);

#endif
