/*
 * The role of an EC2 instance, from its metadata service, version 2 alone: version 1 needs no token, so whoever can
 * make a program on the machine ask for an address can have the role.
 * Source: https://docs.aws.amazon.com/sdkref/latest/guide/feature-imds-credentials.html
 */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "percent.h"
#include "provider_part.h"
#include "secret.h"

#define ROLES "/latest/meta-data/iam/security-credentials/"

enum { TIMEOUT_S = 1, TRIES = 2, TIMEOUT_MOST_S = 60, TRIES_MOST = 10 };

static const char *const hosts[] = { "169.254.169.254", "[fd00:ec2::254]", NULL };

/* A variable, else the profile's setting, else NULL. */
static const char *
setting(const struct provider *p, const char *variable, const char *of_profile)
{
	const char *value = p->context->options->env(variable);

	return value != NULL && *value != '\0' ? value : of_profile;
}

/* A whole number of a setting, from 1 to most. */
static int
number(const char *text, int otherwise, int most)
{
	char *end;
	long n;

	if (text == NULL)
		return otherwise;
	n = strtol(text, &end, 10);
	return *end != '\0' || end == text || n < 1 ? otherwise : n > most ? most : (int)n;
}

/* The service's address without a slash at the end, malloc'd; NULL with *why set. */
static char *
find_address(const struct provider *p, char **why)
{
	const char *url = setting(p, "AWS_EC2_METADATA_SERVICE_ENDPOINT", p->from.ec2_metadata_service_endpoint);
	const char *mode = setting(p, "AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE",
	    p->from.ec2_metadata_service_endpoint_mode);
	char *reason;
	size_t len;

	if (url == NULL && mode != NULL && strcasecmp(mode, "IPv4") != 0 && strcasecmp(mode, "IPv6") != 0) {
		provider_fail(why, "instance metadata: the endpoint mode is neither IPv4 nor IPv6");
		return NULL;
	}
	if (url == NULL)
		url = mode != NULL && strcasecmp(mode, "IPv6") == 0 ? "http://[fd00:ec2::254]" : "http://169.254.169.254";
	if (metadata_check(url, hosts, &reason) == -1) {
		provider_fail(why, "instance metadata: %s: %s", url, reason);
		free(reason);
		return NULL;
	}
	for (len = strlen(url); len > 0 && url[len - 1] == '/'; len--)
		;
	return xstrndup(url, len);
}

/* Asks for base and path; body is empty unless 0 is given. */
static int
ask(const struct provider *p, const char *method, const char *base, const char *path, const char *header,
    const char *value, struct buf *body, char **why)
{
	struct metadata_request request = { .method = method, .headers = { { header, value } } };
	struct buf url = {0};
	char *reason = NULL;
	long status;
	int rc;

	buf_addf(&url, "%s%s", base, path);
	request.url = url.data;
	request.timeout_ms = 1000L * number(setting(p, "AWS_METADATA_SERVICE_TIMEOUT", p->from.metadata_service_timeout),
	    TIMEOUT_S, TIMEOUT_MOST_S);
	request.tries = number(setting(p, "AWS_METADATA_SERVICE_NUM_ATTEMPTS", p->from.metadata_service_num_attempts),
	    TRIES, TRIES_MOST);
	if ((rc = metadata_ask(&request, p->context->options, &status, body, &reason)) == -1)
		provider_fail(why, "instance metadata: %s: %s", url.data, reason);
	else if (status != 200)
		rc = provider_fail(why, "instance metadata: %s: status %ld", url.data, status);
	free(reason);
	buf_free(&url);
	return rc;
}

/* The first line of an answer, as it can stand in a path or a header; NULL with *why set. */
static char *
first_line(const struct buf *body, const char *what, char **why)
{
	const char *text = buf_span(body).at;
	char *line = xstrndup(text, strcspn(text, "\r\n"));

	if (*line != '\0' && provider_is_plain(line) == 0)
		return line;
	provider_fail(why, "instance metadata: %s", what);
	secret_free(line);
	return NULL;
}

/* The role's credentials, with a token of the service. */
static int
ask_role(const struct provider *p, const char *base, const char *token, struct credentials *fresh, char **why)
{
	struct buf names = {0}, path = {0}, document = {0};
	char *role = NULL, *reason;
	int rc = ask(p, "GET", base, ROLES, "X-aws-ec2-metadata-token", token, &names, why);

	if (rc == 0 && (role = first_line(&names, "the instance has no role", why)) == NULL)
		rc = -1;
	if (rc == 0) {
		buf_adds(&path, ROLES);
		percent_encode(&path, span_of(role), "");
		rc = ask(p, "GET", base, path.data, "X-aws-ec2-metadata-token", token, &document, why);
	}
	if (rc == 0 && (rc = provider_read_document(buf_span(&document), 1, fresh, &reason)) == -1) {
		provider_fail(why, "instance metadata: role %s: %s", role, reason);
		free(reason);
	}
	buf_free(&names);
	buf_free(&path);
	secret_buf_free(&document);
	free(role);
	return rc;
}

int
provider_instance(struct provider *p, struct credentials *fresh, char **why)
{
	char *base = find_address(p, why), *token = NULL;
	struct buf body = {0};
	int rc = -1;

	if (base != NULL && ask(p, "PUT", base, "/latest/api/token", "X-aws-ec2-metadata-token-ttl-seconds", "21600",
	    &body, why) == 0)
		token = first_line(&body, "the service gave no token", why);
	if (token != NULL)
		rc = ask_role(p, base, token, fresh, why);
	secret_free(token);
	secret_buf_free(&body);
	free(base);
	return rc;
}
