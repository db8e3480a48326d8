#include <stdio.h>
#include <string.h>

#include "clock.h"
#include "scan.h"
#include "waiver.h"
#include "wildcard.h"

static const char *const names[WAIVER_TEXTS] = {
	"Policy", "ARN", "Address", "AccountId", "Region", "ResourceType", "Reason", "Owner", "From", "Expires",
};

/* What a line may be, and which texts it must have or cannot have. */
struct form {
	const char *noun;
	unsigned needed, refused;	/* bits of enum waiver_text */
};

#define BIT(text) (1u << WAIVER_##text)
static const struct form waiver = { "waiver", BIT(POLICY) | BIT(REASON) | BIT(OWNER) | BIT(EXPIRES), BIT(FROM) };
static const struct form suspension = { "suspension", BIT(REASON) | BIT(OWNER) | BIT(EXPIRES), BIT(POLICY) };
#undef BIT

/* What qrie-eval adds when it tells of a waiver, so that what it told can be read again. */
static const char *const told[] = { "Kind", "Status", "Findings" };

static int
is_told(struct span key)
{
	size_t i;

	for (i = 0; i < sizeof(told) / sizeof(*told); i++)
		if (scan_string_is(key, told[i]))
			return 1;
	return 0;
}

static int
is_blank(const struct buf *text)
{
	return strspn(text->data, " \t\r\n") == text->len;
}

static const char *
read_text(struct waiver *w, int i, struct span value)
{
	static char why[64];

	buf_clear(&w->text[i]);
	buf_add(&w->text[i], "", 0);
	if (scan_decode(value, &w->text[i]) == 0 && !is_blank(&w->text[i]))
		return NULL;
	snprintf(why, sizeof(why), "whose %s is no text, or blank", names[i]);
	return why;
}

static const char *
read_tags(struct waiver *w, struct span value)
{
	struct scan_iter it = scan_open(value);
	struct span key, tag;

	if (scan_kind(value) != SCAN_OBJECT || scan_count(value) == 0)
		return "whose Tags are no object of texts";
	while (scan_next(&it, &key, &tag))
		if (scan_kind(tag) != SCAN_STRING)
			return "whose Tags are no object of texts";
	buf_clear(&w->tags);
	buf_addspan(&w->tags, value);
	return NULL;
}

/* A member that is not known may be a condition misspelt, and without it the waiver would hold for more. */
static const char *
read_member(struct waiver *w, const struct form *form, struct span key, struct span value)
{
	static char why[128];
	struct buf name = {0};
	int i;

	for (i = 0; i < WAIVER_TEXTS; i++)
		if (!(form->refused >> i & 1) && scan_string_is(key, names[i]))
			return read_text(w, i, value);
	if (scan_string_is(key, "Tags"))
		return read_tags(w, value);
	if (scan_string_is(key, "Glob")) {
		w->glob = scan_kind(value) == SCAN_TRUE;
		return w->glob || scan_kind(value) == SCAN_FALSE ? NULL : "whose Glob is neither true nor false";
	}
	if (is_told(key))
		return NULL;
	scan_decode(key, &name);
	snprintf(why, sizeof(why), "with a member that is not known: %.80s", name.len ? name.data : "\"\"");
	buf_free(&name);
	return why;
}

static const char *
read_times(struct waiver *w)
{
	const struct buf *from = &w->text[WAIVER_FROM];

	if (clock_parse(buf_span(&w->text[WAIVER_EXPIRES]), &w->expires) < 0)
		return "whose Expires is no date such as 2026-12-31";
	if (from->len && clock_parse(buf_span(from), &w->from) < 0)
		return "whose From is no date such as 2026-12-31";
	return from->len && w->from >= w->expires ? "that expires before it begins" : NULL;
}

static const char *
read_all(struct waiver *w, const struct form *form, struct span record)
{
	static char why[64];
	struct scan_iter it = scan_open(record);
	struct span key, value;
	const char *bad;
	int i;

	*w = (struct waiver){0};
	while (scan_next(&it, &key, &value))
		if ((bad = read_member(w, form, key, value)))
			return bad;
	for (i = 0; i < WAIVER_TEXTS; i++)
		if (form->needed >> i & 1 && !w->text[i].len) {
			snprintf(why, sizeof(why), "without %s", names[i]);
			return why;
		}
	if (form == &waiver && !w->text[WAIVER_ARN].len && !w->text[WAIVER_ADDRESS].len)
		return "without ARN or Address";
	return read_times(w);
}

