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
	int path_style;		/* the bucket goes into the path */
};

typedef const char *endpoint_env(const char *name);	/* getenv's shape, so that tests need no environment */

/* "aws", "aws-cn", "aws-us-gov", "aws-iso", "aws-iso-b", ...; by the region's prefix. Static. */
const char *endpoint_partition(const char *region);
/* region: what the caller asks for; a global service is signed for its partition's home region.
   custom: the profile's endpoint_url, or NULL.  0; or -1 with *why (static) set: an http:// address that is not
   loopback, a region or bucket name that cannot stand in a host name. */
int endpoint_resolve(const struct service *s, const char *region, const char *custom, endpoint_env *env,
    struct endpoint *e, const char **why);
/* The whole address of a request there, and its Host header; malloc'd both. */
void endpoint_address(const struct endpoint *e, const struct protocol_request *req, char **url, char **host,
    char **path);
void endpoint_free(struct endpoint *e);

#endif
