#include <stdlib.h>
#include <string.h>

#include <openssl/evp.h>

#include "awstime.h"
#include "percent.h"
#include "protocol_part.h"
#include "secret.h"

void
add_header(struct protocol_request *req, const char *name, const char *value)
{
	req->headers = xrealloc(req->headers, (req->nheaders + 1) * sizeof *req->headers);
	req->headers[req->nheaders++] = (struct protocol_header){ xstrdup(name), xstrdup(value) };
}

static int
time_text(enum member_format format, struct json_object *value, struct buf *to)
{
	struct awstime t;
	int rc;

	if (json_object_is_type(value, json_type_string))
		rc = awstime_parse(span_of(json_object_get_string(value)), &t);
	else if (json_object_is_type(value, json_type_int) || json_object_is_type(value, json_type_double))
		rc = awstime_of_seconds(json_object_get_double(value), &t);
	else
		rc = -1;
	if (rc < 0)
		return -1;
	if (format == FORMAT_UNIX)
		awstime_unix(&t, to);
	else if (format == FORMAT_RFC822)
		awstime_rfc822(&t, to);
	else
		awstime_iso8601(&t, to);
	return 0;
}

int
scalar_text(const struct member *ref, struct json_object *value, enum member_format otherwise, struct buf *to,
    char **why)
{
	enum json_type type = json_object_get_type(value);
	double number = type == json_type_double ? json_object_get_double(value) : 0;
	int ok = 1;

	switch (ref->shape->type) {
	case SHAPE_TIMESTAMP:
		ok = time_text(ref->format ? ref->format : otherwise, value, to) == 0;
		break;
	case SHAPE_BOOLEAN:
		if ((ok = type == json_type_boolean))
			buf_adds(to, json_object_get_boolean(value) ? "true" : "false");
		break;
	case SHAPE_INTEGER:	/* jq makes 1000 of 1e3, but 1.5 is no count */
		ok = type == json_type_int || (number >= -9e15 && number <= 9e15 && number != 0 &&
		    number == (double)(long long)number);
		if (ok)
			buf_addf(to, "%lld", (long long)json_object_get_int64(value));
		break;
	case SHAPE_FLOAT:
		if ((ok = type == json_type_int || type == json_type_double))
			buf_adds(to, json_object_to_json_string(value));
		break;
	default:
		if ((ok = type == json_type_string))
			buf_add(to, json_object_get_string(value), (size_t)json_object_get_string_len(value));
	}
	if (!ok)
		return protocol_fail(why, "%s: %.60s is no %s", ref->name ? ref->name : "item",
		    json_object_to_json_string(value), ref->shape->name);
	return 0;
}

/* Leaves what stands behind the last slash. */
static void
keep_tail(struct buf *b)
{
	size_t end = b->len, start = end;

	while (start > 0 && b->data[start - 1] != '/')
		start--;
	memmove(b->data, b->data + start, end - start);
	b->len = end - start;
	b->data[b->len] = '\0';
}

/* One parameter as text; NULL with *why if it is missing or empty. */
static int
label_text(const struct operation *op, const char *name, struct json_object *parameters, struct buf *to, char **why)
{
	const struct member *m = op->input ? shape_member(op->input, name) : NULL;
	const struct member *end = op->input ? op->input->members + op->input->nmembers : NULL, *it;
	struct json_object *value;

	for (it = op->input ? op->input->members : NULL; it < end; it++)	/* a label goes by its wire name */
		if (it->in == IN_URI && strcmp(protocol_wire(it), name) == 0)
			m = it;
	if (!m || !protocol_is_scalar(m->shape))
		return protocol_fail(why, "%s: no member for {%s}", op->name, name);
	if (!json_object_object_get_ex(parameters, m->name, &value) || !value)
		return protocol_fail(why, "%s is missing", m->name);
	if (scalar_text(m, value, FORMAT_ISO8601, to, why) < 0)
		return -1;
	if (m->tail && to->len)
		keep_tail(to);
	return to->len ? 0 : protocol_fail(why, "%s is empty", m->name);
}

