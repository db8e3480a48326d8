#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "credentials.h"

/* Sets *why to a text; always -1. */
static int __attribute__((format(printf, 2, 3)))
fail(char **why, const char *fmt, ...)
{
	va_list ap;
	int len;

	va_start(ap, fmt);
	len = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	*why = xmalloc((size_t)len + 1);
	va_start(ap, fmt);
	vsnprintf(*why, (size_t)len + 1, fmt, ap);
	va_end(ap);
	return -1;
}

static int
from_environment(endpoint_env *env, struct credentials *keys, char **why)
{
	const char *id = not_empty(env("AWS_ACCESS_KEY_ID")), *secret = not_empty(env("AWS_SECRET_ACCESS_KEY"));
	const char *token = not_empty(env("AWS_SESSION_TOKEN"));

	if (id == NULL || secret == NULL)
		return fail(why, "%s is not set", id == NULL ? "AWS_ACCESS_KEY_ID" : "AWS_SECRET_ACCESS_KEY");
	keys->id = xstrdup(id);
	keys->secret = xstrdup(secret);
	keys->token = token != NULL ? xstrdup(token) : NULL;
	return 0;
}

/* The profile's own keys. */
static int
from_keys(const struct profile *p, struct credentials_plan *plan, char **why)
{
	if (p->keys.id == NULL || p->keys.secret == NULL)
		return fail(why, "profile \"%s\": %s is missing", p->name,
		    p->keys.id == NULL ? "aws_access_key_id" : "aws_secret_access_key");
	plan->kind = CREDENTIALS_KEYS;
	plan->keys.id = xstrdup(p->keys.id);
	plan->keys.secret = xstrdup(p->keys.secret);
	plan->keys.token = p->keys.token != NULL ? xstrdup(p->keys.token) : NULL;
	return 1;
}

static int
from_settings(const struct profile *p, enum credentials_kind kind, struct credentials_plan *plan)
{
	plan->kind = kind;
	plan->from = profile_copy(p);
	return 1;
}

/* In place of a profile's setting, a variable's. */
static void
override(char **setting, endpoint_env *env, const char *variable)
{
	const char *value = env != NULL ? not_empty(env(variable)) : NULL;

	if (value == NULL)
		return;
	free(*setting);
	*setting = xstrdup(value);
}

static int
from_web_identity(const struct profile *p, endpoint_env *env, struct credentials_plan *plan, char **why)
{
	from_settings(p, CREDENTIALS_WEB_IDENTITY, plan);
	override(&plan->from.web_identity_token_file, env, "AWS_WEB_IDENTITY_TOKEN_FILE");
	override(&plan->from.role_arn, env, "AWS_ROLE_ARN");
	override(&plan->from.role_session_name, env, "AWS_ROLE_SESSION_NAME");
	if (plan->from.role_arn != NULL)
		return 1;
	if (env != NULL && not_empty(env("AWS_WEB_IDENTITY_TOKEN_FILE")) != NULL)
		return fail(why, "AWS_WEB_IDENTITY_TOKEN_FILE is set, but AWS_ROLE_ARN is not");
	return fail(why, "profile \"%s\" has web_identity_token_file, but no role_arn", p->name);
}

static int
from_sso(const struct profile *p, struct credentials_plan *plan, char **why)
{
	const char *missing = p->sso_account_id == NULL ? "sso_account_id" : p->sso_role_name == NULL ? "sso_role_name" :
	    p->sso_start_url == NULL ? "sso_start_url" : p->sso_region == NULL ? "sso_region" : NULL;

	if (p->sso_session != NULL && !p->sso_session_found)
		return fail(why, "profile \"%s\": there is no section [sso-session %s]", p->name, p->sso_session);
	if (missing != NULL)
		return fail(why, "profile \"%s\": %s is missing", p->name, missing);
	return from_settings(p, CREDENTIALS_SSO, plan);
}

/* What the profile has of its own beside a role, and with env what stands for its web identity in the environment:
   1 if there is anything, 0 if not, -1. */
