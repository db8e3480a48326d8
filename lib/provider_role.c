/*
 * Roles by STS: assumed by another's credentials, or by the token of a web identity.
 * Source: https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html, API_AssumeRoleWithWebIdentity.html
 */
#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "aws_ask.h"
#include "clock.h"
#include "file.h"
#include "provider_part.h"
#include "secret.h"
#include "tree.h"

enum { TOKEN_MOST = 64 << 10 };	/* bytes of a token file */

static void
add(struct json_object *o, const char *name, const char *text)
{
	if (text != NULL)
		json_object_object_add(o, name, json_object_new_string(text));
}

static struct json_object *
parameters(const struct profile *role)
{
	struct json_object *o = json_object_new_object();

	add(o, "RoleArn", role->role_arn);
	add(o, "RoleSessionName", role->role_session_name != NULL ? role->role_session_name : "qrie");
	if (role->duration_seconds != NULL)
		json_object_object_add(o, "DurationSeconds", json_object_new_int64(atol(role->duration_seconds)));
	return o;
}

/* The credentials of an answer. */
static int
take(struct json_object *output, struct credentials *fresh)
{
	struct json_object *given = tree_member(output, "Credentials");
	const char *id = tree_text(given, "AccessKeyId"), *secret = tree_text(given, "SecretAccessKey");
	const char *token = tree_text(given, "SessionToken"), *expires = tree_text(given, "Expiration");

	if (id == NULL || secret == NULL || token == NULL ||
	    (expires != NULL && clock_parse(span_of(expires), &fresh->expires) == -1))
		return -1;
	fresh->id = xstrdup(id);
	fresh->secret = xstrdup(secret);
	fresh->token = xstrdup(token);
	return 0;
}

static int
refused(const struct provider *p, const char *operation, const char *reason, char **why)
{
	return provider_fail(why, "%s %s: %s", operation, p->from.role_arn,
	    reason != NULL ? reason : "the answer holds no credentials");
}

/* Asks STS, signed with by unless it is NULL.  Takes the parameters. */
static int
ask(const struct provider *p, struct provider *by, const char *operation, struct json_object *o,
    struct credentials *fresh, char **why)
{
	const struct provider_context *c = p->context;
	const struct aws_target target = { by, "", c->region, c->endpoint_url };
	struct aws_asked asked;
	int rc;

	aws_ask(c->aws, &target, p->service, operation, o, &asked);
	rc = asked.output != NULL ? take(asked.output, fresh) : -1;
	if (rc == -1)
		refused(p, operation, asked.why, why);
	aws_asked_free(&asked);
	return rc;
}

int
provider_role(struct provider *p, struct credentials *fresh, char **why)
{
	const struct credentials *c;
	struct json_object *o;
	struct provider *by;
	const char *reason;
	int rc;

	if ((c = provider_credentials(p->source, &reason)) == NULL)
		return provider_fail(why, "%s", reason);
	/* a copy: were they due again in this moment, STS would be asked from within a question to STS */
	by = provider_fixed(c);
	o = parameters(&p->from);
	add(o, "ExternalId", p->from.external_id);
	rc = ask(p, by, "AssumeRole", o, fresh, why);
	provider_free(by);
	return rc;
}

/* A role that is being assumed. */
struct start {
	struct provider *p;
	struct aws_target target;
	provider_started *done;
	void *arg;
};

static void
take_start(void *arg, const struct protocol_answer *answer, const struct aws_stats *stats)
{
	struct start *start = arg;
	struct credentials fresh = {0};
	const char *code = answer->code;
	char *reason = NULL, *why = NULL;

	if (code != NULL)
		refused(start->p, "AssumeRole", reason = aws_answer_why(answer), &why);
	else if (take(answer->output, &fresh) == -1)
		refused(start->p, "AssumeRole", NULL, &why);
	else
		(void)provider_adopt(start->p, &fresh, &why);
	if (why != NULL && code == NULL)
		code = "UnexpectedAnswer";
	secret_json_put(json_object_get(answer->output));
	start->done(start->arg, code, why, stats);
	free(reason);
	free(why);
	free(start);
}

void
provider_start(struct provider *p, struct aws *a, provider_started *done, void *arg)
{
	const struct provider_context *c = p->context;
	struct json_object *o = parameters(&p->from);
	struct start *start = xcalloc(1, sizeof(*start));

	add(o, "ExternalId", p->from.external_id);
	*start = (struct start){
		.p = p, .done = done, .arg = arg,
		.target = { .provider = p->source, .account = "", .region = c->region, .endpoint_url = c->endpoint_url }
	};
	aws_call_secret(a, &start->target, p->service, "AssumeRole", o, take_start, start);
	secret_json_put(o);
}

int
provider_web_identity(struct provider *p, struct credentials *fresh, char **why)
{
	struct json_object *o;
	struct buf token = {0};
	int rc;

	buf_reserve(&token, TOKEN_MOST);
	if (file_read(p->from.web_identity_token_file, &token) == -1)
		rc = provider_fail(why, "web identity: %s: %s", p->from.web_identity_token_file, strerror(errno));
	else {
		while (token.len > 0 && isspace((unsigned char)token.data[token.len - 1]))
			token.data[--token.len] = '\0';
		if (token.len > 0 && token.len == strlen(token.data) && provider_is_plain(token.data) == 0) {
			o = parameters(&p->from);
			add(o, "WebIdentityToken", token.data);
			rc = ask(p, NULL, "AssumeRoleWithWebIdentity", o, fresh, why);
		} else
			rc = provider_fail(why, "web identity: %s: not a token", p->from.web_identity_token_file);
	}
	secret_buf_free(&token);
	return rc;
}
