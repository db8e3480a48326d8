#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include "percent.h"
#include "sigv4.h"

enum { DIGEST = 32, ADDED_HEADERS = 3 };

/* A query parameter or a header in canonical form. */
struct pair {
	struct buf name, value;
	size_t order;	/* headers of one name keep their order; parameters have none, and go by value */
};

/* Adds text as AWS spells it in a query, whatever of it was encoded already: %c3 and a raw 0xc3 are one. */
static void
add_query_text(struct buf *b, const char *text, size_t len)
{
	struct buf plain = {0};

	percent_decode(&plain, (struct span){ text, len });
	percent_encode(b, buf_span(&plain), "");
	buf_free(&plain);
}

/*
 * The path with "//", "/./" and "/x/../" resolved (RFC 3986, 5.2.4).  This is the path of the wire: an encoded dot
 * is none.
 */
static void
normalise(struct buf *out, const char *path)
{
	size_t len;

	buf_addc(out, '/');
	for (path += strspn(path, "/"); *path != '\0'; path += strspn(path, "/")) {
		len = strcspn(path, "/");
		if (len == 2 && memcmp(path, "..", 2) == 0) {
			while (out->len > 1 && out->data[--out->len - 1] != '/')
				;
		} else if (len != 1 || *path != '.') {
			buf_add(out, path, len);
			if (path[len] == '/')
				buf_addc(out, '/');
		}
		path += len;
	}
}

static void
add_path(struct buf *out, const struct sigv4_request *req)
{
	struct buf path = {0};

	if (req->path_as_is) {
		buf_adds(out, req->path);
		return;
	}
	normalise(&path, req->path);
	percent_encode(out, buf_span(&path), "/");
	buf_free(&path);
}

static int
compare_pairs(const void *a, const void *b)
{
	const struct pair *x = a, *y = b;
	int order = span_cmp(buf_span(&x->name), buf_span(&y->name));

	if (order == 0)
		order = (x->order > y->order) - (x->order < y->order);
	return order != 0 ? order : span_cmp(buf_span(&x->value), buf_span(&y->value));
}

static void
free_pairs(struct pair *pairs, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		if (pairs[i].value.data != NULL)	/* a session token may be among them */
			OPENSSL_cleanse(pairs[i].value.data, pairs[i].value.cap);
		buf_free(&pairs[i].name);
		buf_free(&pairs[i].value);
	}
	free(pairs);
}

static void
add_query(struct buf *out, const char *query)
{
	struct pair *pairs;
	size_t i, n = 1, len, name;

	for (i = 0; query[i] != '\0'; i++)
		n += query[i] == '&';
	pairs = xcalloc(n, sizeof(*pairs));
	for (n = 0; *query != '\0'; query += len + (query[len] == '&')) {
		len = strcspn(query, "&");
		name = strcspn(query, "=&");
		if (len == 0)
			continue;
		add_query_text(&pairs[n].name, query, name);
		add_query_text(&pairs[n].value, query + name + (name < len), len - name - (name < len));
		n++;
	}
	qsort(pairs, n, sizeof(*pairs), compare_pairs);
	for (i = 0; i < n; i++) {
		if (i > 0)
			buf_addc(out, '&');
		buf_addspan(out, buf_span(&pairs[i].name));
		buf_addc(out, '=');
		buf_addspan(out, buf_span(&pairs[i].value));
	}
	free_pairs(pairs, n);
}

static int
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* Name in lower case; value without blanks around it, each run of blanks inside it (a folded line too) one space. */
static void
make_header(struct pair *pair, const char *name, const char *value, size_t order)
{
	pair->order = order;
	for (; *name != '\0'; name++)
		buf_addc(&pair->name, (char)tolower((unsigned char)*name));
	for (; is_blank(*value); value++)
		;
	buf_reserve(&pair->value, strlen(value) + 1);	/* at once: growing would leave copies of a token behind */
	for (; *value != '\0'; value++)
		if (!is_blank(*value))
			buf_addc(&pair->value, *value);
		else if (value[1] != '\0' && !is_blank(value[1]))
			buf_addc(&pair->value, ' ');
}

