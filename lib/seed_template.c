/* Templates: compiled once into pieces, then written as often as there are resources. */
#include <ctype.h>
#include <err.h>
#include <stdlib.h>

#include "seed_template.h"
#include "seed_text.h"

struct seed_piece {
	struct span text;
	seed_put *put;			/* after the text; NULL for nothing, at the end */
};

static void
compact(struct buf *to, const char *text)
{
	int quoted = 0;

	buf_adds(to, "");	/* there is a text, if an empty one */
	for (; *text; text++) {
		if (*text == '"')
			quoted = !quoted;
		else if (*text == '\\')
			buf_addc(to, *text++);	/* JSON inside a string of JSON */
		if (quoted || !isspace((unsigned char)*text))
			buf_addc(to, *text);
	}
}

static seed_put *
find(const struct seed_slot *slots, const char *name, size_t len)
{
	for (; slots && slots->name; slots++)
		if (strlen(slots->name) == len && !memcmp(slots->name, name, len))
			return slots->put;
	return NULL;
}

static size_t
letters(const char *s)
{
	size_t n = 0;

	while (isalpha((unsigned char)s[n]))
		n++;
	return n;
}

void
seed_template_compile(struct seed_template *t, const struct seed_slot *own, const struct seed_slot *common)
{
	struct seed_piece *piece;
	const char *p;
	size_t len, n = 1;

	compact(&t->compact, t->text);
	for (p = t->compact.data; *p; p++)
		n += *p == '$';
	t->pieces = xcalloc(n, sizeof *t->pieces);
	t->npieces = n;
	for (p = t->compact.data, piece = t->pieces;; piece++) {
		piece->text = (struct span){ p, strcspn(p, "$") };
		p += piece->text.len;
		if (!*p)
			return;
		len = letters(++p);
		if (!(piece->put = find(own, p, len)) && !(piece->put = find(common, p, len))) {
			warnx("no slot %.*s", (int)len, p);
			abort();
		}
		p += len;
	}
}

void
seed_template_free(struct seed_template *t)
{
	free(t->pieces);
	t->pieces = NULL;
	buf_free(&t->compact);
}

void
seed_template_put(struct buf *b, const struct seed_template *t, const struct seed_item *it)
{
	const struct seed_piece *piece;

	for (piece = t->pieces; piece < t->pieces + t->npieces; piece++) {
		text_span(b, piece->text);
		if (piece->put)
			piece->put(b, it);
	}
}
