/* What is written into a plan's configuration where another account or region needs something else. */
#include <ctype.h>
#include <string.h>

#include "scan.h"
#include "terraform_part.h"

enum { ACCOUNT_DIGITS = 12, COUNTRY_LETTERS = 2 };

/* How many bytes of what is sought stand at a place in a text; 0: it is none. */
typedef size_t found_fn(struct span text, size_t at);

/* Twelve digits with none beside them. */
static size_t
account_at(struct span text, size_t at)
{
	size_t i = at;

	if (at && isdigit((unsigned char)text.at[at - 1]))
		return 0;
	while (i < text.len && isdigit((unsigned char)text.at[i]))
		i++;
	return i - at == ACCOUNT_DIGITS ? ACCOUNT_DIGITS : 0;
}

static size_t
letters_at(struct span text, size_t at)
{
	size_t i = at;

	while (i < text.len && islower((unsigned char)text.at[i]))
		i++;
	return i - at;
}

static int
is_direction(struct span word)
{
	static const char *const directions[] = {
		"central", "east", "north", "northeast", "northwest", "south", "southeast", "southwest", "west"
	};
	size_t i;

	for (i = 0; i < sizeof(directions) / sizeof(*directions); i++)
		if (span_is(word, directions[i]))
			return 1;
	return 0;
}

/* us-east-1, us-gov-west-1; a zone's letter may follow, which is no part of it. */
static size_t
region_at(struct span text, size_t at)
{
	size_t i = at, n = letters_at(text, i), words;

	if (n != COUNTRY_LETTERS || (at && isalnum((unsigned char)text.at[at - 1])))
		return 0;
	for (words = 0; words < 2; words++) {
		i += n;
		if (i == text.len || text.at[i++] != '-' || !(n = letters_at(text, i)))
			return 0;
		if (is_direction((struct span){ text.at + i, n }))
			break;
	}
	i += n;
	if (words == 2 || i + 1 >= text.len || text.at[i] != '-' || !isdigit((unsigned char)text.at[i + 1]))
		return 0;
	i += 2;
	n = letters_at(text, i);
	return n > 1 || (i + n < text.len && isalnum((unsigned char)text.at[i + n])) ? 0 : i - at;
}

static const struct constant {
	const char *list, *member;
	found_fn *found;
} constants[] = {
	{ "AccountIds", "Id", account_at }, { "Regions", "Region", region_at }
};

static void
add_found(const struct constant *c, struct span attribute, struct span text, struct buf *to)
{
	size_t at = 0, n;

	while (at < text.len) {
		if (!(n = c->found(text, at))) {
			at++;
			continue;
		}
		if (to->data[to->len - 1] != '[')
			buf_addc(to, ',');
		buf_adds(to, "{\"Attribute\":");
		buf_addspan(to, attribute);
		buf_addf(to, ",\"%s\":\"%.*s\"}", c->member, (int)n, text.at + at);
		at += n;
	}
}

/* Those in all texts of a constant, or of an expression's blocks. */
static void
search(const struct constant *c, struct span attribute, struct span value, struct buf *to)
{
	struct scan_iter it = scan_open(value);
	struct buf scratch = {0};
	struct span key, inner;

	if (scan_kind(value) == SCAN_STRING)
		add_found(c, attribute, scan_text(value, &scratch), to);
	while (scan_next(&it, &key, &inner))
		if (!key.at || !scan_string_is(key, "references"))
			search(c, attribute, inner, to);
	buf_free(&scratch);
}

static void
add_list(const struct constant *c, const struct tf_resource *r, struct buf *to)
{
	struct scan_iter it = scan_open(r->block->expressions);
	struct span key, expression;
	struct buf name = {0};

	buf_addf(to, "\"%s\":[", c->list);
	while (scan_next(&it, &key, &expression)) {
		buf_clear(&name);
		buf_add(&name, "", 0);
		scan_decode(key, &name);
		if (scan_kind(scan_get(r->sensitive, name.data)) != SCAN_TRUE)
			search(c, key, expression, to);
	}
	buf_adds(to, "],");
	buf_free(&name);
}

void
tf_constants_add(const struct tf_resource *r, struct buf *to)
{
	size_t i;

	for (i = 0; i < sizeof(constants) / sizeof(*constants); i++)
		add_list(&constants[i], r, to);
}
