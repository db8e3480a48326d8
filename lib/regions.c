/* The regions that an account has enabled. */
#include "regions.h"

#include <fnmatch.h>
#include <stdlib.h>
#include <string.h>

#include "aws_ask.h"
#include "tree.h"

struct names {
	char **all;
	size_t n;
};

static void
add(struct names *names, const char *name, size_t len)
{
	size_t i;

	for (i = 0; i < names->n; i++)
		if (strlen(names->all[i]) == len && !memcmp(names->all[i], name, len))
			return;
	names->all = xrealloc(names->all, (names->n + 2) * sizeof(*names->all));
	names->all[names->n++] = xstrndup(name, len);
	names->all[names->n] = NULL;
}

char **
regions_parse(const char *list)
{
	struct names names = {0};
	size_t len;

	for (; *list; list += len + (list[len] == ','))
		if ((len = strcspn(list, ",")))
			add(&names, list, len);
	return names.all;
}

void
regions_free(char **regions)
{
	size_t i;

	for (i = 0; regions && regions[i]; i++)
		free(regions[i]);
	free(regions);
}

static int
is_glob(const char *wanted)
{
	return !strcmp(wanted, "all") || strpbrk(wanted, "*?[");
}

int
regions_need_asking(char *const *wanted)
{
	for (; *wanted; wanted++)
		if (is_glob(*wanted))
			return 1;
	return 0;
}

static int
by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

char **
regions_choose(char *const *wanted, char *const *enabled)
{
	struct names chosen = {0};
	size_t i;

	for (; *wanted; wanted++) {
		if (!is_glob(*wanted))
			add(&chosen, *wanted, strlen(*wanted));
		for (i = 0; is_glob(*wanted) && enabled && enabled[i]; i++)
			if (!strcmp(*wanted, "all") || !fnmatch(*wanted, enabled[i], 0))
				add(&chosen, enabled[i], strlen(enabled[i]));
	}
	if (chosen.n)
		qsort(chosen.all, chosen.n, sizeof(*chosen.all), by_name);
	return chosen.all;
}

struct asked {
	regions_done *done;
	void *arg;
};

static void
take(void *arg, const struct protocol_answer *answer, const struct aws_stats *stats)
{
	struct asked *asked = arg;
	struct json_object *list = tree_member(answer->output, "Regions");
	struct names enabled = {0};
	const char *name;
	char *why = NULL;
	size_t i;

	for (i = 0; list && i < json_object_array_length(list); i++)
		if ((name = tree_text(json_object_array_get_idx(list, i), "RegionName")))
			add(&enabled, name, strlen(name));
	if (enabled.n)
		asked->done(asked->arg, enabled.all, NULL, NULL, stats);
	else if (answer->code)
		asked->done(asked->arg, NULL, answer->code, why = aws_answer_why(answer), stats);
	else
		asked->done(asked->arg, NULL, "UnexpectedAnswer", "no region is enabled", stats);
	regions_free(enabled.all);
	free(why);
	free(asked);
}

void
regions_ask(struct aws *a, const struct aws_target *t, const struct service *ec2, regions_done *done, void *arg)
{
	struct asked *asked = xcalloc(1, sizeof(*asked));
	struct json_object *none = json_object_new_object();

	*asked = (struct asked){ done, arg };
	aws_call(a, t, ec2, "DescribeRegions", none, 0, take, asked);
	json_object_put(none);
}
