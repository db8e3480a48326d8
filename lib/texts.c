#include <stdlib.h>
#include <string.h>

#include "scan.h"
#include "texts.h"

void
texts_add(struct texts *t, struct span text)
{
	t->text = xrealloc(t->text, (t->n + 1) * sizeof(*t->text));
	t->text[t->n++] = xstrndup(text.at, text.len);
}

static int
read_one(struct texts *t, struct span json)
{
	struct buf text = {0};
	int status = -1;

	if (scan_decode(json, &text) == 0 && !(text.len && memchr(text.data, 0, text.len))) {
		texts_add(t, text.data ? buf_span(&text) : SPAN(""));
		status = 0;
	}
	buf_free(&text);
	return status;
}

int
texts_read(struct texts *t, struct span json)
{
	struct scan_iter it = scan_open(json);
	struct span key, item;

	if (scan_kind(json) == SCAN_STRING)
		return read_one(t, json);
	if (scan_kind(json) != SCAN_ARRAY)
		return -1;
	while (scan_next(&it, &key, &item))
		if (read_one(t, item) < 0)
			return -1;
	return 0;
}

void
texts_free(struct texts *t)
{
	size_t i;

	for (i = 0; i < t->n; i++)
		free(t->text[i]);
	free(t->text);
	*t = (struct texts){0};
}
