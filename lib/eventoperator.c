#include <arpa/inet.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "eventoperator.h"
#include "jsonsame.h"
#include "scan.h"
#include "wildcard.h"

enum { ADDRESS = sizeof(struct in6_addr), MASK_DIGITS = 3 };

struct operator {
	const char *name;
	const char *(*check)(struct span operand);		/* NULL, or what is wrong; static */
	int (*holds)(struct span operand, struct span value);	/* value: no container */
	int within;						/* may stand in anything-but */
};

static const char *
check_text(struct span operand)
{
	return scan_kind(operand) == SCAN_STRING ? NULL : "is no text";
}

/* The text in {"equals-ignore-case": "a"}; {NULL, 0} if it is none. */
static struct span
any_case(struct span operand)
{
	return scan_count(operand) == 1 ? scan_get(operand, "equals-ignore-case") : (struct span){ NULL, 0 };
}

static const char *
check_end(struct span operand)
{
	if (scan_kind(operand) == SCAN_STRING || scan_kind(any_case(operand)) == SCAN_STRING)
		return NULL;
	return "is neither a text nor equals-ignore-case";
}

/* Do len bytes of both say the same, in any case if that is asked for? */
static int
same(const char *a, const char *b, size_t len, int ignore_case)
{
	return ignore_case ? !strncasecmp(a, b, len) : !memcmp(a, b, len);
}

/* Is the operand how the value begins, or ends? */
static int
is_end(struct span operand, struct span value, int begins)
{
	struct buf x = {0}, y = {0};
	int ignore_case = scan_kind(operand) == SCAN_OBJECT;
	struct span end = scan_text(ignore_case ? any_case(operand) : operand, &x), text = scan_text(value, &y);
	int is = text.at && text.len >= end.len &&
	    same(begins ? text.at : text.at + text.len - end.len, end.at, end.len, ignore_case);

	buf_free(&x);
	buf_free(&y);
	return is;
}

static int
has_prefix(struct span operand, struct span value)
{
	return is_end(operand, value, 1);
}

static int
has_suffix(struct span operand, struct span value)
{
	return is_end(operand, value, 0);
}

static int
equals_ignore_case(struct span operand, struct span value)
{
	struct buf x = {0}, y = {0};
	struct span wanted = scan_text(operand, &x), text = scan_text(value, &y);
	int is = text.at && text.len == wanted.len && same(text.at, wanted.at, text.len, 1);

	buf_free(&x);
	buf_free(&y);
	return is;
}

/* A backslash takes its meaning from an asterisk or a backslash, and from nothing else. */
static const char *
check_wildcard(struct span operand)
{
	struct buf scratch = {0};
	struct span text = scan_text(operand, &scratch);
	const char *why = text.at ? NULL : "is no text";
	size_t i;

	for (i = 0; !why && i < text.len; i++)
		if (text.at[i] == '\\') {
			if (++i == text.len || !strchr("*\\", text.at[i]) || !text.at[i])
				why = "has a backslash before something that is neither * nor a backslash";
		} else if (text.at[i] == '*' && i + 1 < text.len && text.at[i + 1] == '*') {
			why = "has two * in a row";
		}
	buf_free(&scratch);
	return why;
}

static int
matches_wildcard(struct span operand, struct span value)
{
	struct buf x = {0}, y = {0}, pattern = {0};
	struct span wanted = scan_text(operand, &x), text = scan_text(value, &y);
	int is;
	size_t i;

	for (i = 0; i < wanted.len; i++) {
		if (wanted.at[i] == '?')	/* means itself here */
			buf_addc(&pattern, '\\');
		buf_addc(&pattern, wanted.at[i]);
	}
	is = text.at && wildcard_match(buf_span(&pattern), text);
	buf_free(&x);
	buf_free(&y);
	buf_free(&pattern);
	return is;
}

static const char *
check_exists(struct span operand)
{
	return scan_kind(operand) == SCAN_TRUE || scan_kind(operand) == SCAN_FALSE ? NULL : "is neither true nor false";
}

