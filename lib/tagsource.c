/* Values for tags from elsewhere than a resource's own record. */
#include "tagsource.h"

#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "finding.h"
#include "ndjson.h"
#include "record.h"
#include "scan.h"

struct entry {
	struct span key;		/* the ARN */
	char *text;
	time_t time;
};

static struct entry *
entry_of(struct table *t, struct span arn)
{
	t->size = sizeof(struct entry);
	return table_get(t, arn);
}

static const char *
text_of(const struct table *t, struct span arn)
{
	const struct entry *e = table_find(t, arn);

	return e ? e->text : NULL;
}

int
tagsource_give(struct tagsource *s, char *text)
{
	char *equals = strchr(text, '=');
	size_t i;

	if (!equals || equals == text)
		return -1;
	*equals = '\0';
	for (i = 0; i < s->given.n && strcmp(s->given.from[i], text); i++)
		;
	if (i == s->given.n) {
		s->given.from = xrealloc(s->given.from, (i + 1) * sizeof(char *));
		s->given.to = xrealloc(s->given.to, (i + 1) * sizeof(char *));
		s->given.n++;
	}
	s->given.from[i] = text;
	s->given.to[i] = equals + 1;
	return 0;
}

/* All resources of one deployment.  NULL, or what is wrong with it. */
static const char *
add_deployment(struct tagsource *s, struct span record)
{
	struct span id = scan_get(record, "DeploymentId"), arns = scan_get(record, "ResourceARNs"), key, arn;
	struct scan_iter it = scan_open(arns);
	struct buf text = {0}, scratch = {0};
	struct entry *e;
	time_t time;

	if (scan_kind(id) != SCAN_STRING || scan_kind(arns) != SCAN_ARRAY ||
	    finding_time(scan_get(record, "DeployedAt"), &time) < 0)
		return "deployment without DeploymentId, DeployedAt or ResourceARNs";
	scan_decode(id, &text);
	buf_adds(&text, "");
	while (scan_next(&it, &key, &arn)) {
		if (scan_kind(arn) != SCAN_STRING)
			continue;
		e = entry_of(&s->deployments, scan_text(arn, &scratch));
		if (e->text && time < e->time)
			continue;
		free(e->text);
		e->text = xstrdup(text.data);
		e->time = time;
	}
	buf_free(&text);
	buf_free(&scratch);
	return NULL;
}

int
tagsource_deployments(struct tagsource *s, const char *file)
{
	char *files[] = { (char *)(size_t)file, NULL };
	struct ndjson in;
	struct record r;
	struct span line;

	ndjson_open(&in, files);
	while (ndjson_next(&in, &line)) {
		record_read(&r, line);
		if (record_is(&r, "deployment"))
			ndjson_complain(&in, add_deployment(s, line));
	}
	return ndjson_close(&in) ? 3 : 0;
}

void
tagsource_created(struct tagsource *s, const char *arn, time_t time)
{
	struct entry *e = entry_of(&s->created, span_of(arn));

	if (e->text && e->time <= time)
		return;
	e->text = xrealloc(e->text, CLOCK_TEXT);
	clock_format(time, e->text);
	e->time = time;
}

const char *
tagsource_fact(const struct tagsource *s, const struct tag_rule *rule, struct span arn)
{
	return rule->compliance ? compliance_of(&s->compliance, arn) :
	    rule->deployment ? text_of(&s->deployments, arn) : NULL;
}

const char *
tagsource_value(const struct tagsource *s, const struct tagmap_resource *r, const char *key)
{
	const char *value = tagmapfile_value(&s->map, r, key);
	size_t i;

	for (i = 0; !value && i < s->given.n; i++)
		if (!strcmp(s->given.from[i], key))
			value = s->given.to[i];
	return value;
}

const char *
tagsource_birth(const struct tagsource *s, struct span arn)
{
	return text_of(&s->created, arn);
}

static void
entries_free(struct table *t)
{
	size_t i;

	for (i = 0; i < t->n; i++)
		free(((struct entry *)t->item[i])->text);
	table_free(t);
}

void
tagsource_free(struct tagsource *s)
{
	entries_free(&s->created);
	entries_free(&s->deployments);
	tagmapfile_free(&s->map);
	compliance_free(&s->compliance);
	free(s->given.from);
	free(s->given.to);
	*s = (struct tagsource){0};
}
