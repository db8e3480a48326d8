/* The regions that an account has enabled. */
#include "regions.h"

#include <stdlib.h>
#include <string.h>

#include "tree.h"

struct asked {
	char **names;
	size_t n;
	char *why;
};

static void
add(struct asked *asked, const char *name, size_t len)
{
	size_t i;

	for (i = 0; i < asked->n; i++)
		if (strlen(asked->names[i]) == len && !memcmp(asked->names[i], name, len))
			return;
	asked->names = xrealloc(asked->names, (asked->n + 2) * sizeof(*asked->names));
	asked->names[asked->n++] = xstrndup(name, len);
	asked->names[asked->n] = NULL;
}

static void
take(void *arg, const struct protocol_answer *answer, const struct aws_stats *stats)
{
	struct asked *asked = arg;
	struct json_object *list = tree_member(answer->output, "Regions");
	struct buf why = {0};
	const char *name;
	size_t i;

	(void)stats;
	for (i = 0; list && i < json_object_array_length(list); i++)
		if ((name = tree_text(json_object_array_get_idx(list, i), "RegionName")))
			add(asked, name, strlen(name));
	if (asked->n)
		return;
	buf_addf(&why, "DescribeRegions: %s", answer->code ? answer->code : "no region is enabled");
	if (answer->message)
		buf_addf(&why, ": %s", answer->message);
	asked->why = why.data;
}

static int
by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

char **
regions_enabled(struct aws *a, const struct aws_target *t, const struct service *ec2, char **why)
{
	struct asked asked = {0};
	struct json_object *none = json_object_new_object();

	aws_call(a, t, ec2, "DescribeRegions", none, 0, take, &asked);
	json_object_put(none);
	aws_run(a);
	*why = asked.why;
	if (asked.n)
		qsort(asked.names, asked.n, sizeof(*asked.names), by_name);
	return asked.names;
}

char **
regions_parse(const char *list)
{
	struct asked asked = {0};
	size_t len;

	for (; *list; list += len + (list[len] == ','))
		if ((len = strcspn(list, ",")))
			add(&asked, list, len);
	return asked.names;
}

void
regions_free(char **regions)
{
	size_t i;

	for (i = 0; regions && regions[i]; i++)
		free(regions[i]);
	free(regions);
}
