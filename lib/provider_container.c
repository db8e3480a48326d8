/*
 * The credentials of a container: ECS, EKS pod identity, and what else speaks as they do.
 * Source: https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "file.h"
#include "provider_part.h"
#include "secret.h"

#define ECS "http://169.254.170.2"

enum { TIMEOUT_MS = 2000, TRIES = 3 };

/* Of ECS, and of EKS pod identity. */
static const char *const hosts[] = { "169.254.170.2", "169.254.170.23", "[fd00:ec2::23]", NULL };

/* The address, malloc'd; NULL with *why set. */
static char *
find_address(endpoint_env *env, char **why)
{
	const char *relative = not_empty(env("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"));
	const char *full = not_empty(env("AWS_CONTAINER_CREDENTIALS_FULL_URI"));
	struct buf url = {0};
	char *reason;

	if (relative != NULL && *relative != '/') {
		provider_fail(why, "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI does not begin with a /");
		return NULL;
	}
	if (relative != NULL)
		buf_adds(&url, ECS);
	buf_adds(&url, relative != NULL ? relative : full);
	if (metadata_check(url.data, hosts, &reason) == 0)
		return url.data;
	provider_fail(why, "AWS_CONTAINER_CREDENTIALS_%s_URI: %s", relative != NULL ? "RELATIVE" : "FULL", reason);
	free(reason);
	buf_free(&url);
	return NULL;
}

/* The token for the Authorization header, if there is one to be sent. */
static int
read_token(endpoint_env *env, struct buf *token, char **why)
{
	const char *file = not_empty(env("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"));
	const char *text = not_empty(env("AWS_CONTAINER_AUTHORIZATION_TOKEN"));

	buf_reserve(token, 64 << 10);
	if (file != NULL && file_read(file, token) == -1)
		return provider_fail(why, "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: %s: %s", file, strerror(errno));
	if (file == NULL && text != NULL)
		buf_adds(token, text);
	if (token->len == 0 || (strlen(token->data) == token->len && strpbrk(token->data, "\r\n") == NULL))
		return 0;
	return provider_fail(why, "AWS_CONTAINER_AUTHORIZATION_TOKEN%s holds a line break", file != NULL ? "_FILE" : "");
}

static int
ask(struct provider *p, const char *url, const char *token, struct credentials *fresh, char **why)
{
	const struct metadata_request request = {
		"GET", url, { { "Accept", "application/json" }, { token != NULL ? "Authorization" : NULL, token } },
		TIMEOUT_MS, TRIES
	};
	struct buf body = {0};
	char *reason = NULL;
	long status;
	int rc = metadata_ask(&request, p->context->options, &status, &body, &reason);

	if (rc == 0 && (rc = provider_read_document(buf_span(&body), 1, fresh, &reason)) == 0 && status != 200)
		rc = provider_fail(&reason, "the answer is no success");
	if (rc == -1 && status != 0)
		provider_fail(why, "container credentials: %s: status %ld: %s", url, status, reason);
	else if (rc == -1)
		provider_fail(why, "container credentials: %s: %s", url, reason);
	free(reason);
	secret_buf_free(&body);
	return rc;
}

int
provider_container(struct provider *p, struct credentials *fresh, char **why)
{
	endpoint_env *env = p->context->options->env;
	char *url = find_address(env, why);
	struct buf token = {0};
	int rc = -1;

	if (url != NULL && read_token(env, &token, why) == 0)
		rc = ask(p, url, token.len > 0 ? token.data : NULL, fresh, why);
	secret_buf_free(&token);
	free(url);
	return rc;
}
