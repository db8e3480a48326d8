#include <stdlib.h>

#include "jsondiff.h"
#include "jsonitems.h"
#include "jsonsame.h"
#include "pointer.h"
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

static void
compare_lists(struct jsondiff *d, struct span old, struct span new)
{
	struct jsonitems a, b;

	if (jsonitems_sets(&a, &b, old, new)) {
		merge(d, &a, &b, 0);
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

/* Recursion goes as deep as the values are nested: SCAN_DEPTH at most. */
static void
compare(struct jsondiff *d, struct span old, struct span new)
{
	enum scan_kind kind = scan_kind(old);

	if (is_ignored(d))
		return;
	if (kind == SCAN_OBJECT && scan_kind(new) == SCAN_OBJECT)
		compare_objects(d, old, new);
	else if (kind == SCAN_ARRAY && scan_kind(new) == SCAN_ARRAY)
		compare_lists(d, old, new);
	else if (!old.at || !new.at || (!jsonsame(old, new) && !redacted_alike(old, new)))
		report(d, old, new);
}

size_t
jsondiff(struct jsondiff *d, struct span old, struct span new)
{
	d->changes = 0;
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
