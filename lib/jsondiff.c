#include <stdlib.h>

#include "jsondiff.h"
#include "jsonalike.h"
#include "jsonitems.h"
#include "jsonsame.h"
#include "pointer.h"
#include "policydoc.h"
#include "redacted.h"
#include "scan.h"

static const struct span nothing = { NULL, 0 };

void
jsondiff_ignore(struct jsondiff *d, enum jsondiff_side side, struct span pattern)
{
	size_t n = d->side[side].nignored++;

	d->side[side].ignored = xrealloc(d->side[side].ignored, (n + 1) * sizeof(struct buf));
	d->side[side].ignored[n] = (struct buf){0};
	buf_addspan(&d->side[side].ignored[n], pattern);
}

static int
is_ignored(const struct jsondiff *d)
{
	size_t i;
	int side;

	for (side = 0; side < 2; side++)
		for (i = 0; i < d->side[side].nignored; i++)
			if (pointer_matches(buf_span(&d->side[side].ignored[i]), buf_span(&d->side[side].at)))
				return 1;
	return 0;
}

static void
report(struct jsondiff *d, struct span old, struct span new)
{
	struct jsondiff_change change = {
		.path = buf_span(&d->side[new.at ? JSONDIFF_NEW : JSONDIFF_OLD].at), .old = old, .new = new,
		.in_list = d->in_list,
	};

	d->changes++;
	d->found(d->context, &change);
}

static void compare(struct jsondiff *d, struct span old, struct span new);

static size_t
push(struct buf *at, const struct jsonitem *item, int object)
{
	return object ? pointer_push(at, item->key) : pointer_push_index(at, item->index);
}

/* Either may be NULL: the item is not there, and would be where the other one is. */
static void
compare_items(struct jsondiff *d, const struct jsonitem *old, const struct jsonitem *new, int object)
{
	size_t old_at, new_at;

	if (old && new && span_cmp(old->value, new->value) == 0)
		return;
	old_at = push(&d->side[JSONDIFF_OLD].at, old ? old : new, object);
	new_at = push(&d->side[JSONDIFF_NEW].at, new ? new : old, object);
	d->in_list = !object;
	compare(d, old ? old->value : nothing, new ? new->value : nothing);
	pointer_pop(&d->side[JSONDIFF_OLD].at, old_at);
	pointer_pop(&d->side[JSONDIFF_NEW].at, new_at);
}

/* Both sorted by key. */
static void
merge(struct jsondiff *d, const struct jsonitems *old, const struct jsonitems *new, int object)
{
	size_t i = 0, j = 0;
	int order;

	while (i < old->n || j < new->n) {
		if (i == old->n || j == new->n)
			order = i == old->n ? 1 : -1;
		else
			order = span_cmp(old->item[i].key, new->item[j].key);
		compare_items(d, order <= 0 ? &old->item[i] : NULL, order >= 0 ? &new->item[j] : NULL, object);
		i += order <= 0;
		j += order >= 0;
	}
}

static void
compare_by_position(struct jsondiff *d, const struct jsonitems *old, const struct jsonitems *new)
{
	size_t i;

	for (i = 0; i < old->n || i < new->n; i++)
		compare_items(d, i < old->n ? &old->item[i] : NULL, i < new->n ? &new->item[i] : NULL, 0);
}

static int
by_index(const void *a, const void *b)
{
	const struct jsonitem *x = a, *y = b;

	return (x->index > y->index) - (x->index < y->index);
}

/* Keeps so many items, in the order of their list. */
static void
keep(struct jsonitems *items, size_t n)
{
	items->n = n;
	if (n > 1)
		qsort(items->item, n, sizeof(*items->item), by_index);
}

/* Both sorted by what they mean: what means the same is no change, what is left is compared in its order. */
static void
compare_statements(struct jsondiff *d, struct jsonitems *a, struct jsonitems *b)
{
	size_t i = 0, j = 0, left_a = 0, left_b = 0;
	int order;

	while (i < a->n || j < b->n) {
		order = i == a->n ? 1 : j == b->n ? -1 : span_cmp(a->item[i].key, b->item[j].key);
		if (order < 0)
			a->item[left_a++] = a->item[i];
		if (order > 0)
			b->item[left_b++] = b->item[j];
		i += order <= 0;
		j += order >= 0;
	}
	keep(a, left_a);
	keep(b, left_b);
	compare_by_position(d, a, b);
}

