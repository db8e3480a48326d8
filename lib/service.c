#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "buf.h"
#include "scan.h"
#include "service.h"
#include "tree.h"

enum { MODEL_SIZE = 64 << 20 };

static const struct shape scalars[] = {
	{ .name = "string", .type = SHAPE_STRING }, { .name = "character", .type = SHAPE_STRING },
	{ .name = "integer", .type = SHAPE_INTEGER }, { .name = "long", .type = SHAPE_INTEGER },
	{ .name = "float", .type = SHAPE_FLOAT }, { .name = "double", .type = SHAPE_FLOAT },
	{ .name = "boolean", .type = SHAPE_BOOLEAN }, { .name = "timestamp", .type = SHAPE_TIMESTAMP },
	{ .name = "blob", .type = SHAPE_BLOB }, { .name = "policy", .type = SHAPE_POLICY },
	{ .name = "document", .type = SHAPE_DOCUMENT },
};

static const char *const protocols[] = {
	[PROTOCOL_QUERY] = "query", [PROTOCOL_EC2] = "ec2", [PROTOCOL_JSON] = "json",
	[PROTOCOL_REST_JSON] = "rest-json", [PROTOCOL_REST_XML] = "rest-xml",
};

static const char *const places[] = {
	[IN_BODY] = "body", [IN_URI] = "uri", [IN_QUERY] = "query", [IN_HEADER] = "header", [IN_STATUS] = "status",
	[IN_HEADERS] = "headers", [IN_ATTRIBUTE] = "attribute", [IN_TEXT] = "text",
};

static const char *const formats[] = {
	[FORMAT_DEFAULT] = "default", [FORMAT_ISO8601] = "iso8601", [FORMAT_UNIX] = "unixTimestamp",
	[FORMAT_RFC822] = "rfc822",
};

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* The place of a text in a table; otherwise if it is NULL; -1 if it is not there. */
static int
place_of(const char *text, const char *const *table, size_t n, int otherwise)
{
	size_t i;

	if (!text)
		return otherwise;
	for (i = 0; i < n; i++)
		if (strcmp(table[i], text) == 0)
			return (int)i;
	return -1;
}

/* A member of an object if it is of that type, else NULL. */
static struct json_object *
get(struct json_object *object, const char *key, enum json_type type)
{
	struct json_object *value;

	if (!json_object_is_type(object, json_type_object) || !json_object_object_get_ex(object, key, &value) ||
	    !json_object_is_type(value, type))
		return NULL;
	return value;
}

static const char *
text_of(struct json_object *object, const char *key)
{
	struct json_object *value = get(object, key, json_type_string);

	return value ? json_object_get_string(value) : NULL;
}

static int
flag(struct json_object *object, const char *key)
{
	return json_object_get_boolean(get(object, key, json_type_boolean));
}

/* A shape or scalar type by name; NULL if there is none. */
static const struct shape *
find_shape(const struct service *s, const char *name)
{
	size_t i;

	for (i = 0; i < COUNT(scalars); i++)
		if (strcmp(scalars[i].name, name) == 0)
			return &scalars[i];
	for (i = 0; i < s->nshapes; i++)
		if (strcmp(s->shapes[i].name, name) == 0)
			return &s->shapes[i];
	return NULL;
}

static int
read_ref(const struct service *s, const char *name, struct json_object *ref, struct member *m)
{
	const char *shape = json_object_is_type(ref, json_type_string) ? json_object_get_string(ref) :
	    text_of(ref, "Shape");
	int in = place_of(text_of(ref, "In"), places, COUNT(places), IN_BODY);
	int format = place_of(text_of(ref, "Format"), formats, COUNT(formats), FORMAT_DEFAULT);

	if (!shape || !(m->shape = find_shape(s, shape)) || in < 0 || format < 0)
		return -1;
	m->name = name;
	m->wire = text_of(ref, "Name");
	m->query_name = text_of(ref, "QueryName");
	m->in = (enum member_in)in;
	m->format = (enum member_format)format;
	m->flat = flag(ref, "Flat");
	m->host_label = flag(ref, "HostLabel");
	m->tail = flag(ref, "Tail");
	return 0;
}

