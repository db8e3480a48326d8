/* Who owns what, as a file tells it. */
#include "tagmapfile.h"

#include <err.h>
#include <stdlib.h>
#include <string.h>

#include "ndjson.h"
#include "tree.h"
#include "wildcard.h"

/* What a line may say of its resources, the most specific first. */
enum { ARN, ARN_PATTERN, NAME, NAME_PATTERN, TYPE, ACCOUNT, CRITERIA };
static const char *const criteria[CRITERIA] = { "ARN", "ARNPattern", "Name", "NamePattern", "ResourceType", "AccountId" };

struct tagmap_line {
	struct json_object *object;		/* owned */
	const char *text[CRITERIA];		/* NULL: not said */
	size_t weight[CRITERIA];		/* 0: not said; of a pattern, how many characters it fixes, and 1 */
	struct json_object *tags;
	size_t order;				/* in the file */
};

/* All lines of one ARN. */
struct of_arn {
	struct span key;
	struct tagmap_line *line;
	size_t n;
};

static size_t
weight_of(int criterion, const char *text)
{
	size_t n = 1;

	if (criterion != ARN_PATTERN && criterion != NAME_PATTERN)
		return 1;
	for (; *text; text++)
		n += *text != '*' && *text != '?';
	return n;
}

static const char *
read_tags(struct tagmap_line *line)
{
	if (!(line->tags = tree_member(line->object, "Tags")) || !json_object_is_type(line->tags, json_type_object))
		return "Tags is not an object of texts";
	json_object_object_foreach(line->tags, key, value)
		if (!*key || !json_object_is_type(value, json_type_string))
			return "Tags is not an object of texts";
	return NULL;
}

/* NULL, or what is wrong. */
static const char *
read_line(struct tagmap_line *line)
{
	size_t i;

	json_object_object_foreach(line->object, name, value) {
		for (i = 0; i < CRITERIA && strcmp(name, criteria[i]); i++)
			;
		if (i == CRITERIA && strcmp(name, "Tags"))
			return "it has a member that is none of ARN, ARNPattern, Name, NamePattern, ResourceType, AccountId, Tags";
		if (i == CRITERIA)
			continue;
		if (!json_object_is_type(value, json_type_string) || !json_object_get_string_len(value))
			return "what it is for is not a text";
		line->text[i] = json_object_get_string(value);
		line->weight[i] = weight_of((int)i, line->text[i]);
	}
	return read_tags(line);
}

static void
add(struct tagmapfile *m, const struct tagmap_line *line)
{
	struct of_arn *of;

	if (!line->text[ARN]) {
		m->line = xrealloc(m->line, (m->n + 1) * sizeof(*m->line));
		m->line[m->n++] = *line;
		return;
	}
	of = table_get(&m->by_arn, span_of(line->text[ARN]));
	of->line = xrealloc(of->line, (of->n + 1) * sizeof(*of->line));
	of->line[of->n++] = *line;
}

int
tagmapfile_read(struct tagmapfile *m, const char *file)
{
	char *files[] = { (char *)(size_t)file, NULL };
	struct tagmap_line line;
	struct ndjson in;
	struct span text;
	const char *why;
	size_t order = 0;

	*m = (struct tagmapfile){ .by_arn = { .size = sizeof(struct of_arn) } };
	ndjson_open(&in, files);
	while (ndjson_next(&in, &text)) {
		line = (struct tagmap_line){ .object = tree_parse(text), .order = ++order };
		if ((why = read_line(&line))) {
			ndjson_complain(&in, why);
			json_object_put(line.object);
		} else {
			add(m, &line);
		}
	}
	return ndjson_close(&in) ? 3 : 0;
}

/* Behind the last slash or colon. */
static struct span
last_of(struct span arn)
{
	size_t at = arn.len;

	while (at && arn.at[at - 1] != '/' && arn.at[at - 1] != ':')
		at--;
	return (struct span){ arn.at + at, arn.len - at };
}

static int
holds(const struct tagmap_line *line, const struct tagmap_resource *r)
{
	struct span last = last_of(r->arn), pattern = span_of(line->text[NAME_PATTERN]);
	const char *const *t = line->text;

	return (!t[ARN] || span_is(r->arn, t[ARN])) &&
	    (!t[ARN_PATTERN] || wildcard_match(span_of(t[ARN_PATTERN]), r->arn)) &&
	    (!t[NAME] || span_is(last, t[NAME]) || (r->name.at && span_is(r->name, t[NAME]))) &&
	    (!t[NAME_PATTERN] || wildcard_match(pattern, last) || (r->name.at && wildcard_match(pattern, r->name))) &&
	    (!t[TYPE] || span_is(r->type, t[TYPE])) && (!t[ACCOUNT] || span_is(r->account, t[ACCOUNT]));
}

/* Does it count before another one, which may be NULL? */
static int
goes_before(const struct tagmap_line *line, const struct tagmap_line *other)
{
	size_t i;

	for (i = 0; other && i < CRITERIA; i++)
		if (line->weight[i] != other->weight[i])
			return line->weight[i] > other->weight[i];
	return !other || line->order > other->order;
}

const char *
tagmapfile_value(const struct tagmapfile *m, const struct tagmap_resource *r, const char *key)
{
	const struct of_arn *of = table_find(&m->by_arn, r->arn);
	const struct tagmap_line *line, *best = NULL;
	size_t i, nof = of ? of->n : 0;

	for (i = 0; i < nof + m->n; i++) {
		line = i < nof ? &of->line[i] : &m->line[i - nof];
		if (tree_text(line->tags, key) && goes_before(line, best) && holds(line, r))
			best = line;
	}
	return best ? tree_text(best->tags, key) : NULL;
}

void
tagmapfile_each(const struct tagmapfile *m, const struct tagmap_resource *r, tagmapfile_fn *fn, void *arg)
{
	const struct of_arn *of = table_find(&m->by_arn, r->arn);
	const struct tagmap_line *line;
	size_t i, nof = of ? of->n : 0;

	for (i = 0; i < nof + m->n; i++) {
		line = i < nof ? &of->line[i] : &m->line[i - nof];
		if (!holds(line, r))
			continue;
		json_object_object_foreach(line->tags, key, value) {
			(void)value;
			fn(arg, key, tagmapfile_value(m, r, key));
		}
	}
}

void
tagmapfile_free(struct tagmapfile *m)
{
	struct of_arn *of;
	size_t i, j;

	for (i = 0; i < m->by_arn.n; i++) {
		of = m->by_arn.item[i];
		for (j = 0; j < of->n; j++)
			json_object_put(of->line[j].object);
		free(of->line);
	}
	for (i = 0; i < m->n; i++)
		json_object_put(m->line[i].object);
	table_free(&m->by_arn);
	free(m->line);
	*m = (struct tagmapfile){0};
}
