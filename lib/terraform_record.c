/* The record of a resource that Terraform tells of. */
#include <err.h>
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "jqtext.h"
#include "out.h"
#include "scan.h"
#include "terraform_part.h"
#include "tree.h"

void
tf_add_unknown(struct tf_unknowns *u, const char *path, const char *operation, const char *code)
{
	buf_adds(&u->list, u->list.len ? ",{\"Path\":" : "{\"Path\":");
	buf_addjson(&u->list, span_of(path));
	buf_addf(&u->list, ",\"Operation\":\"%s\",\"Code\":\"%s\",\"Permission\":null}", operation, code);
}

static void
add_unknown(struct tf_unknowns *u, const char *path, const char *code)
{
	tf_add_unknown(u, path, u->operation, code);
}

static int copy_known(struct span value, struct buf *path, struct tf_unknowns *u, struct buf *to);

static void
copy_object(struct span object, struct buf *path, struct tf_unknowns *u, struct buf *to)
{
	struct scan_iter it = scan_open(object);
	size_t path_len = path->len, len;
	struct buf name = {0};
	struct span key, value;
	int first = 1;

	buf_addc(to, '{');
	while (scan_next(&it, &key, &value)) {
		buf_clear(&name);
		buf_add(&name, "", 0);
		scan_decode(key, &name);
		path_add_key(path, name.data);
		len = to->len;
		if (!first)
			buf_addc(to, ',');
		buf_addspan(to, key);
		buf_addc(to, ':');
		if (copy_known(value, path, u, to))
			first = 0;
		else
			to->len = len;
		path->len = path_len;
		path->data[path_len] = '\0';
	}
	buf_addc(to, '}');
	buf_free(&name);
}

/* A list is known if all its items are. */
static int
copy_array(struct span array, struct buf *path, struct tf_unknowns *u, struct buf *to)
{
	struct scan_iter it = scan_open(array);
	size_t path_len = path->len, i;
	struct span key, item;
	const char *code;

	while (scan_next(&it, &key, &item))
		if ((code = tf_code(item))) {
			add_unknown(u, path->data, code);
			return 0;
		}
	buf_addc(to, '[');
	it = scan_open(array);
	for (i = 0; scan_next(&it, &key, &item); i++) {
		if (i)
			buf_addc(to, ',');
		buf_addf(path, "[%zu]", i);
		copy_known(item, path, u, to);
		path->len = path_len;
		path->data[path_len] = '\0';
	}
	buf_addc(to, ']');
	return 1;
}

/* Copies a value that lies at path without what is unknown in it, and notes that; 0 if nothing is left. */
static int
copy_known(struct span value, struct buf *path, struct tf_unknowns *u, struct buf *to)
{
	enum scan_kind kind = scan_kind(value);
	const char *code = tf_code(value);

	if (code) {
		add_unknown(u, path->data, code);
		return 0;
	}
	if (kind == SCAN_ARRAY)
		return copy_array(value, path, u, to);
	if (kind == SCAN_OBJECT)
		copy_object(value, path, u, to);
	else
		buf_addspan(to, value);
	return 1;
}

static int
complain(const struct tf_document *d, const struct tf_resource *r, const char *type, const char *function,
    jv reason)
{
	warnx("%s: %s: %s.jq: %s: %s", d->name, r->address, type, function, jv_string_value(reason));
	return -1;
}

/* Takes attributes. */
static int
add_arn(const struct tf_document *d, const struct tf_resource *r, struct tf_maps *maps, jv attributes, struct buf *to)
{
	struct buf arn = {0}, placeholder = {0};
	jv answer;
	int status = functions_apply(maps->functions, r->map->arn, jv_null(), attributes, &answer);

	if (status < 0)
		complain(d, r, r->map->type, "arn", answer);
	else
		jqtext_add(&arn, answer);
	jv_free(answer);
	if (status < 0 || scan_kind(buf_span(&arn)) != SCAN_STRING || tf_code(buf_span(&arn))) {
		buf_addf(&placeholder, "terraform:%s", r->address);
		buf_addjson(to, buf_span(&placeholder));
	} else {
		buf_addspan(to, buf_span(&arn));
	}
	buf_free(&arn);
	buf_free(&placeholder);
	return status;
}

