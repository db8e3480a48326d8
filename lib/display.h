/*
 * Text for a terminal: what is safe to show there, how wide it is, how to make it fit.
 *
 * Widths are columns of a terminal in which text is UTF-8: 2 for what East Asian Width calls wide and for emoji, 0 for
 * combining marks, else 1.  Source: https://www.unicode.org/reports/tr11/
 * All but display_clean() expect text that it has cleaned.
 */
#ifndef QRIE_DISPLAY_H
#define QRIE_DISPLAY_H

#include "buf.h"

/*
 * Appends text in which nothing can move the cursor, colour the screen or reorder what is read: each control character,
 * ESC and the C1 set included, and each that is invisible or changes the direction (U+200B, U+202E ...) becomes
 * "\u001b"; tab and new line become a blank; bytes that are not UTF-8 become U+FFFD.
 */
void display_clean(struct buf *to, struct span text);

size_t display_width(struct span text);

enum cut { CUT_END, CUT_MIDDLE, CUT_START };
/* Appends text cut to at most width columns, with an ellipsis where something was left out. */
void display_fit(struct buf *to, struct span text, size_t width, enum cut cut);

/*
 * Takes the next line of at most width columns (2 at least) off text, broken at a blank or, when a word is too long,
 * anywhere.  0 when nothing is left.
 */
int display_wrap(struct span *text, size_t width, struct span *line);

void display_fill(struct buf *to, const char *piece, size_t times);

#endif
