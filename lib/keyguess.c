#include <stdlib.h>

#include "keyguess.h"

static unsigned
find(const struct keyguess *g, struct span text)
{
	unsigned i;

	for (i = 1; i < g->n; i++)
		if (g->keys[i].len == text.len && memcmp(g->keys[i].text, text.at, text.len) == 0)
			return i;
	return 0;
}

/* The number of a new one, 0 if there are too many already. */
static unsigned
add(struct keyguess *g, struct span text, int what)
{
	struct keyguess_key *k;
	unsigned char *mask;
	size_t i;

	if (!g->keys) {
		g->keys = xcalloc(KEYGUESS_KEYS + 1, sizeof(*g->keys));
		g->n = 1;
	}
	if (g->n > KEYGUESS_KEYS)
		return 0;
	k = &g->keys[g->n];
	k->text = xstrndup(text.at, text.len);
	k->len = text.len;
	k->what = what;
	memcpy(k->head, text.at, text.len < KEYGUESS_HEAD ? text.len : KEYGUESS_HEAD);
	mask = (unsigned char *)k->mask;
	for (i = 0; i < text.len && i < KEYGUESS_HEAD; i++)
		mask[i] = 0xff;
	return g->n++;
}

const char *
keyguess_learn(struct keyguess *g, unsigned *at, struct scan_checker *c, const char *p, keyguess_lookup *lookup,
    const void *arg, int *what)
{
	const char *value = scan_check_key(c, p), *colon;
	struct span key;
	unsigned found;

	if (!value)
		return NULL;
	for (colon = value - 1; *colon != ':'; colon--)
		;
	key = (struct span){ p, (size_t)(colon + 1 - p) };
	if ((found = find(g, key))) {
		*what = g->keys[found].what;
	} else {
		key.len--;
		while (scan_is_space(key.at[key.len - 1]))
			key.len--;
		*what = lookup(arg, key);
		found = add(g, (struct span){ p, (size_t)(colon + 1 - p) }, *what);
	}
	if (g->n)
		g->keys[*at].next = found;
	*at = found;
	return value;
}

void
keyguess_free(struct keyguess *g)
{
	unsigned i;

	for (i = 1; i < g->n; i++)
		free(g->keys[i].text);
	free(g->keys);
	*g = (struct keyguess){0};
}
