#include <stdlib.h>

#include "columns.h"

enum { INDENT = 2, GAP = 2, MOST = 16 };	/* MOST: columns of a table */

void
columns_add(struct columns *t, struct span text, const char *color)
{
	if (t->cells == t->cap) {
		t->cap = t->cap ? t->cap * 2 : 32;
		t->cell = xrealloc(t->cell, t->cap * sizeof(*t->cell));
	}
	t->cell[t->cells] = (struct cell_text){ .color = color };
	display_clean(&t->cell[t->cells++].text, text);
}

void
columns_free(struct columns *t)
{
	size_t i;

	for (i = 0; i < t->cells; i++)
		buf_free(&t->cell[i].text);
	free(t->cell);
	t->cell = NULL;
	t->cells = t->cap = 0;
}

void
columns_paint(struct buf *out, struct span text, const char *sgr, int color)
{
	color = color && sgr && text.len;
	if (color)
		buf_addf(out, "\033[%sm", sgr);
	buf_addspan(out, text);
	if (color)
		buf_adds(out, "\033[0m");
}

/* The widths that the texts ask for; 0 for what is left out. */
static void
natural(const struct columns *t, const int *dropped, size_t *width)
{
	size_t i, wide;

	for (i = 0; i < t->n; i++)
		width[i] = dropped[i] ? 0 : display_width(span_of(t->column[i].title));
	for (i = 0; i < t->cells; i++) {
		wide = display_width(buf_span(&t->cell[i].text));
		if (!dropped[i % t->n] && wide > width[i % t->n])
			width[i % t->n] = wide;
	}
}

static size_t
total(const struct columns *t, const int *dropped, const size_t *width)
{
	size_t sum = INDENT, shown = 0, i;

	for (i = 0; i < t->n; i++)
		if (!dropped[i])
			sum += width[i] + (shown++ ? GAP : 0);
	return sum;
}

/*
 * Takes what is too much from the widest column that can be cut, again and again; 0 if that is not enough.
 * Of what can also be left out, unless all is set.
 */
static int
shrink(const struct columns *t, const int *dropped, size_t *width, size_t room, int all)
{
	size_t i, widest;

	while (total(t, dropped, width) > room) {
		widest = t->n;
		for (i = 0; i < t->n; i++)
			if (!dropped[i] && t->column[i].least && width[i] > t->column[i].least &&
			    (all || t->column[i].drop) && (widest == t->n || width[i] > width[widest]))
				widest = i;
		if (widest == t->n)
			return 0;
		width[widest]--;
	}
	return 1;
}

/* Leaves out one more column; 0 if none may be. */
static int
drop(const struct columns *t, int *dropped)
{
	size_t i, first = t->n;

	for (i = 0; i < t->n; i++)
		if (!dropped[i] && t->column[i].drop &&
		    (first == t->n || t->column[i].drop > t->column[first].drop))
			first = i;
	if (first == t->n)
		return 0;
	dropped[first] = 1;
	return 1;
}

static void
print_cell(struct buf *out, const struct column *c, struct span text, size_t width, const char *sgr, int color)
{
	struct buf cut = {0};
	size_t pad;

	display_fit(&cut, text, width, c->cut);
	pad = width - display_width(buf_span(&cut));
	if (c->right)
		display_fill(out, " ", pad);
	columns_paint(out, buf_span(&cut), sgr, color);
	if (!c->right)
		display_fill(out, " ", pad);
	buf_free(&cut);
}

/* Without blanks behind the last text. */
static void
end_line(struct buf *out)
{
	while (out->len && out->data[out->len - 1] == ' ')
		out->len--;
	buf_addc(out, '\n');
}

void
columns_print(const struct columns *t, struct buf *out, size_t width, int color)
{
	int dropped[MOST] = {0};
	size_t wide[MOST], i, row, shown;

	do
		natural(t, dropped, wide);
	while (!shrink(t, dropped, wide, width, 0) && drop(t, dropped));
	shrink(t, dropped, wide, width, 1);
	for (row = 0; row <= t->cells / t->n; row++) {
		for (i = shown = 0; i < t->n; i++) {
			const struct cell_text *cell = row ? &t->cell[(row - 1) * t->n + i] : NULL;

			if (dropped[i])
				continue;
			display_fill(out, " ", shown++ ? GAP : INDENT);
			print_cell(out, &t->column[i], cell ? buf_span(&cell->text) : span_of(t->column[i].title),
			    wide[i], cell ? cell->color : "2", color);
		}
		end_line(out);
	}
}
