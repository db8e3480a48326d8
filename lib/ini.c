#include <string.h>

#include "ini.h"

static int
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v';
}

static struct span
trim(struct span s)
{
	while (s.len > 0 && is_blank(s.at[0])) {
		s.at++;
		s.len--;
	}
	while (s.len > 0 && is_blank(s.at[s.len - 1]))
		s.len--;
	return s;
}

static int
begins_comment(struct span s)
{
	return s.len > 0 && (s.at[0] == '#' || s.at[0] == ';');
}

/* Without the comment that begins behind a blank. */
static struct span
without_comment(struct span s)
{
	size_t i;

	for (i = 1; i < s.len; i++)
		if ((s.at[i] == '#' || s.at[i] == ';') && is_blank(s.at[i - 1]))
			s.len = i;
	return trim(s);
}

/* The next line without its end; 0 at the end of the text. */
static int
next_line(struct ini *in, struct span *line)
{
	int more = span_line(&in->rest, line);

	in->line += more != 0;
	return more;
}

static enum ini_event
bad(struct ini *in, const char *reason)
{
	in->reason = reason;
	return INI_BAD;
}

static enum ini_event
read_section(struct ini *in, struct span line)
{
	const char *end = memchr(line.at, ']', line.len);
	struct span behind;

	in->in_setting = 0;
	in->section = (struct span){ "", 0 };	/* what follows a bad header belongs to no section we know */
	if (end == NULL)
		return bad(in, "no ] behind the section's name");
	behind = trim((struct span){ end + 1, (size_t)(line.at + line.len - end) - 1 });
	if (behind.len > 0 && !begins_comment(behind))
		return bad(in, "text behind the section's ]");
	in->section = trim((struct span){ line.at + 1, (size_t)(end - line.at) - 1 });
	return INI_SECTION;
}

static enum ini_event
read_setting(struct ini *in, struct span line)
{
	size_t key;

	for (key = 0; key < line.len && line.at[key] != '=' && line.at[key] != ':'; key++)
		;
	in->key = trim((struct span){ line.at, key });
	if (key == line.len || in->key.len == 0)
		return bad(in, "neither a [section] nor a key = value");
	if (in->section.at == NULL)
		return bad(in, "a setting before the first [section]");
	in->value = trim(without_comment((struct span){ line.at + key, line.len - key }));
	in->value = trim((struct span){ in->value.at + 1, in->value.len - 1 });
	in->in_setting = 1;
	return INI_SETTING;
}

void
ini_open(struct ini *in, struct span text)
{
	memset(in, 0, sizeof(*in));
	if (text.len >= 3 && memcmp(text.at, "\xef\xbb\xbf", 3) == 0) {	/* a byte order mark */
		text.at += 3;
		text.len -= 3;
	}
	in->rest = text;
}

enum ini_event
ini_next(struct ini *in)
{
	struct span line, text;
	size_t depth;

	while (next_line(in, &line)) {
		text = trim(line);
		if (text.len == 0 || begins_comment(text))
			continue;
		depth = (size_t)(text.at - line.at);
		if (in->in_setting && depth > in->depth)
			continue;
		if (memchr(text.at, '\0', text.len) != NULL)
			return bad(in, "a NUL byte");
		in->depth = depth;
		return text.at[0] == '[' ? read_section(in, text) : read_setting(in, text);
	}
	return INI_END;
}
