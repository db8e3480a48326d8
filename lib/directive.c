#include "directive.h"

#include <string.h>

#include "module.h"

size_t
directive_first(struct span text)
{
	struct span metadata;
	const char *why, *p;
	size_t at;

	if (module_metadata(text, &metadata, &why, &at) < 0)
		return 0;
	p = module_skip(metadata.at + metadata.len);
	return *p == ';' ? (size_t)(p + 1 - text.at) : 0;
}

static int
begins_with(const char *p, const char *word)
{
	size_t len = strlen(word);

	return strncmp(p, word, len) == 0 && strchr(" \t\r\n\"", p[len]) && p[len];
}

enum directive
directive_next(struct span text, size_t *at, struct span *name)
{
	const char *p = module_skip(text.at + *at), *end;
	int include = begins_with(p, "include");

	if (!include && !begins_with(p, "import"))
		return DIRECTIVE_NONE;
	p = module_skip(p + strcspn(p, " \t\r\n\""));
	*name = (struct span){ p, 0 };
	if (*p == '"') {
		end = p + 1 + strcspn(p + 1, "\"\\\n");
		*name = (struct span){ p + 1, (size_t)(end - p - 1) };
		p = *end == '"' ? module_skip(end + 1) : end;
	}
	include &= *p == ';';
	p += strcspn(p, ";");
	*at = (size_t)(p + (*p == ';') - text.at);
	return include ? DIRECTIVE_INCLUDE : DIRECTIVE_IMPORT;
}
