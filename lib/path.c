#include <stdlib.h>
#include <string.h>

#include "path.h"
#include "scan.h"

static struct path_step *
add_step(struct path *path, enum path_kind kind)
{
	struct path_step *step;

	path->steps = xrealloc(path->steps, (path->nsteps + 1) * sizeof(*path->steps));
	step = &path->steps[path->nsteps++];
	*step = (struct path_step){ .kind = kind };
	return step;
}

static int
is_name(char c, int first)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (!first && c >= '0' && c <= '9');
}

/* A JSON string at p; the step's key is what it decodes to.  Returns what follows, NULL if it is no string. */
static const char *
quoted_key(struct path *path, const char *p, const char *end)
{
	struct buf key = {0};
	const char *q, *why;
	size_t at;

	for (q = p + 1; q < end && *q != '"'; q++)
		if (*q == '\\')
			q++;
	if (q >= end || scan_check((struct span){ p, (size_t)(q + 1 - p) }, &why, &at) < 0)
		return NULL;
	scan_decode((struct span){ p, (size_t)(q + 1 - p) }, &key);
	add_step(path, PATH_KEY)->key = xstrdup(key.data ? key.data : "");
	buf_free(&key);
	return q + 1;
}

/* What stands between brackets; p is behind the opening one. */
static const char *
bracket(struct path *path, const char *p, const char *end)
{
	unsigned long n = 0;

	if (p < end && *p == '"') {
		if (!(p = quoted_key(path, p, end)))
			return NULL;
	} else if (p < end && *p >= '0' && *p <= '9') {
		for (; p < end && *p >= '0' && *p <= '9' && n < 1000000000; p++)
			n = n * 10 + (unsigned long)(*p - '0');
		add_step(path, PATH_INDEX)->index = n;
	} else {
		add_step(path, PATH_EACH);
	}
	return p < end && *p == ']' ? p + 1 : NULL;
}

static const char *
name(struct path *path, const char *p, const char *end)
{
	const char *q = p;

	if (p < end && *p == '"')
		return quoted_key(path, p, end);
	while (q < end && is_name(*q, q == p))
		q++;
	if (q == p)
		return NULL;
	add_step(path, PATH_KEY)->key = xstrndup(p, (size_t)(q - p));
	return q;
}

int
path_parse(struct path *path, struct span text, const char **why)
{
	const char *p = text.at, *end = text.at + text.len;

	*path = (struct path){0};
	if (text.len == 1 && *p == '.')
		return 0;
	if (p == end || *p != '.') {
		*why = "a path begins with a dot";
		return -1;
	}
	while (p && p < end) {
		if (p[0] == '.' && !(p + 1 < end && p[1] == '['))
			p = name(path, p + 1, end);
		else if (p[0] == '.')
			p = bracket(path, p + 2, end);
		else if (p[0] == '[')
			p = bracket(path, p + 1, end);
		else
			p = NULL;
	}
	if (p)
		return 0;
	path_free(path);
	*why = "not a path of keys, [] and [number]";
	return -1;
}

void
path_free(struct path *path)
{
	size_t i;

	for (i = 0; i < path->nsteps; i++)
		free(path->steps[i].key);
	free(path->steps);
	*path = (struct path){0};
}

int
path_meets(const struct path *a, const struct path *b)
{
	const struct path_step *s, *t;
	size_t i;

	for (i = 0; i < a->nsteps && i < b->nsteps; i++) {
		s = &a->steps[i];
		t = &b->steps[i];
		if ((s->kind == PATH_KEY) != (t->kind == PATH_KEY))
			continue;	/* .a[] runs over an object's members too */
		if (s->kind == PATH_KEY && strcmp(s->key, t->key) != 0)
			return 0;
		if (s->kind == PATH_INDEX && t->kind == PATH_INDEX && s->index != t->index)
			return 0;
	}
	return 1;
}

static int
present_from(const struct path *path, size_t step, struct span value)
{
	struct scan_iter it;
	struct span key, item;
	unsigned long n = 0;

	if (!value.at)
		return 0;
	if (step == path->nsteps)
		return 1;
	if (path->steps[step].kind == PATH_KEY)
		return present_from(path, step + 1, scan_get(value, path->steps[step].key));
	it = scan_open(value);
	while (scan_next(&it, &key, &item))
		if ((path->steps[step].kind == PATH_EACH || path->steps[step].index == n++) &&
		    present_from(path, step + 1, item))
			return 1;
	return 0;
}

int
path_present(const struct path *path, struct span value)
{
	return present_from(path, 0, value);
}

int
path_json(const struct path *path, struct buf *to)
{
	size_t i;

	buf_addc(to, '[');
	for (i = 0; i < path->nsteps; i++) {
		if (i)
			buf_addc(to, ',');
		switch (path->steps[i].kind) {
		case PATH_KEY: buf_addjson(to, span_of(path->steps[i].key)); break;
		case PATH_INDEX: buf_addf(to, "%lu", path->steps[i].index); break;
		case PATH_EACH: return -1;
		}
	}
	buf_addc(to, ']');
	return 0;
}

void
path_add_key(struct buf *path, const char *key)
{
	size_t plain = strspn(key, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789");

	if (*key && !key[plain] && !(*key >= '0' && *key <= '9')) {
		buf_addc(path, '.');
		buf_adds(path, key);
		return;
	}
	buf_adds(path, "[");
	buf_addjson(path, span_of(key));
	buf_adds(path, "]");
}

void
path_print(const struct path *path, struct buf *to)
{
	size_t i;

	for (i = 0; i < path->nsteps; i++)
		switch (path->steps[i].kind) {
		case PATH_KEY: path_add_key(to, path->steps[i].key); break;
		case PATH_INDEX: buf_addf(to, "[%lu]", path->steps[i].index); break;
		case PATH_EACH: buf_adds(to, "[]"); break;
		}
}
