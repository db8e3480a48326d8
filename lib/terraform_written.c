/* What of a resource is written out in a plan's configuration, and what comes from the root module's variables. */
#include <ctype.h>
#include <string.h>

#include "scan.h"
#include "terraform_part.h"

enum { ACCOUNT_DIGITS = 12 };

/* Is what is written a value, and no reference to anything? */
static int
is_constant(const struct tf_resource *r, const char *attribute)
{
	return scan_get(scan_get(r->block->expressions, attribute), "constant_value").at != NULL;
}

/* The resource's name, by the attribute that its map says. */
static void
add_name(const struct tf_resource *r, struct tf_unknowns *u, struct buf *to)
{
	struct buf attribute = {0};
	struct span value;
	int secret;

	if (scan_decode(r->map->name, &attribute) < 0)
		return;
	value = scan_get(r->values, attribute.data);
	secret = scan_kind(scan_get(r->sensitive, attribute.data)) == SCAN_TRUE;
	buf_addf(to, "\"Name\":{\"Attribute\":\"%s\",\"Constant\":%s", attribute.data,
	    is_constant(r, attribute.data) ? "true" : "false");
	if (scan_kind(value) == SCAN_STRING && !secret) {
		buf_adds(to, ",\"Value\":");
		buf_addspan(to, value);
	} else {
		tf_add_unknown(u, ".Written.Name.Value", u->operation, secret ? TF_SENSITIVE : TF_UNKNOWN);
	}
	buf_adds(to, "},");
	buf_free(&attribute);
}

/* A variable of the root module that an attribute is made of, with its default unless that is secret. */
static void
add_variable(const struct tf_document *d, const char *attribute, const char *name, struct buf *to)
{
	struct span variable = scan_get(scan_path(d->config.whole, "root_module.variables"), name);
	struct span otherwise = scan_get(variable, "default");
	int secret = scan_kind(scan_get(variable, "sensitive")) == SCAN_TRUE;

	if (to->data[to->len - 1] != '[')
		buf_addc(to, ',');
	buf_adds(to, "{\"Attribute\":");
	buf_addjson(to, span_of(attribute));
	buf_adds(to, ",\"Variable\":");
	buf_addjson(to, span_of(name));
	buf_addf(to, ",\"HasDefault\":%s", otherwise.at ? "true" : "false");
	if (otherwise.at && !secret) {
		buf_adds(to, ",\"Default\":");
		scan_compact(otherwise, to);
	}
	buf_addc(to, '}');
}

static void
add_variables(const struct tf_document *d, const struct tf_resource *r, struct buf *to)
{
	struct scan_iter it = scan_open(r->map->written);
	struct buf attribute = {0}, name = {0};
	struct span key, item;
	struct tf_refs refs;
	size_t i;

	buf_adds(to, "\"Variables\":[");
	while (scan_next(&it, &key, &item)) {
		buf_clear(&attribute);
		scan_decode(item, &attribute);
		tf_refs_read(&refs, &d->config, r->block, attribute.data, "");
		for (i = 0; i < refs.nkeys; i++) {
			if (strncmp(refs.keys[i], " var.", 5))
				continue;
			buf_clear(&name);
			buf_add(&name, refs.keys[i] + 5, strcspn(refs.keys[i] + 5, ".["));
			add_variable(d, attribute.data, name.data, to);
		}
		tf_refs_free(&refs);
	}
	buf_adds(to, "],");
	buf_free(&attribute);
	buf_free(&name);
}

/* The account ids in a text: twelve digits with none beside them. */
static void
add_ids(struct span attribute, struct span text, struct buf *to)
{
	const char *p = text.at, *end = text.at + text.len, *from;

	while (p < end) {
		if (!isdigit((unsigned char)*p)) {
			p++;
			continue;
		}
		for (from = p; p < end && isdigit((unsigned char)*p); p++)
			;
		if (p - from != ACCOUNT_DIGITS)
			continue;
		if (to->data[to->len - 1] != '[')
			buf_addc(to, ',');
		buf_adds(to, "{\"Attribute\":");
		buf_addspan(to, attribute);
		buf_addf(to, ",\"Id\":\"%.*s\"}", ACCOUNT_DIGITS, from);
	}
}

/* Those in all texts of a constant, or of an expression's blocks. */
static void
add_constant_ids(struct span attribute, struct span value, struct buf *to)
{
	struct scan_iter it = scan_open(value);
	struct buf scratch = {0};
	struct span key, inner;

	if (scan_kind(value) == SCAN_STRING)
		add_ids(attribute, scan_text(value, &scratch), to);
	while (scan_next(&it, &key, &inner))
		if (!key.at || !scan_string_is(key, "references"))
			add_constant_ids(attribute, inner, to);
	buf_free(&scratch);
}

static void
add_account_ids(const struct tf_resource *r, struct buf *to)
{
	struct scan_iter it = scan_open(r->block->expressions);
	struct span key, expression;
	struct buf name = {0};

	buf_adds(to, "\"AccountIds\":[");
	while (scan_next(&it, &key, &expression)) {
		buf_clear(&name);
		buf_add(&name, "", 0);
		scan_decode(key, &name);
		if (scan_kind(scan_get(r->sensitive, name.data)) != SCAN_TRUE)
			add_constant_ids(key, expression, to);
	}
	buf_adds(to, "]");
	buf_free(&name);
}

/* Those that are written, not those that references make. */
static void
add_dependencies(const struct tf_resource *r, struct buf *to)
{
	struct span list = scan_get(r->block->object, "depends_on");

	buf_adds(to, ",\"DependsOn\":");
	if (scan_kind(list) == SCAN_ARRAY)
		scan_compact(list, to);
	else
		buf_adds(to, "[]");
}

void
tf_written_add(const struct tf_document *d, const struct tf_resource *r, struct tf_unknowns *u, struct buf *to)
{
	if (!d->is_plan || !r->block)
		return;
	buf_adds(to, ",\"Written\":{");
	if (r->map->name.at)
		add_name(r, u, to);
	if (r->map->written.at)
		add_variables(d, r, to);
	add_account_ids(r, to);
	add_dependencies(r, to);
	buf_addc(to, '}');
}
