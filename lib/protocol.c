#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "protocol_part.h"
#include "scan.h"

enum { BODY_SIZE = 64 << 20 };	/* AWS's own answers stay far below */

int
protocol_fail(char **why, const char *fmt, ...)
{
	char text[512];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof text, fmt, ap);
	va_end(ap);
	free(*why);
	*why = xstrdup(text);
	return -1;
}

const char *
protocol_wire(const struct member *m)
{
	return m->wire ? m->wire : m->name;
}

int
protocol_is_scalar(const struct shape *shape)
{
	return shape->type != SHAPE_STRUCTURE && shape->type != SHAPE_LIST && shape->type != SHAPE_MAP;
}

static int
is_xml(const struct service *s)
{
	return s->protocol != PROTOCOL_JSON && s->protocol != PROTOCOL_REST_JSON;
}

/* expat and value_parse() see to it elsewhere. */
static int
is_utf8(struct span text)
{
	struct buf quoted = {0};
	const char *why;
	size_t at;
	int rc;

	buf_addjson(&quoted, text);
	rc = scan_check(buf_span(&quoted), &why, &at);
	buf_free(&quoted);
	return rc == 0;
}

/* A list in a header is one line with commas. */
static int
read_header_list(const struct shape *item, const char *line, struct json_object **out, char **why)
{
	struct json_object *value;
	size_t len;

	*out = json_object_new_array();
	for (;; line += len + 1) {
		line += strspn(line, " \t");
		len = strcspn(line, ",");
		if (value_of_text(item, (struct span){ line, len }, &value, why) < 0) {
			json_object_put(*out);
			*out = NULL;
			return -1;
		}
		json_object_array_add(*out, value);
		if (!line[len])
			return 0;
	}
}

/* The members of an output that are no part of the body. */
static int
read_headers(const struct operation *op, long status, protocol_header_fn *header, void *arg,
    struct json_object *out, char **why)
{
	const struct member *m = op->output ? op->output->members : NULL, *end = m ? m + op->output->nmembers : m;
	struct json_object *value;
	const char *line;
	int rc;

	for (; m < end; m++) {
		if (m->in == IN_STATUS) {
			json_object_object_add(out, m->name, json_object_new_int64(status));
			continue;
		}
		if (m->in != IN_HEADER || !header || !(line = header(arg, protocol_wire(m))))
			continue;
		if (!is_utf8(span_of(line)))
			rc = protocol_fail(why, "a header that is no UTF-8");
		else if (m->shape->type == SHAPE_LIST)
			rc = read_header_list(m->shape->members[0].shape, line, &value, why);
		else
			rc = value_of_text(m->shape, span_of(line), &value, why);
		if (rc < 0)
			return -1;
		json_object_object_add(out, m->name, value);
	}
	return 0;
}

static int
has_body(const struct operation *op)
{
	size_t i;

	for (i = 0; op->output && i < op->output->nmembers; i++)
		if (op->output->members[i].in == IN_BODY || op->output->members[i].in == IN_TEXT)
			return 1;
	return 0;
}

/* A body that is one text, such as a bucket's policy.  A page of a proxy is none. */
static int
read_text(const struct member *payload, struct span body, struct json_object *out, char **why)
{
	size_t start = 0;

	while (start < body.len && strchr(" \t\r\n", body.at[start]))
		start++;
	if (body.len - start >= 5 && (strncasecmp(body.at + start, "<html", 5) == 0 ||
	    strncasecmp(body.at + start, "<!doc", 5) == 0))
		return protocol_fail(why, "HTML where %s was expected", payload->name);
	if (!is_utf8(body))
		return protocol_fail(why, "%s that is no UTF-8", payload->name);
	json_object_object_add(out, payload->name, json_object_new_string_len(body.at, (int)body.len));
	return 0;
}

static int
read_xml(const struct service *s, const struct operation *op, struct span body, struct protocol_answer *answer,
    struct json_object *out, char **why)
{
	struct xml *root = xml_parse(body, why);
	int rc;

	if (!root)
		return -1;
	if (is_xml_error(root)) {	/* S3 can find out late that it fails */
		read_xml_error(root, answer);
		rc = protocol_fail(why, "an error without a code");
	} else
		rc = read_xml_output(s, op, root, out, why);
	xml_free(root);
	return rc;
}

