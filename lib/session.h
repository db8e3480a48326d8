/*
 * Being signed in to AWS: the profile, its credentials, the account that they are of, and the connection that calls go
 * over.  Whatever asks AWS begins here.
 *
 *	struct session s = {0};
 *	session_open(&s, &options);			asks nothing yet
 *	session_sign_in(&s);				STS: who are we?
 *	target = session_target(&s, region);
 *	aws_call(s.aws, &target, session_service(&s, "ec2"), ...);
 *	session_close(&s);
 *
 * Functions that give an int: 0, or -1 having said why on standard error.
 */
#ifndef QRIE_SESSION_H
#define QRIE_SESSION_H

#include "aws.h"
#include "services.h"
#include "signin.h"

struct session_options {
	const char *profile;		/* named on the command line; NULL: AWS_PROFILE, else "default" */
	const char *shapes;		/* the folder */
	/* ca_bundle NULL: AWS_CA_BUNDLE or the profile's; env is asked for the profile, credentials and region too */
	struct aws_options aws;
};

/* Its address is kept: it never moves. */
struct session {
	const struct session_options *options;	/* borrowed */
	struct services services;		/* those added so far */
	struct profile profile;
	const char *region;			/* AWS_REGION, AWS_DEFAULT_REGION, the profile's, else us-east-1 */
	struct aws *aws;
	struct aws_options aws_options, own_options;	/* own: of the calls that credentials need */
	struct provider_context context;	/* for roles to be assumed by provider (provider_assume()) */
	struct provider *provider;
	struct signin who;			/* from session_sign_in() on */
};

int session_open(struct session *s, const struct session_options *o);
/* Makes the credentials and asks whose they are. */
int session_sign_in(struct session *s);
/* The credentials of another profile, which is loaded into p (profile_free()): a provider to be freed; or NULL with *why
   (malloc'd) set and p empty. */
struct provider *session_provider(struct session *s, const char *profile, struct profile *p, char **why);
/* A service, its shapes loaded when it is first asked for; NULL having said why. */
const struct service *session_service(struct session *s, const char *name);
/* Where calls for the session's own account go; region is borrowed. */
struct aws_target session_target(const struct session *s, const char *region);
void session_close(struct session *s);	/* one that is {0} too */

#endif
