#include <stdlib.h>
#include <string.h>

#include "jsonitems.h"
#include "policydoc.h"
#include "scan.h"

int
policydoc_is(struct span value)
{
	enum scan_kind kind = scan_kind(scan_get(value, "Statement"));

	return kind == SCAN_ARRAY || kind == SCAN_OBJECT;
}

int
policydoc_is_statement(struct span value)
{
	return scan_get(value, "Effect").at && (scan_get(value, "Action").at || scan_get(value, "NotAction").at);
}

/* Texts that are put in order and written once each. */
struct set {
	struct buf *text;
	size_t n, cap;
};

static struct buf *
set_add(struct set *s)
{
	if (s->n == s->cap) {
		s->cap = s->cap ? s->cap * 2 : 8;
		s->text = xrealloc(s->text, s->cap * sizeof(*s->text));
	}
	s->text[s->n] = (struct buf){0};
	return &s->text[s->n++];
}

static int
by_text(const void *a, const void *b)
{
	return span_cmp(buf_span(a), buf_span(b));
}

static void
set_write(struct set *s, struct buf *to)
{
	size_t i;

	if (s->n > 1)
		qsort(s->text, s->n, sizeof(*s->text), by_text);
	buf_addc(to, '[');
	for (i = 0; i < s->n; i++)
		if (i == 0 || by_text(&s->text[i - 1], &s->text[i]) != 0) {
			buf_addspan(to, buf_span(&s->text[i]));
			buf_addc(to, ',');
		}
	buf_addc(to, ']');
	for (i = 0; i < s->n; i++)
		buf_free(&s->text[i]);
	free(s->text);
}

typedef void add_one(struct buf *to, struct span value);

/* A list, or one alone, as a set. */
static void
add_set(struct buf *to, struct span value, add_one *add)
{
	struct set set = {0};
	struct scan_iter it = scan_open(value);
	struct span key, item;

	if (scan_kind(value) == SCAN_ARRAY)
		while (scan_next(&it, &key, &item))
			add(set_add(&set), item);
	else
		add(set_add(&set), value);
	set_write(&set, to);
}

/* A string as it is decoded, anything else as its text: true is "true". */
static void
add_word(struct buf *to, struct span value)
{
	struct buf text = {0};

	if (scan_kind(value) != SCAN_STRING)
		scan_compact(value, &text);
	else
		scan_decode(value, &text);
	buf_addjson(to, buf_span(&text));
	buf_free(&text);
}

static void
add_action(struct buf *to, struct span value)
{
	size_t i = to->len;

	add_word(to, value);
	for (; i < to->len; i++)
		if (to->data[i] >= 'A' && to->data[i] <= 'Z')
			to->data[i] += 'a' - 'A';
}

/* arn:aws:iam::111122223333:root is 111122223333, in any partition. */
static void
add_principal(struct buf *to, struct span value)
{
	struct buf scratch = {0};
	struct span text = scan_text(value, &scratch);
	const char *account = text.at ? text.at + text.len - 12 - 5 : NULL;
	const size_t least = sizeof("arn:aws:iam::111122223333:root") - 1;

	if (text.at && text.len >= least && memcmp(text.at, "arn:aws", 7) == 0 && memcmp(account - 6, ":iam::", 6) == 0 &&
	    memcmp(account + 12, ":root", 5) == 0)
		buf_addjson(to, (struct span){ account, 12 });
	else
		add_word(to, value);
	buf_free(&scratch);
}

typedef void add_member(struct buf *to, struct span name, struct span value);

static void
add_members(struct buf *to, struct span object, add_member *add)
{
	struct jsonitems items;
	size_t i;

	jsonitems_members(&items, object);
	buf_addc(to, '{');
	for (i = 0; i < items.n; i++) {
		buf_addjson(to, items.item[i].key);
		buf_addc(to, ':');
		add(to, items.item[i].key, items.item[i].value);
		buf_addc(to, ',');
	}
	buf_addc(to, '}');
	jsonitems_free(&items);
}

static void
add_principals(struct buf *to, struct span name, struct span value)
{
	add_set(to, value, span_is(name, "AWS") ? add_principal : add_word);
}

static void
add_values(struct buf *to, struct span name, struct span value)
{
	(void)name;
	add_set(to, value, add_word);
}

static void
add_condition(struct buf *to, struct span name, struct span value)
{
	if (scan_kind(value) == SCAN_OBJECT)
		add_members(to, value, add_values);
	else
		add_values(to, name, value);
}

static void
add_element(struct buf *to, struct span name, struct span value)
{
	if (span_is(name, "Action") || span_is(name, "NotAction")) {
		add_set(to, value, add_action);
	} else if (span_is(name, "Principal") || span_is(name, "NotPrincipal")) {
		if (scan_string_is(value, "*"))
			value = SPAN("{\"AWS\":\"*\"}");
		if (scan_kind(value) == SCAN_OBJECT)
			add_members(to, value, add_principals);
		else
			add_set(to, value, add_word);
	} else if (span_is(name, "Condition") && scan_kind(value) == SCAN_OBJECT) {
		add_members(to, value, add_condition);
	} else {
		add_set(to, value, add_word);
	}
}

void
policydoc_add_statement(struct buf *to, struct span statement)
{
	if (scan_kind(statement) == SCAN_OBJECT)
		add_members(to, statement, add_element);
	else
		add_word(to, statement);
}

static void
add_document_member(struct buf *to, struct span name, struct span value)
{
	if (span_is(name, "Statement"))
		add_set(to, value, policydoc_add_statement);
	else
		add_word(to, value);
}

void
policydoc_add(struct buf *to, struct span document)
{
	add_members(to, document, add_document_member);
}

/* The document itself, decoded into scratch if a string holds it; {NULL, 0} if it is none. */
static struct span
read_document(struct span value, struct buf *scratch)
{
	const char *why;
	size_t at;

	if (scan_kind(value) == SCAN_STRING) {
		value = scan_text(value, scratch);
		if (!value.len || *value.at != '{' || scan_check(value, &why, &at) < 0)
			return (struct span){ NULL, 0 };
	}
	return policydoc_is(value) ? value : (struct span){ NULL, 0 };
}

int
policydoc_same(struct span a, struct span b)
{
	struct buf one = {0}, other = {0}, text[2] = {{0}};
	int same;

	a = read_document(a, &one);
	b = read_document(b, &other);
	if ((same = a.at && b.at)) {
		policydoc_add(&text[0], a);
		policydoc_add(&text[1], b);
		same = span_cmp(buf_span(&text[0]), buf_span(&text[1])) == 0;
	}
	buf_free(&one);
	buf_free(&other);
	buf_free(&text[0]);
	buf_free(&text[1]);
	return same;
}
