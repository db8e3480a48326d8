#include <inttypes.h>
#include <stdio.h>

#include "siphash.h"

static uint64_t
rotate(uint64_t x, int bits)
{
	return x << bits | x >> (64 - bits);
}

static inline void
rounds(uint64_t v[4], int n)
{
	while (n-- > 0) {
		v[0] += v[1];
		v[2] += v[3];
		v[1] = rotate(v[1], 13) ^ v[0];
		v[3] = rotate(v[3], 16) ^ v[2];
		v[0] = rotate(v[0], 32);
		v[2] += v[1];
		v[0] += v[3];
		v[1] = rotate(v[1], 17) ^ v[2];
		v[3] = rotate(v[3], 21) ^ v[0];
		v[2] = rotate(v[2], 32);
	}
}

/* Eight bytes, the first one lowest: spelled so that compilers see one load. */
static uint64_t
whole_word(const char *at)
{
	const unsigned char *p = (const unsigned char *)at;

	return (uint64_t)p[0] | (uint64_t)p[1] << 8 | (uint64_t)p[2] << 16 | (uint64_t)p[3] << 24 | (uint64_t)p[4] << 32 |
	    (uint64_t)p[5] << 40 | (uint64_t)p[6] << 48 | (uint64_t)p[7] << 56;
}

/* Fewer. */
static uint64_t
word(const char *at, size_t len)
{
	uint64_t w = 0;
	size_t i;

	for (i = 0; i < len; i++)
		w |= (uint64_t)(unsigned char)at[i] << (8 * i);
	return w;
}

static inline void
take(uint64_t v[4], uint64_t w, int n)
{
	v[3] ^= w;
	rounds(v, n);
	v[0] ^= w;
}

/* With so many rounds for each word, and at the end. */
static inline void
digest(const uint64_t key[2], struct span text, int each, int last, uint64_t hash[2])
{
	uint64_t v[4] = {
		key[0] ^ 0x736f6d6570736575u, key[1] ^ 0x646f72616e646f6du ^ 0xee,
		key[0] ^ 0x6c7967656e657261u, key[1] ^ 0x7465646279746573u,
	};
	size_t i;

	for (i = 0; i + 8 <= text.len; i += 8)
		take(v, whole_word(text.at + i), each);
	take(v, (text.len > i ? word(text.at + i, text.len - i) : 0) | (uint64_t)text.len << 56, each);
	v[2] ^= 0xee;
	rounds(v, last);
	hash[0] = v[0] ^ v[1] ^ v[2] ^ v[3];
	v[1] ^= 0xdd;
	rounds(v, last);
	hash[1] = v[0] ^ v[1] ^ v[2] ^ v[3];
}

void
siphash(const uint64_t key[2], struct span text, uint64_t hash[2])
{
	digest(key, text, 2, 4, hash);
}

void
siphash_unseen(const uint64_t key[2], struct span text, uint64_t hash[2])
{
	digest(key, text, 1, 3, hash);
}

void
siphash_text(const uint64_t hash[2], char text[SIPHASH_TEXT])
{
	snprintf(text, SIPHASH_TEXT, "%016" PRIx64 "%016" PRIx64, hash[0], hash[1]);
}

void
siphash_id(struct span text, char id[SIPHASH_TEXT])
{
	static const uint64_t key[2];
	uint64_t hash[2];

	siphash(key, text, hash);
	siphash_text(hash, id);
}
