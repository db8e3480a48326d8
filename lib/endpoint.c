#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <arpa/inet.h>

#include "endpoint.h"
#include "percent.h"

/* Source: https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html, botocore's partitions.json. */
static const struct partition {
	const char *id, *prefix, *suffix;
} partitions[] = {
	{ "aws-cn", "cn-", "amazonaws.com.cn" },
	{ "aws-us-gov", "us-gov-", "amazonaws.com" },
	{ "aws-iso", "us-iso-", "c2s.ic.gov" },
	{ "aws-iso-b", "us-isob-", "sc2s.sgov.gov" },
	{ "aws-iso-e", "eu-isoe-", "cloud.adc-e.uk" },
	{ "aws-iso-f", "us-isof-", "csp.hci.ic.gov" },
	{ "aws-eusc", "eusc-", "amazonaws.eu" },
	{ "aws", "", "amazonaws.com" },	/* the last: whatever is none of the others */
};

static const struct partition *
partition_of(const char *region)
{
	const struct partition *p = partitions;

	while (strncmp(region, p->prefix, strlen(p->prefix)) != 0)
		p++;
	return p;
}

const char *
endpoint_partition(const char *region)
{
	return partition_of(region)->id;
}

/* One label of a host name (RFC 1123), in lower case. */
static int
is_label(struct span s)
{
	size_t i;

	if (s.len == 0 || s.len > 63 || s.at[0] == '-' || s.at[s.len - 1] == '-')
		return 0;
	for (i = 0; i < s.len; i++)
		if (!(s.at[i] >= 'a' && s.at[i] <= 'z') && !(s.at[i] >= '0' && s.at[i] <= '9') && s.at[i] != '-')
			return 0;
	return 1;
}

int
endpoint_is_region(const char *region)
{
	return is_label(span_of(region));
}

/* An address as its parts, which lie in the text it was read from. */
struct address {
	int https;
	struct span host;	/* IPv6 with its brackets */
	struct span port;	/* digits; at is NULL: none */
	struct span base;	/* "/..." without the slash at the end, or empty */
};

