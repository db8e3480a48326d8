#include "signin.h"

#include <stdlib.h>

#include "aws_ask.h"
#include "tree.h"

/* Text of a member, malloc'd; NULL if it is not there. */
static char *
copy(struct json_object *o, const char *name)
{
	const char *text = tree_text(o, name);

	return text ? xstrdup(text) : NULL;
}

static int
identify(struct aws *a, const struct aws_target *t, const struct service *sts, struct signin *who, char **why)
{
	struct aws_asked asked;
	struct buf b = {0};

	aws_ask(a, t, sts, "GetCallerIdentity", json_object_new_object(), &asked);
	who->account = copy(asked.output, "Account");
	who->arn = copy(asked.output, "Arn");
	if (!who->account || !who->arn)
		buf_addf(&b, "GetCallerIdentity: %s", asked.why ? asked.why : "the answer lacks what it should hold");
	*why = b.data;
	aws_asked_free(&asked);
	return *why ? -1 : 0;
}

int
signin(struct aws *a, struct provider *provider, const struct service *sts, const char *region,
    const char *endpoint_url, struct signin *who, char **why)
{
	const struct aws_target target = { provider, "", region, endpoint_url };
	const char *reason;

	*who = (struct signin){0};
	if (!provider_credentials(provider, &reason)) {
		*why = xstrdup(reason);
		return -1;
	}
	if (identify(a, &target, sts, who, why) == 0)
		return 0;
	signin_free(who);
	return -1;
}

void
signin_free(struct signin *who)
{
	free(who->account);
	free(who->arn);
	*who = (struct signin){0};
}
