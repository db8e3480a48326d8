/*
 * Where a service answers: by region and partition, or as AWS_ENDPOINT_URL_SERVICE, AWS_ENDPOINT_URL or the
 * profile's endpoint_url says.
 * Source: https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
 */
#ifndef QRIE_ENDPOINT_H
#define QRIE_ENDPOINT_H

#include "buf.h"
#include "protocol.h"
#include "service.h"

struct endpoint {
	char *url;		/* scheme://host[:port][/base], no slash at the end; malloc'd */
	char *signing_region;	/* malloc'd */
	int custom;		/* an override: S3 is then asked path-style */
};

typedef const char *endpoint_env(const char *name);	/* getenv's shape, so that tests need no environment */

/* "aws", "aws-cn", "aws-us-gov", "aws-iso", "aws-iso-b", ...; by the region's prefix. Static. */
const char *endpoint_partition(const char *region);
/* A region's name can stand in a host name: lower-case letters, digits, inner hyphens. */
int endpoint_is_region(const char *region);
/* By its spelling alone: a name that only resolves to loopback may resolve to another address next time.
   host: not empty; IPv6 in brackets. */
int endpoint_is_loopback(struct span host);
/*
 * region: what the caller asks for; a global service is signed for its partition's home region, whichever that is.
 * custom: the profile's endpoint_url, or NULL; the environment goes before it, and AWS_IGNORE_CONFIGURED_ENDPOINT_URLS
 * puts both out of force.  0; or -1 with *why (static) set: an http:// address that is not loopback, a region that
 * cannot stand in a host name, a global service that is not offered in the region's partition, a variable that asks
 * for a kind of endpoint that is not supported.
 */
int endpoint_resolve(const struct service *s, const char *region, const char *custom, endpoint_env *env,
    struct endpoint *e, const char **why);
/*
 * The whole address of a request there, its path alone (for the signature) and its Host header; malloc'd all three.
 * A bucket goes into the host if it can (https, no dot in it: certificates are for one label), else into the path.
 */
void endpoint_address(const struct endpoint *e, const struct protocol_request *req, char **url, char **host,
    char **path);
void endpoint_free(struct endpoint *e);

#endif
