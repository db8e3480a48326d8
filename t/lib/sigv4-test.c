/*
 * sigv4-test FILE: signs the request of each line of FILE and compares the canonical request's hash and the signature
 * with the ones given there.  Prints "ok CASE" or what differs; status 1 if anything did.
 */
#include <err.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <json-c/json.h>
#include <openssl/evp.h>

#include "clock.h"
#include "sigv4.h"

enum { MAX_HEADERS = 16 };

static const char *
text(struct json_object *c, const char *key, const char *otherwise)
{
	struct json_object *value;

	return json_object_object_get_ex(c, key, &value) ? json_object_get_string(value) : otherwise;
}

static int
flag(struct json_object *c, const char *key)
{
	return json_object_get_boolean(json_object_object_get(c, key));
}

static size_t
read_headers(struct json_object *c, struct sigv4_header headers[MAX_HEADERS])
{
	struct json_object *list = json_object_object_get(c, "Headers"), *one;
	size_t i, n = json_object_array_length(list);

	if (n > MAX_HEADERS)
		errx(3, "%s: too many headers", text(c, "Case", ""));
	for (i = 0; i < n; i++) {
		one = json_object_array_get_idx(list, i);
		headers[i].name = json_object_get_string(json_object_array_get_idx(one, 0));
		headers[i].value = json_object_get_string(json_object_array_get_idx(one, 1));
	}
	return n;
}

static void
hash(const struct buf *b, char out[65])
{
	unsigned char digest[32];
	int i;

	if (EVP_Digest(b->data, b->len, digest, NULL, EVP_sha256(), NULL) != 1)
		errx(3, "no SHA-256");
	for (i = 0; i < 32; i++)
		snprintf(out + 2 * i, 3, "%02x", digest[i]);
}

static int
compare(struct json_object *c, const struct sigv4_signature *sig)
{
	const char *name = text(c, "Case", ""), *signature = text(c, "Signature", "");
	const char *at = strstr(sig->authorization, ", Signature=");
	char canonical[65];
	int same = 1;

	hash(&sig->canonical, canonical);
	if (strcmp(canonical, text(c, "CanonicalSha256", "")) != 0) {
		printf("%s: canonical request differs:\n%s\n", name, sig->canonical.data);
		same = 0;
	}
	if (at == NULL || strcmp(at + strlen(", Signature="), signature) != 0) {
		printf("%s: signature differs: %s\n", name, sig->authorization);
		same = 0;
	}
	if (same)
		printf("ok %s\n", name);
	return same;
}

static int
run(struct json_object *c)
{
	struct sigv4_header headers[MAX_HEADERS];
	struct sigv4_key key = { text(c, "Key", ""), text(c, "Secret", ""), text(c, "Token", NULL) };
	struct sigv4_request req = {
		.method = text(c, "Method", ""), .path = text(c, "Path", ""), .query = text(c, "Query", ""),
		.headers = headers, .nheaders = read_headers(c, headers), .body = span_of(text(c, "Body", "")),
		.region = text(c, "Region", ""), .service = text(c, "Service", ""),
		.path_as_is = flag(c, "PathAsIs"), .content_sha256 = flag(c, "ContentSha256"),
	};
	struct sigv4_signature sig;
	time_t now;
	int same;

	if (clock_parse(span_of(text(c, "Time", "")), &now) == -1)
		errx(3, "%s: no time", text(c, "Case", ""));
	if (sigv4_sign(&key, &req, now, &sig) == -1) {
		printf("%s: %s\n", text(c, "Case", ""), strerror(errno));
		return 0;
	}
	same = compare(c, &sig);
	sigv4_free(&sig);
	return same;
}

int
main(int argc, char **argv)
{
	char *line = NULL;
	size_t size = 0;
	int status = 0;
	FILE *file;

	if (argc != 2 || (file = fopen(argv[1], "r")) == NULL)
		err(3, "%s", argc == 2 ? argv[1] : "usage: sigv4-test FILE");
	while (getline(&line, &size, file) != -1) {
		struct json_object *c = json_tokener_parse(line);

		if (c == NULL)
			errx(3, "%s: not JSON: %s", argv[1], line);
		if (!run(c))
			status = 1;
		json_object_put(c);
	}
	free(line);
	fclose(file);
	return status;
}