static int
read_json(const struct service *s, const struct operation *op, struct span body, struct json_object *out, char **why)
{
	struct json_object *json;
	int rc;

	if (value_parse(body, &json, why) < 0)
		return -1;
	rc = read_json_output(s, op, json, out, why);
	json_object_put(json);
	return rc;
}

static int
read_body(const struct service *s, const struct operation *op, struct span body, struct protocol_answer *answer,
    struct json_object *out, char **why)
{
	int rest = s->protocol == PROTOCOL_REST_JSON || s->protocol == PROTOCOL_REST_XML;

	if ((rest && !has_body(op)) || (!op->output && !is_xml(s)))
		return 0;
	if (body.len == 0)
		return protocol_fail(why, "an empty answer");
	if (op->payload && protocol_is_scalar(op->payload->shape) && op->payload->shape->type != SHAPE_DOCUMENT)
		return read_text(op->payload, body, out, why);
	return is_xml(s) ? read_xml(s, op, body, answer, out, why) : read_json(s, op, body, out, why);
}

static void
malformed(struct protocol_answer *answer, const char *why)
{
	free(answer->code);
	free(answer->message);
	answer->code = xstrdup("MalformedResponse");
	answer->message = xstrdup(why);
}

static void
read_success(const struct service *s, const struct operation *op, long status, struct span body,
    protocol_header_fn *header, void *arg, struct protocol_answer *answer)
{
	struct json_object *out = json_object_new_object();
	char *why = NULL;

	if (read_headers(op, status, header, arg, out, &why) == 0 &&
	    read_body(s, op, body, answer, out, &why) == 0)
		answer->output = out;
	else {
		json_object_put(out);
		if (!answer->code)
			malformed(answer, why);
		else if (!answer->message)
			answer->message = xstrdup("");
	}
	free(why);
}

static void
read_failure(const struct service *s, long status, struct span body, protocol_header_fn *header, void *arg,
    struct protocol_answer *answer)
{
	const char *type = header ? header(arg, "x-amzn-errortype") : NULL;
	const char *query = header && s->query_compatible ? header(arg, "x-amzn-query-error") : NULL;
	struct json_object *json = NULL;
	struct xml *root = NULL;
	char number[24], *why = NULL;

	if (query && *query != ';')	/* "Code;Sender" */
		answer->code = xstrndup(query, strcspn(query, ";"));
	else if (type && *type && !is_xml(s))
		answer->code = error_code(type);
	if (!is_xml(s) && value_parse(body, &json, &why) == 0)
		read_json_error(json, answer);
	else if (is_xml(s) && (root = xml_parse(body, &why)))
		read_xml_error(root, answer);
	if (!answer->code) {
		snprintf(number, sizeof number, "%ld", status);
		answer->code = xstrdup(number);
	}
	if (!answer->message)
		answer->message = xstrdup(error_phrase(status));
	json_object_put(json);
	xml_free(root);
	free(why);
}

static void
find_request_id(protocol_header_fn *header, void *arg, struct protocol_answer *answer)
{
	static const char *const names[] = { "x-amzn-requestid", "x-amzn-request-id", "x-amz-request-id" };
	const char *id;
	size_t i;

	for (i = 0; header && !answer->request_id && i < sizeof names / sizeof *names; i++)
		if ((id = header(arg, names[i])) && *id)
			answer->request_id = xstrdup(id);
}

void
protocol_read(const struct service *s, const char *operation, long status, struct span body,
    protocol_header_fn *header, void *arg, struct protocol_answer *answer)
{
	const struct operation *op = service_operation(s, operation);

	*answer = (struct protocol_answer){0};
	if (!op)
		malformed(answer, "an answer to no operation that we know");
	else if (body.len > BODY_SIZE)
		malformed(answer, "an answer of more than 64 MiB");
	else if (status >= 200 && status <= 299)
		read_success(s, op, status, body, header, arg, answer);
	else if (status >= 300 && status <= 599)
		read_failure(s, status, body, header, arg, answer);
	else
		malformed(answer, "no HTTP status that we know");
	find_request_id(header, arg, answer);
}

void
protocol_answer_free(struct protocol_answer *answer)
{
	json_object_put(answer->output);
	free(answer->code);
	free(answer->message);
	free(answer->request_id);
	*answer = (struct protocol_answer){0};
}
