/* Being signed in to AWS. */
#include "session.h"

#include <err.h>
#include <stdlib.h>

/* The connection, and one of its own for what credentials need. */
static void
connect_both(struct session *s)
{
	struct aws_options *o = &s->aws_options;

	*o = s->options->aws;
	if (!o->ca_bundle && !(o->ca_bundle = not_empty(o->env("AWS_CA_BUNDLE"))))
		o->ca_bundle = not_empty(s->profile.ca_bundle);
	s->own_options = provider_aws_options(o);
	s->aws = aws_open(o);
	s->context = (struct provider_context){
		.aws = aws_open(&s->own_options), .options = &s->own_options, .services = &s->services,
		.shapes = s->options->shapes, .region = s->region, .endpoint_url = s->profile.endpoint_url,
		.renew_before_s = PROVIDER_RENEW_BEFORE_S
	};
}

int
session_open(struct session *s, const struct session_options *o)
{
	char *why;

	*s = (struct session){ .options = o };
	if (profile_load(o->profile, o->aws.env, &s->profile, &why) < 0) {
		warnx("%s", why);
		free(why);
		return -1;
	}
	if (!(s->region = not_empty(profile_region(&s->profile, o->aws.env))))
		s->region = "us-east-1";
	connect_both(s);
	return 0;
}

int
session_sign_in(struct session *s)
{
	const struct service *sts = session_service(s, "sts");
	struct credentials_plan plan;
	char *why;

	if (!sts)
		return -1;
	if (credentials_plan(&s->profile, s->options->profile != NULL, s->options->aws.env, &plan, &why) < 0) {
		warnx("%s", why);
		free(why);
		return -1;
	}
	s->provider = provider_of_plan(&plan, &s->context);
	credentials_plan_free(&plan);
	if (!s->provider)
		return -1;
	if (signin(s->aws, s->provider, sts, s->region, s->profile.endpoint_url, &s->who, &why) < 0) {
		warnx("cannot sign in: %s", why);
		free(why);
		return -1;
	}
	return 0;
}

struct provider *
session_provider(struct session *s, const char *profile, struct profile *p, char **why)
{
	struct credentials_plan plan;
	struct provider *provider = NULL;

	if (profile_load(profile, s->options->aws.env, p, why) < 0) {
		*p = (struct profile){0};
		return NULL;
	}
	if (credentials_plan(p, 1, s->options->aws.env, &plan, why) == 0) {
		if (!(provider = provider_of_plan(&plan, &s->context)))
			*why = xstrdup("there are no shapes of what its credentials need");
		credentials_plan_free(&plan);
	}
	if (!provider)
		profile_free(p);
	return provider;
}

const struct service *
session_service(struct session *s, const char *name)
{
	return services_add(&s->services, s->options->shapes, name);
}

struct aws_target
session_target(const struct session *s, const char *region)
{
	return (struct aws_target){ s->provider, s->who.account, region, s->profile.endpoint_url };
}

void
session_close(struct session *s)
{
	provider_free(s->provider);
	if (s->aws) {
		aws_close(s->context.aws);
		aws_close(s->aws);
	}
	signin_free(&s->who);
	profile_free(&s->profile);
	services_free(&s->services);
	*s = (struct session){0};
}
