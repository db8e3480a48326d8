#include <stdlib.h>
#include <string.h>

#include "memory.h"

enum { PER_SLOT = 128, UNIT = 8 };	/* bytes of room for each slot; what entries are aligned to */

struct entry {
	uint64_t hash;
	uint32_t owner, keylen, valuelen, unused;
};

struct memory {
	unsigned char *room;		/* entries, each with its key and its value behind it */
	size_t size, used;
	uint32_t *slots;		/* open addressing: where the entry lies, in units, and 1; 0 for free */
	size_t nslots, n;		/* a power of two of slots; how many are taken */
	uint64_t seed;
};

struct memory *
memory_new(size_t bytes, uint64_t seed)
{
	struct memory *m = xcalloc(1, sizeof(*m));

	m->nslots = 64;
	while (m->nslots * PER_SLOT < bytes)
		m->nslots *= 2;
	m->slots = xcalloc(m->nslots, sizeof(*m->slots));
	m->size = bytes / UNIT * UNIT;
	m->room = xmalloc(m->size ? m->size : UNIT);
	m->seed = seed;
	return m;
}

static uint64_t
mix(uint64_t h, uint64_t word)
{
	h = (h ^ word) * 0x9e3779b97f4a7c15u;	/* 2^64 divided by the golden ratio */
	return h ^ h >> 29;
}

uint64_t
memory_hash(const struct memory *m, struct span key)
{
	uint64_t h = m->seed, word;
	size_t i;

	for (i = 0; i + sizeof(word) <= key.len; i += sizeof(word)) {
		memcpy(&word, key.at + i, sizeof(word));
		h = mix(h, word);
	}
	word = 0;
	if (i < key.len)
		memcpy(&word, key.at + i, key.len - i);
	return mix(mix(h, word), key.len);
}

static uint64_t
own_hash(uint64_t hash, uint32_t owner)
{
	uint64_t h = mix(hash, owner);

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

struct span
memory_put(struct memory *m, uint32_t owner, struct span key, uint64_t hash, struct span value)
{
	uint64_t h = own_hash(hash, owner);
	size_t len = (sizeof(struct entry) + key.len + value.len + UNIT - 1) / UNIT * UNIT, s;
	struct entry *e;
	char *text;

	if (len > m->size / 8)
		return value;
	if (len > m->size - m->used || m->n >= m->nslots / 2) {
		memset(m->slots, 0, m->nslots * sizeof(*m->slots));
		m->used = m->n = 0;
	}
	for (s = h & (m->nslots - 1); m->slots[s]; s = (s + 1) & (m->nslots - 1))
		;
	m->slots[s] = (uint32_t)(m->used / UNIT) + 1;
	e = entry_at(m, m->slots[s]);
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