static int
exists(struct span operand, struct span value)
{
	(void)value;
	return scan_kind(operand) == SCAN_TRUE;
}

/* "<", "<=", ">", ">=" and "=" as their first character; 0 if it is none. */
static char
comparison(struct span string, int *or_equal)
{
	static const char *const all[] = { "<", "<=", ">", ">=", "=" };
	size_t i;

	for (i = 0; i < sizeof(all) / sizeof(*all); i++)
		if (scan_string_is(string, all[i])) {
			*or_equal = i % 2 || i == 4;
			return *all[i];
		}
	return 0;
}

/* One comparison, or a lower and then an upper bound. */
static const char *
check_numeric(struct span operand)
{
	struct scan_iter it = scan_open(operand);
	struct span key, name, number, last = { NULL, 0 };
	int or_equal;
	char kind, before = 0;

	if (scan_kind(operand) != SCAN_ARRAY || !scan_count(operand))
		return "is no list of comparisons";
	while (scan_next(&it, &key, &name)) {
		if (!(kind = comparison(name, &or_equal)))
			return "has a comparison that is none of =, <, <=, > and >=";
		if (!scan_next(&it, &key, &number) || scan_kind(number) != SCAN_NUMBER)
			return "compares with something that is no number";
		if (before && (before != '>' || kind != '<'))
			return "has more than one comparison, or than a lower and an upper bound";
		if (before && jsonsame_order(last, number) >= 0)
			return "has bounds between which there is nothing";
		before = before ? '=' : kind;	/* behind two there is no third */
		last = number;
	}
	return NULL;
}

static int
is_numeric(struct span operand, struct span value)
{
	struct scan_iter it = scan_open(operand);
	struct span key, name, number;
	int all = scan_kind(value) == SCAN_NUMBER, or_equal = 0, order;
	char kind;

	while (all && scan_next(&it, &key, &name) && scan_next(&it, &key, &number)) {
		kind = comparison(name, &or_equal);
		order = jsonsame_order(value, number);
		all = (kind == '<' && order < 0) || (kind == '>' && order > 0) || (or_equal && order == 0);
	}
	return all;
}

/* An address of either family, of which so many bits count; 0 if it is none. */
static int
read_network(struct span text, unsigned char address[ADDRESS], int *bits)
{
	char copy[INET6_ADDRSTRLEN + 1 + MASK_DIGITS], *slash;
	int family;

	if (!text.at || text.len >= sizeof(copy))
		return 0;
	memcpy(copy, text.at, text.len);
	copy[text.len] = '\0';
	*bits = INT_MAX;
	if ((slash = strchr(copy, '/'))) {
		*slash++ = '\0';
		if (!*slash || strspn(slash, "0123456789") != strlen(slash) || strlen(slash) > MASK_DIGITS)
			return 0;
		*bits = atoi(slash);
	}
	family = strchr(copy, ':') ? AF_INET6 : AF_INET;
	return inet_pton(family, copy, address) == 1 && (!slash || *bits <= (family == AF_INET ? 32 : 128)) ? family : 0;
}

static const char *
check_cidr(struct span operand)
{
	struct buf scratch = {0};
	unsigned char address[ADDRESS];
	int bits = INT_MAX, family = read_network(scan_text(operand, &scratch), address, &bits);

	buf_free(&scratch);
	return family && bits != INT_MAX ? NULL : "is no block such as 10.0.0.0/8";
}

static int
is_in_cidr(struct span operand, struct span value)
{
	struct buf x = {0}, y = {0};
	unsigned char network[ADDRESS], address[ADDRESS];
	int bits = 0, one = 0, in, rest;

	in = read_network(scan_text(operand, &x), network, &bits) == read_network(scan_text(value, &y), address, &one) &&
	    one == INT_MAX;
	if (in) {
		rest = bits % 8 ? 0xff << (8 - bits % 8) & 0xff : 0;
		in = !memcmp(network, address, (size_t)bits / 8) && (!rest || !((network[bits / 8] ^ address[bits / 8]) & rest));
	}
	buf_free(&x);
	buf_free(&y);
	return in;
}

