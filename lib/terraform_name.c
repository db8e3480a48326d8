/* The name of a plan's resource, and what the configuration makes it of. */
#include <string.h>

#include "scan.h"
#include "terraform_part.h"

#define TAG "tags.Name"

/* Is what is written a value, and no reference to anything? */
static int
is_constant(const struct tf_resource *r, const char *attribute)
{
	struct span expression;

	if (!strcmp(attribute, TAG))
		return scan_path(scan_get(r->block->expressions, "tags"), "constant_value.Name").at != NULL;
	expression = scan_get(r->block->expressions, attribute);
	return scan_get(expression, "constant_value").at != NULL;
}

/* What a provider completes the tags to counts before what is written. */
static struct span
value_of(const struct tf_resource *r, const char *attribute)
{
	struct span tag;

	if (strcmp(attribute, TAG))
		return scan_get(r->values, attribute);
	tag = scan_path(r->values, "tags_all.Name");
	return tag.at ? tag : scan_path(r->values, TAG);
}

/* Does Terraform call it sensitive, itself or with all the tags? */
static int
is_secret(const struct tf_resource *r, const char *attribute)
{
	static const char *const tags[] = { "tags", "tags_all", TAG, "tags_all.Name" };
	size_t i;
	int secret = scan_kind(r->sensitive) == SCAN_TRUE || scan_kind(scan_get(r->sensitive, attribute)) == SCAN_TRUE;

	for (i = 0; i < sizeof(tags) / sizeof(*tags) && !strcmp(attribute, TAG); i++)
		secret |= scan_kind(scan_path(r->sensitive, tags[i])) == SCAN_TRUE;
	return secret;
}

/*
 * Appends the attribute that the resource is named by: the map's, or where only the beginning of a name is written, such
 * as name_prefix, that one.
 */
static void
find_attribute(const struct tf_resource *r, struct buf *to)
{
	struct buf prefix = {0};

	scan_decode(r->map->name, to);
	buf_addf(&prefix, "%s_prefix", to->data);
	if (scan_kind(value_of(r, to->data)) != SCAN_STRING && value_of(r, prefix.data).len > 2) {
		buf_clear(to);
		buf_addspan(to, buf_span(&prefix));
	}
	buf_free(&prefix);
}

static void
separate(struct buf *to)
{
	if (to->data[to->len - 1] != '[')
		buf_addc(to, ',');
}

/* A variable of the root module; its value, if that is a text and no secret. */
static void
add_variable(const struct tf_document *d, const char *name, struct buf *to)
{
	struct span declared = scan_get(scan_path(d->config.whole, "root_module.variables"), name);
	struct span value = scan_get(scan_get(d->config.variables, name), "value");

	separate(to);
	buf_adds(to, "{\"Variable\":");
	buf_addjson(to, span_of(name));
	if (scan_kind(value) == SCAN_STRING && scan_kind(scan_get(declared, "sensitive")) != SCAN_TRUE) {
		buf_adds(to, ",\"Value\":");
		buf_addspan(to, value);
	}
	buf_addc(to, '}');
}

/* Variables, and all else that the name comes from: local values, the workspace, other resources. */
static void
add_origin(const struct tf_document *d, const struct tf_resource *r, const char *attribute, struct buf *to)
{
	struct buf variables = {0}, from = {0}, text = {0};
	struct tf_refs refs;
	const char *key;
	size_t i;

	tf_refs_read(&refs, &d->config, r->block, strcmp(attribute, TAG) ? attribute : "tags", "");
	buf_addc(&variables, '[');
	buf_addc(&from, '[');
	for (i = 0; i < refs.nkeys; i++) {
		key = refs.keys[i];
		if (i && !strcmp(key, refs.keys[i - 1]))
			continue;
		buf_clear(&text);
		if (!strncmp(key, " var.", 5)) {
			buf_add(&text, key + 5, strcspn(key + 5, ".["));
			add_variable(d, text.data, &variables);
		} else {
			buf_addf(&text, "%s%s", *key == ' ' ? "" : key, *key == ' ' ? key + 1 : "");
			separate(&from);
			buf_addjson(&from, buf_span(&text));
		}
	}
	buf_addf(to, ",\"Variables\":%s],\"From\":%s]", variables.data, from.data);
	tf_refs_free(&refs);
	buf_free(&variables);
	buf_free(&from);
	buf_free(&text);
}

void
tf_name_add(const struct tf_document *d, const struct tf_resource *r, struct tf_unknowns *u, struct buf *to)
{
	struct buf attribute = {0};
	struct span value;
	int secret;

	find_attribute(r, &attribute);
	value = value_of(r, attribute.data);
	if (strcmp(attribute.data, TAG) || value.at) {
		secret = is_secret(r, attribute.data);
		buf_addf(to, "\"Name\":{\"Attribute\":\"%s\",\"Constant\":%s", attribute.data,
		    is_constant(r, attribute.data) ? "true" : "false");
		if (scan_kind(value) == SCAN_STRING && !secret) {
			buf_adds(to, ",\"Value\":");
			buf_addspan(to, value);
		} else {
			tf_add_unknown(u, ".Written.Name.Value", u->operation, secret ? TF_SENSITIVE : TF_UNKNOWN);
		}
		add_origin(d, r, attribute.data, to);
		buf_adds(to, "},");
	}
	buf_free(&attribute);
}
