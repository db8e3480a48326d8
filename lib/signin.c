/* Who we are: base keys, then each role in turn, then GetCallerIdentity. */
#include "signin.h"

#include <stdlib.h>

#include "clock.h"

/* One call and what became of it. */
struct asked {
	struct json_object *output;	/* NULL: it failed, see why */
	char *why;
};

static void
keep(void *arg, const struct protocol_answer *answer, const struct aws_stats *stats)
{
	struct asked *asked = arg;
	struct buf why = {0};

	(void)stats;
	if (!answer->code) {
		asked->output = json_object_get(answer->output);
		return;
	}
	buf_adds(&why, answer->code);
	if (answer->message && *answer->message)
		buf_addf(&why, ": %s", answer->message);
	if (answer->request_id)
		buf_addf(&why, " (request %s)", answer->request_id);
	asked->why = why.data;
}

static struct json_object *
member(struct json_object *o, const char *name)
{
	struct json_object *value = NULL;

	json_object_object_get_ex(o, name, &value);
	return value;
}

/* Text of a member, malloc'd; NULL if it is not there. */
static char *
text(struct json_object *o, const char *name)
{
	struct json_object *value = member(o, name);

	return value ? xstrdup(json_object_get_string(value)) : NULL;
}

static void
copy_credentials(struct credentials *to, const struct credentials *from)
{
	to->id = xstrdup(from->id);
	to->secret = xstrdup(from->secret);
	to->token = from->token ? xstrdup(from->token) : NULL;
	to->expires = from->expires;
}

static struct json_object *
assume_parameters(const struct profile *role)
{
	struct json_object *p = json_object_new_object();

	json_object_object_add(p, "RoleArn", json_object_new_string(role->role_arn));
	json_object_object_add(p, "RoleSessionName",
	    json_object_new_string(role->role_session_name ? role->role_session_name : "qrie"));
	if (role->external_id)
		json_object_object_add(p, "ExternalId", json_object_new_string(role->external_id));
	if (role->duration_seconds)
		json_object_object_add(p, "DurationSeconds", json_object_new_int64(atol(role->duration_seconds)));
	return p;
}

/* The keys of an AssumeRole answer, in place of *keys; 0, or -1 if it holds none. */
static int
take_credentials(struct json_object *output, struct credentials *keys)
{
	struct json_object *given = member(output, "Credentials"), *expires = member(given, "Expiration");
	struct credentials fresh = { text(given, "AccessKeyId"), text(given, "SecretAccessKey"),
		text(given, "SessionToken"), 0 };

	if (!fresh.id || !fresh.secret || !fresh.token) {
		credentials_free(&fresh);
		return -1;
	}
	if (expires)
		(void)clock_parse(span_of(json_object_get_string(expires)), &fresh.expires);
	credentials_free(keys);
	*keys = fresh;
	return 0;
}

static void
explain(char **why, const char *what, const struct asked *asked)
{
	struct buf b = {0};

	buf_addf(&b, "%s: %s", what, asked->why ? asked->why : "the answer lacks what it should hold");
	*why = b.data;
}

static int
assume(struct aws *a, const struct aws_target *t, const struct service *sts, const struct profile *role,
    struct credentials *keys, char **why)
{
	struct json_object *parameters = assume_parameters(role);
	struct asked asked = {0};
	struct buf what = {0};
	int status;

	aws_call(a, t, sts, "AssumeRole", parameters, 0, keep, &asked);
	json_object_put(parameters);
	aws_run(a);
	if ((status = asked.output ? take_credentials(asked.output, keys) : -1) < 0) {
		buf_addf(&what, "AssumeRole %s", role->role_arn);
		explain(why, what.data, &asked);
		buf_free(&what);
	}
	json_object_put(asked.output);
	free(asked.why);
	return status;
}

static int
identify(struct aws *a, const struct aws_target *t, const struct service *sts, struct signin *who, char **why)
{
	struct json_object *none = json_object_new_object();
	struct asked asked = {0};

	aws_call(a, t, sts, "GetCallerIdentity", none, 0, keep, &asked);
	json_object_put(none);
	aws_run(a);
	who->account = text(asked.output, "Account");
	who->arn = text(asked.output, "Arn");
	if (!who->account || !who->arn)
		explain(why, "GetCallerIdentity", &asked);
	json_object_put(asked.output);
	free(asked.why);
	return *why ? -1 : 0;
}

int
signin(struct aws *a, const struct credentials_plan *plan, const struct service *sts, const char *region,
    const char *endpoint_url, struct signin *who, char **why)
{
	struct aws_target target = { &who->credentials, "", region, endpoint_url };
	size_t i;

	*why = NULL;
	*who = (struct signin){0};
	copy_credentials(&who->credentials, &plan->base);
	for (i = 0; i < plan->nroles; i++)
		if (assume(a, &target, sts, &plan->roles[i], &who->credentials, why) < 0)
			break;
	if (i == plan->nroles && !identify(a, &target, sts, who, why))
		return 0;
	signin_free(who);
	return -1;
}

void
signin_free(struct signin *who)
{
	credentials_free(&who->credentials);
	free(who->account);
	free(who->arn);
	*who = (struct signin){0};
}