/* template with each {Label} replaced; percent: encoded as part of a path, {Label+} with its slashes. */
static int
expand(const struct operation *op, struct span template, int percent, struct json_object *parameters, struct buf *to,
    char **why)
{
	const char *p = template.at, *end = p + template.len, *close;
	struct buf name = {0}, value = {0};
	int rc = 0, greedy;

	for (; rc == 0 && p < end; p = close + 1) {
		if (*p != '{' || !(close = memchr(p, '}', (size_t)(end - p)))) {
			close = p;
			buf_addc(to, *p);
			continue;
		}
		greedy = close[-1] == '+';
		buf_clear(&name);
		buf_clear(&value);
		buf_add(&name, p + 1, (size_t)(close - p - 1 - greedy));
		rc = label_text(op, name.data, parameters, &value, why);
		if (rc == 0 && percent)
			percent_encode(to, buf_span(&value), greedy ? "/" : "");
		else if (rc == 0)
			buf_addspan(to, buf_span(&value));
	}
	buf_free(&name);
	buf_free(&value);
	return rc;
}

/* The part of the URI before "?", and what stands behind it as it is. */
static int
build_uri(const struct service *s, const struct operation *op, struct json_object *parameters,
    struct protocol_request *req, char **why)
{
	static const char bucket_label[] = "/{Bucket}";
	const char *path = op->uri, *query = path + strcspn(path, "?");
	struct buf bucket = {0};

	if (*query == '?')
		buf_adds(&req->query, query + 1);
	if (s->protocol == PROTOCOL_REST_XML && strncmp(path, bucket_label, sizeof bucket_label - 1) == 0) {
		if (label_text(op, "Bucket", parameters, &bucket, why) < 0) {
			buf_free(&bucket);
			return -1;
		}
		req->bucket = bucket.data;
		path += sizeof bucket_label - 1;
	}
	if (path == query)
		buf_addc(&req->path, '/');
	return expand(op, (struct span){ path, (size_t)(query - path) }, 1, parameters, &req->path, why);
}