static int
from_profile(const struct profile *p, endpoint_env *env, struct credentials_plan *plan, char **why)
{
	int has_keys = p->keys.id != NULL || p->keys.secret != NULL;

	if (p->web_identity_token_file != NULL ||
	    (env != NULL && not_empty(env("AWS_WEB_IDENTITY_TOKEN_FILE")) != NULL))
		return from_web_identity(p, env, plan, why);
	if (p->sso_account_id != NULL || p->sso_role_name != NULL)
		return from_sso(p, plan, why);
	if (has_keys && !p->keys_in_config)
		return from_keys(p, plan, why);
	if (p->login_session != NULL)
		return fail(why, "profile \"%s\": login_session is not supported, use credential_process with "
		    "`aws configure export-credentials`", p->name);
	if (p->credential_process != NULL)
		return from_settings(p, CREDENTIALS_PROCESS, plan);
	if (has_keys)
		return from_keys(p, plan, why);
	/* a session alone gives no credentials, but who wrote it wants it to */
	return p->sso_session != NULL || p->sso_start_url != NULL ? from_sso(p, plan, why) : 0;
}

static int
has_container(endpoint_env *env)
{
	return not_empty(env("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI")) != NULL ||
	    not_empty(env("AWS_CONTAINER_CREDENTIALS_FULL_URI")) != NULL;
}

static int
instance_is_disabled(endpoint_env *env)
{
	const char *disabled = env("AWS_EC2_METADATA_DISABLED");

	return disabled != NULL && strcasecmp(disabled, "true") == 0;
}

static int
is_number(const char *s)
{
	size_t len = strspn(s, "0123456789");

	return len > 0 && len < 10 && s[len] == '\0';
}

/* Adds the profile's role behind those that are there; they are turned round at the end. */
static int
add_role(const struct profile *p, struct credentials_plan *plan, char **why)
{
	if (p->mfa_serial != NULL)
		return fail(why, "profile \"%s\": mfa_serial is not supported", p->name);
	if (p->source_profile != NULL && p->credential_source != NULL)
		return fail(why, "profile \"%s\" has both source_profile and credential_source", p->name);
	if (p->source_profile == NULL && p->credential_source == NULL)
		return fail(why, "profile \"%s\" has role_arn, but neither source_profile nor credential_source", p->name);
	if (p->duration_seconds != NULL && !is_number(p->duration_seconds))
		return fail(why, "profile \"%s\": duration_seconds is not a number", p->name);
	if (plan->nroles == CREDENTIALS_HOPS)
		return fail(why, "profile \"%s\": more than %d roles in a row", plan->roles[0].name, CREDENTIALS_HOPS);
	plan->roles[plan->nroles++] = profile_copy(p);
	return 0;
}

static int
is_in_plan(const struct credentials_plan *plan, const char *name)
{
	size_t i;

	for (i = 0; i < plan->nroles; i++)
		if (strcmp(plan->roles[i].name, name) == 0)
			return 1;
	return 0;
}

static int follow(const struct profile *p, endpoint_env *env, struct credentials_plan *plan, char **why);

/* Does the profile stand for a role that another's credentials assume? */
static int
is_role(const struct profile *p)
{
	return p->role_arn != NULL && p->web_identity_token_file == NULL;
}

/* A source profile must have credentials of its own, or be a role. */
static int
from_source(const struct profile *source, endpoint_env *env, struct credentials_plan *plan, char **why)
{
	int found;

	/* a source's keys go before its role, as in the AWS SDKs */
	if (is_role(source) && source->keys.id == NULL)
		return follow(source, env, plan, why);
	if ((found = from_profile(source, NULL, plan, why)) == 0)
		return fail(why, "profile \"%s\", a source_profile, has no credentials", source->name);
	return found;
}

/* Goes on with the profile that the last role of the plan names as its source. */
static int
follow_source(const struct profile *p, endpoint_env *env, struct credentials_plan *plan, char **why)
{
	struct profile source;
	char *reason;
	int status;

	/* a profile may begin its own chain, if it has the keys for it */
	if (strcmp(p->source_profile, p->name) == 0 && p->keys.id != NULL)
		return from_keys(p, plan, why);
	if (is_in_plan(plan, p->source_profile))
		return fail(why, "profile \"%s\": its source_profile \"%s\" leads back to it", plan->roles[0].name,
		    p->source_profile);
	if (profile_load(p->source_profile, env, &source, &reason) == -1) {
		fail(why, "profile \"%s\": source_profile: %s", p->name, reason);
		free(reason);
		return -1;
	}
	status = from_source(&source, env, plan, why);
	profile_free(&source);
	return status;
}

