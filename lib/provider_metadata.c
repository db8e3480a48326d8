/* Requests to the services of the machine itself: containers' credentials, instance metadata. */
#include <curl/curl.h>
#include <stdlib.h>
#include <string.h>

#include "endpoint.h"
#include "http.h"
#include "provider_part.h"

enum { BODY_MOST = 64 << 10, POLL_MS = 100 };

/* A part of an address as libcurl reads it, which is what is asked in the end; NULL if it is not there. */
static char *
part(CURLU *address, CURLUPart which)
{
	char *text = NULL;

	return curl_url_get(address, which, &text, 0) == CURLUE_OK ? text : NULL;
}

static int
is_allowed(const char *scheme, const char *host, const char *const *hosts)
{
	if (scheme == NULL || host == NULL || *host == '\0')
		return 0;
	if (strcmp(scheme, "https") == 0)
		return 1;
	if (strcmp(scheme, "http") != 0)
		return 0;
	while (*hosts != NULL && strcmp(*hosts, host) != 0)
		hosts++;
	return *hosts != NULL || endpoint_is_loopback(span_of(host));
}

int
metadata_check(const char *url, const char *const *hosts, char **why)
{
	CURLU *address = curl_url();
	char *scheme, *host, *user;
	int status = 0;

	if (address == NULL || curl_url_set(address, CURLUPART_URL, url, 0) != CURLUE_OK) {
		curl_url_cleanup(address);
		return provider_fail(why, "not an address");
	}
	scheme = part(address, CURLUPART_SCHEME);
	host = part(address, CURLUPART_HOST);
	user = part(address, CURLUPART_USER);
	if (user != NULL)
		status = provider_fail(why, "an address with a user in it");
	else if (!is_allowed(scheme, host, hosts))
		status = provider_fail(why, "neither https:// nor http:// to loopback or the service's own address");
	curl_free(scheme);
	curl_free(host);
	curl_free(user);
	curl_url_cleanup(address);
	return status;
}

/* Waits for an exchange; 0, or -1 with *why if no answer came. */
static int
wait_for(struct http *http, const struct aws_options *o, long *status, struct buf *body, char **why)
{
	struct http_exchange *x;
	const char *reason;

	while ((x = http_wait(http, POLL_MS)) == NULL)
		if (o->stopped != NULL && o->stopped())
			return provider_fail(why, "interrupted");
	if (http_failure(x, &reason) != NULL)
		return provider_fail(why, "%s", reason);
	*status = http_status(x);
	buf_addspan(body, http_body(x));
	return 0;
}

static int
try_once(const struct metadata_request *r, const struct aws_options *o, long *status, struct buf *body, char **why)
{
	const struct http_options options = {
		.connections = 1, .connect_timeout_ms = r->timeout_ms, .total_timeout_ms = r->timeout_ms,
		.max_body = BODY_MOST, .secret = 1, .direct = 1, .ca_bundle = o->ca_bundle, .connect_to = o->connect_to
	};
	struct http *http = http_open(&options);
	struct http_exchange *x = http_begin(http, r->method, r->url, NULL);
	size_t i;
	int rc;

	for (i = 0; i < 2 && r->headers[i][0] != NULL; i++)
		http_add_header(x, r->headers[i][0], r->headers[i][1]);
	http_send(x, SPAN(""));
	rc = wait_for(http, o, status, body, why);
	http_close(http);
	return rc;
}

/* Is it worth another try? */
static int
failed(int rc, long status)
{
	return rc == -1 || status == 429 || status >= 500;
}

int
metadata_ask(const struct metadata_request *r, const struct aws_options *o, long *status, struct buf *body,
    char **why)
{
	int i, rc;

	buf_reserve(body, BODY_MOST);	/* it is not moved: it may be a secret */
	*why = NULL;
	for (i = 0;; i++) {
		*status = 0;
		buf_clear(body);
		rc = try_once(r, o, status, body, why);
		if (!failed(rc, *status) || i + 1 >= r->tries || (o->stopped != NULL && o->stopped()))
			return rc;
		free(*why);
		*why = NULL;
	}
}
