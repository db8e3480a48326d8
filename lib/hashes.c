#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "buf.h"
#include "hashes.h"
#include "tempfile.h"

enum { MOST = 1 << 20, BLOCK = 4096, BITS = 8 };

void
hashes_open(struct hashes *h, const char *dir)
{
	*h = (struct hashes){ .dir = dir, .fd = -1 };
}

/* By one digit after the other, the lowest first. */
static void
sort_items(struct hashes *h)
{
	uint64_t *swap;
	size_t count[1 << BITS], sum, n, i;
	int shift;

	h->spare = xrealloc(h->spare, (h->n ? h->n : 1) * sizeof(*h->spare));
	for (shift = 0; shift < 64; shift += BITS) {
		memset(count, 0, sizeof(count));
		for (i = 0; i < h->n; i++)
			count[h->item[i] >> shift & ((1 << BITS) - 1)]++;
		for (sum = i = 0; i < 1 << BITS; i++) {
			n = count[i];
			count[i] = sum;
			sum += n;
		}
		for (i = 0; i < h->n; i++)
			h->spare[count[h->item[i] >> shift & ((1 << BITS) - 1)]++] = h->item[i];
		swap = h->item;
		h->item = h->spare;
		h->spare = swap;
	}
	free(h->spare);
	h->spare = NULL;
}

static int
write_run(struct hashes *h)
{
	struct hashes_run *run;

	if (h->fd < 0 && (h->fd = tempfile_open(h->dir)) < 0)
		return -1;
	sort_items(h);
	h->run = xrealloc(h->run, (h->runs + 1) * sizeof(*h->run));
	run = &h->run[h->runs++];
	*run = (struct hashes_run){ .at = h->end };
	if (tempfile_append(h->fd, &h->end, (struct span){ (const char *)h->item, h->n * sizeof(*h->item) }) < 0)
		return -1;
	run->end = h->end;
	h->n = 0;
	return 0;
}

int
hashes_add(struct hashes *h, uint64_t number)
{
	if (h->n == MOST && write_run(h) < 0)
		return -1;
	if (h->n == h->cap) {
		h->cap = h->cap ? h->cap * 2 : 1024;
		h->item = xrealloc(h->item, h->cap * sizeof(*h->item));
	}
	h->item[h->n++] = number;
	return 0;
}

/* Has the run a number left?  1, 0 or -1. */
static int
fill(struct hashes *h, struct hashes_run *run)
{
	size_t want;
	ssize_t got;

	if (run->next < run->n)
		return 1;
	if (run->at == run->end)
		return 0;
	if (!run->item)
		run->item = xmalloc(BLOCK * sizeof(*run->item));
	want = (size_t)(run->end - run->at) / sizeof(*run->item);
	want = (want > BLOCK ? BLOCK : want) * sizeof(*run->item);
	for (run->n = 0; run->n < want; run->n += (size_t)got)
		if ((got = tempfile_read(h->fd, (char *)run->item + run->n, want - run->n, run->at + (off_t)run->n)) < 0)
			return -1;
	run->at += (off_t)want;
	run->n = want / sizeof(*run->item);
	run->next = 0;
	return 1;
}

int
hashes_sort(struct hashes *h)
{
	h->next = 0;
	if (h->runs && h->n)
		return write_run(h);
	sort_items(h);
	return 0;
}

int
hashes_next(struct hashes *h, uint64_t *number)
{
	struct hashes_run *least = NULL, *run;
	size_t i;
	int got;

	if (!h->runs) {
		if (h->next == h->n)
			return 0;
		*number = h->item[h->next++];
		return 1;
	}
	for (i = 0; i < h->runs; i++) {
		run = &h->run[i];
		if ((got = fill(h, run)) < 0)
			return -1;
		if (got && (!least || run->item[run->next] < least->item[least->next]))
			least = run;
	}
	if (!least)
		return 0;
	*number = least->item[least->next++];
	return 1;
}

void
hashes_close(struct hashes *h)
{
	size_t i;

	for (i = 0; i < h->runs; i++)
		free(h->run[i].item);
	free(h->run);
	free(h->item);
	free(h->spare);
	if (h->fd >= 0)
		close(h->fd);
	*h = (struct hashes){ .fd = -1 };
}
