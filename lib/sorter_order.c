/*
 * Sorting entries by the bytes of their keys, eight at a time: what is equal in eight bytes is sorted by the next
 * eight, so that what all keys begin with is looked at once and not in each comparison (multikey quicksort, Bentley
 * and Sedgewick 1997, with the bytes in hand kept beside the entry).
 */
#include <stdlib.h>

#include "sorter_part.h"

enum { WORD = sizeof(uint64_t), FEW = 12, ROUNDS = 64 };

static const char *comparing;	/* the arena that qsort() works on: it knows no context */

/* By key; equal keys as they were added. */
static int
in_order(const char *arena, size_t a, size_t b)
{
	int order = span_cmp(sorter_key(arena + a), sorter_key(arena + b));

	return order ? order : (a > b) - (a < b);
}

static int
compare(const void *a, const void *b)
{
	return in_order(comparing, ((const struct sorter_entry *)a)->at, ((const struct sorter_entry *)b)->at);
}

/* The bytes of a key at a depth, the first the most significant; zeros behind its end. */
static uint64_t
word_at(const char *entry, size_t depth)
{
	struct span key = sorter_key(entry);
	unsigned char byte[WORD] = {0};

	if (key.len >= depth + WORD)
		memcpy(byte, key.at + depth, WORD);
	else if (key.len > depth)
		memcpy(byte, key.at + depth, key.len - depth);
	return (uint64_t)byte[0] << 56 | (uint64_t)byte[1] << 48 | (uint64_t)byte[2] << 40 | (uint64_t)byte[3] << 32 |
	    (uint64_t)byte[4] << 24 | (uint64_t)byte[5] << 16 | (uint64_t)byte[6] << 8 | byte[7];
}

static void
set_words(struct sorter_entry *entry, size_t n, const char *arena, size_t depth)
{
	size_t i;

	for (i = 0; i < n; i++)
		entry[i].word = word_at(arena + entry[i].at, depth);
}

static void
swap(struct sorter_entry *a, struct sorter_entry *b)
{
	struct sorter_entry kept = *a;

	*a = *b;
	*b = kept;
}

static void
insert_each(struct sorter_entry *entry, size_t n, const char *arena)
{
	struct sorter_entry moving;
	size_t i, j;

	for (i = 1; i < n; i++) {
		moving = entry[i];
		for (j = i; j > 0; j--) {
			if (entry[j - 1].word < moving.word)
				break;
			if (entry[j - 1].word == moving.word && in_order(arena, entry[j - 1].at, moving.at) < 0)
				break;
			entry[j] = entry[j - 1];
		}
		entry[j] = moving;
	}
}

static void
sort_slowly(struct sorter_entry *entry, size_t n, const char *arena)
{
	comparing = arena;
	qsort(entry, n, sizeof(*entry), compare);
}

static uint64_t
middle(uint64_t a, uint64_t b, uint64_t c)
{
	if (a < b)
		return b < c ? b : a < c ? c : a;
	return a < c ? a : b < c ? c : b;
}

/* Smaller ones first, then those equal to one in the middle, then greater ones: sets where each part ends. */
static void
part(struct sorter_entry *entry, size_t n, size_t *smaller, size_t *equal)
{
	uint64_t pivot = middle(entry[0].word, entry[n / 2].word, entry[n - 1].word);
	size_t i = 0;

	*smaller = 0;
	*equal = n;
	while (i < *equal) {
		if (entry[i].word < pivot)
			swap(&entry[i++], &entry[(*smaller)++]);
		else if (entry[i].word > pivot)
			swap(&entry[i], &entry[--*equal]);
		else
			i++;
	}
}

/* Of entries whose keys agree up to a length those that end there come first; gives how many they are. */
static size_t
put_ended_first(struct sorter_entry *entry, size_t n, const char *arena, size_t len)
{
	size_t i, ended = 0;

	for (i = 0; i < n; i++)
		if (sorter_key(arena + entry[i].at).len <= len)
			swap(&entry[i], &entry[ended++]);
	if (ended > 1)
		sort_slowly(entry, ended, arena);
	return ended;
}

/* rounds: so many times may parts be unequal before the time would no longer be bounded. */
static void
sort(struct sorter_entry *entry, size_t n, const char *arena, size_t depth, int rounds)
{
	size_t smaller, equal, ended;

	while (n > FEW && rounds > 0) {
		part(entry, n, &smaller, &equal);
		sort(entry, smaller, arena, depth, rounds - 1);
		sort(entry + equal, n - equal, arena, depth, rounds - 1);
		entry += smaller;
		n = equal - smaller;
		depth += WORD;
		ended = put_ended_first(entry, n, arena, depth);
		entry += ended;
		n -= ended;
		set_words(entry, n, arena, depth);
	}
	if (n > FEW)
		sort_slowly(entry, n, arena);
	else
		insert_each(entry, n, arena);
}

void
sorter_order(struct sorter_entry *entry, size_t n, const char *arena)
{
	size_t i;

	for (i = 1; i < n && in_order(arena, entry[i - 1].at, entry[i].at) < 0; i++)
		;
	if (i >= n)
		return;		/* they came in order, as from another sorted file */
	set_words(entry, n, arena, 0);
	sort(entry, n, arena, 0, ROUNDS);
}
