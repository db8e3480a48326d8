#include <string.h>

#include "checksum.h"
#include "spanhash.h"

enum { WORD = sizeof(uint64_t), STEP = 4 * WORD };

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
		a = spanhash_mix(a, word_at(p));
		b = spanhash_mix(b, word_at(p + WORD));
		c = spanhash_mix(c, word_at(p + 2 * WORD));
		d = spanhash_mix(d, word_at(p + 3 * WORD));
	}
	for (; left >= WORD; left -= WORD, p += WORD)
		a = spanhash_mix(a, word_at(p));
	if (left)
		memcpy(&word, p, left);
	return spanhash_mix(spanhash_mix(spanhash_mix(spanhash_mix(spanhash_mix(text.len, a), b), c), d), word);
}