/* 0 if one of the two is no list of statements, and nothing to free. */
static int
both_statements(struct jsonitems *a, struct jsonitems *b, struct span old, struct span new)
{
	if (!jsonitems_statements(a, old))
		return 0;
	if (jsonitems_statements(b, new))
		return 1;
	jsonitems_free(a);
	return 0;
}

static void
compare_lists(struct jsondiff *d, struct span old, struct span new)
{
	struct jsonitems a, b;

	if (jsonitems_sets(&a, &b, old, new) || jsonitems_texts(&a, &b, old, new, !d->statements && !d->sets)) {
		merge(d, &a, &b, 0);
	} else if (both_statements(&a, &b, old, new)) {
		compare_statements(d, &a, &b);
	} else {
		jsonitems_list(&a, old);
		jsonitems_list(&b, new);
		compare_by_position(d, &a, &b);
	}
	jsonitems_free(&a);
	jsonitems_free(&b);
}

static void
compare_objects(struct jsondiff *d, struct span old, struct span new)
{
	struct jsonitems a, b;

	jsonitems_members(&a, old);
	jsonitems_members(&b, new);
	merge(d, &a, &b, 1);
	jsonitems_free(&a);
	jsonitems_free(&b);
}

/* One text alone is a list of it. */
static int
same_alone(struct span a, struct span b)
{
	struct scan_iter it = scan_open(a);
	struct span key, item;

	return scan_kind(a) == SCAN_ARRAY && scan_count(a) == 1 && scan_next(&it, &key, &item) && jsonsame(item, b);
}

/* Do both mean the same to IAM? */
static int
same_policy(const struct jsondiff *d, struct span old, struct span new)
{
	enum scan_kind kind = scan_kind(old);

	if (kind == SCAN_STRING && scan_kind(new) == SCAN_STRING)
		return old.at[1] == '{' && new.at[1] == '{' && policydoc_same(old, new);
	if (d->statements)
		return same_alone(old, new) || same_alone(new, old);
	return kind == SCAN_OBJECT && policydoc_is(old) && policydoc_same(old, new);
}

/* Recursion goes as deep as the values are nested: SCAN_DEPTH at most. */
static void
compare(struct jsondiff *d, struct span old, struct span new)
{
	enum scan_kind kind = scan_kind(old);
	int statement;

	if (is_ignored(d) || (old.at && new.at && same_policy(d, old, new)))
		return;
	if (kind == SCAN_OBJECT && scan_kind(new) == SCAN_OBJECT) {
		statement = policydoc_is_statement(old) && policydoc_is_statement(new);
		d->statements += statement;
		compare_objects(d, old, new);
		d->statements -= statement;
	} else if (kind == SCAN_ARRAY && scan_kind(new) == SCAN_ARRAY) {
		compare_lists(d, old, new);
	} else if (!old.at || !new.at || (!jsonsame(old, new) && !redacted_alike(old, new) && !jsonalike(old, new))) {
		report(d, old, new);
	}
}

size_t
jsondiff(struct jsondiff *d, struct span old, struct span new)
{
	d->changes = 0;
	d->in_list = 0;
	buf_clear(&d->side[JSONDIFF_OLD].at);
	buf_clear(&d->side[JSONDIFF_NEW].at);
	if (span_cmp(old, new) != 0)
		compare(d, old, new);
	return d->changes;
}

void
jsondiff_forget(struct jsondiff *d)
{
	int side;

	for (side = 0; side < 2; side++) {
		while (d->side[side].nignored > 0)
			buf_free(&d->side[side].ignored[--d->side[side].nignored]);
		free(d->side[side].ignored);
		d->side[side].ignored = NULL;
	}
}

void
jsondiff_free(struct jsondiff *d)
{
	jsondiff_forget(d);
	buf_free(&d->side[JSONDIFF_OLD].at);
	buf_free(&d->side[JSONDIFF_NEW].at);
}
