#include <stdint.h>

#include "display.h"

struct range {
	uint32_t from, to;
};

/* Unicode's combining marks of the common scripts, variation selectors, and emoji modifiers' joiner. */
static const struct range zero[] = {
	{ 0x0300, 0x036f }, { 0x0483, 0x0489 }, { 0x0591, 0x05bd }, { 0x05bf, 0x05bf }, { 0x05c1, 0x05c2 },
	{ 0x05c4, 0x05c5 }, { 0x0610, 0x061a }, { 0x064b, 0x065f }, { 0x0670, 0x0670 }, { 0x06d6, 0x06dc },
	{ 0x06df, 0x06e4 }, { 0x06e7, 0x06e8 }, { 0x06ea, 0x06ed }, { 0x0900, 0x0902 }, { 0x093a, 0x093a },
	{ 0x093c, 0x093c }, { 0x0941, 0x0948 }, { 0x094d, 0x094d }, { 0x0e31, 0x0e31 }, { 0x0e34, 0x0e3a },
	{ 0x0e47, 0x0e4e }, { 0x1ab0, 0x1aff }, { 0x1dc0, 0x1dff }, { 0x20d0, 0x20ff }, { 0x302a, 0x302d },
	{ 0x3099, 0x309a }, { 0xfe00, 0xfe0f }, { 0xfe20, 0xfe2f }, { 0xe0100, 0xe01ef },
};

/* East Asian Width W and F, and what terminals show as emoji. */
static const struct range wide[] = {
	{ 0x1100, 0x115f }, { 0x231a, 0x231b }, { 0x2329, 0x232a }, { 0x23e9, 0x23ec }, { 0x23f0, 0x23f0 },
	{ 0x23f3, 0x23f3 }, { 0x25fd, 0x25fe }, { 0x2614, 0x2615 }, { 0x2648, 0x2653 }, { 0x267f, 0x267f },
	{ 0x2693, 0x2693 }, { 0x26a1, 0x26a1 }, { 0x26aa, 0x26ab }, { 0x26bd, 0x26be }, { 0x26c4, 0x26c5 },
	{ 0x26ce, 0x26ce }, { 0x26d4, 0x26d4 }, { 0x26ea, 0x26ea }, { 0x26f2, 0x26f3 }, { 0x26f5, 0x26f5 },
	{ 0x26fa, 0x26fa }, { 0x26fd, 0x26fd }, { 0x2705, 0x2705 }, { 0x270a, 0x270b }, { 0x2728, 0x2728 },
	{ 0x274c, 0x274c }, { 0x274e, 0x274e }, { 0x2753, 0x2755 }, { 0x2757, 0x2757 }, { 0x2795, 0x2797 },
	{ 0x27b0, 0x27b0 }, { 0x27bf, 0x27bf }, { 0x2b1b, 0x2b1c }, { 0x2b50, 0x2b50 }, { 0x2b55, 0x2b55 },
	{ 0x2e80, 0x303e }, { 0x3041, 0x33ff }, { 0x3400, 0x4dbf }, { 0x4e00, 0xa4cf }, { 0xa960, 0xa97f },
	{ 0xac00, 0xd7a3 }, { 0xf900, 0xfaff }, { 0xfe10, 0xfe19 }, { 0xfe30, 0xfe6f }, { 0xff00, 0xff60 },
	{ 0xffe0, 0xffe6 }, { 0x16fe0, 0x18aff }, { 0x1b000, 0x1b2ff }, { 0x1f004, 0x1f004 }, { 0x1f0cf, 0x1f0cf },
	{ 0x1f18e, 0x1f18e }, { 0x1f191, 0x1f19a }, { 0x1f200, 0x1f320 }, { 0x1f32d, 0x1f335 }, { 0x1f337, 0x1f37c },
	{ 0x1f37e, 0x1f393 }, { 0x1f3a0, 0x1f3ca }, { 0x1f3cf, 0x1f3d3 }, { 0x1f3e0, 0x1f3f0 }, { 0x1f3f4, 0x1f3f4 },
	{ 0x1f3f8, 0x1f43e }, { 0x1f440, 0x1f440 }, { 0x1f442, 0x1f4fc }, { 0x1f4ff, 0x1f53d }, { 0x1f54b, 0x1f54e },
	{ 0x1f550, 0x1f567 }, { 0x1f57a, 0x1f57a }, { 0x1f595, 0x1f596 }, { 0x1f5a4, 0x1f5a4 }, { 0x1f5fb, 0x1f64f },
	{ 0x1f680, 0x1f6c5 }, { 0x1f6cc, 0x1f6cc }, { 0x1f6d0, 0x1f6d2 }, { 0x1f6d5, 0x1f6d7 }, { 0x1f6dc, 0x1f6df },
	{ 0x1f6eb, 0x1f6ec }, { 0x1f6f4, 0x1f6fc }, { 0x1f7e0, 0x1f7eb }, { 0x1f7f0, 0x1f7f0 }, { 0x1f90c, 0x1f93a },
	{ 0x1f93c, 0x1f945 }, { 0x1f947, 0x1f9ff }, { 0x1fa70, 0x1faff }, { 0x20000, 0x3fffd },
};

/*
 * Controls, format characters without a shape, bidirectional controls (CVE-2021-42574), line separators, tags, and what
 * is no character at all: XML has neither U+FFFE nor U+FFFF.
 */