/* The headers that are signed, canonical and sorted; frees with free_pairs(). */
static struct pair *
make_headers(const struct sigv4_key *key, const struct sigv4_request *req, const struct sigv4_signature *sig,
    size_t *count)
{
	struct pair *pairs = xcalloc(req->nheaders + ADDED_HEADERS, sizeof(*pairs));
	size_t n;

	for (n = 0; n < req->nheaders; n++)
		make_header(&pairs[n], req->headers[n].name, req->headers[n].value, n);
	make_header(&pairs[n], "x-amz-date", sig->date, n);
	n++;
	if (key->token != NULL) {
		make_header(&pairs[n], "x-amz-security-token", key->token, n);
		n++;
	}
	if (req->content_sha256) {
		make_header(&pairs[n], "x-amz-content-sha256", sig->content_sha256, n);
		n++;
	}
	qsort(pairs, n, sizeof(*pairs), compare_pairs);
	*count = n;
	return pairs;
}

static int
same_name(const struct pair *pairs, size_t i)
{
	return span_cmp(buf_span(&pairs[i - 1].name), buf_span(&pairs[i].name)) == 0;
}

static void
add_canonical(struct buf *out, const struct sigv4_request *req, const struct pair *headers, size_t n,
    const struct buf *names, const char *content_sha256)
{
	size_t i, more = 0;

	for (i = 0; i < n; i++)
		more += headers[i].name.len + headers[i].value.len + 2;
	buf_adds(out, req->method);
	buf_addc(out, '\n');
	add_path(out, req);
	buf_addc(out, '\n');
	add_query(out, req->query);
	buf_reserve(out, more + names->len + strlen(content_sha256) + 4);	/* as in make_header() */
	for (i = 0; i < n; i++) {
		if (i > 0 && same_name(headers, i))
			buf_addc(out, ',');
		else {
			buf_addc(out, '\n');
			buf_addspan(out, buf_span(&headers[i].name));
			buf_addc(out, ':');
		}
		buf_addspan(out, buf_span(&headers[i].value));
	}
	buf_adds(out, "\n\n");
	buf_addspan(out, buf_span(names));
	buf_addc(out, '\n');
	buf_adds(out, content_sha256);
}

static void
put_hex(const unsigned char digest[DIGEST], char out[2 * DIGEST + 1])
{
	static const char hex[] = "0123456789abcdef";
	size_t i;

	for (i = 0; i < DIGEST; i++) {
		out[2 * i] = hex[digest[i] >> 4];
		out[2 * i + 1] = hex[digest[i] & 15];
	}
	out[2 * DIGEST] = '\0';
}

static int
sha256_hex(struct span text, char out[2 * DIGEST + 1])
{
	unsigned char digest[DIGEST];

	if (EVP_Digest(text.len == 0 ? "" : text.at, text.len, digest, NULL, EVP_sha256(), NULL) != 1)
		return -1;
	put_hex(digest, out);
	return 0;
}

/* out may be key. */
static int
hmac(const void *key, size_t keylen, struct span text, unsigned char out[DIGEST])
{
	unsigned char digest[DIGEST];
	int ok;

	ok = HMAC(EVP_sha256(), key, (int)keylen, (const unsigned char *)text.at, text.len, digest, NULL) != NULL;
	if (ok)
		memcpy(out, digest, DIGEST);
	OPENSSL_cleanse(digest, sizeof(digest));
	return ok ? 0 : -1;
}

/* The key of one day, region and service, wiped by the caller. */
static int
derive_key(const char *secret, const struct sigv4_request *req, const char *date, unsigned char key[DIGEST])
{
	struct buf start = {0};
	int failed;

	buf_reserve(&start, strlen(secret) + 4);	/* at once: growing would leave a copy behind */
	buf_adds(&start, "AWS4");
	buf_adds(&start, secret);
	failed = hmac(start.data, start.len, (struct span){ date, 8 }, key) ||
	    hmac(key, DIGEST, span_of(req->region), key) || hmac(key, DIGEST, span_of(req->service), key) ||
	    hmac(key, DIGEST, SPAN("aws4_request"), key);
	OPENSSL_cleanse(start.data, start.cap);
	buf_free(&start);
	return failed ? -1 : 0;
}

