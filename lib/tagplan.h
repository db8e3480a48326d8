/*
 * What one resource's tags lack and what would put it right: a tagplan record (qrie-tag(1)).
 *
 *	struct tagplan plan = { .rules = rules, .source = &source };
 *	tagplan_make(&plan, &record, &text, &why);
 *	tagplan_free(&plan);
 */
#ifndef QRIE_TAGPLAN_H
#define QRIE_TAGPLAN_H

#include "record.h"
#include "tagrule.h"
#include "tagset.h"
#include "tagsource.h"

enum tagplan_result {
	TAGPLAN_NOTHING,	/* the tags are as they should be, or the type carries none */
	TAGPLAN_NEEDED,		/* text holds a record */
	TAGPLAN_UNREADABLE,	/* text holds a record that says so: nothing is known of the tags */
	TAGPLAN_BAD,		/* the record is no resource, *why (static) says what is wrong with it */
};

enum tagplan_auto_revert { AUTO_REVERT_AS_IS, AUTO_REVERT_ON, AUTO_REVERT_OFF };

struct tagplan {
	const struct tag_rules *rules;
	const struct tagsource *source;
	enum tagplan_auto_revert auto_revert;	/* as it is: the rules count; else only this is planned */
	const struct tag_limit *limit;		/* of the resource in hand */
	const struct record *record;
	struct tagset tags;
	struct tagmap_resource resource;	/* the record, decoded into these: */
	struct buf arn, account;
	struct buf missing, invalid, rename, set, remove, was;	/* the members' items, commas between */
	const char **touched;			/* keys that was has; the tags' or the rules' */
	size_t ntouched, cap;
	struct buf scratch, text;
};

/* text is cleared first. */
enum tagplan_result tagplan_make(struct tagplan *plan, const struct record *r, struct buf *text, const char **why);
void tagplan_free(struct tagplan *plan);

#endif
