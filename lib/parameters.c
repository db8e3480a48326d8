#include <err.h>
#include <errno.h>
#include <glob.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "file.h"
#include "nearest.h"
#include "parameters.h"
#include "scan.h"

static const char *
kind_name(enum scan_kind kind)
{
	static const char *const names[] = {
		[SCAN_NONE] = "nothing", [SCAN_NULL] = "null", [SCAN_FALSE] = "true or false", [SCAN_TRUE] = "true or false",
		[SCAN_NUMBER] = "a number", [SCAN_STRING] = "a text", [SCAN_ARRAY] = "a list", [SCAN_OBJECT] = "an object",
	};

	return names[kind];
}

/* true and false are of one type. */
static enum scan_kind
kind_of(struct span value)
{
	enum scan_kind kind = scan_kind(value);

	return kind == SCAN_FALSE ? SCAN_TRUE : kind;
}

/* The type that all items have; SCAN_NULL if there are none, or of several. */
static enum scan_kind
kind_of_items(struct span container)
{
	struct scan_iter it = scan_open(container);
	enum scan_kind kind = SCAN_NULL;
	struct span key, item;

	while (scan_next(&it, &key, &item)) {
		if (kind != SCAN_NULL && kind != kind_of(item))
			return SCAN_NULL;
		kind = kind_of(item);
	}
	return kind;
}

/* Appends the name that was meant, if one is near. */
static void
add_meant(const struct policy *p, const char *name, struct buf *why)
{
	const char **names = xcalloc(scan_count(p->parameters) + 1, sizeof(*names)), *meant;
	struct scan_iter it = scan_open(p->parameters);
	struct buf text = {0};
	struct span key, value;
	size_t n = 0;

	while (scan_next(&it, &key, &value)) {
		buf_clear(&text);
		scan_decode(key, &text);
		names[n++] = xstrdup(text.data ? text.data : "");
	}
	if ((meant = nearest(name, names)))
		buf_addf(why, "; it is spelled %s", meant);
	while (n > 0)
		free((char *)names[--n]);
	free(names);
	buf_free(&text);
}

static int
check_kind(const struct policy *p, const char *name, struct span value, struct span ours, struct buf *why)
{
	enum scan_kind want = kind_of(ours), items = kind_of_items(ours);
	struct scan_iter it = scan_open(value);
	struct span key, item;

	if (want == SCAN_NULL)
		return 0;
	if (kind_of(value) != want) {
		buf_addf(why, "%s's parameter %s is %s, not %s", p->id, name, kind_name(want), kind_name(kind_of(value)));
		return -1;
	}
	while (items != SCAN_NULL && scan_next(&it, &key, &item))
		if (kind_of(item) != items) {
			buf_addf(why, "%s's parameter %s holds %s in each place, not %s", p->id, name, kind_name(items),
			    kind_name(kind_of(item)));
			return -1;
		}
	return 0;
}

int
parameters_check(const struct policy *p, struct span values, struct buf *why)
{
	struct scan_iter it = scan_open(values);
	struct span key, value, ours;
	struct buf name = {0};
	int status = 0;

	if (scan_kind(values) != SCAN_OBJECT) {
		buf_addf(why, "the parameters of %s are no object", p->id);
		return -1;
	}
	while (status == 0 && scan_next(&it, &key, &value)) {
		buf_clear(&name);
		scan_decode(key, &name);
		ours = scan_get(p->parameters, name.data ? name.data : "");
		if (ours.at) {
			status = check_kind(p, name.data, value, ours, why);
			continue;
		}
		buf_addf(why, "%s has no parameter %s", p->id, name.data ? name.data : "");
		add_meant(p, name.data ? name.data : "", why);
		status = -1;
	}
	buf_free(&name);
	return status;
}

void
parameters_set(struct policy *p, struct span values)
{
	struct scan_iter it = scan_open(p->parameters);
	struct buf made = {0}, name = {0};
	struct span key, ours, value;

	while (scan_next(&it, &key, &ours)) {
		buf_clear(&name);
		scan_decode(key, &name);
		value = scan_get(values, name.data ? name.data : "");
		buf_addc(&made, made.len ? ',' : '{');
		buf_addspan(&made, key);
		buf_addc(&made, ':');
		scan_compact(value.at ? value : ours, &made);
	}
	buf_adds(&made, made.len ? "}" : "{}");
	buf_free(&name);
	buf_free(&p->settings);
	p->settings = made;
	p->parameters = buf_span(&p->settings);
}

