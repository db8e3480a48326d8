#include "drift_property.h"

#include <err.h>
#include <stdlib.h>
#include <string.h>

#include "ndjson.h"
#include "record.h"
#include "scan.h"

/* NULL, or what is wrong. */
static const char *
read_line(struct drift_properties *p, struct span line)
{
	struct drift_property *one;
	char *type = scan_dup(scan_get(line, "ResourceType")), *path = scan_dup(scan_get(line, "Path")),
	    *label = scan_dup(scan_get(line, "SeverityLabel")), *separator = scan_dup(scan_get(line, "Separator"));
	struct span name = scan_get(line, "Property");
	int severity = label ? severity_parse(label) : SEVERITY_MEDIUM;

	free(label);
	if (!type || !path || severity < 0) {
		free(type);
		free(path);
		free(separator);
		return severity < 0 ? "SeverityLabel is none" : "without ResourceType and Path";
	}
	p->all = xrealloc(p->all, (p->n + 1) * sizeof(*p->all));
	one = &p->all[p->n++];
	*one = (struct drift_property){
		.path = path, .name = scan_dup(name), .ignored = scan_kind(name) == SCAN_NULL,
		.severity = severity,
	};
	scan_compact(scan_get(line, "Default"), &one->otherwise);
	scan_compact(scan_get(line, "Own"), &one->own);
	if (separator) {
		one->separator = *separator;
		free(separator);
	}
	if (strcmp(type, "*") != 0)
		one->type = type;
	else
		free(type);
	return NULL;
}

int
drift_properties_read(struct drift_properties *p, const char *file)
{
	char *files[] = { (char *)(size_t)file, NULL };
	struct ndjson in;
	struct span line;

	*p = (struct drift_properties){0};
	ndjson_open(&in, files);
	while (ndjson_next(&in, &line))
		ndjson_complain(&in, read_line(p, line));
	return ndjson_close(&in) ? 3 : 0;
}

/* Where the token at p ends. */
static const char *
token_end(const char *p, const char *end)
{
	while (p < end && *p != '/')
		p++;
	return p;
}

/* Does the pattern hold for the path?  The path's token that the pattern's last one stands for is then *last. */
static int
holds(const char *pattern, struct span path, struct span *last)
{
	const char *end = pattern + strlen(pattern), *path_end = path.at + path.len, *p = path.at, *stop, *path_stop;

	while (pattern < end) {
		if (p == path_end)
			return 0;
		stop = token_end(pattern + 1, end);
		path_stop = token_end(p + 1, path_end);
		*last = (struct span){ p + 1, (size_t)(path_stop - p - 1) };
		if (!(stop - pattern == 2 && pattern[1] == '*') &&
		    span_cmp(*last, (struct span){ pattern + 1, (size_t)(stop - pattern - 1) }) != 0)
			return 0;
		pattern = stop;
		p = path_stop;
	}
	return 1;
}

const struct drift_property *
drift_property(const struct drift_properties *p, struct span type, struct span path, struct buf *name)
{
	struct span last = { NULL, 0 };
	size_t i;

	for (i = 0; i < p->n; i++) {
		if ((p->all[i].type && !span_is(type, p->all[i].type)) || !holds(p->all[i].path, path, &last))
			continue;
		buf_clear(name);
		if (p->all[i].name)
			buf_adds(name, p->all[i].name);
		else
			buf_addspan(name, last);
		return &p->all[i];
	}
	return NULL;
}

void
drift_properties_free(struct drift_properties *p)
{
	size_t i;

	for (i = 0; i < p->n; i++) {
		free(p->all[i].type);
		free(p->all[i].path);
		free(p->all[i].name);
		buf_free(&p->all[i].otherwise);
		buf_free(&p->all[i].own);
	}
	free(p->all);
	*p = (struct drift_properties){0};
}
