#include "drift_author.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "finding.h"
#include "scan.h"

enum { SHORTEST = 3 };		/* word that means something: Tag */

void
drift_author_start(struct drift_author *a)
{
	buf_clear(&a->lines);
	a->n = 0;
}

void
drift_author_add(struct drift_author *a, struct span record)
{
	if (a->n == a->cap) {
		a->cap = a->cap ? 2 * a->cap : 16;
		a->end = xrealloc(a->end, a->cap * sizeof(*a->end));
	}
	buf_addspan(&a->lines, record);
	a->end[a->n++] = a->lines.len;
}

static struct span
line(const struct drift_author *a, size_t i)
{
	size_t start = i ? a->end[i - 1] : 0;

	return (struct span){ a->lines.data + start, a->end[i] - start };
}

void
drift_author_until(struct drift_author *a, time_t described)
{
	time_t when;

	while (described != LIFECYCLE_NEVER && a->n &&
	    (finding_time(scan_get(line(a, a->n - 1), "EventTime"), &when) < 0 || when > described))
		a->n--;
}

/* Takes the next word off a name such as DeleteBucketEncryption; 0 at its end. */
static int
next_word(struct span *name, struct span *word)
{
	size_t n = 1;

	if (!name->len)
		return 0;
	while (n < name->len && !isupper((unsigned char)name->at[n]))
		n++;
	*word = (struct span){ name->at, n };
	name->at += n;
	name->len -= n;
	return 1;
}

/* Tags and Tagging, Policy and Policies' like: one begins with the other but for the plural. */
static int
is_like(struct span a, struct span b)
{
	size_t n;

	if (a.len > b.len)
		return is_like(b, a);
	n = a.len - (a.len > SHORTEST && a.at[a.len - 1] == 's');
	return n >= SHORTEST && !memcmp(a.at, b.at, n);
}

/* How many words of the event's name one of the properties has. */
static int
kinship(struct span event, struct span properties)
{
	struct scan_iter it;
	struct span word, key, property, text, other;
	struct buf scratch = {0};
	int n = 0, like;

	while (next_word(&event, &word)) {
		like = 0;
		it = scan_open(properties);
		while (!like && scan_next(&it, &key, &property)) {
			text = scan_text(property, &scratch);
			while (!like && next_word(&text, &other))
				like = is_like(word, other);
		}
		n += like;
	}
	buf_free(&scratch);
	return n;
}

void
drift_author_find(const struct drift_author *a, struct span properties, struct span *who, struct span *when)
{
	struct buf scratch = {0};
	struct span record = { NULL, 0 };
	size_t i;
	int best = -1, n;

	for (i = a->n; i-- > 0; ) {
		n = kinship(scan_text(scan_get(line(a, i), "EventName"), &scratch), properties);
		if (n <= best)
			continue;
		best = n;
		record = line(a, i);
	}
	*who = scan_get(record, "Author");
	*when = scan_get(record, "EventTime");
	buf_free(&scratch);
}

void
drift_author_free(struct drift_author *a)
{
	buf_free(&a->lines);
	free(a->end);
	*a = (struct drift_author){0};
}
