/*
 * Who we are: base keys, then each role in turn (STS AssumeRole), then GetCallerIdentity.
 * Source: https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */
#ifndef QRIE_SIGNIN_H
#define QRIE_SIGNIN_H

#include "aws.h"

struct signin {
	struct credentials credentials;
	char *account, *arn;
};

/* sts: its service.  region: where STS is asked.  endpoint_url: the profile's, or NULL.
   0, with *who set (signin_free()); or -1 with *why (malloc'd) set. */
int signin(struct aws *a, const struct credentials_plan *plan, const struct service *sts, const char *region,
    const char *endpoint_url, struct signin *who, char **why);
void signin_free(struct signin *who);

#endif
