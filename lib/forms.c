#include <stdlib.h>
#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "forms.h"
#include "scan.h"
#include "scan_part.h"

enum { NODES = 16384, TEXTS = 256 << 10, VALUES = 4096, PAD = 16 };

/* What comes behind a node's text. */
enum then { STRING, BARE, CHOICE, END };

/* Nodes are numbered from 1. */
struct node {
	uint32_t text, len;	/* what stands there; with PAD readable bytes behind it */
	uint32_t next;		/* the node behind the value; the first choice; the number of the form that ends here */
	uint32_t sibling;	/* the next choice */
	unsigned char then;
	char first;		/* of a choice: the first byte of its text, NUL for a bare value at once */
};

struct forms_tree {
	struct node nodes[NODES];
	char texts[TEXTS + PAD];
	uint32_t nnodes, ntexts, nforms;
	uint32_t start;
};

void
forms_init(struct forms *f)
{
	f->tree = xmalloc(sizeof(*f->tree));
	f->ends = xmalloc((VALUES + 1) * sizeof(*f->ends));
	f->nends = 0;
	forms_forget(f);
}

void
forms_forget(struct forms *f)
{
	f->tree->nnodes = 1;
	f->tree->ntexts = f->tree->nforms = f->tree->start = 0;
}

void
forms_free(struct forms *f)
{
	free(f->tree);
	free(f->ends);
}

/* Numbers and the words true, false and null begin with one of these. */
static int
is_bare(char c)
{
	return scan_is_digit(c) || c == '-' || c == 't' || c == 'f' || c == 'n';
}

#ifdef __SSE2__
/* Which of the next PAD bytes are the same: a bit for each. */
static inline unsigned
same_bytes(const char *p, const char *text)
{
	return (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_loadu_si128((const __m128i *)(const void *)p),
	    _mm_loadu_si128((const __m128i *)(const void *)text)));
}
#endif

/* The place behind a node's text, NULL if p does not begin with it. */
static inline const char *
behind_text(const char *p, const char *end, const char *text, size_t len)
{
#ifdef __SSE2__
	size_t i;

	if (len <= PAD && end - p >= PAD)
		return ~same_bytes(p, text) << (PAD - len) & 0xffff ? NULL : p + len;
	if (len > PAD && (size_t)(end - p) >= len) {
		for (i = 0; i + 2 * PAD < len; i += PAD)
			if (same_bytes(p + i, text + i) != 0xffff)
				return NULL;
		/* what is left, in two steps that may overlap */
		i = same_bytes(p + i, text + i) & same_bytes(p + len - PAD, text + len - PAD);
		return i == 0xffff ? p + len : NULL;
	}
#endif
	return (size_t)(end - p) >= len && memcmp(p, text, len) == 0 ? p + len : NULL;
}

/* The closing quote of a string that holds what is no plain byte, or stands near the end. */
static const char *
end_of_odd_string(const char *p, const char *end)
{
	struct scan_checker c = { end, NULL, NULL };

	p = scan_check_string(&c, p - 1);
	return p ? p - 1 : NULL;
}

/* The closing quote of the string whose text begins at p. */
static inline const char *
end_of_string(const char *p, const char *end)
{
	const char *q = scan_plain(p, end);

	return q < end && *q == '"' ? q : end_of_odd_string(p, end);
}

static const char *
end_of_odd_value(const char *p, const char *end)
{
	struct scan_checker c = { end, NULL, NULL };

	return p < end && is_bare(*p) ? scan_check_value(&c, p, 1) : NULL;
}

/* The end of a word, or of a number without sign, fraction and exponent; any other is looked at more closely. */
static inline const char *
end_of_bare(const char *p, const char *end)
{
	const char *q = p;

	if (end - p > 5) {
		if (memcmp(p, "true", 4) == 0 || memcmp(p, "null", 4) == 0)
			return p + 4;
		if (memcmp(p, "false", 5) == 0)
			return p + 5;
	}
	while (q < end && scan_is_digit(*q))
		q++;
	if (q > p && q < end && (*q == ',' || *q == '}' || *q == ']') && (*p != '0' || q == p + 1))
		return q;
	return end_of_odd_value(p, end);
}

/* Of the nodes that may come next at p. */
static inline uint32_t
choose(const struct forms_tree *t, uint32_t first, const char *p)
{
	uint32_t number;

	for (number = first; number; number = t->nodes[number].sibling)
		if (t->nodes[number].first == *p || (!t->nodes[number].first && is_bare(*p)))
			break;
	return number;
}

int
forms_find(struct forms *f, struct span text)
{
	const struct forms_tree *t = f->tree;
	const char *p = text.at, *end = text.at + text.len, **ends = f->ends, **most = ends + VALUES;
	const struct node *n;
	uint32_t number = t->start;

	*ends = p;
	while (number) {
		n = &t->nodes[number];
		if (!(p = behind_text(p, end, t->texts + n->text, n->len)))
			return -1;
		number = n->next;
		if (n->then == END)
			return p == end ? (int)number : -1;
		if (n->then == CHOICE) {
			if (p == end)
				return -1;
			number = choose(t, number, p);
			continue;
		}
		if (!(p = n->then == STRING ? end_of_string(p, end) : end_of_bare(p, end)) || ends == most)
			return -1;
		*++ends = p;
	}
	return -1;
}

