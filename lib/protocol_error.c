#include <stdlib.h>
#include <string.h>

#include "protocol_part.h"

static void
keep(char **field, const char *text)
{
	if (!*field && text && *text)
		*field = xstrdup(text);
}

char *
error_code(const char *text)
{
	const char *from = text, *end = text + strcspn(text, ":"), *hash;

	for (hash = text; hash < end; hash++)
		if (*hash == '#')
			from = hash + 1;
	return xstrndup(from, (size_t)(end - from));
}

/* <Error> at the root (S3), in it (query, rest-xml), or in its <Errors> (EC2). */
static const struct xml *
find_error(const struct xml *root)
{
	const struct xml *errors = xml_child(root, "Errors");

	if (strcmp(root->name, "Error") == 0)
		return root;
	return xml_child(errors ? errors : root, "Error");
}

int
is_xml_error(const struct xml *root)
{
	return strcmp(root->name, "Error") == 0 || strcmp(root->name, "ErrorResponse") == 0 ||
	    (strcmp(root->name, "Response") == 0 && xml_child(root, "Errors"));
}

static void
keep_request_id(const struct xml *node, struct protocol_answer *answer)
{
	const struct xml *metadata = xml_child(node, "ResponseMetadata");

	keep(&answer->request_id, xml_child_text(node, "RequestId"));
	keep(&answer->request_id, xml_child_text(node, "RequestID"));
	keep(&answer->request_id, xml_child_text(node, "requestId"));
	if (metadata)
		keep(&answer->request_id, xml_child_text(metadata, "RequestId"));
}

void
read_xml_error(const struct xml *root, struct protocol_answer *answer)
{
	const struct xml *error = find_error(root);

	keep_request_id(root, answer);
	if (!error)
		return;
	keep_request_id(error, answer);
	keep(&answer->code, xml_child_text(error, "Code"));
	keep(&answer->message, xml_child_text(error, "Message"));
	keep(&answer->message, xml_child_text(error, "message"));
}

static const char *
text_of(struct json_object *object, const char *key)
{
	struct json_object *value;

	if (!json_object_object_get_ex(object, key, &value) || !json_object_is_type(value, json_type_string))
		return NULL;
	return json_object_get_string(value);
}

void
read_json_error(struct json_object *body, struct protocol_answer *answer)
{
	static const char *const codes[] = { "__type", "code", "Code" };
	const char *code;
	size_t i;

	if (!json_object_is_type(body, json_type_object))
		return;
	for (i = 0; i < sizeof codes / sizeof *codes && !answer->code; i++)
		if ((code = text_of(body, codes[i])) && *code)
			answer->code = error_code(code);
	keep(&answer->message, text_of(body, "message"));
	keep(&answer->message, text_of(body, "Message"));
}

const char *
error_phrase(long status)
{
	static const struct { long status; const char *phrase; } table[] = {
		{ 301, "Moved Permanently" }, { 302, "Found" }, { 304, "Not Modified" },
		{ 307, "Temporary Redirect" }, { 308, "Permanent Redirect" }, { 400, "Bad Request" },
		{ 401, "Unauthorized" }, { 403, "Forbidden" }, { 404, "Not Found" },
		{ 405, "Method Not Allowed" }, { 406, "Not Acceptable" },
		{ 407, "Proxy Authentication Required" }, { 408, "Request Timeout" }, { 409, "Conflict" },
		{ 410, "Gone" }, { 411, "Length Required" }, { 412, "Precondition Failed" },
		{ 413, "Request Entity Too Large" }, { 414, "Request-URI Too Long" }, { 429, "Too Many Requests" },
		{ 500, "Internal Server Error" }, { 501, "Not Implemented" }, { 502, "Bad Gateway" },
		{ 503, "Service Unavailable" }, { 504, "Gateway Timeout" },
	};
	size_t i;

	for (i = 0; i < sizeof table / sizeof *table; i++)
		if (table[i].status == status)
			return table[i].phrase;
	return "";
}
