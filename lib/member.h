/*
 * Members of a JSON object that is being written into a buffer.
 *
 *	buf_addc(&b, '{');
 *	member_text(&b, "ARN", arn);			the commas come by themselves
 *	buf_addc(&b, '}');
 */
#ifndef QRIE_MEMBER_H
#define QRIE_MEMBER_H

#include <time.h>

#include "buf.h"

/* The key, behind a comma unless an object or array was opened just before.  An empty buffer: neither was. */
void member_key(struct buf *b, const char *name);
void member_count(struct buf *b, const char *name, long long n);
void member_text(struct buf *b, const char *name, struct span text);	/* null for an empty one */
void member_raw(struct buf *b, const char *name, struct span json);	/* null for {NULL, 0} */
void member_time(struct buf *b, const char *name, time_t t);		/* null for 0 */

#endif