static struct policy *
find_policy(const struct policy_set *set, struct span id)
{
	size_t i;

	for (i = 0; i < set->n; i++)
		if (scan_string_is(id, set->policies[i].id))
			return &set->policies[i];
	return NULL;
}

/* Is there a policy of that id at all? */
static int
is_policy(const char *dir, const char *id)
{
	struct buf pattern = {0};
	glob_t found;
	int is = 0;

	if (strcspn(id, "/*?[\\") == strlen(id)) {
		buf_addf(&pattern, "%s/*/%s.jq", dir, id);
		is = glob(pattern.data, GLOB_NOSORT, NULL, &found) == 0;
		if (is)
			globfree(&found);
	}
	buf_free(&pattern);
	return is;
}

static int
apply(struct policy_set *set, const char *dir, struct span object, struct buf *why)
{
	struct scan_iter it = scan_open(object);
	struct buf name = {0};
	struct span id, values;
	struct policy *p;
	int status = 0;

	while (status == 0 && scan_next(&it, &id, &values)) {
		if ((p = find_policy(set, id))) {
			if ((status = parameters_check(p, values, why)) == 0)
				parameters_set(p, values);
			continue;
		}
		buf_clear(&name);
		scan_decode(id, &name);
		if (!is_policy(dir, name.data ? name.data : "")) {
			buf_addf(why, "no policy %s in %s", name.data ? name.data : "", dir);
			status = -1;
		}
	}
	buf_free(&name);
	return status;
}

static int
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* The end of the object that text begins with, if it is a valid one: one document follows another. */
static const char *
object_end(struct span text, struct span *object, struct buf *why)
{
	struct span rest = text;
	const char *wrong, *newline;
	size_t at;

	while (scan_check(rest, &wrong, &at) < 0) {	/* not one document: one a line, then */
		newline = rest.len == text.len ? memchr(text.at, '\n', text.len) : NULL;
		if (!newline) {
			buf_addf(why, "no JSON: %s", wrong);
			return NULL;
		}
		rest.len = (size_t)(newline - text.at);
	}
	*object = scan_value(rest);
	if (scan_kind(*object) != SCAN_OBJECT) {
		buf_adds(why, "not an object");
		return NULL;
	}
	return rest.at + rest.len;
}

int
parameters_read(struct policy_set *set, const char *dir, const char *path)
{
	struct buf text = {0}, why = {0};
	const char *p, *end;
	struct span object;
	int status = 0;

	if (file_read(path, &text) < 0) {
		warn("%s", path);
		return -1;
	}
	p = text.data;
	end = text.data + text.len;
	for (;;) {
		while (p < end && is_space(*p))
			p++;
		if (p == end || status < 0)
			break;
		p = object_end((struct span){ p, (size_t)(end - p) }, &object, &why);
		status = p ? apply(set, dir, object, &why) : -1;
		p = p ? p : end;
	}
	if (status < 0)
		warnx("%s: %s", path, why.data);
	buf_free(&text);
	buf_free(&why);
	return status;
}

/* One value as an option spells it. */
static void
add_value(struct buf *to, const char *text, enum scan_kind kind)
{
	const char *why, *between = "";
	size_t at, len;

	if (scan_check(span_of(text), &why, &at) == 0 && (kind == SCAN_NULL || kind_of(scan_value(span_of(text))) == kind)) {
		scan_compact(scan_value(span_of(text)), to);
		return;
	}
	if (kind != SCAN_ARRAY) {
		buf_addjson(to, span_of(text));
		return;
	}
	buf_addc(to, '[');
	for (; *text; text += len + (text[len] == ',')) {
		len = strcspn(text, ",");
		buf_adds(to, between);
		buf_addjson(to, (struct span){ text, len });
		between = ",";
	}
	buf_addc(to, ']');
}

int
parameters_spell(const struct policy *p, const struct texts *options, struct buf *to, struct buf *why)
{
	const char *option, *equals;
	char *name;
	size_t i;

	buf_addc(to, '{');
	for (i = 0; i < options->n; i++) {
		option = options->text[i];
		if (!(equals = strchr(option, '='))) {
			buf_addf(why, "%s: write NAME=VALUE", option);
			return -1;
		}
		name = xstrndup(option, (size_t)(equals - option));
		buf_adds(to, i ? "," : "");
		buf_addjson(to, span_of(name));
		buf_addc(to, ':');
		add_value(to, equals + 1, kind_of(scan_get(p->parameters, name)));
		free(name);
	}
	buf_addc(to, '}');
	return parameters_check(p, buf_span(to), why);
}
