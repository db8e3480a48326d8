/*
 * A table of text that fits a width: columns are cut first, then left out, the least needed first.
 *
 *	struct columns t = { .column = ..., .n = ... };
 *	columns_add(&t, text, color);			cell by cell, row by row; copied and cleaned (display.h)
 *	columns_print(&t, &out, width, use_color);
 *	columns_free(&t);
 */
#ifndef QRIE_COLUMNS_H
#define QRIE_COLUMNS_H

#include "display.h"

struct column {
	const char *title;
	int right;		/* aligned so */
	size_t least;		/* may be cut to so many columns; 0: never */
	enum cut cut;
	int drop;		/* may be left out; the highest goes first; 0: never */
};

struct columns {
	const struct column *column;	/* borrowed */
	size_t n;
	struct cell_text {
		struct buf text;
		const char *color;	/* an SGR parameter such as "1;31", borrowed; NULL: none */
	} *cell;
	size_t cells, cap;
};

void columns_add(struct columns *t, struct span text, const char *color);
void columns_print(const struct columns *t, struct buf *out, size_t width, int color);
void columns_free(struct columns *t);

/* Appends text between the escape sequences of a colour, if color is set and sgr is not NULL. */
void columns_paint(struct buf *out, struct span text, const char *sgr, int color);

#endif