static const char *check_anything_but(struct span operand);
static int is_anything_but(struct span operand, struct span value);

static const struct operator operators[] = {
	{ "prefix", check_end, has_prefix, 1 }, { "suffix", check_end, has_suffix, 1 },
	{ "equals-ignore-case", check_text, equals_ignore_case, 1 }, { "wildcard", check_wildcard, matches_wildcard, 1 },
	{ "anything-but", check_anything_but, is_anything_but, 0 }, { "numeric", check_numeric, is_numeric, 0 },
	{ "exists", check_exists, exists, 0 }, { "cidr", check_cidr, is_in_cidr, 0 },
};

/* The one that the object's only member names; NULL if there is none. */
static const struct operator *
operator_of(struct span object, struct span *operand)
{
	struct scan_iter it = scan_open(object);
	struct span key;
	size_t i;

	if (scan_count(object) == 1 && scan_next(&it, &key, operand))
		for (i = 0; i < sizeof(operators) / sizeof(*operators); i++)
			if (scan_string_is(key, operators[i].name))
				return &operators[i];
	return NULL;
}

/* What it may be anything but: texts, or numbers, or what an operator says of texts; one of them or a list. */
static const char *
check_anything_but(struct span operand)
{
	struct span inner = operand, list, key, item;
	const struct operator *op = scan_kind(operand) == SCAN_OBJECT ? operator_of(operand, &inner) : NULL;
	struct scan_iter it;
	enum scan_kind kind = SCAN_NONE;
	const char *why = NULL;

	if (scan_kind(operand) == SCAN_OBJECT && (!op || !op->within))
		return "has an operator that it cannot be without";
	list = inner;
	it = scan_open(list);
	if (scan_kind(list) != SCAN_ARRAY)
		return op ? op->check(list) : scan_kind(list) == SCAN_NUMBER ? NULL : check_text(list);
	if (!scan_count(list))
		return "has no alternatives";
	while (!why && scan_next(&it, &key, &item)) {
		if (kind != SCAN_NONE && scan_kind(item) != kind)
			return "has both texts and numbers";
		kind = scan_kind(item);
		why = op ? op->check(item) : kind == SCAN_NUMBER ? NULL : check_text(item);
	}
	return why;
}

static int
is_anything_but(struct span operand, struct span value)
{
	struct span inner = operand, key, item;
	const struct operator *op = scan_kind(operand) == SCAN_OBJECT ? operator_of(operand, &inner) : NULL;
	struct scan_iter it = scan_open(inner);
	int one = 0;

	if (scan_kind(inner) != SCAN_ARRAY)
		return !(op ? op->holds(inner, value) : jsonsame(inner, value));
	while (!one && scan_next(&it, &key, &item))
		one = op ? op->holds(item, value) : jsonsame(item, value);
	return !one;
}

const char *
eventoperator_check(struct span object, struct buf *scratch)
{
	struct span operand = { NULL, 0 };
	const struct operator *op = operator_of(object, &operand);
	const char *why;

	buf_clear(scratch);
	if (!op) {
		buf_adds(scratch, "no operator, or more than one: ");
		scan_compact(object, scratch);
		buf_addc(scratch, '\0');
		return scratch->data;
	}
	if (!(why = op->check(operand)))
		return NULL;
	buf_addf(scratch, "%s %s", op->name, why);
	return scratch->data;
}

int
eventoperator_holds(struct span object, struct span value)
{
	struct span operand = { NULL, 0 };
	const struct operator *op = operator_of(object, &operand);

	return op && op->holds(operand, value);
}

int
eventoperator_wants_absence(struct span alternative)
{
	return scan_count(alternative) == 1 && scan_kind(scan_get(alternative, "exists")) == SCAN_FALSE;
}
