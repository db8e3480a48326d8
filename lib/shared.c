#include "shared.h"

#include <stdlib.h>
#include <string.h>

#include "directive.h"
#include "file.h"

static size_t
find(const struct shared *s, struct span name)
{
	size_t i;

	for (i = 0; i < s->n; i++)
		if (span_is(name, s->modules[i].name))
			break;
	return i;
}

/* The module's number; s->n if it cannot be read. */
static size_t
load(struct shared *s, const char *dir, struct span name)
{
	struct shared_module m = {0};
	struct buf file = {0};
	size_t number = find(s, name);
	int status;

	if (number < s->n)
		return number;
	buf_addf(&file, "%s/%.*s.jq", dir, (int)name.len, name.at);
	status = file_read(file.data, &m.text);
	buf_free(&file);
	if (status < 0) {
		buf_free(&m.text);
		return s->n;
	}
	m.name = xstrndup(name.at, name.len);
	s->modules = xrealloc(s->modules, (s->n + 1) * sizeof(*s->modules));
	s->modules[s->n++] = m;
	return number;
}

static int
has(const struct shared_list *list, size_t number)
{
	size_t i;

	for (i = 0; i < list->n; i++)
		if (list->modules[i] == number)
			return 1;
	return 0;
}

enum { DEEP = 8 };	/* modules that bring in modules: more is a circle */

static int
read_all(struct shared *s, const char *dir, struct span text, size_t *at, struct shared_list *list, int depth,
    const char **why, const char **wrong)
{
	enum directive directive;
	struct span name, inner;
	const char *inside;
	size_t number, body;

	while ((directive = directive_next(text, at, &name)) != DIRECTIVE_NONE) {
		*wrong = name.at;
		*why = depth == DEEP ? "includes that include each other" : "no such module in the folder of policies";
		list->imports |= directive == DIRECTIVE_IMPORT;
		if (depth == DEEP || (number = load(s, dir, name)) == s->n)
			return -1;
		if (has(list, number))
			continue;
		body = directive_first(buf_span(&s->modules[number].text));
		inner = buf_span(&s->modules[number].text);
		if (read_all(s, dir, inner, &body, list, depth + 1, why, &inside) < 0)
			return -1;
		s->modules[number].body = body;
		list->modules = xrealloc(list->modules, (list->n + 1) * sizeof(*list->modules));
		list->modules[list->n++] = number;
	}
	return 0;
}

int
shared_read(struct shared *s, const char *dir, struct span text, size_t *at, struct shared_list *list,
    const char **why, const char **wrong)
{
	return read_all(s, dir, text, at, list, 0, why, wrong);
}

void
shared_free(struct shared *s)
{
	size_t i;

	for (i = 0; i < s->n; i++) {
		free(s->modules[i].name);
		buf_free(&s->modules[i].text);
	}
	free(s->modules);
	*s = (struct shared){0};
}
