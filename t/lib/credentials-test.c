/*
 * credentials-test [-p PROFILE]: prints where the credential chain leads with the variables and files it is run
 * with: "profile NAME REGION", "keys ID SECRET TOKEN" or what else to begin with, "role ARN EXTERNAL-ID SESSION-NAME SECONDS" for each role in
 * the order to assume; "-" for none.  Or why it leads nowhere, and ends with 1.
 */
#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "credentials.h"

static const char *
environment(const char *name)
{
	return getenv(name);
}

static const char *
or_dash(const char *s)
{
	return s != NULL ? s : "-";
}

static void
print_base(const struct credentials_plan *plan)
{
	const struct profile *from = &plan->from;

	switch (plan->kind) {
	case CREDENTIALS_KEYS:
		printf("keys %s %s %s\n", plan->keys.id, plan->keys.secret, or_dash(plan->keys.token));
		break;
	case CREDENTIALS_PROCESS:
		printf("process %s\n", from->credential_process);
		break;
	case CREDENTIALS_SSO:
		printf("sso %s %s %s %s %s\n", or_dash(from->sso_session), from->sso_start_url, from->sso_region,
		    from->sso_account_id, from->sso_role_name);
		break;
	case CREDENTIALS_WEB_IDENTITY:
		printf("web %s %s %s\n", from->web_identity_token_file, from->role_arn,
		    or_dash(from->role_session_name));
		break;
	case CREDENTIALS_CONTAINER:
		printf("container\n");
		break;
	case CREDENTIALS_INSTANCE:
		printf("instance\n");
		break;
	}
}

int
main(int argc, char **argv)
{
	const char *asked = argc == 3 && strcmp(argv[1], "-p") == 0 ? argv[2] : NULL;
	struct credentials_plan plan;
	struct profile p;
	char *why;
	size_t i;

	if (argc != 1 && asked == NULL)
		errx(3, "usage: credentials-test [-p PROFILE]");
	if (profile_load(asked, environment, &p, &why) == -1) {
		printf("%s\n", why);
		free(why);
		return 1;
	}
	printf("profile %s %s\n", p.name, or_dash(profile_region(&p, environment)));
	if (credentials_plan(&p, asked != NULL, environment, &plan, &why) == -1) {
		printf("%s\n", why);
		free(why);
		profile_free(&p);
		return 1;
	}
	print_base(&plan);
	for (i = 0; i < plan.nroles; i++)
		printf("role %s %s %s %s\n", plan.roles[i].role_arn, or_dash(plan.roles[i].external_id),
		    or_dash(plan.roles[i].role_session_name), or_dash(plan.roles[i].duration_seconds));
	credentials_plan_free(&plan);
	profile_free(&p);
	return 0;
}
