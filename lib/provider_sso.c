/*
 * A role of IAM Identity Center, by the session that `aws sso login` began.
 * Source: https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/API_GetRoleCredentials.html and
 * https://docs.aws.amazon.com/singlesignon/latest/OIDCAPIReference/API_CreateToken.html
 */
#include <stdlib.h>
#include <string.h>

#include "aws_ask.h"
#include "provider_part.h"
#include "sso_token.h"
#include "tree.h"

/* Sets *why: what is wrong, and what the user can do.  Takes reason. */
static int
fail_login(const struct provider *p, char *reason, char **why)
{
	const struct profile *from = &p->from;

	if (from->sso_session != NULL)
		provider_fail(why, "profile \"%s\": %s; run `aws sso login --sso-session %s`", from->name, reason,
		    from->sso_session);
	else
		provider_fail(why, "profile \"%s\": %s; run `aws sso login --profile %s`", from->name, reason, from->name);
	free(reason);
	return -1;
}

/* Asks for a new token by the refresh token; NULL if there is one, else why not (malloc'd). */
static char *
refresh(const struct provider *p, struct sso_token *t, time_t now)
{
	const struct aws_target target = { NULL, "", p->from.sso_region, p->context->endpoint_url };
	struct json_object *parameters = sso_token_refresh(t, now);
	struct aws_asked asked;
	char *why = NULL;

	if (parameters == NULL)
		return xstrdup("it cannot be refreshed");
	aws_ask(p->context->aws, &target, p->oidc, "CreateToken", parameters, &asked);
	if (asked.output == NULL)
		provider_fail(&why, "CreateToken: %s", asked.why);
	else if (sso_token_update(t, asked.output, now) == -1)
		why = xstrdup("CreateToken: the answer holds no token");
	aws_asked_free(&asked);
	return why;
}

/* A token that is valid, refreshed if it soon is not. */
static int
load_token(const struct provider *p, struct sso_token *t, char **why)
{
	const struct provider_context *c = p->context;
	time_t now = (time_t)(c->options->now_ms() / 1000);
	const char *session = p->from.sso_session;
	char *reason = NULL, *told = NULL;

	if (sso_token_load(t, session != NULL ? session : p->from.sso_start_url, c->options->env, &reason) == -1)
		return fail_login(p, reason, why);
	if (session != NULL && t->expires - now < c->renew_before_s)
		reason = refresh(p, t, now);
	if (t->expires > now) {
		free(reason);
		return 0;
	}
	provider_fail(&told, "%s: the session has expired%s%s", t->path, reason != NULL ? ", " : "",
	    reason != NULL ? reason : "");
	free(reason);
	sso_token_free(t);
	return fail_login(p, told, why);
}

static int
take(struct json_object *output, struct credentials *fresh)
{
	struct json_object *given = tree_member(output, "roleCredentials"), *expires = tree_member(given, "expiration");
	const char *id = tree_text(given, "accessKeyId"), *secret = tree_text(given, "secretAccessKey");
	const char *token = tree_text(given, "sessionToken");

	if (id == NULL || secret == NULL || token == NULL || !json_object_is_type(expires, json_type_int))
		return -1;
	fresh->id = xstrdup(id);
	fresh->secret = xstrdup(secret);
	fresh->token = xstrdup(token);
	fresh->expires = (time_t)(json_object_get_int64(expires) / 1000);
	return 0;
}

static struct json_object *
parameters_of(const struct profile *from, const struct sso_token *t)
{
	struct json_object *o = json_object_new_object();

	json_object_object_add(o, "roleName", json_object_new_string(from->sso_role_name));
	json_object_object_add(o, "accountId", json_object_new_string(from->sso_account_id));
	json_object_object_add(o, "accessToken", json_object_new_string(t->access));
	return o;
}

int
provider_sso(struct provider *p, struct credentials *fresh, char **why)
{
	const struct profile *from = &p->from;
	const struct aws_target target = { NULL, "", from->sso_region, p->context->endpoint_url };
	struct aws_asked asked;
	struct sso_token t;
	char *reason;
	int rc;

	if (load_token(p, &t, why) == -1)
		return -1;
	aws_ask(p->context->aws, &target, p->service, "GetRoleCredentials", parameters_of(from, &t), &asked);
	sso_token_free(&t);
	rc = asked.output != NULL ? take(asked.output, fresh) : -1;
	if (rc == -1) {
		provider_fail(&reason, "GetRoleCredentials %s of %s: %s", from->sso_role_name, from->sso_account_id,
		    asked.why != NULL ? asked.why : "the answer holds no credentials");
		if (asked.code != NULL && strcmp(asked.code, "UnauthorizedException") == 0)
			rc = fail_login(p, reason, why);
		else
			*why = reason;
	}
	aws_asked_free(&asked);
	return rc;
}
