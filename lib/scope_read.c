/* Scopes as launched policies and options spell them. */
#include <stdlib.h>
#include <string.h>

#include "accountid.h"
#include "nearest.h"
#include "scan.h"
#include "scope_part.h"

enum what { ACCOUNTS, UNITS, REGIONS, TAGS };

static const struct {
	const char *key;
	enum what what;
	int side;
} keys[] = {
	{ "IncludeAccounts", ACCOUNTS, INCLUDE }, { "ExcludeAccounts", ACCOUNTS, EXCLUDE },
	{ "IncludeOUs", UNITS, INCLUDE }, { "ExcludeOUs", UNITS, EXCLUDE },
	{ "IncludeRegions", REGIONS, INCLUDE }, { "ExcludeRegions", REGIONS, EXCLUDE },
	{ "IncludeTags", TAGS, INCLUDE }, { "ExcludeTags", TAGS, EXCLUDE },
};

enum { KEYS = sizeof(keys) / sizeof(*keys) };

/* The number of a key; or -1 with why. */
static int
find_key(const char *name, struct buf *why)
{
	const char *names[KEYS + 1] = { NULL }, *meant;
	int i;

	for (i = 0; i < KEYS; i++) {
		names[i] = keys[i].key;
		if (strcmp(keys[i].key, name) == 0)
			return i;
	}
	buf_addf(why, "Scope has no %s", name);
	if ((meant = nearest(name, names)))
		buf_addf(why, "; it is spelled %s", meant);
	return -1;
}

static int
is_region(const char *text)
{
	return *text && strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(text);
}

/* Says what is wrong with the first of them that is none. */
static int
check_each(const struct texts *list, const char *key, int (*is)(const char *), const char *what, struct buf *why)
{
	size_t i;

	for (i = 0; i < list->n; i++)
		if (!is(list->text[i])) {
			buf_addf(why, "%s: %s is no %s", key, list->text[i], what);
			return -1;
		}
	return 0;
}

static int
is_unit(const char *text)
{
	return *text != 0;
}

static int
read_list(struct texts *list, struct span json, const char *key, int (*is)(const char *), const char *what,
    struct buf *why)
{
	if (scan_kind(json) == SCAN_ARRAY && texts_read(list, json) == 0)
		return check_each(list, key, is, what, why);
	buf_addf(why, "%s is no list of texts", key);
	return -1;
}

static int
read_tags(struct scope_tags *tags, struct span json, const char *key, struct buf *why)
{
	struct scan_iter it = scan_open(json);
	struct span name, values;
	struct scope_tag *tag;
	struct buf text = {0};
	const char *bad;
	int status = scan_kind(json) == SCAN_OBJECT ? 0 : -1;

	while (status == 0 && scan_next(&it, &name, &values)) {
		tags->tag = xrealloc(tags->tag, (tags->n + 1) * sizeof(*tags->tag));
		tag = &tags->tag[tags->n++];
		*tag = (struct scope_tag){0};
		buf_clear(&text);
		scan_decode(name, &text);
		tag->key = xstrdup(text.data ? text.data : "");
		buf_clear(&text);
		buf_adds(&text, ".Tags");
		path_add_key(&text, tag->key);
		if (path_parse(&tag->path, buf_span(&text), &bad) < 0)
			tag->path = (struct path){0};
		status = texts_read(&tag->values, values);
	}
	if (status < 0)
		buf_addf(why, "%s is no object of lists of texts, such as {\"Environment\": [\"prod\"]}", key);
	buf_free(&text);
	return status;
}

static int
read_member(struct scope *s, int number, struct span value, struct buf *why)
{
	const char *key = keys[number].key;
	int side = keys[number].side;

	switch (keys[number].what) {
	case ACCOUNTS:
		return read_list(&s->accounts[side], value, key, account_is_id, "account id of twelve digits", why);
	case UNITS:
		return read_list(&s->units[side], value, key, is_unit, "organizational unit", why);
	case REGIONS:
		return read_list(&s->regions[side], value, key, is_region, "region", why);
	case TAGS:
		return read_tags(&s->tags[side], value, key, why);
	}
	return 0;
}

