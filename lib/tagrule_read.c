/*
 * Reading the files of tag rules.  Each object has its list of members: what is none of them is a mistake that is
 * named, because a misspelt rule would else pass everything.
 */
#include <err.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <json-c/json.h>

#include "file.h"
#include "scan.h"
#include "tagrule.h"

/*
 * A member of an object and what reads its value into target: NULL, or what is wrong (static).
 * place is where in the file the value is; it stays there when something is wrong.
 */
struct member {
	const char *name;
	const char *(*read)(struct json_object *value, void *target, struct buf *place);
	size_t offset;
};

static const char *
read_members(struct json_object *object, const struct member *members, void *target, struct buf *place)
{
	const struct member *m;
	const char *why;
	size_t here = place->len;

	if (!json_object_is_type(object, json_type_object))
		return "is not an object";
	json_object_object_foreach(object, name, value) {
		buf_addf(place, "%s%s", here ? "." : "", name);
		for (m = members; m->name && strcmp(m->name, name); m++)
			continue;
		why = m->name ? m->read(value, (char *)target + m->offset, place) : "is not known";
		if (why)
			return why;
		place->len = here;
	}
	return NULL;
}

static const char *
read_flag(struct json_object *value, void *target, struct buf *place)
{
	(void)place;
	if (!json_object_is_type(value, json_type_boolean))
		return "is neither true nor false";
	*(int *)target = json_object_get_boolean(value);
	return NULL;
}

static const char *
read_number(struct json_object *value, void *target, struct buf *place)
{
	(void)place;
	if (!json_object_is_type(value, json_type_int) || json_object_get_int64(value) < 1 ||
	    json_object_get_int64(value) > 1000000)
		return "is not a whole number above 0";
	*(long *)target = (long)json_object_get_int64(value);
	return NULL;
}

static const char *
read_text(struct json_object *value, void *target, struct buf *place)
{
	(void)place;
	if (!json_object_is_type(value, json_type_string) || !json_object_get_string_len(value))
		return "is not a text";
	free(*(char **)target);		/* a member that occurs twice */
	*(char **)target = xstrdup(json_object_get_string(value));
	return NULL;
}

static const char *
read_words(struct json_object *value, void *target, struct buf *place)
{
	struct tag_words *words = target;
	size_t i, n;

	if (!json_object_is_type(value, json_type_array))
		return "is not a list of texts";
	n = json_object_array_length(value);
	words->word = xcalloc(n + 1, sizeof *words->word);
	for (i = 0; i < n; i++)
		if (read_text(json_object_array_get_idx(value, i), &words->word[words->n], place))
			return "is not a list of texts";
		else
			words->n++;
	return NULL;
}

static const char *
read_pairs(struct json_object *value, void *target, struct buf *place)
{
	struct tag_pairs *pairs = target;
	size_t n;

	if (!json_object_is_type(value, json_type_object))
		return "is not an object of texts";
	n = (size_t)json_object_object_length(value);
	pairs->from = xcalloc(n + 1, sizeof *pairs->from);
	pairs->to = xcalloc(n + 1, sizeof *pairs->to);
	json_object_object_foreach(value, from, to) {
		if (read_text(to, &pairs->to[pairs->n], place))
			return "is not an object of texts";
		pairs->from[pairs->n++] = xstrdup(from);
	}
	return NULL;
}

/* One place of one value: no []. */
static const char *
read_path(struct json_object *value, struct path *path)
{
	const char *why;
	size_t i;

	if (!json_object_is_type(value, json_type_string) ||
	    path_parse(path, span_of(json_object_get_string(value)), &why) < 0)
		return "has something that is no path";
	for (i = 0; i < path->nsteps; i++)
		if (path->steps[i].kind == PATH_EACH) {
			path_free(path);
			return "has a path to more than one value";
		}
	return NULL;
}

static const char *
read_from(struct json_object *value, void *target, struct buf *place)
{
	struct tag_rule *rule = target;
	const char *why = NULL;
	size_t i, n;

	(void)place;
	if (!json_object_is_type(value, json_type_array))
		return "is not a list of paths";
	n = json_object_array_length(value);
	rule->from = xcalloc(n + 1, sizeof *rule->from);
	for (i = 0; i < n && !why; i++)
		if (!(why = read_path(json_object_array_get_idx(value, i), &rule->from[i])))
			rule->nfrom++;
	return why;
}

static const char *
read_pattern(struct json_object *value, void *target, struct buf *place)
{
	struct tag_rule *rule = target;

	(void)place;
	if (!json_object_is_type(value, json_type_string) ||
	    regcomp(&rule->regex, json_object_get_string(value), REG_EXTENDED | REG_NOSUB))
		return "is not a POSIX extended regular expression";
	rule->pattern = xstrdup(json_object_get_string(value));
	return NULL;
}

