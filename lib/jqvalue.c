#include <string.h>

#include "jqvalue.h"
#include "scan_part.h"

enum { DEPTH = 64, DIGITS = 15 };	/* containers in each other, digits of a number: what has more is jq's own to read */

struct reading {
	const char *p, *end;
	int hard;		/* all of it is jq's own to read, or to say what is wrong with it */
};

static jv
by_jq(const char *from, const char *to)
{
	return jv_parse_sized(from, (int)(to - from));
}

/* A string or number that ends at g->p. */
static jv
read_by_jq(struct reading *g, const char *from)
{
	jv value = by_jq(from, g->p);

	if (jv_is_valid(value))
		return value;
	jv_free(value);
	g->hard = 1;
	return jv_string("");	/* may be meant for a key */
}

/* Plain bytes are taken as they are, what has escapes is jq's to read. */
static jv
read_string(struct reading *g)
{
	const char *from = g->p, *quote;

	quote = memchr(from + 1, '"', (size_t)(g->end - from - 1));
	g->p = quote + 1;
	if (!memchr(from, '\\', (size_t)(quote - from)))
		return jv_string_sized(from + 1, (int)(quote - from - 1));
	for (g->p = from + 1; *g->p != '"'; g->p++)
		if (*g->p == '\\')
			g->p++;
	g->p++;
	return read_by_jq(g, from);
}

/* Whole numbers that a double holds; -0 is not one of these. */
static jv
read_number(struct reading *g)
{
	const char *from = g->p, *digits = from + (*from == '-');
	long long n = 0;

	for (g->p = digits; g->p < g->end && scan_is_digit(*g->p); g->p++)
		if (g->p - digits < DIGITS)
			n = n * 10 + (*g->p - '0');
	if (g->p - digits <= DIGITS && (g->p == g->end || !strchr(".eE", *g->p)) && (n || *from != '-'))
		return jv_number((double)(*from == '-' ? -n : n));
	while (g->p < g->end && (scan_is_digit(*g->p) || strchr("+-.eE", *g->p)))
		g->p++;
	return read_by_jq(g, from);
}

static jv read_value(struct reading *g, int depth);

/* Behind a member or an item: is there another? */
static int
go_on(struct reading *g)
{
	g->p = scan_space(g->p, g->end);
	return *g->p++ == ',';
}

static jv
read_array(struct reading *g, int depth)
{
	jv array = jv_array();

	g->p = scan_space(g->p + 1, g->end);
	if (*g->p == ']') {
		g->p++;
		return array;
	}
	do
		array = jv_array_append(array, read_value(g, depth + 1));
	while (!g->hard && go_on(g));
	return array;
}

static jv
read_object(struct reading *g, int depth)
{
	jv object = jv_object(), key;

	g->p = scan_space(g->p + 1, g->end);
	if (*g->p == '}') {
		g->p++;
		return object;
	}
	do {
		g->p = scan_space(g->p, g->end);
		key = read_string(g);
		g->p = scan_space(g->p, g->end) + 1;
		object = jv_object_set(object, key, read_value(g, depth + 1));
	} while (!g->hard && go_on(g));
	return object;
}

static jv
read_value(struct reading *g, int depth)
{
	g->p = scan_space(g->p, g->end);
	if (depth > DEPTH)
		g->hard = 1;
	if (g->hard)
		return jv_null();
	switch (*g->p) {
	case '{':
		return read_object(g, depth);
	case '[':
		return read_array(g, depth);
	case '"':
		return read_string(g);
	case 't':
		g->p += 4;
		return jv_true();
	case 'f':
		g->p += 5;
		return jv_false();
	case 'n':
		g->p += 4;
		return jv_null();
	default:
		return read_number(g);
	}
}

/* The length of the escape at p; *half: it is one half of a surrogate pair without the other. */
static size_t
escape_length(const char *p, const char *end, int *half)
{
	int code, low;

	*half = 0;
	if (p[1] != 'u')
		return 2;
	code = scan_hex4(p + 2, end);
	if (code < 0xd800 || code > 0xdfff)
		return 6;
	low = code <= 0xdbff && end - p >= 12 && p[6] == '\\' && p[7] == 'u' ? scan_hex4(p + 8, end) : 0;
	*half = low < 0xdc00 || low > 0xdfff;
	return *half ? 6 : 12;
}

/* With U+FFFD for each half of a surrogate pair, which jq refuses: a policy that does not read it must not mind it. */
static jv
by_jq_mended(struct span json)
{
	const char *p = json.at, *end = json.at + json.len, *slash;
	struct buf mended = {0};
	size_t len;
	int half;
	jv value;

	for (; (slash = memchr(p, '\\', (size_t)(end - p))); p = slash + len) {
		len = escape_length(slash, end, &half);
		buf_add(&mended, p, (size_t)(slash - p));
		if (half)
			buf_adds(&mended, "\\ufffd");
		else
			buf_add(&mended, slash, len);
	}
	buf_add(&mended, p, (size_t)(end - p));
	value = by_jq(mended.data, mended.data + mended.len);
	buf_free(&mended);
	return value;
}

jv
jqvalue_parse(struct span json)
{
	struct reading g = {0};
	jv value;

	if (!json.at)
		return jv_null();
	g.p = json.at;
	g.end = json.at + json.len;
	if (json.len == 0)
		return by_jq(json.at, g.end);
	value = read_value(&g, 0);
	if (!g.hard)
		return value;
	jv_free(value);
	value = by_jq(json.at, g.end);
	if (jv_is_valid(value))
		return value;
	jv_free(value);
	return by_jq_mended(json);
}
