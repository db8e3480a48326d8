#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "table.h"

/* FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/ */
static uint64_t
hash(struct span key)
{
	uint64_t h = 14695981039346656037u;
	size_t i;

	for (i = 0; i < key.len; i++)
		h = (h ^ (unsigned char)key.at[i]) * 1099511628211u;
	return h;
}

static struct span
key_of(const void *entry)
{
	return *(const struct span *)entry;
}

/* Where key is, or where it would go.  There is always a free slot. */
static void **
find_slot(void **slot, size_t slots, struct span key)
{
	size_t i = (size_t)hash(key) & (slots - 1);

	while (slot[i] && span_cmp(key_of(slot[i]), key) != 0)
		i = (i + 1) & (slots - 1);
	return &slot[i];
}

static void
grow_slots(struct table *t)
{
	size_t slots = t->slots ? t->slots * 2 : 16, i;
	void **slot = xcalloc(slots, sizeof(*slot));

	for (i = 0; i < t->n; i++)
		*find_slot(slot, slots, key_of(t->item[i])) = t->item[i];
	free(t->slot);
	t->slot = slot;
	t->slots = slots;
}

void *
table_find(const struct table *t, struct span key)
{
	return t->slots ? *find_slot(t->slot, t->slots, key) : NULL;
}

void *
table_get(struct table *t, struct span key)
{
	void *entry = table_find(t, key);
	struct span own;

	if (entry)
		return entry;
	if (t->n + 1 > t->slots / 2)
		grow_slots(t);
	if (t->n == t->cap) {
		t->cap = t->cap ? t->cap * 2 : 16;
		t->item = xrealloc(t->item, t->cap * sizeof(*t->item));
	}
	entry = xcalloc(1, t->size);
	own.at = xmalloc(key.len + 1);
	own.len = key.len;
	if (key.len)
		memcpy((char *)own.at, key.at, key.len);
	((char *)own.at)[key.len] = '\0';
	*(struct span *)entry = own;
	t->item[t->n++] = entry;
	*find_slot(t->slot, t->slots, own) = entry;
	return entry;
}

/* qsort() knows no context; what it compares are pointers to entries. */
static int (*sort_order)(const void *, const void *);

static int
compare(const void *a, const void *b)
{
	return sort_order(*(void *const *)a, *(void *const *)b);
}

void
table_sort(struct table *t, int (*order)(const void *, const void *))
{
	sort_order = order;
	if (t->n)
		qsort(t->item, t->n, sizeof(*t->item), compare);
}

int
table_by_key(const void *a, const void *b)
{
	return span_cmp(key_of(a), key_of(b));
}

void
table_free(struct table *t)
{
	size_t i;

	for (i = 0; i < t->n; i++) {
		free((char *)key_of(t->item[i]).at);
		free(t->item[i]);
	}
	free(t->item);
	free(t->slot);
	*t = (struct table){ .size = t->size };
}
