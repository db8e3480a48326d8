/*
 * A 64-bit hash of bytes, eight at a time, for tables in memory: multiplication by 2^64 divided by the golden ratio, as in
 * Knuth's The Art of Computer Programming, 6.4.  Where others choose the bytes, the seed is to be one that they do not know.
 */
#ifndef QRIE_SPANHASH_H
#define QRIE_SPANHASH_H

#include <stdint.h>
#include <string.h>

#include "buf.h"

static inline uint64_t
spanhash_mix(uint64_t h, uint64_t word)
{
	h = (h ^ word) * 0x9e3779b97f4a7c15u;
	return h ^ h >> 29;
}

static inline uint64_t
spanhash(uint64_t seed, struct span s)
{
	uint64_t h = spanhash_mix(seed, s.len), word = 0;
	const char *p = s.at, *end = s.at + s.len;

	if (s.len >= sizeof(word)) {
		for (; end - p > (long)sizeof(word); p += sizeof(word)) {
			memcpy(&word, p, sizeof(word));
			h = spanhash_mix(h, word);
		}
		memcpy(&word, end - sizeof(word), sizeof(word));	/* with some of those before */
	} else {
		while (p < end)
			word = word << 8 | (unsigned char)*p++;
	}
	h = spanhash_mix(h, word);
	return h ^ h >> 32;
}

#endif
