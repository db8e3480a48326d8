/* What collectors need, and each in one line. */
#include <stdlib.h>
#include <string.h>

#include "collector.h"

static int
by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Sorts, and keeps each once; how many there are then. */
static size_t
sort(const char **actions, size_t n)
{
	size_t i, kept = 0;

	if (n)
		qsort(actions, n, sizeof(*actions), by_text);
	for (i = 0; i < n; i++)
		if (!kept || strcmp(actions[kept - 1], actions[i]))
			actions[kept++] = actions[i];
	return kept;
}

const char **
collector_actions(const struct collector *c, size_t n)
{
	const struct collector_call *call;
	const char **actions = xcalloc(1, sizeof(*actions));
	size_t i, j, found = 0;

	for (i = 0; i < n; i++)
		for (j = 0; (call = collector_call_at(&c[i], j)); j++) {
			actions = xrealloc(actions, (found + 2) * sizeof(*actions));
			actions[found++] = call->permission;
		}
	actions[sort(actions, found)] = NULL;
	return actions;
}

const char *
collector_scope_name(const struct collector *c)
{
	static const char *const scopes[] = { "regional", "global", "everywhere" };

	return scopes[c->scope];
}

void
collector_list(const struct collector *c, struct buf *line)
{
	const char **actions = collector_actions(c, 1);
	size_t i;

	buf_addf(line, "%s\t%s\t%s\t", c->type, c->name, collector_scope_name(c));
	for (i = 0; actions[i]; i++)
		buf_addf(line, "%s%s", i ? "," : "", actions[i]);
	free(actions);
}