static int
can_be_in_host(char c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

static int
build_host_prefix(const struct operation *op, struct json_object *parameters, struct protocol_request *req,
    char **why)
{
	struct buf prefix = {0};
	size_t i;

	if (!op->host_prefix)
		return 0;
	if (expand(op, span_of(op->host_prefix), 0, parameters, &prefix, why) < 0) {
		buf_free(&prefix);
		return -1;
	}
	req->host_prefix = prefix.data;
	for (i = 0; i < prefix.len; i++)
		if (!can_be_in_host(prefix.data[i]))
			return protocol_fail(why, "\"%.60s\" cannot stand in a host name", prefix.data);
	return 0;
}

static int
add_query(struct protocol_request *req, const char *name, const struct member *ref, struct json_object *value,
    char **why)
{
	struct buf text = {0};
	int rc = scalar_text(ref, value, FORMAT_ISO8601, &text, why);

	if (rc == 0) {
		if (req->query.len)
			buf_addc(&req->query, '&');
		percent_encode(&req->query, span_of(name), "");
		buf_addc(&req->query, '=');
		percent_encode(&req->query, buf_span(&text), "");
	}
	buf_free(&text);
	return rc;
}

/* A list is its items under one name; a map its keys as names, each with a text or a list of texts. */
static int
build_query(struct protocol_request *req, const char *name, const struct member *ref, struct json_object *value,
    char **why)
{
	enum shape_type type = ref->shape->type;
	size_t i;

	if (type == SHAPE_LIST && json_object_is_type(value, json_type_array)) {
		for (i = 0; i < json_object_array_length(value); i++)
			if (add_query(req, name, &ref->shape->members[0], json_object_array_get_idx(value, i), why) < 0)
				return -1;
		return 0;
	}
	if (type == SHAPE_MAP && json_object_is_type(value, json_type_object)) {
		json_object_object_foreach(value, key, item)
			if (build_query(req, key, &ref->shape->members[1], item, why) < 0)
				return -1;
		return 0;
	}
	if (!protocol_is_scalar(ref->shape))
		return protocol_fail(why, "%s cannot stand in a query", name);
	return add_query(req, name, ref, value, why);
}

static int
add_value_header(struct protocol_request *req, const char *name, const struct buf *text, char **why)
{
	size_t i;

	for (i = 0; i < text->len; i++)
		if ((unsigned char)text->data[i] < 0x20 || text->data[i] == 0x7f)
			return protocol_fail(why, "%s: a control character in a header", name);
	add_header(req, name, text->len ? text->data : "");
	return 0;
}

static int
build_header(struct protocol_request *req, const char *name, const struct member *ref, struct json_object *value,
    char **why)
{
	const struct member *item = ref->shape->type == SHAPE_LIST ? &ref->shape->members[0] : ref;
	struct buf text = {0};
	size_t i;
	int rc = 0;

	if (item != ref && json_object_is_type(value, json_type_array))
		for (i = 0; rc == 0 && i < json_object_array_length(value); i++) {
			if (i)
				buf_adds(&text, ",");
			rc = scalar_text(item, json_object_array_get_idx(value, i), FORMAT_RFC822, &text, why);
		}
	else
		rc = scalar_text(ref, value, FORMAT_RFC822, &text, why);
	if (rc == 0)
		rc = add_value_header(req, name, &text, why);
	buf_free(&text);
	return rc;
}

/* A map whose keys follow a prefix: x-amz-meta-. */
static int
build_headers(struct protocol_request *req, const struct member *ref, struct json_object *value, char **why)
{
	struct buf name = {0};
	int rc = json_object_is_type(value, json_type_object) ? 0 : protocol_fail(why, "%s is no map", ref->name);

	if (rc == 0) {
		json_object_object_foreach(value, key, item) {
			buf_clear(&name);
			buf_addf(&name, "%s%s", protocol_wire(ref), key);
			if (rc == 0)
				rc = build_header(req, name.data, &ref->shape->members[1], item, why);
		}
	}
	buf_free(&name);
	return rc;
}

/* The parameters that travel in the address and the headers; those of the body are put into body. */
static int
build_parts(const struct operation *op, struct json_object *parameters, struct protocol_request *req,
    struct json_object *body, char **why)
{
	const struct member *m;
	int rc = 0;

	if (!parameters)
		return 0;
	json_object_object_foreach(parameters, name, value) {
		m = op->input ? shape_member(op->input, name) : NULL;
		if (!m)
			return protocol_fail(why, "%s has no parameter %s", op->name, name);
		if (!value || m->in == IN_URI)
			continue;
		if (m->in == IN_QUERY)
			rc = build_query(req, protocol_wire(m), m, value, why);
		else if (m->in == IN_HEADER)
			rc = build_header(req, protocol_wire(m), m, value, why);
		else if (m->in == IN_HEADERS)
			rc = build_headers(req, m, value, why);
		else
			json_object_object_add(body, name, json_object_get(value));
		if (rc < 0)
			return -1;
	}
	return 0;
}

static int
build_json_call(const struct service *s, const struct operation *op, struct json_object *body,
    struct protocol_request *req, char **why)
{
	struct buf text = {0};

	buf_addf(&text, "%s.%s", s->target_prefix, op->name);
	if (s->query_compatible)
		add_header(req, "x-amzn-query-mode", "true");
	add_header(req, "X-Amz-Target", text.data);
	buf_clear(&text);
	buf_addf(&text, "application/x-amz-json-%s", s->json_version);
	add_header(req, "Content-Type", text.data);
	buf_free(&text);
	if (op->input)
		return build_json(op->input, body, &req->body, why);
	buf_adds(&req->body, "{}");
	return 0;
}

/* May a request of this kind have a body? */
static int
has_body(const struct operation *op)
{
	size_t i;

	for (i = 0; op->input && i < op->input->nmembers; i++)
		if (op->input->members[i].in == IN_BODY)
			return 1;
	return 0;
}

static int
build_rest_body(const struct service *s, const struct operation *op, struct json_object *body,
    struct protocol_request *req, char **why)
{
	const struct member *payload = op->input_payload;
	struct json_object *value = NULL;

	if (!has_body(op) || (payload && (!json_object_object_get_ex(body, payload->name, &value) || !value)))
		return 0;
	if (payload && protocol_is_scalar(payload->shape))
		return scalar_text(payload, value, FORMAT_ISO8601, &req->body, why);
	if (s->protocol == PROTOCOL_REST_XML) {
		if (!payload && !json_object_object_length(body))
			return 0;
		add_header(req, "Content-Type", "application/xml");
		return build_xml(op, payload ? payload->shape : op->input, payload ? value : body, &req->body, why);
	}
	add_header(req, "Content-Type", "application/json");
	return build_json(payload ? payload->shape : op->input, payload ? value : body, &req->body, why);
}

/* S3 refuses some requests without it: https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html */
static int
add_checksum(struct protocol_request *req, char **why)
{
	unsigned char digest[EVP_MAX_MD_SIZE], text[EVP_MAX_MD_SIZE * 2];
	unsigned len;

	if (EVP_Digest(req->body.len ? req->body.data : "", req->body.len, digest, &len, EVP_sha256(), NULL) != 1)
		return protocol_fail(why, "libcrypto cannot make a checksum");
	EVP_EncodeBlock(text, digest, (int)len);
	add_header(req, "x-amz-checksum-sha256", (char *)text);
	return 0;
}

static int
build_body(const struct service *s, const struct operation *op, struct json_object *body,
    struct protocol_request *req, char **why)
{
	switch (s->protocol) {
	case PROTOCOL_QUERY:
	case PROTOCOL_EC2:
		add_header(req, "Content-Type", "application/x-www-form-urlencoded; charset=utf-8");
		return build_form(s, op, body, &req->body, why);
	case PROTOCOL_JSON:
		return build_json_call(s, op, body, req, why);
	default:
		return build_rest_body(s, op, body, req, why);
	}
}

int
protocol_build(const struct service *s, const char *operation, struct json_object *parameters,
    struct protocol_request *req, char **why)
{
	const struct operation *op = service_operation(s, operation);
	struct json_object *body = json_object_new_object();
	int rc;

	*req = (struct protocol_request){0};
	*why = NULL;
	if (!op)
		rc = protocol_fail(why, "%s has no operation %s", s->name, operation);
	else if (parameters && !json_object_is_type(parameters, json_type_object))
		rc = protocol_fail(why, "parameters are no object");
	else {
		req->method = op->method;
		rc = build_host_prefix(op, parameters, req, why);
		if (rc == 0)
			rc = build_uri(s, op, parameters, req, why);
		if (rc == 0)
			rc = build_parts(op, parameters, req, body, why);
		if (rc == 0)
			rc = build_body(s, op, body, req, why);
		if (rc == 0 && op->checksum)
			rc = add_checksum(req, why);
	}
	json_object_put(body);
	if (rc < 0)
		protocol_request_free(req);
	return rc;
}

void
protocol_request_free(struct protocol_request *req)
{
	size_t i;

	for (i = 0; i < req->nheaders; i++) {
		free(req->headers[i].name);
		secret_free(req->headers[i].value);	/* it may be a token */
	}
	free(req->headers);
	free(req->host_prefix);
	free(req->bucket);
	buf_free(&req->path);
	buf_free(&req->query);
	secret_buf_free(&req->body);
	*req = (struct protocol_request){0};
}
