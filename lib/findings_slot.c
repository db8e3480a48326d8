#include <stdlib.h>

#include "findings_slot.h"
#include "key.h"

void
slots_clear(struct slots *s)
{
	s->n = 0;
}

struct slot *
slots_add(struct slots *s, struct span policy)
{
	struct slot *slot;

	if (s->n == s->cap) {
		s->slot = xrealloc(s->slot, (s->cap + 1) * sizeof(*s->slot));
		s->slot[s->cap++] = xcalloc(1, sizeof(*slot));
	}
	slot = s->slot[s->n++];
	buf_clear(&slot->policy);
	key_add(&slot->policy, policy);
	slot->touched = slot->changed = 0;
	slot->life = LIFECYCLE_START;
	slot->before = LIFECYCLE_NONE;
	return slot;
}

struct slot *
slots_find(struct slots *s, struct span policy)
{
	size_t i;

	buf_clear(&s->scratch);
	key_add(&s->scratch, policy);
	for (i = 0; i < s->n; i++)
		if (span_cmp(buf_span(&s->slot[i]->policy), buf_span(&s->scratch)) == 0)
			return s->slot[i];
	return NULL;
}

static int
by_policy(const void *a, const void *b)
{
	const struct slot *const *x = a, *const *y = b;

	return span_cmp(buf_span(&(*x)->policy), buf_span(&(*y)->policy));
}

void
slots_sort(struct slots *s)
{
	if (s->n > 1)
		qsort(s->slot, s->n, sizeof(*s->slot), by_policy);
}

void
slot_keep(struct slot *slot, const struct record *r)
{
	buf_clear(&slot->line);
	buf_addspan(&slot->line, r->whole);
	slot->record = *r;
}

const struct record *
slot_record(struct slot *slot)
{
	if (slot->record.whole.at != slot->line.data)
		record_move(&slot->record, slot->line.data);
	return &slot->record;
}

enum effect
slot_apply(struct slot *slot, const struct event *e)
{
	enum effect effect = lifecycle_apply(&slot->life, e);

	if (effect != EFFECT_NONE)
		slot->touched = 1;
	if (effect > EFFECT_SEEN)
		slot->changed = 1;
	return effect;
}

void
slots_free(struct slots *s)
{
	size_t i;

	for (i = 0; i < s->cap; i++) {
		buf_free(&s->slot[i]->policy);
		buf_free(&s->slot[i]->line);
		free(s->slot[i]);
	}
	free(s->slot);
	buf_free(&s->scratch);
	*s = (struct slots){0};
}
