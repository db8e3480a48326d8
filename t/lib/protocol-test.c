/*
 * Runs cases of the wire protocols, one JSON object a line:
 *	{Case, Service, Operation, Kind: "build", Input, Expect: {Method, HostPrefix, Bucket, Path, Query, Headers, Body}}
 *	{Case, Service, Operation, Kind: "read", Status, Headers, Body | BodyHex, Expect: {Output, Code, Message, RequestId}}
 * usage: protocol-test SHAPES [file ...]		names each case that is not as expected; exits 1 if there was one
 *        protocol-test -p SHAPES [file ...]	prints each answer instead, as Expect would hold it
 * What Expect names must be equal to the byte; Output, Code and Error must also be absent where it does not name them.
 */
#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "ndjson.h"
#include "protocol.h"

enum { PLAIN = JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE, SERVICES = 256 };

static struct service *loaded[SERVICES];

static struct service *
service_of(const char *shapes, const char *name)
{
	size_t i;

	for (i = 0; i < SERVICES && loaded[i]; i++)
		if (strcmp(loaded[i]->name, name) == 0)
			return loaded[i];
	if (i == SERVICES || !(loaded[i] = service_load(shapes, name)))
		exit(3);
	return loaded[i];
}

static struct json_object *
get(struct json_object *object, const char *key)
{
	struct json_object *value = NULL;

	json_object_object_get_ex(object, key, &value);
	return value;
}

static const char *
text(struct json_object *object, const char *key)
{
	struct json_object *value = get(object, key);

	return value ? json_object_get_string(value) : "";
}

static void
put(struct json_object *object, const char *key, const char *value)
{
	if (value && *value)
		json_object_object_add(object, key, json_object_new_string(value));
}

static const char *
header_of(void *arg, const char *name)
{
	if (!arg)
		return NULL;
	json_object_object_foreach(arg, key, value)
		if (strcasecmp(key, name) == 0)
			return json_object_get_string(value);
	return NULL;
}

static struct json_object *
run_build(const struct service *s, struct json_object *one)
{
	struct json_object *got = json_object_new_object(), *headers = json_object_new_object();
	struct protocol_request req;
	char *why;
	size_t i;

	if (protocol_build(s, text(one, "Operation"), get(one, "Input"), &req, &why) < 0) {
		put(got, "Error", why);
		json_object_put(headers);
		free(why);
		return got;
	}
	for (i = 0; i < req.nheaders; i++)
		put(headers, req.headers[i].name, req.headers[i].value);
	put(got, "Method", req.method);
	put(got, "HostPrefix", req.host_prefix);
	put(got, "Bucket", req.bucket);
	put(got, "Path", req.path.data);
	put(got, "Query", req.query.data);
	json_object_object_add(got, "Headers", headers);
	put(got, "Body", req.body.data);
	protocol_request_free(&req);
	return got;
}

/* Body, or BodyHex where JSON cannot hold it. */
static void
body_of(struct json_object *one, struct buf *body)
{
	struct json_object *value = get(one, "Body");
	const char *hex = text(one, "BodyHex");
	unsigned byte;

	if (value)
		buf_add(body, json_object_get_string(value), (size_t)json_object_get_string_len(value));
	for (; sscanf(hex, "%2x", &byte) == 1; hex += 2)
		buf_addc(body, (char)byte);
}

static struct json_object *
run_read(const struct service *s, struct json_object *one)
{
	struct json_object *got = json_object_new_object();
	struct protocol_answer answer;
	struct buf body = {0};

	body_of(one, &body);
	protocol_read(s, text(one, "Operation"), (long)json_object_get_int(get(one, "Status")), buf_span(&body),
	    header_of, get(one, "Headers"), &answer);
	if (answer.output)
		json_object_object_add(got, "Output", json_object_get(answer.output));
	put(got, "Code", answer.code);
	put(got, "Message", answer.message);
	put(got, "RequestId", answer.request_id);
	protocol_answer_free(&answer);
	buf_free(&body);
	return got;
}

static int
same(struct json_object *got, struct json_object *expect, const char *key)
{
	struct json_object *a = get(got, key), *b = get(expect, key);
	char *text_a = xstrdup(json_object_to_json_string_ext(a, PLAIN));
	int rc = strcmp(text_a, json_object_to_json_string_ext(b, PLAIN)) == 0;

	free(text_a);
	return rc;
}

static int
as_expected(struct json_object *got, struct json_object *expect)
{
	static const char *const always[] = { "Output", "Code", "Error" };
	size_t i;

	json_object_object_foreach(expect, key, value) {
		(void)value;
		if (!same(got, expect, key))
			return 0;
	}
	for (i = 0; i < sizeof always / sizeof *always; i++)
		if (!same(got, expect, always[i]))
			return 0;
	return 1;
}

/* 1 if the case is not as expected. */
static int
run_case(const char *shapes, struct json_object *one, int print)
{
	const struct service *s = service_of(shapes, text(one, "Service"));
	int build = strcmp(text(one, "Kind"), "build") == 0, bad;
	struct json_object *got = build ? run_build(s, one) : run_read(s, one);

	bad = !print && !as_expected(got, get(one, "Expect"));
	if (bad)
		printf("%s\n expected %s\n", text(one, "Case"),
		    json_object_to_json_string_ext(get(one, "Expect"), PLAIN));
	if (print || bad)
		printf("%s%s\n", bad ? "      got " : "", json_object_to_json_string_ext(got, PLAIN));
	json_object_put(got);
	return bad;
}

int
main(int argc, char **argv)
{
	int print = argc > 1 && strcmp(argv[1], "-p") == 0, bad = 0, count = 0;
	const char *shapes = argv[1 + print];
	struct ndjson in;
	struct span line;
	struct json_object *one;
	size_t i;

	if (argc < 2 + print)
		errx(3, "usage: protocol-test [-p] shapes [file ...]");
	ndjson_open(&in, argv + 2 + print);
	while (ndjson_next(&in, &line)) {
		char *copy = xstrndup(line.at, line.len);

		one = json_tokener_parse(copy);
		free(copy);
		bad += run_case(shapes, one, print);
		json_object_put(one);
		count++;
	}
	for (i = 0; i < SERVICES; i++)
		service_free(loaded[i]);
	if (!print)
		printf("%d cases, %d not as expected\n", count, bad);
	if (ndjson_close(&in))
		return 2;
	return bad || !count;
}
