/* HTTP exchanges, many at once, on libcurl's multi interface. */
#include "http.h"

#include <curl/curl.h>
#include <err.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <openssl/crypto.h>

#include "secret.h"

#if LIBCURL_VERSION_NUM < 0x074200
#error "libcurl 7.66.0 or newer is needed, for curl_multi_poll()"
#endif

enum { HEAD_MOST = 256 << 10 };	/* bytes of headers that are kept */

struct http {
	CURLM *multi;
	struct http_options options;
	struct curl_slist *connect_to;
	struct http_exchange *first;	/* all that were begun and not ended */
	struct http_exchange *spare;	/* ended: their handles serve again */
	long long check_ms;		/* when the next answer that has not begun may be late */
};

struct http_exchange {
	struct http *http;
	struct http_exchange *next, *previous;
	CURL *easy;
	struct curl_slist *headers;
	struct buf head, body;		/* head: "Name: value" lines, each ended by a NUL */
	void *arg;
	CURLcode result;
	long long late_ms;		/* when the answer must have begun; 0: it has, or may begin at any time */
	size_t most;			/* bytes of the body */
	int too_large, posts, late, secret;
	char why[CURL_ERROR_SIZE];
};

static struct curl_slist *
append(struct curl_slist *list, const char *line)
{
	struct curl_slist *longer = curl_slist_append(list, line);

	if (!longer)
		errx(3, "out of memory");
	return longer;
}

struct http *
http_open(const struct http_options *o)
{
	struct http *h = xcalloc(1, sizeof(*h));
	const char *const *line;

	if (curl_global_init(CURL_GLOBAL_DEFAULT) || !(h->multi = curl_multi_init()))
		errx(3, "libcurl cannot start");
	h->options = *o;
	curl_multi_setopt(h->multi, CURLMOPT_MAX_TOTAL_CONNECTIONS, (long)o->connections);
	curl_multi_setopt(h->multi, CURLMOPT_MAXCONNECTS, (long)o->connections);	/* kept, while not in use too */
	for (line = o->connect_to; line && *line; line++)
		h->connect_to = append(h->connect_to, *line);
	return h;
}

void
http_close(struct http *h)
{
	struct http_exchange *x;

	while (h->first)
		http_end(h->first);
	while ((x = h->spare)) {
		h->spare = x->next;
		curl_easy_cleanup(x->easy);
		free(x);
	}
	curl_multi_cleanup(h->multi);
	curl_slist_free_all(h->connect_to);
	curl_global_cleanup();
	free(h);
}

static size_t
take_body(char *bytes, size_t size, size_t n, void *arg)
{
	struct http_exchange *x = arg;

	if (n * size > x->most - x->body.len) {
		x->too_large = 1;
		return 0;
	}
	buf_add(&x->body, bytes, size * n);
	return size * n;
}

static size_t
take_header(char *bytes, size_t size, size_t n, void *arg)
{
	struct http_exchange *x = arg;
	size_t len = size * n;

	x->late_ms = 0;
	if (len >= 5 && !memcmp(bytes, "HTTP/", 5))
		buf_clear(&x->head);	/* what came before was a "100 Continue" or a proxy's answer */
	while (len && (bytes[len - 1] == '\r' || bytes[len - 1] == '\n'))
		len--;
	if (len && x->head.len + len < HEAD_MOST) {
		buf_add(&x->head, bytes, len);
		buf_addc(&x->head, '\0');
	}
	return size * n;
}

/* What is the same for every exchange. */
static void
set_options(struct http_exchange *x, const struct http_options *o)
{
#if LIBCURL_VERSION_NUM >= 0x075500
	curl_easy_setopt(x->easy, CURLOPT_PROTOCOLS_STR, "http,https");
#else
	curl_easy_setopt(x->easy, CURLOPT_PROTOCOLS, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS));
