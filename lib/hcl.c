#include "hcl.h"

#include <ctype.h>
#include <string.h>

#include "scan.h"

struct cursor {
	const char *p, *end;
	unsigned long line;
	hcl_fn *found;
	void *arg;
};

enum { DEEPEST = 64 };		/* templates within templates: nobody writes more */

static void skip_template(struct cursor *c, int depth);

static int
peek(const struct cursor *c, size_t ahead)
{
	return (size_t)(c->end - c->p) > ahead ? (unsigned char)c->p[ahead] : -1;
}

static void
step(struct cursor *c)
{
	c->line += *c->p++ == '\n';
}

static void
skip_line(struct cursor *c)
{
	while (c->p < c->end && *c->p != '\n')
		c->p++;
}

static void
skip_comment(struct cursor *c)
{
	c->p += 2;
	while (c->p < c->end && !(*c->p == '*' && peek(c, 1) == '/'))
		step(c);
	c->p = c->end - c->p > 2 ? c->p + 2 : c->end;
}

/* Behind the opening quote; a string ends on its line. */
static void
skip_string(struct cursor *c, int depth)
{
	while (c->p < c->end && *c->p != '"' && *c->p != '\n') {
		if ((*c->p == '$' || *c->p == '%') && peek(c, 1) == *c->p && peek(c, 2) == '{') {
			c->p += 3;	/* "$${" is no template */
		} else if ((*c->p == '$' || *c->p == '%') && peek(c, 1) == '{') {
			c->p += 2;
			skip_template(c, depth + 1);
		} else if (*c->p == '\\' && peek(c, 1) >= 0 && peek(c, 1) != '\n') {
			c->p += 2;
		} else {
			c->p++;
		}
	}
	if (c->p < c->end && *c->p == '"')
		c->p++;
}

/* Behind "<<": to the line that is the marker alone. */
static void
skip_heredoc(struct cursor *c)
{
	struct span marker, line;

	if (c->p < c->end && *c->p == '-')
		c->p++;
	marker.at = c->p;
	while (c->p < c->end && (isalnum((unsigned char)*c->p) || *c->p == '_' || *c->p == '-'))
		c->p++;
	marker.len = (size_t)(c->p - marker.at);
	if (!marker.len)
		return;		/* no heredoc after all */
	skip_line(c);
	while (c->p < c->end) {
		step(c);
		line.at = c->p;
		skip_line(c);
		while (line.at < c->p && (*line.at == ' ' || *line.at == '\t'))
			line.at++;
		line.len = (size_t)(c->p - line.at);
		while (line.len && strchr(" \t\r", line.at[line.len - 1]))
			line.len--;
		if (!span_cmp(line, marker))
			return;
	}
}

/* One comment, string or heredoc.  0 if there is none here. */
static int
skip_opaque(struct cursor *c, int depth)
{
	if (*c->p == '#' || (*c->p == '/' && peek(c, 1) == '/')) {
		skip_line(c);
	} else if (*c->p == '/' && peek(c, 1) == '*') {
		skip_comment(c);
	} else if (*c->p == '"') {
		c->p++;
		skip_string(c, depth);
	} else if (*c->p == '<' && peek(c, 1) == '<') {
		c->p += 2;
		skip_heredoc(c);
	} else {
		return 0;
	}
	return 1;
}

/* Behind "${" or "%{": to the brace that closes it. */
static void
skip_template(struct cursor *c, int depth)
{
	int braces = 1;

	while (c->p < c->end && braces && depth < DEEPEST) {
		if (skip_opaque(c, depth))
			continue;
		braces += (*c->p == '{') - (*c->p == '}');
		step(c);
	}
}

static int
is_name(int byte)
{
	return isalnum(byte) || byte == '_' || byte == '-' || byte >= 0x80;
}

static struct span
read_name(struct cursor *c)
{
	struct span name = { c->p, 0 };

	while (c->p < c->end && is_name((unsigned char)*c->p))
		c->p++;
	name.len = (size_t)(c->p - name.at);
	return name;
}