static int
read_structure(const struct service *s, struct json_object *members, struct shape *shape)
{
	shape->type = SHAPE_STRUCTURE;
	shape->members = xcalloc((size_t)json_object_object_length(members), sizeof *shape->members);
	json_object_object_foreach(members, name, ref)
		if (read_ref(s, name, ref, &shape->members[shape->nmembers++]) < 0)
			return -1;
	return 0;
}

static int
read_shape(const struct service *s, struct json_object *from, struct shape *shape)
{
	struct json_object *value;

	if ((value = get(from, "Members", json_type_object))) {
		shape->is_union = flag(from, "Union");
		return read_structure(s, value, shape);
	}
	shape->members = xcalloc(2, sizeof *shape->members);
	if ((value = get(from, "Map", json_type_array))) {
		shape->type = SHAPE_MAP;
		shape->nmembers = 2;
		if (json_object_array_length(value) != 2 ||
		    read_ref(s, NULL, json_object_array_get_idx(value, 0), &shape->members[0]) < 0)
			return -1;
		return read_ref(s, NULL, json_object_array_get_idx(value, 1), &shape->members[1]);
	}
	shape->type = SHAPE_LIST;
	shape->nmembers = 1;
	return json_object_object_get_ex(from, "List", &value) ? read_ref(s, NULL, value, &shape->members[0]) : -1;
}

/* The structure that an operation's member names; 0 with NULL if it names none. */
static int
read_structure_name(const struct service *s, const char *name, const struct shape **shape)
{
	*shape = NULL;
	if (!name)
		return 0;
	*shape = find_shape(s, name);
	return *shape && (*shape)->type == SHAPE_STRUCTURE ? 0 : -1;
}

static int
read_payload(const struct shape *shape, const char *name, const struct member **payload)
{
	*payload = name && shape ? shape_member(shape, name) : NULL;
	return name && !*payload ? -1 : 0;
}

static int
read_operation(const struct service *s, struct json_object *from, struct operation *op)
{
	op->method = text_of(from, "Method");
	op->uri = text_of(from, "Uri");
	op->host_prefix = text_of(from, "HostPrefix");
	op->wrapper = text_of(from, "Wrapper");
	op->root = text_of(from, "Root");
	op->input_root = text_of(from, "InputRoot");
	op->xml_namespace = text_of(from, "Namespace");
	op->checksum = flag(from, "Checksum");
	if (!op->method)
		op->method = "POST";
	if (!op->uri)
		op->uri = "/";
	if (read_structure_name(s, text_of(from, "Input"), &op->input) < 0 ||
	    read_structure_name(s, text_of(from, "Output"), &op->output) < 0 ||
	    read_payload(op->input, text_of(from, "InputPayload"), &op->input_payload) < 0)
		return -1;
	return read_payload(op->output, text_of(from, "Payload"), &op->payload);
}

/* NULL, or the name of what is wrong. */
static const char *
read_shapes(struct service *s)
{
	struct json_object *from = get(s->model, "Shapes", json_type_object);
	struct json_object_iterator it, end;
	size_t i = 0;

	if (!from)
		return "Shapes";
	s->shapes = xcalloc((size_t)json_object_object_length(from), sizeof *s->shapes);
	end = json_object_iter_end(from);
	for (it = json_object_iter_begin(from); !json_object_iter_equal(&it, &end); json_object_iter_next(&it))
		s->shapes[s->nshapes++].name = json_object_iter_peek_name(&it);
	for (it = json_object_iter_begin(from); i < s->nshapes; i++, json_object_iter_next(&it))
		if (read_shape(s, json_object_iter_peek_value(&it), &s->shapes[i]) < 0)
			return s->shapes[i].name;
	return NULL;
}

static const char *
read_operations(struct service *s)
{
	struct json_object *from = get(s->model, "Operations", json_type_object);
	struct operation *op;

	if (!from)
		return "Operations";
	s->operations = xcalloc((size_t)json_object_object_length(from), sizeof *s->operations);
	json_object_object_foreach(from, name, value) {
		op = &s->operations[s->noperations++];
		op->name = name;
		if (read_operation(s, value, op) < 0)
			return name;
	}
	return NULL;
}

