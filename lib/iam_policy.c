/* The IAM policy document that allows what collectors call, and no more. */
#include "iam_policy.h"

#include <stdlib.h>
#include <string.h>

/* The lesser of the two that are next; moves on behind it in both lists. */
static const char *
next(const char ***a, const char *const **b)
{
	int order = !**a ? 1 : !**b ? -1 : strcmp(**a, **b);
	const char *least = order <= 0 ? **a : **b;

	if (order <= 0 && **a)
		++*a;
	if (order >= 0 && **b)
		++*b;
	return least;
}

size_t
iam_policy(const struct collector_set *set, const char *const *more, struct buf *document)
{
	const char **actions = collector_actions(set->collectors, set->n), **at = actions, *action;
	size_t i, size = 0, start = document->len;
	int any = 0;

	buf_adds(document, "{\n  \"Version\": \"2012-10-17\",\n  \"Statement\": [\n    {\n"
	    "      \"Effect\": \"Allow\",\n      \"Action\": [");
	while ((action = next(&at, &more))) {
		buf_adds(document, any++ ? ",\n        " : "\n        ");
		buf_addjson(document, span_of(action));
	}
	buf_adds(document, "\n      ],\n      \"Resource\": \"*\"\n    }\n  ]\n}");
	free(actions);
	for (i = start; i < document->len; i++)
		size += !strchr(" \n", document->data[i]);
	return size;
}