#endif
	curl_easy_setopt(x->easy, CURLOPT_FOLLOWLOCATION, 0L);
	curl_easy_setopt(x->easy, CURLOPT_SSL_VERIFYPEER, 1L);
	curl_easy_setopt(x->easy, CURLOPT_SSL_VERIFYHOST, 2L);
	curl_easy_setopt(x->easy, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(x->easy, CURLOPT_PATH_AS_IS, 1L);	/* what was signed is what is sent */
	curl_easy_setopt(x->easy, CURLOPT_USERAGENT, "qrie");
	curl_easy_setopt(x->easy, CURLOPT_CONNECTTIMEOUT_MS, o->connect_timeout_ms);
	curl_easy_setopt(x->easy, CURLOPT_TIMEOUT_MS, o->total_timeout_ms);
	curl_easy_setopt(x->easy, CURLOPT_MAXFILESIZE_LARGE, (curl_off_t)o->max_body);	/* where it is told before */
	curl_easy_setopt(x->easy, CURLOPT_ERRORBUFFER, x->why);
	curl_easy_setopt(x->easy, CURLOPT_PRIVATE, x);
	curl_easy_setopt(x->easy, CURLOPT_WRITEFUNCTION, take_body);
	curl_easy_setopt(x->easy, CURLOPT_WRITEDATA, x);
	curl_easy_setopt(x->easy, CURLOPT_HEADERFUNCTION, take_header);
	curl_easy_setopt(x->easy, CURLOPT_HEADERDATA, x);
	if (o->direct)
		curl_easy_setopt(x->easy, CURLOPT_NOPROXY, "*");
	if (o->ca_bundle)
		curl_easy_setopt(x->easy, CURLOPT_CAINFO, o->ca_bundle);
	if (x->http->connect_to)
		curl_easy_setopt(x->easy, CURLOPT_CONNECT_TO, x->http->connect_to);
}

/* A new exchange, or a spare one made as new. */
static struct http_exchange *
take_exchange(struct http *h)
{
	struct http_exchange *x = h->spare;
	CURL *easy;

	if (x) {
		h->spare = x->next;
		easy = x->easy;
		curl_easy_reset(easy);
		*x = (struct http_exchange){ .easy = easy };
		return x;
	}
	x = xcalloc(1, sizeof(*x));
	if (!(x->easy = curl_easy_init()))
		errx(3, "out of memory");
	return x;
}

struct http_exchange *
http_begin(struct http *h, const char *method, const char *url, void *arg)
{
	struct http_exchange *x = take_exchange(h);

	x->http = h;
	x->arg = arg;
	if ((x->next = h->first))
		x->next->previous = x;
	h->first = x;
	set_options(x, &h->options);
	curl_easy_setopt(x->easy, CURLOPT_URL, url);
	if (!strcmp(method, "HEAD"))
		curl_easy_setopt(x->easy, CURLOPT_NOBODY, 1L);
	else if (strcmp(method, "GET"))
		curl_easy_setopt(x->easy, CURLOPT_CUSTOMREQUEST, method);
	x->posts = !strcmp(method, "POST") || !strcmp(method, "PUT");
	x->headers = append(NULL, "Expect:");
	x->most = h->options.max_body;
	if (h->options.secret)
		http_keep_secret(x, h->options.max_body);
	return x;
}

void
http_keep_secret(struct http_exchange *x, size_t most)
{
	x->secret = 1;
	x->most = most;
	buf_reserve(&x->body, most);
}

void
http_send_once(struct http_exchange *x)
{
	curl_easy_setopt(x->easy, CURLOPT_FRESH_CONNECT, 1L);
}

void
http_add_header(struct http_exchange *x, const char *name, const char *value)
{
	struct buf line = {0};

	/* libcurl drops a header without a value unless it ends in ";" */
	buf_addf(&line, *value ? "%s: %s" : "%s;", name, value);
	x->headers = append(x->headers, line.data);
	secret_buf_free(&line);
}

void
http_send(struct http_exchange *x, struct span body)
{
	if (body.len || x->posts) {	/* a POST of nothing still says Content-Length: 0 */
		curl_easy_setopt(x->easy, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)body.len);
		curl_easy_setopt(x->easy, CURLOPT_POSTFIELDS, body.len ? body.at : "");
	}
	curl_easy_setopt(x->easy, CURLOPT_HTTPHEADER, x->headers);
	if (x->http->options.first_timeout_ms) {
		x->late_ms = x->http->options.ticks_ms() + x->http->options.first_timeout_ms;
		if (!x->http->check_ms || x->late_ms < x->http->check_ms)
			x->http->check_ms = x->late_ms;
	}
	if (curl_multi_add_handle(x->http->multi, x->easy))
		errx(3, "libcurl cannot send");
}

