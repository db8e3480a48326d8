#include <dirent.h>
#include <err.h>
#include <stdlib.h>
#include <string.h>

#include "ignore.h"
#include "ndjson.h"
#include "pointer.h"
#include "scan.h"

/* A pointer's text as a pattern: an asterisk alone between slashes is any token. */
static void
add_pattern(struct ignored_type *type, struct span pointer)
{
	struct buf pattern = {0};
	size_t i, next;

	for (i = 0; i < pointer.len; i = next) {
		for (next = i + 1; next < pointer.len && pointer.at[next] != '/'; next++)
			;
		if (next - i == 2 && pointer.at[i + 1] == '*')
			pointer_push_any(&pattern);
		else
			buf_add(&pattern, pointer.at + i, next - i);
	}
	type->pattern = xrealloc(type->pattern, (type->n + 1) * sizeof(*type->pattern));
	type->pattern[type->n++] = pattern;
}

/* NULL, or what is wrong with the line. */
static const char *
read_line(struct ignore *ig, struct span line)
{
	struct span type = scan_get(line, "ResourceType"), paths = scan_get(line, "Paths"), key, value, text;
	struct scan_iter it = scan_open(line);
	struct buf scratch = {0};
	struct ignored_type *to;
	const char *why = NULL;

	while (scan_next(&it, &key, &value))
		if (!scan_string_is(key, "ResourceType") && !scan_string_is(key, "Paths"))
			return "a member other than ResourceType and Paths";
	if (scan_kind(type) != SCAN_STRING)
		return "ResourceType is no text";
	if (scan_kind(paths) != SCAN_ARRAY)
		return "Paths is no list";
	to = table_get(&ig->types, scan_text(type, &scratch));
	it = scan_open(paths);
	while (!why && scan_next(&it, &key, &value)) {
		text = scan_text(value, &scratch);
		if (text.at && text.len && *text.at == '/')
			add_pattern(to, text);
		else
			why = "a path that does not begin with a slash";
	}
	buf_free(&scratch);
	return why;
}

int
ignore_read(struct ignore *ig, const char *file)
{
	char *files[] = { (char *)file, NULL };
	struct ndjson in;
	struct span line;

	ndjson_open(&in, files);
	while (ndjson_next(&in, &line))
		ndjson_complain(&in, read_line(ig, line));
	return ndjson_close(&in) ? -1 : 0;
}

static int
is_ours(const struct dirent *entry)
{
	size_t len = strlen(entry->d_name);

	return entry->d_name[0] != '.' && len > 7 && strcmp(entry->d_name + len - 7, ".ndjson") == 0;
}

int
ignore_read_folder(struct ignore *ig, const char *folder)
{
	struct dirent **names;
	struct buf path = {0};
	int i, n = scandir(folder, &names, is_ours, alphasort), status = 0;

	if (n < 0) {
		warn("%s", folder);
		return -1;
	}
	for (i = 0; i < n; i++) {
		buf_clear(&path);
		buf_addf(&path, "%s/%s", folder, names[i]->d_name);
		if (status == 0)
			status = ignore_read(ig, path.data);
		free(names[i]);
	}
	free(names);
	buf_free(&path);
	return status;
}

static void
apply(const struct ignored_type *type, struct jsondiff *fields)
{
	size_t i;

	for (i = 0; type && i < type->n; i++)
		jsondiff_ignore(fields, JSONDIFF_NEW, buf_span(&type->pattern[i]));
}

void
ignore_apply(const struct ignore *ig, struct span type, struct jsondiff *fields)
{
	struct buf scratch = {0};
	struct span name = scan_text(type, &scratch);

	if (name.at)
		apply(table_find(&ig->types, name), fields);
	apply(table_find(&ig->types, SPAN("*")), fields);
	buf_free(&scratch);
}

void
ignore_free(struct ignore *ig)
{
	struct ignored_type *type;
	size_t i, j;

	for (i = 0; i < ig->types.n; i++) {
		type = ig->types.item[i];
		for (j = 0; j < type->n; j++)
			buf_free(&type->pattern[j]);
		free(type->pattern);
	}
	table_free(&ig->types);
}
