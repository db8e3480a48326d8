#include <string.h>

#include "checksum.h"

enum { WORD = sizeof(uint64_t), STEP = 4 * WORD };

/* For any h another word gives another number. */
static inline uint64_t
mix(uint64_t h, uint64_t word)
{
	h = (h ^ word) * 0x9e3779b97f4a7c15u;
	return h ^ h >> 32;
}

static inline uint64_t
word_at(const char *p)
{
	uint64_t word;

	memcpy(&word, p, sizeof(word));
	return word;
}

uint64_t
checksum(struct span text)
{
	uint64_t a = 1, b = 2, c = 3, d = 4, word = 0;
	const char *p = text.at;
	size_t left = text.len;

	for (; left >= STEP; left -= STEP, p += STEP) {	/* four that do not wait for each other */
		a = mix(a, word_at(p));
		b = mix(b, word_at(p + WORD));
		c = mix(c, word_at(p + 2 * WORD));
		d = mix(d, word_at(p + 3 * WORD));
	}
	for (; left >= WORD; left -= WORD, p += WORD)
		a = mix(a, word_at(p));
	if (left)
		memcpy(&word, p, left);
	return mix(mix(mix(mix(mix(text.len, a), b), c), d), word);
}
