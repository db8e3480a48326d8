/* An account of the run: the types and regions it is asked for. */
#include <stdlib.h>
#include <string.h>

#include "collect_part.h"

static void
add_slot(struct visit *visit, const struct collector *c, const char *asked, const char *region)
{
	visit->slots[visit->nslots++] = (struct slot){
		.visit = visit, .collector = c, .asked = asked, .region = region
	};
}

/* Where a global list is asked; NULL: it is not offered in the partition. */
static const char *
home_of(const struct run *run, const struct collector *c, const char *partition, const char *otherwise)
{
	const struct service *s = services_get(run->options->services, c->service);
	const char *signed_for;

	if (c->home)
		return strcmp(endpoint_partition(c->home), partition) ? NULL : c->home;
	if (s->global && !service_home(s, partition, &signed_for))
		return NULL;
	return otherwise;
}

static void
add_global_slot(struct visit *visit, const struct collector *c, const char *otherwise)
{
	const char *home = home_of(visit->run, c, endpoint_partition(otherwise), otherwise);

	add_slot(visit, c, home ? home : otherwise, "global");
	visit->slots[visit->nslots - 1].skipped = !home;
}

/* The collectors are in order of type. */
static int
by_region(const void *a, const void *b)
{
	const struct slot *s = a, *t = b;
	int order = strcmp(s->region, t->region);

	return order ? order : (s->collector > t->collector) - (s->collector < t->collector);
}

void
visit_begin(struct visit *visit, struct run *run)
{
	const struct collect_options *o = run->options;
	size_t i, j;

	visit->run = run;
	visit->target = (struct aws_target){ o->provider, o->account, o->regions[0], o->endpoint_url };
	visit->slots = xcalloc(o->collectors->n * o->nregions + 1, sizeof(*visit->slots));
	for (i = 0; i < o->collectors->n; i++) {
		const struct collector *c = &o->collectors->collectors[i];

		if (c->scope == SCOPE_GLOBAL)
			add_global_slot(visit, c, o->regions[0]);
		else if (c->scope == SCOPE_EVERYWHERE)
			add_slot(visit, c, o->regions[0], "*");
		else
			for (j = 0; j < o->nregions; j++)
				add_slot(visit, c, o->regions[j], o->regions[j]);
	}
	qsort(visit->slots, visit->nslots, sizeof(*visit->slots), by_region);
}

void
visit_end(struct visit *visit)
{
	free(visit->slots);
}