/* The length of a host at the beginning of s, 0 if there is none. */
static size_t
host_length(const char *s)
{
	char text[INET6_ADDRSTRLEN];
	struct in6_addr six;
	size_t len;

	if (*s != '[')
		return strspn(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_");
	len = strcspn(s, "]");
	if (s[len] != ']' || len - 1 >= sizeof(text))
		return 0;
	memcpy(text, s + 1, len - 1);
	text[len - 1] = '\0';
	return inet_pton(AF_INET6, text, &six) == 1 ? len + 1 : 0;
}

/* 0, or -1 if url is no plain http:// or https:// address (one with a user, a query or a blank is none). */
static int
parse_address(const char *url, struct address *a)
{
	memset(a, 0, sizeof(*a));
	a->https = strncasecmp(url, "https://", 8) == 0;
	if (!a->https && strncasecmp(url, "http://", 7) != 0)
		return -1;
	url += a->https ? 8 : 7;
	a->host = (struct span){ url, host_length(url) };
	if (a->host.len == 0)
		return -1;
	url += a->host.len;
	if (*url == ':') {
		a->port = (struct span){ url + 1, strspn(url + 1, "0123456789") };
		if (a->port.len == 0 || a->port.len > 5 || atol(a->port.at) > 65535)
			return -1;
		url += 1 + a->port.len;
	}
	if (*url != '\0' && *url != '/')
		return -1;
	a->base = span_of(url);
	while (a->base.len > 0 && a->base.at[a->base.len - 1] == '/')
		a->base.len--;
	while (*url > ' ' && *url < 0x7f && *url != '?' && *url != '#')
		url++;
	return *url == '\0' ? 0 : -1;
}

static int
is_ip4(struct span host, struct in_addr *ip)
{
	char text[INET_ADDRSTRLEN];

	if (host.len >= sizeof(text))
		return 0;
	memcpy(text, host.at, host.len);
	text[host.len] = '\0';
	return inet_pton(AF_INET, text, ip) == 1;	/* four decimal numbers; "127.1" is none */
}

static int
is_ip(struct span host)
{
	struct in_addr ip;

	return host.at[0] == '[' || is_ip4(host, &ip);
}

static int
ends_with(struct span host, const char *end)
{
	size_t len = strlen(end);

	return host.len >= len && strncasecmp(host.at + host.len - len, end, len) == 0;
}

int
endpoint_is_loopback(struct span host)
{
	char text[INET6_ADDRSTRLEN];
	struct in6_addr six;
	struct in_addr ip;

	if (host.at[0] == '[') {
		memcpy(text, host.at + 1, host.len - 2);
		text[host.len - 2] = '\0';
		return inet_pton(AF_INET6, text, &six) == 1 && IN6_IS_ADDR_LOOPBACK(&six);
	}
	if (is_ip4(host, &ip))
		return ntohl(ip.s_addr) >> 24 == 127;
	return (host.len == 9 && ends_with(host, "localhost")) || ends_with(host, ".localhost");
}

static int
is_true(endpoint_env *env, const char *name)
{
	const char *value = env(name);

	return value != NULL && strcasecmp(value, "true") == 0;
}

/* The address that the user wants for this service, or NULL. */
static const char *
configured(const struct service *s, const char *custom, endpoint_env *env)
{
	struct buf name = {0};
	const char *c, *url;

	if (is_true(env, "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"))
		return NULL;
	buf_adds(&name, "AWS_ENDPOINT_URL_");
	for (c = s->id; *c != '\0'; c++)	/* "S3 Control" is S3_CONTROL */
		buf_addc(&name, *c == ' ' || *c == '-' ? '_' : (char)toupper((unsigned char)*c));
	url = not_empty(env(name.data));
	buf_free(&name);
	if (url == NULL)
		url = not_empty(env("AWS_ENDPOINT_URL"));
	return url != NULL ? url : not_empty(custom);
}

static const char *
resolve_configured(const char *url, struct endpoint *e)
{
	struct address a;
	struct buf plain = {0};

	if (parse_address(url, &a) == -1)
		return "an endpoint must be https://HOST[:PORT][/PATH]";
	if (!a.https && !endpoint_is_loopback(a.host))
		return "an http:// endpoint must be a loopback address; use https://";
	buf_adds(&plain, a.https ? "https://" : "http://");
	buf_addspan(&plain, a.host);
	if (a.port.at != NULL && atol(a.port.at) != (a.https ? 443 : 80))	/* a Host header leaves these out */
		buf_addf(&plain, ":%ld", atol(a.port.at));
	buf_addspan(&plain, a.base);
	e->url = plain.data;
	e->custom = 1;
	return NULL;
}

/* host: a global service's, or NULL. */
static void
resolve_default(const struct service *s, const char *region, const struct partition *p, const char *host,
    struct endpoint *e)
{
	struct buf url = {0};

	if (host != NULL)
		buf_addf(&url, "https://%s", host);
	else
		buf_addf(&url, "https://%s.%s.%s", s->endpoint_prefix, region, p->suffix);
	e->url = url.data;
}

int
endpoint_resolve(const struct service *s, const char *region, const char *custom, endpoint_env *env,
    struct endpoint *e, const char **why)
{
	const struct partition *p = partition_of(region);
	const char *url = configured(s, custom, env), *home = region, *host = NULL;

	memset(e, 0, sizeof(*e));
	*why = NULL;
	if (s->global != NULL)
		host = service_home(s, p->id, &home);
	if (!endpoint_is_region(region))
		*why = "not the name of a region";
	else if (home == NULL)
		*why = "the service is not offered in this partition";
	else if (url != NULL)
		*why = resolve_configured(url, e);
	else if (is_true(env, "AWS_USE_FIPS_ENDPOINT"))	/* who asks for one must not get another unawares */
		*why = "AWS_USE_FIPS_ENDPOINT is not supported";
	else if (is_true(env, "AWS_USE_DUALSTACK_ENDPOINT"))
		*why = "AWS_USE_DUALSTACK_ENDPOINT is not supported";
	else
		resolve_default(s, region, p, host, e);
	if (*why != NULL)
		return -1;
	e->signing_region = xstrdup(home);
	return 0;
}

/* Where the bucket of a request, if it has one, goes. */
static int
bucket_in_host(const struct endpoint *e, const struct protocol_request *req)
{
	struct span bucket = span_of(req->bucket);

	return bucket.at != NULL && !e->custom && bucket.len >= 3 && is_label(bucket);
}

void
endpoint_address(const struct endpoint *e, const struct protocol_request *req, char **url, char **host,
    char **path)
{
	const char *at = strstr(e->url, "://") + 3, *base = at + strcspn(at, "/");
	struct buf whole = {0}, name = {0}, way = {0};

	if (bucket_in_host(e, req))
		buf_addf(&name, "%s.", req->bucket);
	else if (req->host_prefix != NULL && !is_ip((struct span){ at, strcspn(at, at[0] == '[' ? "/" : ":/") }))
		buf_adds(&name, req->host_prefix);
	buf_add(&name, at, (size_t)(base - at));
	buf_adds(&way, base);
	if (req->bucket != NULL && !bucket_in_host(e, req)) {
		buf_addc(&way, '/');
		percent_encode(&way, span_of(req->bucket), "");
	}
	if (way.len == 0 || req->path.len > 1)	/* the bucket itself is /bucket, not /bucket/ */
		buf_addspan(&way, buf_span(&req->path));
	buf_add(&whole, e->url, (size_t)(at - e->url));
	buf_addspan(&whole, buf_span(&name));
	buf_addspan(&whole, buf_span(&way));
	if (req->query.len > 0) {
		buf_addc(&whole, '?');
		buf_addspan(&whole, buf_span(&req->query));
	}
	*url = whole.data;
	*host = name.data;
	*path = way.data;
}

void
endpoint_free(struct endpoint *e)
{
	free(e->url);
	free(e->signing_region);
	memset(e, 0, sizeof(*e));
}
