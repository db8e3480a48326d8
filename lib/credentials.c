#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

static const char *
not_empty(const char *s)
{
	return s != NULL && *s != '\0' ? s : NULL;
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

/* The name of the first setting of the profile that asks for credentials in a way that is not supported, or NULL. */
static const char *
unsupported(const struct profile *p)
{
	if (p->sso_session != NULL || p->sso_start_url != NULL)
		return p->sso_session != NULL ? "sso_session" : "sso_start_url";
	if (p->login_session != NULL)
		return "login_session";
	if (p->credential_process != NULL)
		return "credential_process";
	return p->web_identity_token_file != NULL ? "web_identity_token_file" : NULL;
}

/* The variable that asks for such a way, or NULL. */
static const char *
unsupported_variable(endpoint_env *env)
{
	static const char *const names[] = { "AWS_WEB_IDENTITY_TOKEN_FILE", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
		"AWS_CONTAINER_CREDENTIALS_FULL_URI" };
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (not_empty(env(names[i])) != NULL)
			return names[i];
	return NULL;
}

static int
from_profile(const struct profile *p, struct credentials *keys, char **why)
{
	if (p->keys.id == NULL && p->keys.secret == NULL) {
		if (unsupported(p) != NULL)
			return fail(why, "profile \"%s\": %s is not supported", p->name, unsupported(p));
		return fail(why, "profile \"%s\" has neither aws_access_key_id nor role_arn", p->name);
	}
	if (p->keys.id == NULL || p->keys.secret == NULL)
		return fail(why, "profile \"%s\": %s is missing", p->name,
		    p->keys.id == NULL ? "aws_access_key_id" : "aws_secret_access_key");
	keys->id = xstrdup(p->keys.id);
	keys->secret = xstrdup(p->keys.secret);
	keys->token = p->keys.token != NULL ? xstrdup(p->keys.token) : NULL;
	return 0;
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
	if (p->mfa_serial != NULL || p->web_identity_token_file != NULL)
		return fail(why, "profile \"%s\": %s is not supported", p->name,
		    p->mfa_serial != NULL ? "mfa_serial" : "web_identity_token_file");
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

/* Goes on with the profile that the last role of the plan names as its source. */
static int
follow_source(const struct profile *p, endpoint_env *env, struct credentials_plan *plan, char **why)
{
	struct profile source;
	char *reason;
	int status;

	/* a profile may begin its own chain, if it has the keys for it */
	if (strcmp(p->source_profile, p->name) == 0 && p->keys.id != NULL)
		return from_profile(p, &plan->base, why);
	if (is_in_plan(plan, p->source_profile))
		return fail(why, "profile \"%s\": its source_profile \"%s\" leads back to it", plan->roles[0].name,
		    p->source_profile);
	if (profile_load(p->source_profile, env, &source, &reason) == -1) {
		fail(why, "profile \"%s\": source_profile: %s", p->name, reason);
		free(reason);
		return -1;
	}
	/* a source's keys go before its role, as in the AWS SDKs */
	if (source.keys.id != NULL)
		status = from_profile(&source, &plan->base, why);
	else
		status = follow(&source, env, plan, why);
	profile_free(&source);
	return status;
}

static int
follow(const struct profile *p, endpoint_env *env, struct credentials_plan *plan, char **why)
{
	char *reason;

	if (p->role_arn == NULL)
		return from_profile(p, &plan->base, why);
	if (add_role(p, plan, why) == -1)
		return -1;
	if (p->source_profile != NULL)
		return follow_source(p, env, plan, why);
	if (strcmp(p->credential_source, "Environment") != 0)
		return fail(why, "profile \"%s\": credential_source = %s is not supported", p->name,
		    p->credential_source);
	if (from_environment(env, &plan->base, &reason) == 0)
		return 0;
	fail(why, "profile \"%s\": credential_source = Environment, but %s", p->name, reason);
	free(reason);
	return -1;
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

/* Without keys in the environment, or with a profile that goes before them. */
static int
plan_profile(const struct profile *p, int profile_asked, endpoint_env *env, struct credentials_plan *plan,
    char **why)
{
	const char *variable = profile_asked || p->role_arn != NULL ? NULL : unsupported_variable(env);

	/* AWS SDKs take web identity before the profile's keys: other keys than theirs would be a surprise */
	if (variable != NULL && (p->keys.id == NULL || strcmp(variable, "AWS_WEB_IDENTITY_TOKEN_FILE") == 0))
		return fail(why, "%s is not supported", variable);
	if (!p->found)
		return fail(why, "no credentials: AWS_ACCESS_KEY_ID is not set, and there is no profile \"%s\"", p->name);
	return follow(p, env, plan, why);
}

int
credentials_plan(const struct profile *p, int profile_asked, endpoint_env *env, struct credentials_plan *plan,
    char **why)
{
	int status;

	*why = NULL;
	memset(plan, 0, sizeof(*plan));
	if (!profile_asked && not_empty(env("AWS_ACCESS_KEY_ID")) != NULL)
		status = from_environment(env, &plan->base, why);
	else
		status = plan_profile(p, profile_asked, env, plan, why);
	if (status == -1)
		credentials_plan_free(plan);
	turn_round(plan);
	return status;
}

void
credentials_plan_free(struct credentials_plan *plan)
{
	size_t i;

	credentials_free(&plan->base);
	for (i = 0; i < plan->nroles; i++)
		profile_free(&plan->roles[i]);
	memset(plan, 0, sizeof(*plan));
}
