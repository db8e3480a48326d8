/* Numbers in order: few, and so many that they go to the temporary file. */
#include <stdio.h>
#include <stdlib.h>

#include "hashes.h"

static uint64_t
next_random(uint64_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 7;
	*state ^= *state << 17;
	return *state;
}

static int
check(size_t n, uint64_t mask)
{
	struct hashes h;
	uint64_t state = 88172645463325252u, sum = 0, number, last = 0;
	size_t i, got = 0;
	int more;

	hashes_open(&h, getenv("TMPDIR"));
	for (i = 0; i < n; i++) {
		number = next_random(&state) & mask;
		sum += number;
		if (hashes_add(&h, number) < 0)
			return 1;
	}
	if (hashes_sort(&h) < 0)
		return 1;
	while ((more = hashes_next(&h, &number)) > 0) {
		if (number < last)
			return 1;
		last = number;
		sum -= number;
		got++;
	}
	hashes_close(&h);
	return more < 0 || got != n || sum != 0;
}

int
main(void)
{
	static const size_t sizes[] = { 0, 1, 2, 1000, 1 << 20, (1 << 20) + 1, (5 << 19) + 7 };
	size_t i;

	for (i = 0; i < sizeof(sizes) / sizeof(*sizes); i++)
		if (check(sizes[i], ~(uint64_t)0) || check(sizes[i], 0xff)) {
			fprintf(stderr, "%zu numbers: not in order, or not all\n", sizes[i]);
			return 1;
		}
	return 0;
}