/* What is wrong with which of them. */
static const char *
named(const struct form *form, const char *bad)
{
	static char why[192];

	snprintf(why, sizeof(why), "%s %s", form->noun, bad ? bad : "");
	return bad ? why : NULL;
}

const char *
waiver_read(struct waiver *w, struct span record)
{
	return named(&waiver, read_all(w, &waiver, record));
}

const char *
waiver_read_suspension(struct waiver *w, struct span record)
{
	return named(&suspension, read_all(w, &suspension, record));
}

void
waiver_free(struct waiver *w)
{
	int i;

	for (i = 0; i < WAIVER_TEXTS; i++)
		buf_free(&w->text[i]);
	buf_free(&w->tags);
}

static int
says(const struct waiver *w, struct span wanted, struct span got)
{
	return w->glob ? wildcard_match(wanted, got) : span_cmp(wanted, got) == 0;
}

int
waiver_judges(const struct waiver *w, const char *policy)
{
	return says(w, buf_span(&w->text[WAIVER_POLICY]), span_of(policy));
}

/* value: JSON of the record.  What the waiver does not say is the case. */
static int
fits(const struct waiver *w, enum waiver_text i, struct span value, struct buf *scratch)
{
	if (!w->text[i].len)
		return 1;
	return scan_kind(value) == SCAN_STRING && says(w, buf_span(&w->text[i]), scan_text(value, scratch));
}

/* Tags that could not be read are no tags that the waiver asks for. */
static int
has_tags(const struct waiver *w, struct span tags, struct buf *scratch)
{
	struct scan_iter it = scan_open(buf_span(&w->tags));
	struct buf key_text = {0}, wanted_text = {0};
	struct span key, wanted, value;
	int all = 1;

	while (all && scan_next(&it, &key, &wanted)) {
		buf_clear(&key_text);
		buf_add(&key_text, "", 0);
		scan_decode(key, &key_text);
		value = scan_get(tags, key_text.data);
		all = scan_kind(value) == SCAN_STRING &&
		    says(w, scan_text(wanted, &wanted_text), scan_text(value, scratch));
	}
	buf_free(&key_text);
	buf_free(&wanted_text);
	return all;
}

int
waiver_holds(const struct waiver *w, const struct record *r, struct buf *scratch)
{
	return fits(w, WAIVER_ARN, r->arn, scratch) && fits(w, WAIVER_ACCOUNT, r->account, scratch) &&
	    fits(w, WAIVER_REGION, r->region, scratch) && fits(w, WAIVER_TYPE, r->type, scratch) &&
	    fits(w, WAIVER_ADDRESS, r->address, scratch) &&
	    (!w->tags.len || has_tags(w, r->tags, scratch));
}

static void
add_text(const struct waiver *w, int i, struct buf *to)
{
	if (!w->text[i].len)
		return;
	if (to->data[to->len - 1] != '{')
		buf_addc(to, ',');
	buf_addf(to, "\"%s\":", names[i]);
	buf_addjson(to, buf_span(&w->text[i]));
}

void
waiver_note(const struct waiver *w, struct buf *to)
{
	buf_addc(to, '{');
	add_text(w, WAIVER_REASON, to);
	add_text(w, WAIVER_OWNER, to);
	add_text(w, WAIVER_FROM, to);
	add_text(w, WAIVER_EXPIRES, to);
	buf_addc(to, '}');
}

void
waiver_members(const struct waiver *w, struct buf *to)
{
	int i;

	for (i = 0; i < WAIVER_REASON; i++)
		add_text(w, i, to);
	if (w->tags.len) {
		buf_adds(to, ",\"Tags\":");
		scan_compact(buf_span(&w->tags), to);
	}
	if (w->glob)
		buf_adds(to, ",\"Glob\":true");
	for (; i < WAIVER_TEXTS; i++)
		add_text(w, i, to);
}
