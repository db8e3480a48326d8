#include <stdlib.h>
#include <string.h>

#include "memory.h"
#include "spanhash.h"

enum { PER_SLOT = 128, UNIT = 8, FEW = 64 };	/* bytes of room for each slot; what entries are aligned to */

struct entry {
	uint64_t hash;
	uint32_t owner, keylen, valuelen, unused;
};

struct memory {
	unsigned char *room;		/* entries, each with its key and its value behind it */
	size_t size, used;
	uint32_t *slots;		/* open addressing: where the entry lies, in units, and 1; 0 for free */
	size_t nslots, n;		/* a power of two of slots; how many are taken */
	size_t most;			/* slots; few are looked up sooner than many */
	uint64_t seed;
};

struct memory *
memory_new(size_t bytes, uint64_t seed)
{
	struct memory *m = xcalloc(1, sizeof(*m));

	m->nslots = m->most = FEW;
	while (m->most * PER_SLOT < bytes)
		m->most *= 2;
	m->slots = xcalloc(m->nslots, sizeof(*m->slots));
	m->size = bytes / UNIT * UNIT;
	m->room = xmalloc(m->size ? m->size : UNIT);
	m->seed = seed;
	return m;
}

uint64_t
memory_hash(const struct memory *m, struct span key)
{
	return spanhash(m->seed, key);
}

static uint64_t
own_hash(uint64_t hash, uint32_t owner)
{
	uint64_t h = spanhash_mix(hash, owner);

	return h ^ h >> 32;
}

static struct entry *
entry_at(const struct memory *m, uint32_t slot)
{
	return (struct entry *)(void *)(m->room + (size_t)(slot - 1) * UNIT);
}

struct span
memory_get(const struct memory *m, uint32_t owner, struct span key, uint64_t hash)
{
	uint64_t h = own_hash(hash, owner);
	const struct entry *e;
	const char *text;
	size_t s;

	for (s = h & (m->nslots - 1); m->slots[s]; s = (s + 1) & (m->nslots - 1)) {
		e = entry_at(m, m->slots[s]);
		if (e->hash != h || e->owner != owner || e->keylen != key.len)
			continue;
		text = (const char *)(e + 1);
		if (memcmp(text, key.at, key.len) == 0)
			return (struct span){ text + key.len, e->valuelen };
	}
	return (struct span){ NULL, 0 };
}

static void
take_slot(struct memory *m, uint64_t h, uint32_t unit)
{
	size_t s;

	for (s = h & (m->nslots - 1); m->slots[s]; s = (s + 1) & (m->nslots - 1))
		;
	m->slots[s] = unit;
}

static void
grow(struct memory *m)
{
	uint32_t *old = m->slots;
	size_t s, n = m->nslots;

	m->nslots *= 2;
	m->slots = xcalloc(m->nslots, sizeof(*m->slots));
	for (s = 0; s < n; s++)
		if (old[s])
			take_slot(m, entry_at(m, old[s])->hash, old[s]);
	free(old);
}

struct span
memory_put(struct memory *m, uint32_t owner, struct span key, uint64_t hash, struct span value)
{
	uint64_t h = own_hash(hash, owner);
	size_t len = (sizeof(struct entry) + key.len + value.len + UNIT - 1) / UNIT * UNIT;
	struct entry *e;
	char *text;

	if (len > m->size / 8)
		return value;
	if (m->n >= m->nslots / 2 && m->nslots < m->most)
		grow(m);
	if (len > m->size - m->used || m->n >= m->nslots / 2) {
		memset(m->slots, 0, m->nslots * sizeof(*m->slots));
		m->used = m->n = 0;
	}
	take_slot(m, h, (uint32_t)(m->used / UNIT) + 1);
	e = entry_at(m, (uint32_t)(m->used / UNIT) + 1);
	*e = (struct entry){ h, owner, (uint32_t)key.len, (uint32_t)value.len, 0 };
	text = (char *)(e + 1);
	memcpy(text, key.at, key.len);
	memcpy(text + key.len, value.at, value.len);
	m->used += len;
	m->n++;
	return (struct span){ text + key.len, value.len };
}

void
memory_free(struct memory *m)
{
	if (!m)
		return;
	free(m->room);
	free(m->slots);
	free(m);
}
