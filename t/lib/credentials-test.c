/*
 * credentials-test [-p PROFILE]: prints where the credential chain leads with the variables and files it is run
 * with: "profile NAME REGION", "keys ID SECRET TOKEN", "role ARN EXTERNAL-ID SESSION-NAME SECONDS" for each role in
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
	printf("keys %s %s %s\n", plan.base.id, plan.base.secret, or_dash(plan.base.token));
	for (i = 0; i < plan.nroles; i++)
		printf("role %s %s %s %s\n", plan.roles[i].role_arn, or_dash(plan.roles[i].external_id),
		    or_dash(plan.roles[i].role_session_name), or_dash(plan.roles[i].duration_seconds));
	credentials_plan_free(&plan);
	profile_free(&p);
	return 0;
}
