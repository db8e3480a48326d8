/* qrie-tag: what is to be done about tags, and doing it. */
#include <stdlib.h>

#include "out.h"
#include "record.h"
#include "share_needed.h"
#include "tag_apply.h"
#include "tag_options.h"
#include "tag_plan.h"

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

int
main(int argc, char **argv)
{
	struct tag_options o = {0};
	struct tag_rules *rules;
	char *tags, *shapes;
	int status;

	tag_options_read(argc, argv, &o);
	tags = share_needed(argv[0], "tags");
	if (!(rules = load(tags, o.rules)))
		exit(3);	/* said why already */
	out_open();
	if (o.apply) {
		shapes = share_needed(argv[0], "shapes");
		status = tag_apply(&o, rules, tags, shapes);
		free(shapes);
	} else {
		status = tag_plan(&o, rules, argv[0]);
	}
	tag_rules_free(rules);
	free(tags);
	free(o.set);
	return record_status(status, out_close());
}