/* An exchange that is over, or NULL. */
static struct http_exchange *
finished(struct http *h)
{
	struct http_exchange *x;
	CURLMsg *message;
	char *private;
	int left;

	while ((message = curl_multi_info_read(h->multi, &left))) {
		if (message->msg != CURLMSG_DONE)
			continue;
		curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &private);
		x = (struct http_exchange *)(void *)private;
		x->result = message->data.result;
		curl_multi_remove_handle(h->multi, x->easy);
		return x;
	}
	return NULL;
}

/* One whose answer should have begun by now, given up; or NULL. */
static struct http_exchange *
late(struct http *h)
{
	struct http_exchange *x;
	long long now;

	if (!h->check_ms || (now = h->options.ticks_ms()) < h->check_ms)
		return NULL;
	h->check_ms = 0;
	for (x = h->first; x; x = x->next) {
		if (x->late_ms && x->late_ms <= now) {
			x->late = 1;
			x->late_ms = 0;
			x->result = CURLE_OPERATION_TIMEDOUT;
			curl_multi_remove_handle(h->multi, x->easy);
			h->check_ms = now;	/* there may be others */
			return x;
		}
		if (x->late_ms && (!h->check_ms || x->late_ms < h->check_ms))
			h->check_ms = x->late_ms;
	}
	return NULL;
}

struct http_exchange *
http_wait(struct http *h, long timeout_ms)
{
	struct http_exchange *x;
	int running;

	if ((x = finished(h)))
		return x;
	curl_multi_perform(h->multi, &running);
	if ((x = finished(h)))
		return x;
	curl_multi_poll(h->multi, NULL, 0, (int)timeout_ms, NULL);
	curl_multi_perform(h->multi, &running);
	x = finished(h);
	return x ? x : late(h);
}

struct http_exchange *
http_any(struct http *h)
{
	return h->first;
}

void *
http_arg(const struct http_exchange *x)
{
	return x->arg;
}

long
http_status(const struct http_exchange *x)
{
	long status = 0;

	curl_easy_getinfo(x->easy, CURLINFO_RESPONSE_CODE, &status);
	return status;
}

struct span
http_body(const struct http_exchange *x)
{
	return buf_span(&x->body);
}

const char *
http_header(const struct http_exchange *x, const char *name)
{
	const char *line;
	size_t at, len = strlen(name);

	for (at = 0; at < x->head.len; at += strlen(line) + 1) {
		line = x->head.data + at;
		if (!strncasecmp(line, name, len) && line[len] == ':')
			return line + len + 1 + strspn(line + len + 1, " \t");
	}
	return NULL;
}

const char *
http_failure(const struct http_exchange *x, const char **why)
{
	*why = *x->why ? x->why : curl_easy_strerror(x->result);
	if (x->late)
		*why = "no answer began in time";
	if (x->too_large || x->result == CURLE_FILESIZE_EXCEEDED) {
		*why = "the answer is longer than allowed";
		return "ResponseTooLarge";
	}
	switch (x->result) {
	case CURLE_OK:
		return NULL;
	case CURLE_OPERATION_TIMEDOUT:
		return "Timeout";
	case CURLE_COULDNT_RESOLVE_HOST:
		return "NameNotResolved";
	case CURLE_PARTIAL_FILE:
	case CURLE_WEIRD_SERVER_REPLY:
	case CURLE_BAD_CONTENT_ENCODING:
		return "MalformedResponse";
	case CURLE_PEER_FAILED_VERIFICATION:
	case CURLE_SSL_CACERT_BADFILE:
		return "CertificateInvalid";
	default:
		return "ConnectionFailed";
	}
}

void
http_end(struct http_exchange *x)
{
	struct http *h = x->http;
	struct curl_slist *header;

	curl_multi_remove_handle(h->multi, x->easy);
	for (header = x->headers; header; header = header->next)	/* a session token may be among them */
		OPENSSL_cleanse(header->data, strlen(header->data));
	curl_slist_free_all(x->headers);
	buf_free(&x->head);
	if (x->secret)
		secret_buf_free(&x->body);
	buf_free(&x->body);
	if (x->next)
		x->next->previous = x->previous;
	if (x->previous)
		x->previous->next = x->next;
	else
		h->first = x->next;
	x->next = h->spare;
	h->spare = x;
}