/* A block's label, quoted or bare, on the same line; {NULL, 0} if there is none. */
static struct span
read_label(struct cursor *c)
{
	struct span label;

	while (c->p < c->end && (*c->p == ' ' || *c->p == '\t'))
		c->p++;
	if (c->p < c->end && *c->p == '"') {
		label.at = ++c->p;
		skip_string(c, 0);
		label.len = (size_t)(c->p - label.at);
		label.len -= label.len && label.at[label.len - 1] == '"';
		return label;
	}
	label = read_name(c);
	return label.len ? label : (struct span){ NULL, 0 };
}

/* A word outside of all blocks: with its labels the head of one, or an attribute's name. */
static void
read_head(struct cursor *c)
{
	unsigned long line = c->line;
	struct span word = read_name(c), first = { NULL, 0 }, second = { NULL, 0 };
	int is_resource = span_is(word, "resource");

	if (!is_resource && !span_is(word, "module"))
		return;
	first = read_label(c);
	if (is_resource && first.at)
		second = read_label(c);
	if (is_resource ? second.at != NULL : first.at != NULL)
		c->found(c->arg, is_resource ? first : second, is_resource ? second : first, line);
}

void
hcl_blocks(struct span text, hcl_fn *found, void *arg)
{
	struct cursor c = { text.at, text.at + text.len, 1, found, arg };
	int depth = 0;

	while (c.p < c.end) {
		if (skip_opaque(&c, 0))
			continue;
		if (!depth && is_name((unsigned char)*c.p)) {
			read_head(&c);
			continue;
		}
		if (strchr("{[(", *c.p) && *c.p)
			depth++;
		else if (strchr("}])", *c.p) && *c.p && depth)
			depth--;
		step(&c);
	}
}

/* The members of an object, or of the objects of a list: JSON may spell blocks either way. */
struct members {
	struct scan_iter list, object;
	int in_list;
};

static struct members
members_of(struct span value)
{
	struct members m = {0};

	m.in_list = scan_kind(value) == SCAN_ARRAY;
	if (m.in_list)
		m.list = scan_open(value);
	m.object = scan_open(m.in_list ? (struct span){ NULL, 0 } : value);
	return m;
}

static int
next_member(struct members *m, struct span *key, struct span *value)
{
	struct span none, object;

	while (!scan_next(&m->object, key, value)) {
		if (!m->in_list || !scan_next(&m->list, &none, &object))
			return 0;
		m->object = scan_open(scan_kind(object) == SCAN_OBJECT ? object : (struct span){ NULL, 0 });
	}
	return 1;
}

/* A key without its quotes; those with escapes are no names of Terraform's. */
static struct span
bare(struct span key)
{
	return (struct span){ key.at + 1, key.len - 2 };
}

/* Names what a member's members are, with their lines; the cursor counts those up to there. */
static void
name_members(struct cursor *c, struct span type, struct span value)
{
	struct members m = members_of(value);
	struct span key, inner;

	while (next_member(&m, &key, &inner)) {
		while (c->p < key.at)
			step(c);
		c->found(c->arg, type, bare(key), c->line);
	}
}

int
hcl_json_blocks(struct span text, hcl_fn *found, void *arg)
{
	struct cursor c = { text.at, text.at + text.len, 1, found, arg };
	struct members root, types;
	struct span key, value, type, names;
	const char *why;
	size_t at;

	if (scan_check(text, &why, &at) < 0)
		return -1;
	root = members_of(scan_value(text));
	while (next_member(&root, &key, &value)) {
		if (scan_string_is(key, "module"))
			name_members(&c, (struct span){ NULL, 0 }, value);
		if (!scan_string_is(key, "resource"))
			continue;
		types = members_of(value);
		while (next_member(&types, &type, &names))
			name_members(&c, bare(type), names);
	}
	return 0;
}
