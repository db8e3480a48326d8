/*
 * Tags as people really set them: some resources carry all that is asked for, most carry some of it, some under
 * another spelling, and some carry none.
 */
#ifndef QRIE_SEED_TAGS_H
#define QRIE_SEED_TAGS_H

#include "buf.h"

enum { SEED_TAGS = 14 };

struct seed_tags {
	int n;
	int unreadable;			/* tags could not be read */
	struct { struct span key, value; } tag[SEED_TAGS];
	char created[24];		/* the text of a creation tag */
};

struct seed_item;

void seed_tags_draw(struct seed_item *it);		/* after its name, stage and created are known */
const char *seed_project(const struct seed_item *it);	/* the one its tags would tell */

/* {"Name":"a",...} */
void seed_tags_map(struct buf *b, const struct seed_item *it);
/* {"Key":"Name","Value":"a"},... without brackets, as most services answer */
void seed_tags_list(struct buf *b, const struct seed_item *it);

#endif
