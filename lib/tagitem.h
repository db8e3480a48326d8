/* One resource whose tags are read and written. */
#ifndef QRIE_TAGITEM_H
#define QRIE_TAGITEM_H

#include "tagcall.h"

struct tagitem {
	const char *arn;
	const char *region;			/* where it is asked for */
	const struct tag_call *call;		/* its own service's, or NULL: the Tagging API's */
	struct json_object *tags;		/* as read: a map; owned */
	struct json_object *set, *remove;	/* what is to be written: a map, a list of keys; borrowed */
	int remove_first;			/* there is no room for what is set before */
	char *code, *why;			/* it failed: the code alone, "Code: message (request id)"; owned */
};

void tagitem_fail(struct tagitem *item, const char *code, const char *why);	/* the first failure stays */
void tagitem_clear(struct tagitem *item);		/* frees what it owns */

#endif