static const struct range hidden[] = {
	{ 0x0000, 0x001f }, { 0x007f, 0x009f }, { 0x00ad, 0x00ad }, { 0x034f, 0x034f }, { 0x061c, 0x061c },
	{ 0x115f, 0x1160 }, { 0x17b4, 0x17b5 }, { 0x180b, 0x180f }, { 0x200b, 0x200f }, { 0x2028, 0x202e },
	{ 0x2060, 0x206f }, { 0x3164, 0x3164 }, { 0xfeff, 0xfeff }, { 0xffa0, 0xffa0 }, { 0xfff9, 0xfffb },
	{ 0xfffe, 0xffff }, { 0xe0000, 0xe00ff },
};

#define IN(c, table) in_ranges((c), (table), sizeof(table) / sizeof(*(table)))

static int
in_ranges(uint32_t c, const struct range *table, size_t n)
{
	size_t low = 0, mid;

	while (low < n) {
		mid = low + (n - low) / 2;
		if (c > table[mid].to)
			low = mid + 1;
		else if (c < table[mid].from)
			n = mid;
		else
			return 1;
	}
	return 0;
}

/* Takes one character off text; 0xfffd and one byte where it is not UTF-8 (RFC 3629). */
static uint32_t
next_character(struct span *text)
{
	static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	const unsigned char *p = (const unsigned char *)text->at;
	size_t len = *p < 0x80 ? 1 : *p >= 0xf0 ? 4 : *p >= 0xe0 ? 3 : 2, i;
	uint32_t c = len == 1 ? *p : *p & (0x7fu >> len);

	for (i = 1; i < len && i < text->len && (p[i] & 0xc0) == 0x80; i++)
		c = c << 6 | (p[i] & 0x3fu);
	if (i < len || *p >= 0xf8 || c < least[len] || c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff)) {
		c = 0xfffd;
		len = 1;
	}
	text->at += len;
	text->len -= len;
	return c;
}

static void
add_hidden(struct buf *to, uint32_t c)
{
	if (c == '\n' || c == '\t' || c == '\r')
		buf_addc(to, ' ');
	else if (c > 0xffff)
		buf_addf(to, "\\u%04x\\u%04x", (unsigned)(0xd7c0 + (c >> 10)), (unsigned)(0xdc00 | (c & 0x3ff)));
	else
		buf_addf(to, "\\u%04x", (unsigned)c);
}

void
display_clean(struct buf *to, struct span text)
{
	const char *from;
	uint32_t c;

	while (text.len) {
		from = text.at;
		c = next_character(&text);
		if (IN(c, hidden))
			add_hidden(to, c);
		else if (c == 0xfffd)
			buf_adds(to, "\xef\xbf\xbd");
		else
			buf_add(to, from, (size_t)(text.at - from));
	}
}

static size_t
width_of(uint32_t c)
{
	if (c < 0x300)
		return 1;
	return IN(c, zero) ? 0 : IN(c, wide) ? 2 : 1;
}

size_t
display_width(struct span text)
{
	size_t width = 0;

	while (text.len)
		width += width_of(next_character(&text));
	return width;
}

/* The longest start of text that is at most width columns wide, with the marks that belong to its last character. */
static size_t
prefix(struct span text, size_t width)
{
	const char *start = text.at, *end = start;
	size_t used = 0;

	while (text.len) {
		used += width_of(next_character(&text));
		if (used > width)
			break;
		end = text.at;
	}
	return (size_t)(end - start);
}

/* Where the longest end of text begins that is at most width columns wide. */
static size_t
suffix(struct span text, size_t width)
{
	const char *start = text.at;
	size_t left = display_width(text);

	while (text.len && left > width)
		left -= width_of(next_character(&text));
	while (text.len) {	/* no mark without its character */
		struct span rest = text;

		if (width_of(next_character(&rest)))
			break;
		text = rest;
	}
	return (size_t)(text.at - start);
}

void
display_fit(struct buf *to, struct span text, size_t width, enum cut cut)
{
	size_t head, tail;

	if (display_width(text) <= width) {
		buf_addspan(to, text);
		return;
	}
	if (width == 0)
		return;
	head = cut == CUT_START ? 0 : cut == CUT_END ? width - 1 : (width - 1) / 2;
	tail = suffix(text, width - 1 - head);
	buf_add(to, text.at, prefix(text, head));
	buf_adds(to, "…");
	buf_add(to, text.at + tail, text.len - tail);
}

static void
skip(struct span *text, size_t n)
{
	text->at += n;
	text->len -= n;
}

int
display_wrap(struct span *text, size_t width, struct span *line)
{
	size_t len, blank;

	while (text->len && *text->at == ' ')
		skip(text, 1);
	if (!text->len)
		return 0;
	len = prefix(*text, width < 2 ? 2 : width);
	if (len < text->len && text->at[len] != ' ') {
		for (blank = len; blank > 0 && text->at[blank - 1] != ' '; blank--)
			;
		if (blank)
			len = blank;
	}
	*line = (struct span){ text->at, len };
	while (line->len && line->at[line->len - 1] == ' ')
		line->len--;
	skip(text, len);
	return 1;
}

void
display_fill(struct buf *to, const char *piece, size_t times)
{
	while (times-- > 0)
		buf_adds(to, piece);
}
