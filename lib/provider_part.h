/* What the files provider*.c share; for nobody else. */
#ifndef QRIE_PROVIDER_PART_H
#define QRIE_PROVIDER_PART_H

#include "aws.h"
#include "provider.h"
#include "service.h"

/* Makes credentials.  0, with *fresh set; or -1 with *why (malloc'd) set, and *fresh to be freed all the same. */
typedef int provider_fetch(struct provider *p, struct credentials *fresh, char **why);

struct provider {
	const struct provider_context *context;
	provider_fetch *fetch;		/* NULL: they stay as they are */
	struct profile from;		/* the settings that fetch reads */
	char *looked;			/* where else was looked before, or NULL */
	const struct service *service, *oidc;	/* sts; or sso and sso-oidc */
	struct provider *source;	/* who assumes the role, or NULL */
	int owns_source;
	int tolerant;			/* what is fresh but expired by our clock is used nevertheless */
	struct credentials credentials;	/* id NULL: not made yet */
	long long due_ms, end_ms;	/* wall clock: to make new ones, to use these no more; 0: never */
	long long pause_ms;		/* after a failure: nothing is asked before */
	char *why;			/* of the last failure */
};

/* *why = printf(...); returns -1. */
int provider_fail(char **why, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* 0 if a file's text can be a header's value and its like (printing ASCII without blanks), else -1. */
int provider_is_plain(const char *text);

/* Takes fresh credentials into use, if they are good.  0; or -1 with *why (malloc'd) set, and *fresh freed. */
int provider_adopt(struct provider *p, struct credentials *fresh, char **why);

provider_fetch provider_process, provider_container, provider_instance, provider_sso, provider_web_identity,
    provider_role;

/*
 * A document with AccessKeyId, SecretAccessKey, Token or SessionToken, Expiration.  text is borrowed.
 * expires: Expiration must be there.  0; or -1 with *why (malloc'd), which shows none of it but Code and Message.
 */
int provider_read_document(struct span text, int expires, struct credentials *c, char **why);

/* One request to a service of the machine: no proxy, no redirect. */
struct metadata_request {
	const char *method, *url;
	const char *headers[2][2];	/* name and value; name NULL: no more */
	long timeout_ms;		/* of each try */
	int tries;
};
/* 0, with *status and the body appended; or -1 with *why (malloc'd): no answer. */
int metadata_ask(const struct metadata_request *r, const struct aws_options *o, long *status, struct buf *body,
    char **why);
/* 0 if url may be asked for credentials: https, or http to loopback or one of the hosts (NULL-terminated). */
int metadata_check(const char *url, const char *const *hosts, char **why);

#endif
