/* Collecting: the units of a run, and printing them in order. */
#include "collect.h"

#include <stdlib.h>
#include <string.h>

#include "collect_part.h"
#include "out.h"

static void
add_unit(struct run *run, const struct collector *c, const char *asked, const char *region)
{
	const struct collect_options *o = run->options;
	struct unit *unit = &run->units[run->nunits++];

	unit->run = run;
	unit->collector = c;
	unit->target = (struct aws_target){ o->provider, o->account, asked, o->endpoint_url };
	unit->region = region;
	buf_adds(&unit->at, "{\"Account\":");
	buf_addjson(&unit->at, span_of(o->account));
	buf_adds(&unit->at, ",\"Region\":");
	buf_addjson(&unit->at, span_of(asked));
	buf_adds(&unit->at, ",\"Partition\":");
	buf_addjson(&unit->at, span_of(run->partition));
	buf_addc(&unit->at, '}');
}

/* Where a global list is asked; NULL: it is not offered in the partition. */
static const char *
home_of(const struct run *run, const struct collector *c)
{
	const struct service *s = services_get(run->options->services, c->service);
	const char *signed_for;

	if (c->home)
		return strcmp(endpoint_partition(c->home), run->partition) ? NULL : c->home;
	if (s->global && !service_home(s, run->partition, &signed_for))
		return NULL;
	return run->options->regions[0];
}

static void
add_global_unit(struct run *run, const struct collector *c)
{
	const char *home = home_of(run, c);

	add_unit(run, c, home ? home : run->options->regions[0], "global");
	run->units[run->nunits - 1].skipped = !home;
}

static int
by_region(const void *a, const void *b)
{
	const struct unit *u = a, *v = b;
	int order = strcmp(u->region, v->region);

	return order ? order : strcmp(u->collector->type, v->collector->type);
}

static void
make_units(struct run *run)
{
	const struct collect_options *o = run->options;
	size_t i, j;

	run->units = xcalloc(o->collectors->n * o->nregions + 1, sizeof(*run->units));
	for (i = 0; i < o->collectors->n; i++) {
		const struct collector *c = &o->collectors->collectors[i];

		if (c->scope == SCOPE_GLOBAL)
			add_global_unit(run, c);
		else if (c->scope == SCOPE_EVERYWHERE)
			add_unit(run, c, o->regions[0], "*");
		else
			for (j = 0; j < o->nregions; j++)
				add_unit(run, c, o->regions[j], o->regions[j]);
	}
	qsort(run->units, run->nunits, sizeof(*run->units), by_region);
}

static int
by_arn(const void *a, const void *b)
{
	const struct line *l = a, *m = b;

	return strcmp(l->arn, m->arn);
}

/* A list that changes while it is read can show a resource twice: one record is enough. */
static void
sort_lines(struct unit *unit)
{
	size_t i, n = 0;

	if (!unit->nlines)
		return;
	qsort(unit->lines, unit->nlines, sizeof(*unit->lines), by_arn);
	for (i = 1; i < unit->nlines; i++)
		if (!strcmp(unit->lines[n].arn, unit->lines[i].arn)) {
			free(unit->lines[i].arn);
			buf_free(&unit->lines[i].text);
		} else {
			unit->lines[++n] = unit->lines[i];
		}
	unit->nlines = n + 1;
}

static void
print_unit(struct unit *unit)
{
	struct buf coverage = {0};
	size_t i;

	sort_lines(unit);
	for (i = 0; i < unit->nlines && !out_gone(); i++)
		out_line(buf_span(&unit->lines[i].text));
	unit_coverage(unit, &coverage);
	out_line(buf_span(&coverage));
	buf_free(&coverage);
	unit_free(unit);
}

void
run_unit_over(struct run *run)
{
	for (; run->next < run->nunits && run->units[run->next].over; run->next++)
		print_unit(&run->units[run->next]);
	out_flush();
}

int
collect(const struct collect_options *o)
{
	struct run run = { .options = o, .partition = endpoint_partition(o->regions[0]) };
	size_t i;

	make_units(&run);
	for (i = 0; i < run.nunits; i++)
		unit_start(&run.units[i]);
	aws_run(o->aws);
	free(run.units);
	return run.status;
}
