/*
 * HTTP exchanges, many at once, on libcurl's multi interface.  TLS is verified, no redirect is followed (a signed
 * request is for one host), an answer longer than max_body is an error.  Nothing here retries.
 */
#ifndef QRIE_HTTP_H
#define QRIE_HTTP_H

#include "buf.h"

struct http_options {
	int connections;		/* at most, all hosts together */
	long connect_timeout_ms;	/* until the connection stands, TLS included */
	long first_timeout_ms;		/* until the answer begins; 0: as long as the whole may take */
	long total_timeout_ms;		/* until the answer is whole */
	long long (*ticks_ms)(void);	/* a clock that only goes forward, for first_timeout_ms */
	size_t max_body;		/* bytes */
	int secret;			/* answers hold secrets: room for max_body is reserved, and wiped at the end */
	int direct;			/* no proxy, whatever the environment says */
	const char *ca_bundle;		/* a file, or NULL for the system's */
	const char *const *connect_to;	/* "host:port:host:port" as curl's --connect-to; NULL-terminated, or NULL */
};

struct http;
struct http *http_open(const struct http_options *o);	/* exits 3 without memory; borrows what o points to */
void http_close(struct http *h);			/* ends all exchanges that were not ended */

/* Begin, add headers, send, wait until http_wait() gives it back, read, end. */
struct http_exchange;
struct http_exchange *http_begin(struct http *h, const char *method, const char *url, void *arg);
/* Before it is sent: the answer holds secrets.  At most so many bytes are taken, into room that is wiped at the end. */
void http_keep_secret(struct http_exchange *x, size_t most);
/* Before it is sent: over a new connection, since libcurl by itself sends again what went over one found closed. */
void http_send_once(struct http_exchange *x);
void http_add_header(struct http_exchange *x, const char *name, const char *value);
void http_send(struct http_exchange *x, struct span body);	/* body is borrowed until the end */
/* One that is over, or NULL if none is within timeout_ms. */
struct http_exchange *http_wait(struct http *h, long timeout_ms);
/* Any that was begun and not ended, or NULL. */
struct http_exchange *http_any(struct http *h);

void *http_arg(const struct http_exchange *x);
long http_status(const struct http_exchange *x);		/* 0 if there was no answer */
struct span http_body(const struct http_exchange *x);
/* A header of the answer by name in any case, or NULL; valid until the end. */
const char *http_header(const struct http_exchange *x, const char *name);
/* NULL if a whole answer came; else ConnectionFailed, NameNotResolved, Timeout, MalformedResponse (cut short),
   ResponseTooLarge or CertificateInvalid, static, with *why, valid until the end. */
const char *http_failure(const struct http_exchange *x, const char **why);
void http_end(struct http_exchange *x);

#endif
