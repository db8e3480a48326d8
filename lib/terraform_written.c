/* What of a resource is written out in a plan's configuration, and what comes from the root module's variables. */
#include <string.h>

#include "scan.h"
#include "terraform_part.h"

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

/* Those that are written, not those that references make. */
static void
add_dependencies(const struct tf_resource *r, struct buf *to)
{
	struct span list = scan_get(r->block->object, "depends_on");

	buf_adds(to, "\"DependsOn\":");
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
		tf_name_add(d, r, u, to);
	if (r->map->written.at)
		add_variables(d, r, to);
	tf_constants_add(r, to);
	tf_unreferenced_add(d, r, to);
	add_dependencies(r, to);
	buf_addc(to, '}');
}
