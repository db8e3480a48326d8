/* Calls to AWS: a request built, placed, signed and sent. */
#include <string.h>
#include <stdlib.h>

#include "aws_part.h"
#include "sigv4.h"

enum { HEADERS = 32, SECRET_MOST = 64 << 10 };

void
call_place(struct aws *a, struct call *call)
{
	const char *why;

	if (endpoint_resolve(call->service, call->region, call->target->endpoint_url, a->options.env, &call->endpoint,
	    &why) < 0)
		call->refused = xstrdup(why);
	else
		endpoint_address(&call->endpoint, &call->request, &call->url, &call->host, &call->path);
}

/* The headers to sign: the request's own and Host. */
static size_t
headers_of(const struct call *call, struct sigv4_header headers[HEADERS])
{
	size_t i, n = 0;

	headers[n++] = (struct sigv4_header){ "Host", call->host };
	for (i = 0; i < call->request.nheaders && n < HEADERS; i++)
		headers[n++] = (struct sigv4_header){ call->request.headers[i].name, call->request.headers[i].value };
	return n;
}

/* S3 and S3 Control have their own rules of signing (sigv4.h). */
static int
signs_as_s3(const struct call *call)
{
	return !strcmp(call->service->signing_name, "s3");
}

static int
sign(const struct aws *a, const struct call *call, const struct credentials *c, const struct sigv4_header *headers,
    size_t nheaders, struct sigv4_signature *signature)
{
	const struct sigv4_key key = { c->id, c->secret, c->token };
	const struct sigv4_request request = {
		.method = call->request.method, .path = call->path,
		.query = call->request.query.len ? call->request.query.data : "",
		.headers = headers, .nheaders = nheaders, .body = buf_span(&call->request.body),
		.region = call->endpoint.signing_region, .service = call->service->signing_name,
		.path_as_is = signs_as_s3(call), .content_sha256 = signs_as_s3(call)
	};

	return sigv4_sign(&key, &request, (time_t)((a->options.now_ms() + a->skew_ms) / 1000), signature);
}

/* Adds the signature and what belongs to it; -1 if it cannot be made. */
static int
add_signature(const struct aws *a, struct call *call, const struct credentials *c, const struct sigv4_header *headers,
    size_t n, struct http_exchange *x)
{
	struct sigv4_signature signature = {0};

	if (sign(a, call, c, headers, n, &signature) < 0) {
		sigv4_free(&signature);
		return -1;
	}
	http_add_header(x, "X-Amz-Date", signature.date);
	if (c->token)
		http_add_header(x, "X-Amz-Security-Token", c->token);
	if (signs_as_s3(call))
		http_add_header(x, "X-Amz-Content-Sha256", signature.content_sha256);
	http_add_header(x, "Authorization", signature.authorization);
	sigv4_free(&signature);
	free(call->signed_by);
	call->signed_by = xstrdup(c->id);
	return 0;
}

int
call_send(struct aws *a, struct call *call, const char **code, const char **why)
{
	struct provider *provider = call->target->provider;
	struct sigv4_header headers[HEADERS];
	const struct credentials *c = NULL;
	struct http_exchange *x;
	size_t i, n = headers_of(call, headers);

	*code = "NoCredentials";
	if (provider && !(c = provider_credentials(provider, why)))
		return -1;
	x = http_begin(a->http, call->request.method, call->url, call);
	if (call->secret)
		http_keep_secret(x, SECRET_MOST);
	if (call->once)
		http_send_once(x);
	for (i = 0; i < n; i++)
		http_add_header(x, headers[i].name, headers[i].value);
	if (c && add_signature(a, call, c, headers, n, x) < 0) {
		http_end(x);
		*code = "InvalidRequest";
		*why = "cannot be signed";
		return -1;
	}
	http_send(x, buf_span(&call->request.body));
	return 0;
}