int
tf_arn(const struct tf_document *d, const struct tf_resource *r, struct tf_maps *maps, struct span attributes,
    struct buf *to)
{
	return add_arn(d, r, maps, functions_read(attributes), to);
}

/*
 * The Configuration with unknown parts still in it.  On failure, what went wrong was said.  Takes attributes.  From part to
 * part it stays a value of jq's.
 */
static int
configure(const struct tf_document *d, const struct tf_resource *r, struct tf_maps *maps, jv attributes,
    struct buf *configuration)
{
	struct buf part = {0};
	jv value;
	size_t i;
	int status = functions_apply(maps->functions, r->map->configuration, jv_null(), attributes, &value);

	if (status < 0)
		complain(d, r, r->map->type, "configuration", value);
	for (i = 0; i < r->nparts && !status; i++) {
		const struct tf_resource *p = &d->all[r->parts[i].resource];

		if (r->parts[i].gone)
			continue;
		buf_clear(&part);
		tf_attributes(d, p, r->parts[i].maybe, &part);
		if (functions_apply(maps->functions, p->map->join, functions_read(buf_span(&part)), value, &value) < 0)
			status = complain(d, p, p->map->type, "join", value);
	}
	if (status == 0)
		jqtext_add(configuration, value);
	jv_free(value);
	buf_free(&part);
	return status;
}

/* Tags that are blocks of their own, as those of Auto Scaling groups, as an object; not known if a key is not. */
static struct span
tags_of_blocks(struct span blocks, struct buf *made)
{
	struct scan_iter it = scan_open(blocks);
	struct span none, block, key, value;

	buf_addc(made, '{');
	while (scan_next(&it, &none, &block)) {
		key = scan_get(block, "key");
		if (tf_code(block) || tf_code(key))
			return tf_code(block) ? block : key;
		if (scan_kind(key) != SCAN_STRING)
			continue;
		if (made->len > 1)
			buf_addc(made, ',');
		buf_addspan(made, key);
		buf_addc(made, ':');
		value = scan_get(block, "value");
		buf_addspan(made, value.at ? value : SPAN("null"));
	}
	buf_addc(made, '}');
	return buf_span(made);
}

/* Tags as the provider completes them, else as they are written. */
static void
add_tags(struct span attributes, struct tf_unknowns *u, struct buf *to)
{
	struct span tags = scan_get(attributes, "tags_all"), blocks = scan_get(attributes, "tag");
	struct buf path = {0}, made = {0};

	if (scan_kind(tags) != SCAN_OBJECT)
		tags = scan_get(attributes, "tags");
	if (tf_code(blocks))
		tags = blocks;
	else if (scan_kind(blocks) == SCAN_ARRAY)
		tags = tags_of_blocks(blocks, &made);
	buf_adds(&path, ".Tags");
	if (scan_kind(tags) != SCAN_OBJECT && !tf_code(tags))
		tags = SPAN("{}");
	if (!copy_known(tags, &path, u, to))
		buf_adds(to, "null");
	buf_free(&path);
	buf_free(&made);
}

static void
add_member(struct buf *to, const char *name, const char *text)
{
	buf_adds(to, ",\"");
	buf_adds(to, name);
	buf_adds(to, "\":");
	if (text)
		buf_addjson(to, span_of(text));
	else
		buf_adds(to, "null");
}

/* The members up to the time, but for Kind and ARN. */
static void
add_head(const struct tf_document *d, const struct tf_resource *r, time_t now, struct buf *to)
{
	struct buf account_service = {0};
	char time[CLOCK_TEXT];

	if (r->account)
		buf_addf(&account_service, "%s_%s", r->account, r->map->service);
	add_member(to, "ResourceType", r->map->resource_type);
	add_member(to, "AccountId", r->account);
	add_member(to, "Region", r->map->global ? "global" : r->region);
	add_member(to, "AccountService", account_service.data);
	add_member(to, "Source", d->is_plan ? "terraform-plan" : "terraform-state");
	clock_format(now, time);
	add_member(to, "DescribeTime", time);
	buf_free(&account_service);
}

/* What a plan will do to it. */
static void
add_actions(const struct tf_document *d, const struct tf_resource *r, struct buf *to)
{
	if (!r->actions.at)
		return;
	buf_adds(to, ",\"Actions\":");
	if (r->action == TF_SAME && tf_changes(d, r))
		buf_adds(to, "[\"update\"]");
	else
		scan_compact(r->actions, to);
}

