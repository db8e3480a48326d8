/* The metadata of a jq module. */
#include "module.h"

#include <string.h>

#include "scan.h"

const char *
module_skip(const char *p)
{
	for (;;) {
		p += strspn(p, " \t\r\n");
		if (*p != '#')
			return p;
		p += strcspn(p, "\n");
	}
}

/* Where the object at p ends, by counting brackets outside strings; NULL if it never does. */
static const char *
end_of_object(const char *p)
{
	int depth = 0, quoted = 0;

	for (; *p; p++) {
		if (quoted) {
			if (*p == '\\' && p[1])
				p++;
			else if (*p == '"')
				quoted = 0;
		} else if (*p == '"') {
			quoted = 1;
		} else if (*p == '{') {
			depth++;
		} else if (*p == '}' && --depth == 0) {
			return p + 1;
		}
	}
	return NULL;
}

int
module_metadata(struct span text, struct span *metadata, const char **why, size_t *at)
{
	const char *p = module_skip(text.at), *end;

	*at = (size_t)(p - text.at);
	*why = "no \"module {...};\" at its beginning";
	if (strncmp(p, "module", 6) != 0)
		return -1;
	p += 6;
	p += strspn(p, " \t\r\n");
	if (*p != '{')
		return -1;
	*at = (size_t)(p - text.at);
	*why = "the module's object does not end";
	if (!(end = end_of_object(p)))
		return -1;
	*metadata = (struct span){ p, (size_t)(end - p) };
	if (!scan_check(*metadata, why, at))
		return 0;
	*at += (size_t)(p - text.at);
	return -1;
}

unsigned long
module_line(struct span text, size_t at)
{
	unsigned long line = 1;
	size_t i;

	for (i = 0; i < at && i < text.len; i++)
		line += text.at[i] == '\n';
	return line;
}