static int
format_date(time_t now, char date[17])
{
	struct tm tm;

	if (gmtime_r(&now, &tm) == NULL || tm.tm_year < 70 || tm.tm_year > 9999 - 1900)
		return -1;
	return strftime(date, 17, "%Y%m%dT%H%M%SZ", &tm) == 16 ? 0 : -1;
}

/* Has a character that would end a header line, or begin another. */
static int
breaks_line(const char *s)
{
	return strpbrk(s, "\r\n") != NULL;
}

static int
can_sign(const struct sigv4_key *key, const struct sigv4_request *req)
{
	if (*key->id == '\0' || breaks_line(key->id) || *key->secret == '\0' ||
	    (key->token != NULL && breaks_line(key->token)) || strlen(key->secret) > 4096)
		return 0;
	return *req->method != '\0' && *req->path == '/' && *req->region != '\0' && *req->service != '\0' &&
	    !breaks_line(req->method) && !breaks_line(req->path) && !breaks_line(req->region) &&
	    !breaks_line(req->service);
}

/* Signs what sig->canonical holds already. */
static int
sign_canonical(const struct sigv4_key *key, const struct sigv4_request *req, const struct buf *names,
    struct sigv4_signature *sig)
{
	struct buf line = {0};
	char hash[2 * DIGEST + 1];
	unsigned char mac[DIGEST] = {0};
	int failed;

	if (sha256_hex(buf_span(&sig->canonical), hash) == -1)
		return -1;
	buf_addf(&sig->to_sign, "AWS4-HMAC-SHA256\n%s\n%.8s/%s/%s/aws4_request\n%s", sig->date, sig->date, req->region,
	    req->service, hash);
	failed = derive_key(key->secret, req, sig->date, mac) || hmac(mac, DIGEST, buf_span(&sig->to_sign), mac);
	put_hex(mac, hash);
	OPENSSL_cleanse(mac, sizeof(mac));
	if (failed)
		return -1;
	buf_addf(&line, "AWS4-HMAC-SHA256 Credential=%s/%.8s/%s/%s/aws4_request, SignedHeaders=%s, Signature=%s",
	    key->id, sig->date, req->region, req->service, names->data, hash);
	sig->authorization = line.data;
	return 0;
}

int
sigv4_sign(const struct sigv4_key *key, const struct sigv4_request *req, time_t now, struct sigv4_signature *sig)
{
	struct buf names = {0};
	struct pair *headers;
	size_t i, n;
	int failed;

	memset(sig, 0, sizeof(*sig));
	if (!can_sign(key, req) || format_date(now, sig->date) == -1) {
		errno = EINVAL;
		return -1;
	}
	failed = sha256_hex(req->body, sig->content_sha256) == -1;
	if (!failed) {
		headers = make_headers(key, req, sig, &n);
		for (i = 0; i < n; i++)
			if (i == 0 || !same_name(headers, i))
				buf_addf(&names, "%s%s", i > 0 ? ";" : "", headers[i].name.data);
		add_canonical(&sig->canonical, req, headers, n, &names, sig->content_sha256);
		free_pairs(headers, n);
		failed = sign_canonical(key, req, &names, sig) == -1;
		buf_free(&names);
	}
	if (failed) {
		sigv4_free(sig);
		errno = EIO;	/* libcrypto keeps its reason in a queue of its own */
	}
	return failed ? -1 : 0;
}

void
sigv4_free(struct sigv4_signature *sig)
{
	if (sig->canonical.data != NULL)
		OPENSSL_cleanse(sig->canonical.data, sig->canonical.cap);
	buf_free(&sig->canonical);
	buf_free(&sig->to_sign);
	free(sig->authorization);
	memset(sig, 0, sizeof(*sig));
}
