/* A collector in one line. */
#include <stdlib.h>
#include <string.h>

#include "collector.h"

static int
by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

void
collector_list(const struct collector *c, struct buf *line)
{
	static const char *const scopes[] = { "regional", "global", "everywhere" };
	const struct collector_call *call;
	const char **actions = NULL;
	size_t i, n = 0;

	for (i = 0; (call = collector_call_at(c, i)); i++) {
		actions = xrealloc(actions, (n + 1) * sizeof(*actions));
		actions[n++] = call->permission;
	}
	if (n)
		qsort(actions, n, sizeof(*actions), by_text);
	buf_addf(line, "%s\t%s\t%s\t", c->type, c->name, scopes[c->scope]);
	for (i = 0; i < n; i++)
		if (!i || strcmp(actions[i - 1], actions[i]))
			buf_addf(line, "%s%s", i ? "," : "", actions[i]);
	free(actions);
}