static const char *
read_model(struct service *s)
{
	int protocol = place_of(text_of(s->model, "Protocol"), protocols, COUNT(protocols), -1);
	const char *wrong;

	s->name = text_of(s->model, "Name");
	s->id = text_of(s->model, "Id");
	s->api_version = text_of(s->model, "ApiVersion");
	s->endpoint_prefix = text_of(s->model, "EndpointPrefix");
	s->signing_name = text_of(s->model, "SigningName");
	s->target_prefix = text_of(s->model, "TargetPrefix");
	s->json_version = text_of(s->model, "JsonVersion");
	s->query_compatible = flag(s->model, "QueryCompatible");
	s->global = get(s->model, "Global", json_type_object);
	s->regions = get(s->model, "Regions", json_type_array);
	if (protocol < 0)
		return "Protocol";
	s->protocol = (enum service_protocol)protocol;
	if (!s->name || !s->id || !s->api_version || !s->endpoint_prefix || !s->signing_name)
		return "Name, Id, ApiVersion, EndpointPrefix or SigningName";
	if (s->protocol == PROTOCOL_JSON && (!s->target_prefix || !s->json_version))
		return "TargetPrefix or JsonVersion";
	return (wrong = read_shapes(s)) ? wrong : read_operations(s);
}

/* The file's bytes; -1 having said why. */
static int
read_file(const char *path, struct buf *b)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t n = 0;

	if (fd < 0) {
		warn("%s", path);
		return -1;
	}
	do {
		buf_reserve(b, 65536);
		if ((n = read(fd, b->data + b->len, 65536)) > 0)
			b->len += (size_t)n;
	} while ((n > 0 && b->len <= MODEL_SIZE) || (n < 0 && errno == EINTR));
	if (n < 0)
		warn("%s", path);
	close(fd);
	return n < 0 ? -1 : 0;
}

static struct json_object *
read_json(const char *path)
{
	struct buf text = {0};
	struct json_object *model = NULL;
	const char *why;
	size_t at;

	if (read_file(path, &text) == 0) {
		if (scan_check(buf_span(&text), &why, &at) < 0)
			warnx("%s: byte %zu: %s", path, at + 1, why);
		else {
			buf_addc(&text, '\0');
			model = json_tokener_parse(text.data);
		}
	}
	buf_free(&text);
	return model;
}

struct service *
service_load(const char *shapes, const char *name)
{
	struct service *s = xcalloc(1, sizeof *s);
	struct buf path = {0};
	const char *wrong;

	buf_addf(&path, "%s/%s.json", shapes, name);
	if (!(s->model = read_json(path.data))) {
		service_free(s);
		s = NULL;
	} else if ((wrong = read_model(s))) {
		warnx("%s: %s is missing or wrong", path.data, wrong);
		service_free(s);
		s = NULL;
	}
	buf_free(&path);
	return s;
}

const struct operation *
service_operation(const struct service *s, const char *operation)
{
	size_t i;

	for (i = 0; i < s->noperations; i++)
		if (strcmp(s->operations[i].name, operation) == 0)
			return &s->operations[i];
	return NULL;
}

const char *
service_home(const struct service *s, const char *partition, const char **region)
{
	struct json_object *home = get(s->global, partition, json_type_array);

	*region = home ? json_object_get_string(json_object_array_get_idx(home, 1)) : NULL;
	return *region ? json_object_get_string(json_object_array_get_idx(home, 0)) : NULL;
}

int
service_is_in(const struct service *s, const char *region)
{
	return !s->regions || tree_lists(s->regions, region);
}

const struct member *
shape_member(const struct shape *structure, const char *name)
{
	size_t i;

	for (i = 0; i < structure->nmembers; i++)
		if (strcmp(structure->members[i].name, name) == 0)
			return &structure->members[i];
	return NULL;
}

void
service_free(struct service *s)
{
	size_t i;

	if (!s)
		return;
	for (i = 0; i < s->nshapes; i++)
		free(s->shapes[i].members);
	free(s->shapes);
	free(s->operations);
	json_object_put(s->model);
	free(s);
}
