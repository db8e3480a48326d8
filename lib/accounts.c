/* The accounts to look at. */
#include "accounts.h"

#include <stdlib.h>
#include <string.h>

#include "regions.h"

/* Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
int
account_is_role(const char *text)
{
	size_t len = strlen(text);

	return len && text[len - 1] != '/' &&
	    strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+=,.@_-/") == len;
}

void
account_free(struct account *one)
{
	free(one->id);
	free(one->name);
	free(one->role);
	free(one->external_id);
	free(one->profile);
	regions_free(one->regions);
	free(one->status);
	*one = (struct account){0};
}

void
accounts_add(struct accounts *a, const struct account *one)
{
	if (a->n == a->cap) {
		a->cap = a->cap ? a->cap * 2 : 16;
		a->all = xrealloc(a->all, a->cap * sizeof(*a->all));
	}
	a->all[a->n++] = *one;
}

static int
by_id(const void *a, const void *b)
{
	return strcmp(((const struct account *)a)->id, ((const struct account *)b)->id);
}

/* As they came, for those of one id: memory's order is not kept by qsort(), so the index is compared too. */
struct place {
	struct account account;
	size_t number;
};

static int
by_id_and_number(const void *a, const void *b)
{
	const struct place *p = a, *q = b;
	int order = by_id(&p->account, &q->account);

	return order ? order : (p->number > q->number) - (p->number < q->number);
}

void
accounts_sort(struct accounts *a)
{
	struct place *places = xcalloc(a->n + 1, sizeof(*places));
	size_t i, n = 0;

	for (i = 0; i < a->n; i++)
		places[i] = (struct place){ a->all[i], i };
	qsort(places, a->n, sizeof(*places), by_id_and_number);
	for (i = 0; i < a->n; i++) {
		if (n && !strcmp(a->all[n - 1].id, places[i].account.id))
			account_free(&a->all[--n]);
		a->all[n++] = places[i].account;
	}
	a->n = n;
	free(places);
}

const struct account *
accounts_find(const struct accounts *a, const char *id)
{
	const struct account key = { .id = (char *)id };

	return a->n ? bsearch(&key, a->all, a->n, sizeof(key), by_id) : NULL;
}

int
accounts_choose(struct accounts *a, const char *id)
{
	size_t i, n = 0;

	for (i = 0; i < a->n; i++)
		if (strcmp(a->all[i].id, id))
			account_free(&a->all[i]);
		else
			a->all[n++] = a->all[i];
	a->n = n;
	return n ? 0 : -1;
}

void
accounts_free(struct accounts *a)
{
	size_t i;

	for (i = 0; i < a->n; i++)
		account_free(&a->all[i]);
	free(a->all);
	*a = (struct accounts){0};
}
