/*
 * What one policy reads of one record, in a form that is compared sooner than read: the same sketch, the same verdict.
 *
 * It is a row of steps: a member or item that opens a container, a value as it stands, a value that is only carried.
 * Carried texts are numbered by where they first occur; the sketch holds the number, and the texts lie beside it.  So
 * two records whose ids differ have one sketch, and what is found out about it is told with the texts of each.
 *
 * As JSON, a carried text is a token that no record should hold: noncharacters of Unicode, or for a time a fraction of
 * a second that nobody has.
 */
#ifndef QRIE_SKETCH_H
#define QRIE_SKETCH_H

#include <stdint.h>
#include <string.h>
#include <time.h>

#include "buf.h"

enum { SKETCH_CARRIED = 100 };

enum sketch_step {
	SKETCH_OBJECT = 1, SKETCH_ARRAY, SKETCH_END_OBJECT, SKETCH_END_ARRAY, SKETCH_VALUE, SKETCH_TEXT, SKETCH_TIME,
	SKETCH_MIXED, SKETCH_PIECE, SKETCH_TOKEN, SKETCH_END_MIXED, SKETCH_ASSUMED
};

struct sketch {
	struct buf text;
	struct span carried[SKETCH_CARRIED];	/* without their quotes */
	unsigned ncarried;
	int exact;		/* must be read as it is: what coarse reads made of it could mislead */
};

static inline void
sketch_clear(struct sketch *s)
{
	if (!s->text.data)
		buf_reserve(&s->text, 64);
	s->text.len = 0;
	s->ncarried = 0;
	s->exact = 0;
}

/* node: the number of a place in the paths, from 0 (the record itself). */
static inline void
sketch_step(struct sketch *s, enum sketch_step step, unsigned node)
{
	char *p;

	if (s->text.cap - s->text.len < 16)
		buf_reserve(&s->text, 64);
	p = s->text.data + s->text.len;
	p[0] = (char)step;
	p[1] = (char)(node & 0xff);
	p[2] = (char)(node >> 8);
	s->text.len += 3;
}

static inline void
sketch_bytes(struct sketch *s, struct span bytes)
{
	uint32_t len = (uint32_t)bytes.len;	/* a line is far shorter than 4 GiB: ndjson.h */

	if (s->text.cap - s->text.len < bytes.len + 16)
		buf_reserve(&s->text, bytes.len + 64);
	memcpy(s->text.data + s->text.len, &len, sizeof(len));
	memcpy(s->text.data + s->text.len + sizeof(len), bytes.at, bytes.len);
	s->text.len += sizeof(len) + bytes.len;
}

static inline void
sketch_value(struct sketch *s, unsigned node, struct span raw)
{
	sketch_step(s, SKETCH_VALUE, node);
	sketch_bytes(s, raw);
}

void sketch_free(struct sketch *s);

/* The number of a carried text, counted from 0; SKETCH_CARRIED if there are too many to carry this one. */
unsigned sketch_carry(struct sketch *s, struct span text);
void sketch_text(struct sketch *s, unsigned node, unsigned carried);
/* A text that is a time: rules are shown another time instead, one for all that are judged alike. */
void sketch_time(struct sketch *s, unsigned node, unsigned carried, time_t shown);
/* A container some of whose texts are carried: pieces as they stand, tokens between. */
void sketch_mixed(struct sketch *s, unsigned node);
void sketch_piece(struct sketch *s, struct span bytes);
void sketch_token(struct sketch *s, unsigned carried);
void sketch_end_mixed(struct sketch *s);
/* Values to put where a record could not be read; see rules.h. */
void sketch_assume(struct sketch *s, struct span assumed);

/*
 * The JSON that the steps stand for, and what is assumed (both cleared first).  keys[node] is a member's
 * key, NULL for an item and for node 0.
 * 0, or -1 if the record itself holds what could be taken for a token: then nothing must be carried.
 */
int sketch_json(const struct sketch *s, const char *const *keys, struct buf *json, struct buf *assumed);

/*
 * Text with tokens in it, compiled: pieces of it, the numbers of carried texts between.  Appends that to made.
 * -1 if a token was cut to pieces: then nothing must be carried.
 */
int sketch_compile(struct span text, const struct sketch *s, struct buf *made);
/* Appends compiled text with the carried texts of s in place. */
void sketch_expand(struct span made, const struct sketch *s, struct buf *to);

#endif