int
scope_read(struct scope **scope, struct span json, struct buf *why)
{
	struct scan_iter it = scan_open(json);
	struct span key, value;
	struct buf name = {0};
	struct scope *s;
	int number, status = 0, seen[KEYS] = {0};

	if (scan_kind(json) != SCAN_OBJECT) {
		buf_adds(why, "Scope is no object");
		return -1;
	}
	s = xcalloc(1, sizeof(*s));
	s->places.size = sizeof(struct scope_place);
	while (status == 0 && scan_next(&it, &key, &value)) {
		buf_clear(&name);
		scan_decode(key, &name);
		if ((number = find_key(name.data ? name.data : "", why)) < 0) {
			status = -1;
		} else if (seen[number]++) {
			buf_addf(why, "%s is there twice", keys[number].key);
			status = -1;
		} else {
			status = read_member(s, number, value, why);
		}
	}
	buf_free(&name);
	if (status == 0)
		*scope = s;
	else
		scope_free(s);
	return status;
}

/* A list of texts from one with commas. */
static void
add_list(struct buf *to, const char *list)
{
	const char *between = "";
	size_t len;

	buf_addc(to, '[');
	for (; *list; list += len + (list[len] == ',')) {
		len = strcspn(list, ",");
		if (len) {
			buf_adds(to, between);
			buf_addjson(to, (struct span){ list, len });
			between = ",";
		}
	}
	buf_addc(to, ']');
}

/* The tags of one side: all KEY.TAG=VALUE,... among the options, as the members of one object. */
static void
add_tags(struct buf *to, const struct texts *options, const char *key)
{
	const char *between = "", *tag, *equals;
	size_t i, len = strlen(key);

	buf_addc(to, '{');
	for (i = 0; i < options->n; i++) {
		if (strncmp(options->text[i], key, len) || options->text[i][len] != '.')
			continue;
		tag = options->text[i] + len + 1;
		equals = strchr(tag, '=');
		buf_adds(to, between);
		buf_addjson(to, (struct span){ tag, equals ? (size_t)(equals - tag) : strlen(tag) });
		buf_addc(to, ':');
		add_list(to, equals ? equals + 1 : "");
		between = ",";
	}
	buf_addc(to, '}');
}

/* KEY=VALUE,... as a member; tags as soon as the first of a side is met. */
static int
add_option(struct buf *to, const struct texts *options, size_t index, int *done, struct buf *why)
{
	const char *option = options->text[index];
	size_t len = strcspn(option, ".=");
	char *name = xstrndup(option, len);
	int number = find_key(name, why), status = -1;

	free(name);
	if (number < 0)
		return -1;
	if ((keys[number].what == TAGS) != (option[len] == '.') || !option[len]) {
		buf_addf(why, "%s: write %s%s=VALUE,...", option, keys[number].key, keys[number].what == TAGS ? ".TAG" : "");
	} else if (option[len] == '.' && done[number]) {
		status = 0;	/* with the first of them */
	} else if (done[number]) {
		buf_addf(why, "%s is there twice", keys[number].key);
	} else {
		done[number] = 1;
		buf_addf(to, "%s\"%s\":", to->len > 1 ? "," : "", keys[number].key);
		if (option[len] == '.')
			add_tags(to, options, keys[number].key);
		else
			add_list(to, option + len + 1);
		status = 0;
	}
	return status;
}

int
scope_spell(const struct texts *options, struct buf *to, struct buf *why)
{
	int done[KEYS] = {0};
	const char *bad;
	size_t i, at;

	if (options->n == 1 && options->text[0][0] == '{') {
		if (scan_check(span_of(options->text[0]), &bad, &at) < 0) {
			buf_addf(why, "Scope is no JSON: %s at byte %zu", bad, at + 1);
			return -1;
		}
		scan_compact(scan_value(span_of(options->text[0])), to);
		return 0;
	}
	buf_addc(to, '{');
	for (i = 0; i < options->n; i++)
		if (add_option(to, options, i, done, why) < 0)
			return -1;
	buf_addc(to, '}');
	return 0;
}
