/* Attributes as maps see them: what is not known, or secret, marked. */
#include <string.h>

#include "scan.h"
#include "terraform_part.h"

/* A value, and what else is said of it. */
struct layer {
	struct span value, unknown, sensitive;
	struct span written;		/* as the configuration writes it */
	int all_written;		/* every part of it is written, whatever written says */
};

enum { DEEPEST = 3 };		/* resources within resources */

static void add_value(struct buf *to, const struct layer *l);
static void add_attributes(const struct tf_document *d, const struct tf_resource *r, int maybe, int depth,
    struct buf *to);

static void
add_code(struct buf *to, const char *code)
{
	buf_addf(to, "\"\\u0001%s\\u0001\"", code);
}

const char *
tf_code(struct span value)
{
	static const char *const codes[] = { TF_UNKNOWN, TF_SENSITIVE, TF_ELSEWHERE };
	struct buf scratch = {0};
	const char *code = NULL, *at;
	struct span text;
	size_t i, n;

	if (scan_kind(value) != SCAN_STRING || !memchr(value.at, '\\', value.len))
		return NULL;
	text = scan_text(value, &scratch);
	for (at = text.at; !code && (at = memchr(at, '\1', (size_t)(text.at + text.len - at))); at++)
		for (i = 0; i < sizeof(codes) / sizeof(*codes); i++) {
			n = strlen(codes[i]);
			if ((size_t)(text.at + text.len - at) >= n + 2 && !memcmp(at + 1, codes[i], n) && at[n + 1] == '\1')
				code = codes[i];
		}
	buf_free(&scratch);
	return code;
}

/* A block's or a value's member in the configuration.  1: it is there; *all: and so is all below it. */
static int
written_member(struct span written, const char *name, struct span *member, int *all)
{
	struct scan_iter it = scan_open(written);
	struct span key, block;
	size_t n = 0;
	int there = 0;

	*member = (struct span){ NULL, 0 };
	*all = 1;
	if (scan_kind(written) == SCAN_ARRAY) {		/* blocks: with several, order need not be theirs */
		for (; !(there && n > 1) && scan_next(&it, &key, &block); n++)
			there |= scan_get(block, name).at != NULL;
		if (n != 1)
			return there;
		it = scan_open(written);
		scan_next(&it, &key, &written);
	}
	*member = scan_get(written, name);
	if (!member->at)
		return 0;
	*all = scan_get(*member, "references").at || scan_get(*member, "constant_value").at;
	return 1;
}

static int
lists(struct span list, struct span name)
{
	struct scan_iter it = scan_open(list);
	struct span key, item;

	while (scan_next(&it, &key, &item))
		if (!span_cmp(item, name))
			return 1;
	return 0;
}

/* One member of an object: nothing, if the cloud alone will decide on it. */
static void
add_member(struct buf *to, const struct layer *l, struct span key, struct span value, int keep)
{
	struct buf name = {0};
	struct layer in = { .value = value, .all_written = 1 };
	int written = 1;

	buf_add(&name, "", 0);
	scan_decode(key, &name);
	in.unknown = scan_kind(l->unknown) == SCAN_TRUE ? l->unknown : scan_get(l->unknown, name.data);
	in.sensitive = scan_kind(l->sensitive) == SCAN_TRUE ? l->sensitive : scan_get(l->sensitive, name.data);
	if (!l->all_written)
		written = written_member(l->written, name.data, &in.written, &in.all_written);
	/* a dynamic block is there, but not written */
	if (!written)
		in.all_written = 1;
	buf_free(&name);
	if (!written && !keep && scan_kind(in.unknown) == SCAN_TRUE)
		return;
	if (to->data[to->len - 1] != '{')
		buf_addc(to, ',');
	buf_addspan(to, key);
	buf_addc(to, ':');
	add_value(to, &in);
}

/* What is wholly unknown is no member of the value, only of what says so. */
static void
add_absent(struct buf *to, const struct layer *l, struct span computed)
{
	struct scan_iter it = scan_open(l->unknown);
	struct span key, unknown, none = { NULL, 0 };
	struct buf name = {0};

	while (scan_kind(l->unknown) == SCAN_OBJECT && scan_next(&it, &key, &unknown)) {
		buf_clear(&name);
		buf_add(&name, "", 0);
		scan_decode(key, &name);
		if (scan_kind(unknown) == SCAN_TRUE && !scan_get(l->value, name.data).at)
			add_member(to, l, key, none,
			    lists(computed, key) || scan_string_is(key, "id") || scan_string_is(key, "arn"));
	}
	buf_free(&name);
}

static void
add_object(struct buf *to, const struct layer *l)
{
	struct scan_iter it = scan_open(l->value);
	struct span key, value, none = { NULL, 0 };

	buf_addc(to, '{');
	while (scan_next(&it, &key, &value))
		add_member(to, l, key, value, 0);
	add_absent(to, l, none);
	buf_addc(to, '}');
}

/* What is said of the next item of a list. */
static struct span
next_of(struct span list, struct scan_iter *it)
{
	struct span key, item;

	if (scan_kind(list) == SCAN_TRUE)
		return list;
	return scan_kind(list) == SCAN_ARRAY && scan_next(it, &key, &item) ? item : (struct span){ NULL, 0 };
}

