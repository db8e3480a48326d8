/* Who we are: STS's GetCallerIdentity, by the credentials of a provider. */
#ifndef QRIE_SIGNIN_H
#define QRIE_SIGNIN_H

#include "aws.h"

struct signin {
	char *account, *arn;
};

/* sts: its service.  region: where STS is asked.  endpoint_url: the profile's, or NULL.
   0, with *who set (signin_free()); or -1 with *why (malloc'd) set. */
int signin(struct aws *a, struct provider *provider, const struct service *sts, const char *region,
    const char *endpoint_url, struct signin *who, char **why);
void signin_free(struct signin *who);

#endif
