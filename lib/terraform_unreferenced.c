/* Resources of a plan that name each other by a text where Terraform would wait for a reference. */
#include <string.h>

#include "scan.h"
#include "terraform_part.h"

/* Is what it waits for, by depends_on, the other or the module that has it? */
static int
awaits(const struct tf_resource *r, const struct tf_resource *other)
{
	struct scan_iter it = scan_open(scan_get(r->block->object, "depends_on"));
	struct buf own = {0}, theirs = {0}, text = {0};
	struct span key, item, rest;
	int found = 0;

	tf_strip_indices(r->module, &own);
	tf_strip_indices(other->address, &theirs);
	rest = buf_span(&theirs);
	if (own.len && rest.len > own.len && !memcmp(rest.at, own.data, own.len))
		rest = (struct span){ rest.at + own.len + 1, rest.len - own.len - 1 };
	while (!found && scan_next(&it, &key, &item)) {
		buf_clear(&text);
		buf_add(&text, "", 0);
		scan_decode(item, &text);
		found = rest.len >= text.len && !memcmp(rest.at, text.data, text.len) &&
		    (rest.len == text.len || rest.at[text.len] == '.');
	}
	buf_free(&own);
	buf_free(&theirs);
	buf_free(&text);
	return found;
}

/* Appends the pair, if what the plan makes is named by a text that is written out. */
static void
add_pair(const struct tf_resource *r, const char *attribute, const struct tf_resource *other, struct buf *to)
{
	if (!attribute || !r->block || other->action != TF_CREATE || r == other ||
	    !scan_get(scan_get(r->block->expressions, attribute), "constant_value").at || awaits(r, other))
		return;
	if (to->data[to->len - 1] != '[')
		buf_addc(to, ',');
	buf_adds(to, "{\"Address\":");
	buf_addjson(to, span_of(r->address));
	buf_addf(to, ",\"Attribute\":\"%s\",\"To\":", attribute);
	buf_addjson(to, span_of(other->address));
	buf_addc(to, '}');
}

/* What a resource takes from others, and what of others relates to it. */
static void
add_others(const struct tf_document *d, const struct tf_resource *r, struct buf *to)
{
	const struct tf_joined *j;
	size_t i;

	for (i = 0; i < r->nothers; i++) {
		j = &r->others[i];
		if (j->maybe)
			continue;
		if (j->link->back)
			add_pair(&d->all[j->resource], j->link->by, r, to);
		else
			add_pair(r, j->link->by, &d->all[j->resource], to);
	}
}

void
tf_unreferenced_add(const struct tf_document *d, const struct tf_resource *r, struct buf *to)
{
	const struct tf_joined *j;
	size_t i;

	buf_adds(to, "\"Unreferenced\":[");
	add_others(d, r, to);
	for (i = 0; i < r->nparts; i++) {
		j = &r->parts[i];
		if (!j->maybe && !j->gone) {
			add_pair(&d->all[j->resource], j->link->by, r, to);
			add_others(d, &d->all[j->resource], to);
		}
	}
	buf_adds(to, "],");
}
