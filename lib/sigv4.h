/*
 * AWS Signature Version 4: the headers that sign one request.
 * The clock is an argument, so that published vectors are tests.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
#ifndef QRIE_SIGV4_H
#define QRIE_SIGV4_H

#include <time.h>

#include "buf.h"

struct sigv4_key {
	const char *id, *secret;
	const char *token;	/* NULL: not temporary */
};

struct sigv4_header {
	const char *name, *value;
};

struct sigv4_request {
	const char *method;
	const char *path;	/* as it goes on the wire, percent-encoded once; "/" at least */
	const char *query;	/* as it goes on the wire, without "?"; "" for none; need not be sorted */
	const struct sigv4_header *headers;	/* all that are signed, host among them; x-amz-date, x-amz-security-token
						   and x-amz-content-sha256 are added here */
	size_t nheaders;
	struct span body;
	const char *region, *service;	/* the service's signing name */
	int path_as_is;		/* S3: a path is neither normalised nor encoded a second time */
	int content_sha256;	/* S3: x-amz-content-sha256 is sent, so it is signed; no other service needs it */
};

struct sigv4_signature {
	char date[17];			/* x-amz-date: 20261122T210000Z */
	char content_sha256[65];	/* of the body, in hexadecimal */
	char *authorization;		/* malloc'd; sigv4_free() */
	struct buf canonical, to_sign;	/* what was signed, for the tests: canonical holds the session token, so
					   it is never printed, and wiped when freed */
};

/* 0; or -1 with errno set (libcrypto failed, or a request that cannot be signed: EINVAL) and nothing to free. */
int sigv4_sign(const struct sigv4_key *key, const struct sigv4_request *req, time_t now, struct sigv4_signature *sig);
void sigv4_free(struct sigv4_signature *sig);

#endif
