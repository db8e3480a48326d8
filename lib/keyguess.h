/*
 * The keys of objects that look alike: which key followed which the last time.  Records of one type have the same
 * members in the same order, so that mostly one comparison finds out what a key is and that it is a valid one.
 *
 *	struct keyguess g = {0};
 *	unsigned at = 0;				at the object's start
 *	p = keyguess_next(&g, &at, &checker, p, lookup, arg, &what);	at each key
 *
 * A key that is met for the first time is validated, decoded and looked up; what lookup says of it is remembered, for
 * at most KEYGUESS_KEYS keys.
 */
#ifndef QRIE_KEYGUESS_H
#define QRIE_KEYGUESS_H

#include <stdint.h>
#include <string.h>

#include "scan_part.h"

enum { KEYGUESS_KEYS = 64, KEYGUESS_HEAD = 16 };

struct keyguess_key {
	uint64_t head[2], mask[2];	/* the first bytes of "key": as a record spells it, and which of them count */
	char *text;			/* all of it */
	size_t len;
	unsigned next;			/* what followed it last, a number in keys */
	int what;			/* lookup's answer */
};

struct keyguess {
	struct keyguess_key *keys;	/* the first stands for the start of an object */
	unsigned n;
};

/* What a key, a JSON string, is to the caller. */
typedef int keyguess_lookup(const void *arg, struct span key);

/* The slow way. */
const char *keyguess_learn(struct keyguess *g, unsigned *at, struct scan_checker *c, const char *p,
    keyguess_lookup *lookup, const void *arg, int *what);
void keyguess_free(struct keyguess *g);

/*
 * p is where a key must be.  Gives the place of its value and sets *what; NULL having said why in the checker.
 * *at is the place among the keys: 0 at the start of an object.
 */
static inline const char *
keyguess_next(struct keyguess *g, unsigned *at, struct scan_checker *c, const char *p, keyguess_lookup *lookup,
    const void *arg, int *what)
{
	const struct keyguess_key *k;
	uint64_t head[2];

	if (g->n && c->end - p > KEYGUESS_HEAD) {
		k = &g->keys[g->keys[*at].next];
		memcpy(head, p, sizeof(head));
		if ((((head[0] ^ k->head[0]) & k->mask[0]) | ((head[1] ^ k->head[1]) & k->mask[1])) == 0 && k->len &&
		    (k->len <= KEYGUESS_HEAD || ((size_t)(c->end - p) > k->len &&
		    memcmp(p + KEYGUESS_HEAD, k->text + KEYGUESS_HEAD, k->len - KEYGUESS_HEAD) == 0))) {
			*at = g->keys[*at].next;
			*what = k->what;
			return scan_space(p + k->len, c->end);
		}
	}
	return keyguess_learn(g, at, c, p, lookup, arg, what);
}

#endif
