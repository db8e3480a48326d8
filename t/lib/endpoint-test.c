/*
 * endpoint-test [-c URL] SHAPES: reads lines "SERVICE REGION BUCKET PREFIX", "-" for none, and prints each with
 * the address of a request there, the region it is signed for and its Host header behind it; or why there is none,
 * and then ends with 1.  -c is the profile's endpoint_url; variables come from the environment.
 */
#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "endpoint.h"

static const char *
environment(const char *name)
{
	return getenv(name);
}

static char *
word_or_null(char *word)
{
	return strcmp(word, "-") == 0 ? NULL : word;
}

static int
answer(const char *shapes, const char *custom, const char *name, const char *region, char *bucket, char *prefix)
{
	struct service *s = service_load(shapes, name);
	struct protocol_request req = { .bucket = word_or_null(bucket), .host_prefix = word_or_null(prefix) };
	char *url, *host, *path;
	struct endpoint e;
	const char *why;

	if (s == NULL)
		exit(3);
	printf("%s\t%s\t%s\t%s\t", name, region, bucket, prefix);
	if (endpoint_resolve(s, region, custom, environment, &e, &why) == -1) {
		printf("%s\n", why);
		service_free(s);
		return -1;
	}
	buf_adds(&req.path, "/");
	endpoint_address(&e, &req, &url, &host, &path);
	printf("%s\t%s\t%s\n", url, e.signing_region, host);
	if (strcmp(path, strstr(strstr(url, "://") + 3, "/")) != 0)
		errx(3, "%s: its path is not %s", url, path);
	free(url);
	free(host);
	free(path);
	buf_free(&req.path);
	endpoint_free(&e);
	service_free(s);
	return 0;
}

int
main(int argc, char **argv)
{
	char name[64], region[128], bucket[128], prefix[64];
	const char *custom = NULL;
	int status = 0;

	if (argc == 4 && strcmp(argv[1], "-c") == 0) {
		custom = argv[2];
		argc -= 2;
		argv += 2;
	}
	if (argc != 2)
		errx(3, "usage: endpoint-test [-c URL] SHAPES");
	while (scanf("%63s %127s %127s %63s", name, region, bucket, prefix) == 4)
		if (answer(argv[1], custom, name, region, bucket, prefix) == -1)
			status = 1;
	return status;
}