/* Begins with what the profile's credential_source names. */
static int
follow_named(const struct profile *p, endpoint_env *env, struct credentials_plan *plan, char **why)
{
	const char *name = p->credential_source;
	char *reason;

	if (strcasecmp(name, "Environment") == 0) {
		if (from_environment(env, &plan->keys, &reason) == 0)
			return 1;
		fail(why, "profile \"%s\": credential_source = Environment, but %s", p->name, reason);
		free(reason);
		return -1;
	}
	if (strcasecmp(name, "EcsContainer") == 0) {
		if (has_container(env))
			return from_settings(p, CREDENTIALS_CONTAINER, plan);
		return fail(why, "profile \"%s\": credential_source = EcsContainer, but neither "
		    "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI nor AWS_CONTAINER_CREDENTIALS_FULL_URI is set", p->name);
	}
	if (strcasecmp(name, "Ec2InstanceMetadata") != 0)
		return fail(why, "profile \"%s\": credential_source = %s is not one of Environment, EcsContainer and "
		    "Ec2InstanceMetadata", p->name, name);
	if (instance_is_disabled(env))
		return fail(why, "profile \"%s\": credential_source = Ec2InstanceMetadata, but AWS_EC2_METADATA_DISABLED "
		    "is true", p->name);
	return from_settings(p, CREDENTIALS_INSTANCE, plan);
}

static int
follow(const struct profile *p, endpoint_env *env, struct credentials_plan *plan, char **why)
{
	if (add_role(p, plan, why) == -1)
		return -1;
	return p->source_profile != NULL ? follow_source(p, env, plan, why) : follow_named(p, env, plan, why);
}

static void
turn_round(struct credentials_plan *plan)
{
	struct profile kept;
	size_t i;

	for (i = 0; i < plan->nroles / 2; i++) {
		kept = plan->roles[i];
		plan->roles[i] = plan->roles[plan->nroles - 1 - i];
		plan->roles[plan->nroles - 1 - i] = kept;
	}
}

/* What was looked for in vain before the machine's own services; malloc'd. */
static char *
looked_for(const struct profile *p, int profile_asked)
{
	struct buf b = {0};

	if (!profile_asked)
		buf_adds(&b, "AWS_ACCESS_KEY_ID is not set, ");
	if (p->found)
		buf_addf(&b, "profile \"%s\" has none in %s, ", p->name, p->files);
	else
		buf_addf(&b, "profile \"%s\" is not in %s, ", p->name, p->files);
	if (!profile_asked)
		buf_adds(&b, "AWS_WEB_IDENTITY_TOKEN_FILE is not set, ");
	buf_adds(&b, "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI and AWS_CONTAINER_CREDENTIALS_FULL_URI are not set");
	return b.data;
}

/* The services of the machine, behind all else. */
static int
from_machine(const struct profile *p, int profile_asked, endpoint_env *env, struct credentials_plan *plan, char **why)
{
	if (has_container(env))
		return from_settings(p, CREDENTIALS_CONTAINER, plan);
	plan->looked = looked_for(p, profile_asked);
	if (instance_is_disabled(env))
		return fail(why, "no credentials: %s, AWS_EC2_METADATA_DISABLED is true", plan->looked);
	return from_settings(p, CREDENTIALS_INSTANCE, plan);
}

int
credentials_plan(const struct profile *p, int profile_asked, endpoint_env *env, struct credentials_plan *plan,
    char **why)
{
	int status;

	*why = NULL;
	memset(plan, 0, sizeof(*plan));
	if (!profile_asked && not_empty(env("AWS_ACCESS_KEY_ID")) != NULL)
		status = from_environment(env, &plan->keys, why);
	else if (is_role(p))
		status = follow(p, env, plan, why);
	else if ((status = from_profile(p, profile_asked ? NULL : env, plan, why)) == 0)
		status = from_machine(p, profile_asked, env, plan, why);
	if (status == -1)
		credentials_plan_free(plan);
	turn_round(plan);
	return status == -1 ? -1 : 0;
}

void
credentials_plan_free(struct credentials_plan *plan)
{
	size_t i;

	credentials_free(&plan->keys);
	profile_free(&plan->from);
	free(plan->looked);
	for (i = 0; i < plan->nroles; i++)
		profile_free(&plan->roles[i]);
	memset(plan, 0, sizeof(*plan));
}
