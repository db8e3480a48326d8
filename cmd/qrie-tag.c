/* qrie-tag: what is to be done about tags, and doing it. */
#include <err.h>
#include <stdlib.h>

#include "ndjson.h"
#include "out.h"
#include "record.h"
#include "share.h"
#include "tag_apply.h"
#include "tag_options.h"
#include "tagplan.h"

static char *
find_share(const char *argv0, const char *name)
{
	char *dir = share_find(argv0, getenv("QRIE_SHARE"), getenv("PATH"), name);

	if (!dir)
		err(3, "share/%s", name);
	return dir;
}

/* dir: share/tags.  file: the organisation's rules; NULL for ours. */
static struct tag_rules *
load(const char *dir, const char *file)
{
	struct buf required = {0}, limits = {0};
	struct tag_rules *rules;

	buf_addf(&limits, "%s/limits.json", dir);
	if (file)
		buf_adds(&required, file);
	else
		buf_addf(&required, "%s/required.json", dir);
	rules = tag_rules_load(required.data, limits.data);
	buf_free(&required);
	buf_free(&limits);
	return rules;
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

static int
make_plans(const struct tag_options *o, const struct tag_rules *rules)
{
	struct tagplan plan = { .rules = rules };
	struct ndjson in;
	int status;

	ndjson_open(&in, o->files);
	status = plan_all(&plan, &in);
	tagplan_free(&plan);
	return record_status(status, ndjson_close(&in));
}

int
main(int argc, char **argv)
{
	struct tag_options o = {0};
	struct tag_rules *rules;
	char *tags, *shapes;
	int status;

	tag_options_read(argc, argv, &o);
	tags = find_share(argv[0], "tags");
	if (!(rules = load(tags, o.rules)))
		return 3;	/* said why already */
	out_open();
	if (o.apply) {
		shapes = find_share(argv[0], "shapes");
		status = tag_apply(&o, rules, tags, shapes);
		free(shapes);
	} else {
		status = make_plans(&o, rules);
	}
	tag_rules_free(rules);
	free(tags);
	return record_status(status, out_close());
}
