#include <stdio.h>
#include <string.h>

#include "percent.h"
#include "protocol_part.h"

/* A form under way: key is the name of the value being written, and grows and shrinks with the nesting. */
struct form {
	struct buf *body, key;
	int ec2;
	char **why;
};

static int add_value(struct form *f, const struct member *ref, struct json_object *value);

static size_t
push(struct form *f, const char *name)
{
	size_t before = f->key.len;

	buf_addf(&f->key, "%s%s", before ? "." : "", name);
	return before;
}

static void
pop(struct form *f, size_t before)
{
	f->key.len = before;
	f->key.data[before] = '\0';
}

static void
add_pair(struct form *f, struct span value)
{
	if (f->body->len)
		buf_addc(f->body, '&');
	percent_encode(f->body, buf_span(&f->key), "");
	buf_addc(f->body, '=');
	percent_encode(f->body, value, "");
}

static int
add_scalar(struct form *f, const struct member *ref, struct json_object *value)
{
	struct buf text = {0};
	int rc = scalar_text(ref, value, FORMAT_ISO8601, &text, f->why);

	if (rc == 0)
		add_pair(f, buf_span(&text));
	buf_free(&text);
	return rc;
}

/* ec2: Name.1; query: Name.member.1, or Name.1 if flattened, where the item's own name replaces the list's. */
static int
add_list(struct form *f, const struct member *ref, struct json_object *list)
{
	const struct member *item = &ref->shape->members[0];
	size_t i, n = json_object_array_length(list), before = f->key.len, at;
	const char *last;
	char number[24];
	struct buf saved = {0};
	int rc = 0;

	if (n == 0 && !f->ec2) {
		add_pair(f, SPAN(""));
		return 0;
	}
	buf_addspan(&saved, buf_span(&f->key));
	if (!f->ec2 && !ref->flat)
		push(f, item->wire ? item->wire : "member");
	else if (!f->ec2 && item->wire) {
		last = strrchr(f->key.data, '.');
		pop(f, last ? (size_t)(last - f->key.data) : 0);
		push(f, item->wire);
	}
	for (i = 0; rc == 0 && i < n; i++) {
		snprintf(number, sizeof number, "%zu", i + 1);
		at = push(f, number);
		rc = add_value(f, item, json_object_array_get_idx(list, i));
		pop(f, at);
	}
	buf_clear(&f->key);
	buf_add(&f->key, saved.data, before);
	buf_free(&saved);
	return rc;
}

static int
add_part(struct form *f, const char *name, const struct member *ref, struct json_object *value)
{
	size_t before = push(f, name);
	int rc = add_value(f, ref, value);

	pop(f, before);
	return rc;
}

/* Name.entry.1.key and .value; without "entry" if flattened. */
static int
add_map(struct form *f, const struct member *ref, struct json_object *map)
{
	const struct member *key = &ref->shape->members[0], *val = &ref->shape->members[1];
	size_t n = 0, before;
	struct json_object *text;
	char number[32];
	int rc = 0;

	json_object_object_foreach(map, name, value) {
		snprintf(number, sizeof number, "%s%zu", ref->flat ? "" : "entry.", ++n);
		before = push(f, number);
		text = json_object_new_string(name);
		rc = add_part(f, key->wire ? key->wire : "key", key, text);
		json_object_put(text);
		if (rc == 0)
			rc = add_part(f, val->wire ? val->wire : "value", val, value);
		pop(f, before);
		if (rc < 0)
			return -1;
	}
	return 0;
}

/* ec2: a member goes by its query name, else by its wire name with a capital, else by its name. */
static int
add_member(struct form *f, const struct member *m, struct json_object *value)
{
	struct buf name = {0};
	int rc;

	buf_adds(&name, f->ec2 && m->query_name ? m->query_name : protocol_wire(m));
	if (f->ec2 && !m->query_name && name.data[0] >= 'a' && name.data[0] <= 'z')
		name.data[0] = (char)(name.data[0] - 'a' + 'A');
	rc = add_part(f, name.data, m, value);
	buf_free(&name);
	return rc;
}

static int
add_structure(struct form *f, const struct shape *shape, struct json_object *object)
{
	const struct member *m;

	json_object_object_foreach(object, name, value) {
		if (!(m = shape_member(shape, name)))
			return protocol_fail(f->why, "%s has no member %s", shape->name, name);
		if (value && add_member(f, m, value) < 0)
			return -1;
	}
	return 0;
}

static int
add_value(struct form *f, const struct member *ref, struct json_object *value)
{
	enum json_type type = ref->shape->type == SHAPE_LIST ? json_type_array : json_type_object;

	if (protocol_is_scalar(ref->shape))
		return add_scalar(f, ref, value);
	if (!json_object_is_type(value, type))
		return protocol_fail(f->why, "%s: %.60s is no %s", f->key.data, json_object_to_json_string(value),
		    ref->shape->name);
	if (ref->shape->type == SHAPE_LIST)
		return add_list(f, ref, value);
	return ref->shape->type == SHAPE_MAP ? add_map(f, ref, value) : add_structure(f, ref->shape, value);
}

int
build_form(const struct service *s, const struct operation *op, struct json_object *parameters,
    struct buf *body, char **why)
{
	struct form f = { .body = body, .ec2 = s->protocol == PROTOCOL_EC2, .why = why };
	int rc = 0;

	buf_addf(body, "Action=%s&Version=%s", op->name, s->api_version);
	if (op->input)
		rc = add_structure(&f, op->input, parameters);
	buf_free(&f.key);
	return rc;
}