/* The number of a new node, 0 if there is no room. */
static uint32_t
add_node(struct forms_tree *t, struct span text, enum then then)
{
	struct node *n = &t->nodes[t->nnodes];

	if (t->nnodes == NODES || text.len > TEXTS - t->ntexts)
		return 0;
	memcpy(t->texts + t->ntexts, text.at, text.len);
	*n = (struct node){ .text = t->ntexts, .len = (uint32_t)text.len, .then = (unsigned char)then };
	n->first = text.len ? *text.at : '\0';
	t->ntexts += (uint32_t)text.len;
	return t->nnodes++;
}

/* Makes what stands behind the first bytes of a node's text the first of some choices.  0, or -1 for want of room. */
static int
split(struct forms_tree *t, struct node *n, uint32_t len)
{
	struct node *rest = &t->nodes[t->nnodes];

	if (t->nnodes == NODES)
		return -1;
	*rest = *n;
	rest->text += len;
	rest->len -= len;
	rest->first = rest->len ? t->texts[rest->text] : '\0';
	rest->sibling = 0;
	n->len = len;
	n->then = CHOICE;
	n->next = t->nnodes++;
	return 0;
}

static uint32_t
common(struct span a, struct span b)
{
	size_t i;

	for (i = 0; i < a.len && i < b.len && a.at[i] == b.at[i]; i++)
		;
	return (uint32_t)i;
}

/*
 * Puts text and what comes behind it where *link points.  Gives what points to what comes next, NULL if there is no
 * room, or if a text that begins so has to do with something else here.
 */
static uint32_t *
put(struct forms_tree *t, uint32_t *link, struct span text, enum then then)
{
	struct node *n;
	uint32_t same;

	for (;;) {
		if (!*link)
			return (*link = add_node(t, text, then)) ? &t->nodes[*link].next : NULL;
		n = &t->nodes[*link];
		same = common((struct span){ t->texts + n->text, n->len }, text);
		text = (struct span){ text.at + same, text.len - same };
		if (same == n->len && n->then != CHOICE && n->then == then && text.len == 0)
			return &n->next;
		/* where one goes on with a value and the other does not, the value must not begin as the other does */
		if ((same == n->len && n->then != CHOICE && n->then != BARE) || (text.len == 0 && then != BARE) ||
		    ((n->then != CHOICE || same < n->len) && split(t, n, same) < 0))
			return NULL;
		link = &n->next;
		while (*link && t->nodes[*link].first != (text.len ? *text.at : '\0'))
			link = &t->nodes[*link].sibling;
	}
}

/* A text being learned. */
struct learning {
	struct forms *f;
	uint32_t *link;
	const char *from;	/* what stands before the next value begins here */
};

/* A value whose text begins at p, and ends at end. */
static int
put_value(struct learning *l, const char *p, const char *end, enum then then)
{
	struct span before = { l->from, (size_t)(p - l->from) };

	if (l->f->nends > VALUES || !(l->link = put(l->f->tree, l->link, before, then)))
		return -1;
	l->f->ends[l->f->nends++] = l->from = end;
	return 0;
}

static int
is_fixed(const char *p, const struct span *fixed, size_t nfixed)
{
	size_t i;

	for (i = 0; i < nfixed; i++)
		if (fixed[i].at == p)
			return 1;
	return 0;
}

static int
put_all(struct learning *l, struct span text, const struct span *fixed, size_t nfixed)
{
	const char *p = text.at, *end = text.at + text.len, *behind;

	while (p < end) {
		if (*p != '"' && !is_bare(*p)) {
			p++;
			continue;
		}
		behind = p + scan_value((struct span){ p, (size_t)(end - p) }).len;
		if (!is_fixed(p, fixed, nfixed) && *scan_space(behind, end) != ':' &&
		    (*p == '"' ? put_value(l, p + 1, behind - 1, STRING) : put_value(l, p, behind, BARE)) < 0)
			return -1;
		p = behind;
	}
	l->link = put(l->f->tree, l->link, (struct span){ l->from, (size_t)(end - l->from) }, END);
	return l->link ? 0 : -1;
}

int
forms_learn(struct forms *f, struct span text, const struct span *fixed, size_t nfixed)
{
	struct learning l = { f, &f->tree->start, text.at };

	f->ends[0] = text.at;
	f->nends = 1;
	if (f->tree->nforms == FORMS_MOST || put_all(&l, text, fixed, nfixed) < 0)
		return -1;
	return (int)(*l.link = f->tree->nforms++);
}

struct forms_place
forms_place(const struct forms *f, const char *at)
{
	uint32_t low = 0, high = f->nends, middle;

	while (high - low > 1) {
		middle = low + (high - low) / 2;
		if (f->ends[middle] <= at)
			low = middle;
		else
			high = middle;
	}
	return (struct forms_place){ low, (uint32_t)(at - f->ends[low]) };
}