/* Where it is written, if somebody asks. */
static void
add_location(const struct tf_document *d, const struct tf_resource *r, struct buf *to)
{
	unsigned long line;
	const char *file;

	if (!d->sources)
		return;
	if (!r->block || tf_sources_find(d->sources, &d->config, r->block, &file, &line) < 0) {
		buf_adds(to, ",\"Location\":null");
		return;
	}
	buf_adds(to, ",\"Location\":{\"File\":");
	buf_addjson(to, span_of(file));
	buf_addf(to, ",\"Line\":%lu}", line);
}

/* What its map makes of others that have to do with it.  Borrows attributes. */
static int
add_related(const struct tf_document *d, const struct tf_resource *r, struct tf_maps *maps, jv attributes,
    struct tf_unknowns *u, struct buf *to)
{
	struct buf related = {0}, path = {0};
	jv answer;
	int status;

	if (!r->map->relates)
		return 0;
	status = functions_apply(maps->functions, r->map->related, jv_null(), jv_copy(attributes), &answer);
	if (status < 0)
		complain(d, r, r->map->type, "related", answer);
	else
		jqtext_add(&related, answer);
	jv_free(answer);
	buf_adds(&path, ".Related");
	buf_adds(to, ",\"Related\":");
	if (status < 0) {
		add_unknown(u, path.data, "UnexpectedAnswer");
		buf_adds(to, "null");
	} else if (!copy_known(buf_span(&related), &path, u, to)) {
		buf_adds(to, "null");
	}
	buf_free(&related);
	buf_free(&path);
	return status;
}

/* What is there of the resource.  value is that of attributes, borrowed. */
static int
add_body(const struct tf_document *d, const struct tf_resource *r, struct tf_maps *maps, struct span attributes,
    jv value, struct span arn, struct buf *to)
{
	struct tf_unknowns u = { .operation = d->is_plan ? "terraform plan" : "terraform state" };
	struct buf configuration = {0}, path = {0};
	int status;

	buf_adds(to, ",\"Tags\":");
	add_tags(attributes, &u, to);
	buf_adds(to, ",\"Configuration\":");
	buf_adds(&path, ".Configuration");
	status = configure(d, r, maps, jv_copy(value), &configuration);
	if (status < 0) {
		buf_adds(to, "{}");
		add_unknown(&u, path.data, "UnexpectedAnswer");
	} else if (!copy_known(buf_span(&configuration), &path, &u, to)) {
		buf_adds(to, "{}");
	}
	if (add_related(d, r, maps, value, &u, to) < 0)
		status = -1;
	tf_live_add(d, r, arn, &u, to);
	tf_written_add(d, r, &u, to);
	if (u.list.len)
		buf_addf(to, ",\"Unreadable\":[%s]", u.list.data);
	buf_free(&u.list);
	buf_free(&configuration);
	buf_free(&path);
	return status;
}

int
tf_record(const struct tf_document *d, const struct tf_resource *r, struct tf_maps *maps, time_t now)
{
	struct buf record = {0}, attributes = {0}, arn = {0};
	char time[CLOCK_TEXT];
	jv value;
	int status;

	tf_attributes(d, r, 0, &attributes);
	value = functions_read(buf_span(&attributes));
	status = add_arn(d, r, maps, jv_copy(value), &arn);
	buf_addf(&record, "{\"Kind\":\"%s\",\"ARN\":%s", r->action == TF_DELETE ? "tombstone" : "resource", arn.data);
	add_head(d, r, now, &record);
	if (r->action != TF_DELETE) {
		clock_format(now, time);
		add_member(&record, "LastSeenAt", time);
	}
	add_member(&record, "Address", r->address);
	add_member(&record, "Module", *r->module ? r->module : NULL);
	add_actions(d, r, &record);
	add_location(d, r, &record);
	if (r->action != TF_DELETE && add_body(d, r, maps, buf_span(&attributes), value, buf_span(&arn), &record) < 0)
		status = -1;
	buf_addc(&record, '}');
	out_line(buf_span(&record));
	jv_free(value);
	buf_free(&record);
	buf_free(&attributes);
	buf_free(&arn);
	return status;
}