static void
add_array(struct buf *to, const struct layer *l)
{
	struct scan_iter it = scan_open(l->value), unknown = scan_open(l->unknown), sensitive = scan_open(l->sensitive);
	struct layer in = *l;
	struct span key;

	buf_addc(to, '[');
	while (scan_next(&it, &key, &in.value)) {
		in.unknown = next_of(l->unknown, &unknown);
		in.sensitive = next_of(l->sensitive, &sensitive);
		if (to->data[to->len - 1] != '[')
			buf_addc(to, ',');
		add_value(to, &in);
	}
	buf_addc(to, ']');
}

static void
add_value(struct buf *to, const struct layer *l)
{
	enum scan_kind kind = scan_kind(l->value);

	if (scan_kind(l->unknown) == SCAN_TRUE)
		add_code(to, TF_UNKNOWN);
	else if (kind == SCAN_OBJECT)
		add_object(to, l);
	else if (kind == SCAN_ARRAY)
		add_array(to, l);
	else if (kind == SCAN_NONE)
		buf_adds(to, "null");
	else if (scan_kind(l->sensitive) == SCAN_TRUE && (kind == SCAN_STRING || kind == SCAN_NUMBER))
		add_code(to, TF_SENSITIVE);
	else
		buf_addspan(to, l->value);
}

/* Does a state file call an attribute, or part of it, sensitive?  [[{"type": "get_attr", "value": NAME}, ...], ...] */
static int
is_sensitive(struct span paths, struct span name)
{
	struct scan_iter it = scan_open(paths), steps;
	struct span key, path;

	while (scan_next(&it, &key, &path)) {
		steps = scan_open(path);
		if (!span_cmp(scan_get(next_of(path, &steps), "value"), name))
			return 1;
	}
	return 0;
}

/* An attribute of the resource, but for what a plan tells only by what it wrote. */
static void
add_attribute(struct buf *to, const struct tf_resource *r, const struct layer *l, struct span key, struct span value)
{
	static const struct span yes = { "true", 4 };
	struct layer in = *l;
	struct buf name = {0};
	int written = 1, all;
	struct span member;

	buf_add(&name, "", 0);
	scan_decode(key, &name);
	/* before it is made, a value that is known was written, be it by a dynamic block */
	if (!l->all_written && r->action != TF_CREATE && lists(r->map->declared, key))
		written = written_member(l->written, name.data, &member, &all);
	buf_free(&name);
	if (!written)
		return;
	if (is_sensitive(r->sensitive_paths, key))
		in.sensitive = yes;
	add_member(to, &in, key, value, 0);
}

static void
add_text(struct buf *to, const char *name, const char *text)
{
	buf_adds(to, to->data[to->len - 1] == '{' ? "\"" : ",\"");
	buf_adds(to, name);
	buf_adds(to, "\":");
	if (text)
		buf_addjson(to, span_of(text));
	else
		add_code(to, TF_ELSEWHERE);
}

static void
add_unknowns(struct buf *to, struct span object)
{
	struct scan_iter it = scan_open(object);
	struct span key, value;

	while (scan_next(&it, &key, &value)) {
		buf_addc(to, ',');
		buf_addspan(to, key);
		buf_addc(to, ':');
		add_code(to, TF_UNKNOWN);
	}
}

/* Those that it takes from others: a list for each link. */
static void
add_others(const struct tf_document *d, const struct tf_resource *r, int depth, struct buf *to)
{
	const struct tf_link *link;
	size_t i, k, n;

	for (i = 0; i < r->map->nlinks; i++) {
		link = &r->map->links[i];
		if (!link->as)
			continue;
		buf_addf(to, ",\"%s\":[", link->as);
		for (n = k = 0; k < r->nothers; k++) {
			if (r->others[k].link != link)
				continue;
			if (n++)
				buf_addc(to, ',');
			add_attributes(d, &d->all[r->others[k].resource], r->others[k].maybe, depth + 1, to);
		}
		buf_addc(to, ']');
	}
}

static void
add_attributes(const struct tf_document *d, const struct tf_resource *r, int maybe, int depth, struct buf *to)
{
	struct layer l = { .value = r->values, .unknown = r->unknown, .sensitive = r->sensitive };
	struct scan_iter it = scan_open(r->values);
	struct span key, value;

	l.written = r->block ? r->block->expressions : l.written;
	l.all_written = !r->block;
	buf_addc(to, '{');
	add_text(to, "Address", r->address);
	add_text(to, "Action", r->action == TF_CREATE ? "create" : r->action == TF_DELETE ? "delete" : "none");
	add_text(to, "Account", r->account);
	add_text(to, "Region", r->region);
	add_text(to, "Partition", r->partition);
	if (maybe) {
		add_unknowns(to, r->values);
		add_unknowns(to, r->unknown);
	} else {
		while (scan_next(&it, &key, &value))
			add_attribute(to, r, &l, key, value);
		add_absent(to, &l, r->map->computed);
		if (depth < DEEPEST)
			add_others(d, r, depth, to);
	}
	buf_addc(to, '}');
}

void
tf_attributes(const struct tf_document *d, const struct tf_resource *r, int maybe, struct buf *to)
{
	add_attributes(d, r, maybe, 0, to);
}
