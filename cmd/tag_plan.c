/* qrie-tag: making plans, with all that values are taken from. */
#include "tag_plan.h"

#include <err.h>
#include <stdlib.h>

#include "events.h"
#include "ndjson.h"
#include "out.h"
#include "record.h"
#include "share_needed.h"
#include "tagplan.h"

static void
take_birth(void *arg, const char *arn, time_t time)
{
	tagsource_created(arg, arn, time);
}

/* When resources were made, by events.  0, or 2 if some event was bad. */
static int
read_events(struct tagsource *s, const char *argv0, const char *file)
{
	char *collectors = share_needed(argv0, "collectors"), *events = share_needed(argv0, "events");
	char *files[] = { (char *)(size_t)file, NULL };
	struct collector_set set;
	struct events_options options = { .dir = events, .collectors = &set, .some_types = 1 };
	struct changes changes;
	int status;

	if (collector_set_load(&set, collectors, NULL, NULL) < 0 ||
	    !(options.functions = collector_set_compile(&set, collectors)) ||
	    (status = events_read(&changes, &options, files)) == 3)
		exit(3);
	status |= changes_births(&changes, take_birth, s);
	changes_free(&changes);
	functions_free(options.functions);
	collector_set_free(&set);
	free(collectors);
	free(events);
	return status;
}

static int
read_sources(struct tagsource *s, const struct tag_options *o, const char *argv0)
{
	int status = 0;
	size_t i;

	for (i = 0; i < o->nset; i++)
		if (tagsource_give(s, o->set[i]) < 0)
			errx(3, "--set: %s is not key=value", o->set[i]);
	if ((o->map && tagmapfile_read(&s->map, o->map)) || (o->deployments && tagsource_deployments(s, o->deployments)))
		exit(3);
	if (o->findings && (status = compliance_read(&s->compliance, o->findings)) == 3)
		exit(3);
	return o->events ? record_status(status, read_events(s, argv0, o->events)) : status;
}

/* 2 if some resource's tags are not known, else 0. */
static int
plan_all(struct tagplan *plan, struct ndjson *in)
{
	struct buf text = {0};
	struct span line;
	struct record r;
	const char *why;
	int status = 0;

	while (!out_gone() && ndjson_next(in, &line)) {
		record_read(&r, line);
		if (!record_is(&r, "resource"))
			continue;
		switch (tagplan_make(plan, &r, &text, &why)) {
		case TAGPLAN_NOTHING: break;
		case TAGPLAN_UNREADABLE: status = 2;	/* FALLTHROUGH */
		case TAGPLAN_NEEDED: out_line(buf_span(&text)); break;
		case TAGPLAN_BAD: ndjson_complain(in, why); break;
		}
	}
	buf_free(&text);
	return status;
}

int
tag_plan(const struct tag_options *o, const struct tag_rules *rules, const char *argv0)
{
	struct tagsource source = {0};
	struct tagplan plan = { .rules = rules, .source = &source, .auto_revert = o->auto_revert };
	struct ndjson in;
	int status = read_sources(&source, o, argv0), planned;

	ndjson_open(&in, o->files);
	planned = plan_all(&plan, &in);
	tagplan_free(&plan);
	tagsource_free(&source);
	return record_status(record_status(status, planned), ndjson_close(&in));
}
