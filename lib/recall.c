#include <stdlib.h>

#include "recall.h"

/* Of so many records at least so many must be met again, else the next ones are left alone. */
enum { LATELY = 1024, MET = LATELY / 4, REST = 16 * LATELY };
enum { ROOM = 1 << 20 };	/* bytes of recipes */

struct known {
	struct recipe *recipe;
	int number;
};

struct recall {
	struct forms forms;
	struct known *known;		/* by the number of the form */
	size_t n, used;
	unsigned lately, met, rest;
};

struct recall *
recall_new(void)
{
	struct recall *k = xcalloc(1, sizeof(*k));

	forms_init(&k->forms);
	k->known = xmalloc(FORMS_MOST * sizeof(*k->known));
	return k;
}

static void
forget(struct recall *k)
{
	while (k->n)
		recipe_free(k->known[--k->n].recipe);
	k->used = 0;
	forms_forget(&k->forms);
}

const struct recipe *
recall_find(struct recall *k, struct span text, int *number)
{
	int form;

	if (k->rest) {
		k->rest--;
		return NULL;
	}
	if (k->lately == LATELY) {
		if (k->met < MET) {
			forget(k);
			k->rest = REST;
		}
		k->lately = k->met = 0;
	}
	k->lately++;
	if ((form = forms_find(&k->forms, text)) < 0)
		return NULL;
	k->met++;
	*number = k->known[form].number;
	return k->known[form].recipe;
}

void
recall_keep(struct recall *k, const struct record *r, const struct takings *taken, unsigned nreaders, int number,
    const struct span *fixed, size_t nfixed)
{
	struct recipe *recipe;

	if (k->rest)
		return;
	if (k->used >= ROOM || forms_learn(&k->forms, r->whole, fixed, nfixed) < 0) {
		forget(k);
		return;
	}
	recipe = recipe_new(&k->forms, r, taken, nreaders);
	k->used += recipe_size(recipe);
	k->known[k->n++] = (struct known){ recipe, number };
}

const struct forms *
recall_forms(const struct recall *k)
{
	return &k->forms;
}

void
recall_free(struct recall *k)
{
	if (!k)
		return;
	forget(k);
	forms_free(&k->forms);
	free(k->known);
	free(k);
}
