/* siphash-test: the first, a short and a longer one of the vectors of SipHash's reference implementation. */
#include <stdio.h>
#include <string.h>

#include "siphash.h"

int
main(void)
{
	static const struct {
		size_t len;
		const char *hash;
	} vectors[] = {
		{ 0, "a3817f04ba25a8e66df67214c7550293" }, { 1, "da87c1d86b99af44347659119b22fc45" },
		{ 9, "264499060ad9baabc47f8b02bb6d71ed" },
	};
	const uint64_t key[2] = { 0x0706050403020100u, 0x0f0e0d0c0b0a0908u };
	char text[16], hex[33];
	uint64_t hash[2];
	size_t i, n;
	int bad = 0;

	for (i = 0; i < sizeof(text); i++)
		text[i] = (char)i;
	for (n = 0; n < sizeof(vectors) / sizeof(*vectors); n++) {
		siphash(key, (struct span){ text, vectors[n].len }, hash);
		for (i = 0; i < 16; i++)
			snprintf(hex + 2 * i, 3, "%02x", (unsigned)(hash[i / 8] >> (8 * (i % 8)) & 0xff));
		if (strcmp(hex, vectors[n].hash) != 0) {
			printf("%zu bytes: %s, expected %s\n", vectors[n].len, hex, vectors[n].hash);
			bad = 1;
		}
	}
	return bad;
}
