/*
 * The difference of two JSON values, field by field, on the texts as they are.
 *
 * The order of an object's members does not matter, nor how a string or number is spelled (jsonsame.h), nor with which
 * blanks a text holds the same document (jsonalike.h).  A list whose items are objects that have a key (Tags by Key, access keys by AccessKeyId, a security group's permissions by
 * protocol and ports ...) is a set: its order does not matter either.  So is one of ids of what is in a VPC, and
 * whatever is in IAM policies, which are compared by what they mean (policydoc.h), be they objects or texts.  Any other
 * list is compared by position, unless sets is set and all of its items are texts.
 *
 *	struct jsondiff d = { .found = report, .context = it };
 *	jsondiff_ignore(&d, JSONDIFF_NEW, pattern) ...
 *	changes = jsondiff(&d, old, new);
 *	jsondiff_free(&d);
 */
#ifndef QRIE_JSONDIFF_H
#define QRIE_JSONDIFF_H

#include "buf.h"

enum jsondiff_side { JSONDIFF_OLD, JSONDIFF_NEW };

struct jsondiff_change {
	struct span path;	/* a JSON Pointer, not quoted: in the new value; in the old one for what is not in the new */
	struct span old, new;	/* {NULL, 0} where it is not there, which is not null */
	int in_list;		/* it is an item of a list */
};

typedef void jsondiff_found(void *context, const struct jsondiff_change *change);

struct jsondiff {
	jsondiff_found *found;
	void *context;
	int sets;				/* lists of texts are sets */
	size_t changes;
	int in_list;				/* what is compared is an item of a list */
	int statements;				/* of IAM policies around where the walk is */
	struct {
		struct buf at;			/* where the walk is, as a pointer */
		struct buf *ignored;		/* patterns, see pointer.h */
		size_t nignored;
	} side[2];
};

/* Says nothing of what lies there, in the old value or the new one.  pattern: see pointer.h; copied. */
void jsondiff_ignore(struct jsondiff *d, enum jsondiff_side side, struct span pattern);
/* Calls found for each change, in an order that depends on nothing but the values; how many there are. */
size_t jsondiff(struct jsondiff *d, struct span old, struct span new);
void jsondiff_forget(struct jsondiff *d);		/* what is ignored */
void jsondiff_free(struct jsondiff *d);

#endif
