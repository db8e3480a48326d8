#include <stdlib.h>
#include <string.h>

#include "scan.h"
#include "tagset.h"

/* The entry to decode the next tag into. */
static struct tag *
spare(struct tagset *set)
{
	size_t cap = set->cap ? 2 * set->cap : 16, i;

	if (set->n == set->cap) {
		set->tag = xrealloc(set->tag, cap * sizeof *set->tag);
		for (i = set->cap; i < cap; i++)
			set->tag[i] = (struct tag){ {0}, {0} };
		set->cap = cap;
	}
	buf_clear(&set->tag[set->n].key);
	buf_clear(&set->tag[set->n].value);
	buf_adds(&set->tag[set->n].key, "");	/* a text, if an empty one */
	buf_adds(&set->tag[set->n].value, "");
	return &set->tag[set->n];
}

/* A key that occurs twice: the last one wins. */
static void
keep(struct tagset *set)
{
	struct tag *last = &set->tag[set->n], swap;
	size_t i;

	for (i = 0; i < set->n; i++)
		if (span_cmp(buf_span(&set->tag[i].key), buf_span(&last->key)) == 0) {
			swap = set->tag[i];
			set->tag[i] = *last;
			*last = swap;
			return;
		}
	set->n++;
}

int
tagset_read(struct tagset *set, struct span tags)
{
	struct scan_iter it = scan_open(tags);
	struct span key, value;
	struct tag *tag;

	set->n = 0;
	while (scan_next(&it, &key, &value)) {
		tag = spare(set);
		scan_decode(key, &tag->key);
		if (scan_decode(value, &tag->value) < 0)
			return -1;
		keep(set);
	}
	return 0;
}

const struct tag *
tagset_find(const struct tagset *set, const char *key)
{
	size_t i;

	for (i = 0; i < set->n; i++)
		if (!strcmp(set->tag[i].key.data, key))
			return &set->tag[i];
	return NULL;
}

void
tagset_free(struct tagset *set)
{
	size_t i;

	for (i = 0; i < set->cap; i++) {
		buf_free(&set->tag[i].key);
		buf_free(&set->tag[i].value);
	}
	free(set->tag);
	*set = (struct tagset){0};
}