static const struct member rule_members[] = {
	{ "Key", read_text, offsetof(struct tag_rule, key) },
	{ "Or", read_words, offsetof(struct tag_rule, or) },
	{ "Spellings", read_words, offsetof(struct tag_rule, spellings) },
	{ "Allowed", read_words, offsetof(struct tag_rule, allowed) },
	{ "Accepted", read_pairs, offsetof(struct tag_rule, accepted) },
	{ "Rewrite", read_pairs, offsetof(struct tag_rule, rewrite) },
	{ "Compliance", read_flag, offsetof(struct tag_rule, compliance) },
	{ "Default", read_text, offsetof(struct tag_rule, fallback) },
	{ "Deployment", read_flag, offsetof(struct tag_rule, deployment) },
	{ "Required", read_flag, offsetof(struct tag_rule, required) },
	{ "Time", read_flag, offsetof(struct tag_rule, time) },
	{ "Pattern", read_pattern, 0 },
	{ "From", read_from, 0 },
	{ NULL, NULL, 0 }
};

static const char *
read_rules(struct json_object *value, void *target, struct buf *place)
{
	struct tag_rules *rules = target;
	const char *why;
	size_t i, n, here = place->len;

	if (!json_object_is_type(value, json_type_array))
		return "is not a list";
	n = json_object_array_length(value);
	rules->rule = xcalloc(n + 1, sizeof *rules->rule);
	for (i = 0; i < n; i++) {
		rules->nrules++;
		place->len = here;
		buf_addf(place, "[%zu]", i);
		if ((why = read_members(json_object_array_get_idx(value, i), rule_members, &rules->rule[i], place)))
			return why;
		if (!rules->rule[i].key)
			return "has no Key";
	}
	return NULL;
}

static const struct member limit_members[] = {
	{ "ResourceTypes", read_words, offsetof(struct tag_limit, types) },
	{ "Tags", read_number, offsetof(struct tag_limit, tags) },
	{ "KeyLength", read_number, offsetof(struct tag_limit, key_length) },
	{ "ValueLength", read_number, offsetof(struct tag_limit, value_length) },
	{ "Reserved", read_text, offsetof(struct tag_limit, reserved) },
	{ "Characters", read_text, offsetof(struct tag_limit, characters) },
	{ "IgnoreCase", read_flag, offsetof(struct tag_limit, ignore_case) },
	{ NULL, NULL, 0 }
};

static const char *
read_limits(struct json_object *value, void *target, struct buf *place)
{
	struct tag_rules *rules = target;
	const char *why;
	size_t i, n, here = place->len;

	if (!json_object_is_type(value, json_type_array))
		return "is not a list";
	n = json_object_array_length(value);
	rules->limit = xcalloc(n + 1, sizeof *rules->limit);
	for (i = 0; i < n; i++) {
		rules->nlimits++;
		place->len = here;
		buf_addf(place, "[%zu]", i);
		if ((why = read_members(json_object_array_get_idx(value, i), limit_members, &rules->limit[i], place)))
			return why;
	}
	return NULL;
}

/* Where the facts are from: for people. */
static const char *
read_nothing(struct json_object *value, void *target, struct buf *place)
{
	(void)value;
	(void)target;
	(void)place;
	return NULL;
}

static const struct member required_file[] = {
	{ "Source", read_nothing, 0 },
	{ "Exempt", read_words, offsetof(struct tag_rules, exempt) },
	{ "Keys", read_rules, 0 },
	{ NULL, NULL, 0 }
};
static const struct member limits_file[] = {
	{ "Source", read_nothing, 0 },
	{ "Limits", read_limits, 0 },
	{ NULL, NULL, 0 }
};

static const char *
read_text_of_file(struct span text, const struct member *members, struct tag_rules *rules, struct buf *place)
{
	struct json_object *object;
	const char *why;
	size_t at;

	if (scan_check(text, &why, &at) < 0)
		return why;
	if (!(object = json_tokener_parse(text.at)))
		return "is not an object";
	why = read_members(object, members, rules, place);
	json_object_put(object);
	return why;
}

static int
read_file(const char *name, const struct member *members, struct tag_rules *rules)
{
	struct buf text = {0}, place = {0};
	const char *why = NULL;
	int status = file_read(name, &text);

	if (status < 0) {
		warn("%s", name);
	} else if ((why = read_text_of_file(buf_span(&text), members, rules, &place))) {
		warnx("%s: %.*s%s%s", name, (int)place.len, place.len ? place.data : "", place.len ? " " : "", why);
		status = -1;
	}
	buf_free(&text);
	buf_free(&place);
	return status;
}

struct tag_rules *
tag_rules_load(const char *required, const char *limits)
{
	struct tag_rules *rules = xcalloc(1, sizeof *rules);

	if (read_file(required, required_file, rules) == 0 && read_file(limits, limits_file, rules) == 0)
		return rules;
	tag_rules_free(rules);
	return NULL;
}
