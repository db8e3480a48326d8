/* qrie-tag --apply: signed in, and carrying out plans. */
#include "tag_apply.h"

#include <err.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "connection.h"
#include "regions.h"
#include "tagapply.h"

/* Who may write: the caller, or a role that the caller assumes. */
struct writer {
	struct provider *provider, *role;	/* role: to be freed; or NULL */
	struct signin who;
};

static char *
role_arn(const struct tag_options *o, const struct session *s)
{
	struct buf arn = {0};

	buf_addf(&arn, "arn:%s:iam::%s:role/%s", endpoint_partition(s->region), o->account ? o->account : s->who.account,
	    o->role);
	return arn.data;
}

static void
assume(struct writer *w, const struct tag_options *o, struct session *s)
{
	char *arn = role_arn(o, s), *why;
	struct profile role = { .name = arn, .role_arn = arn, .external_id = (char *)o->external_id };

	if (!(w->role = provider_assume(s->provider, &role, &s->context)))
		exit(3);
	if (signin(s->aws, w->role, session_service(s, "sts"), s->region, s->profile.endpoint_url, &w->who, &why) < 0)
		errx(3, "cannot sign in as %s: %s", arn, why);
	w->provider = w->role;
	free(arn);
}

/* Exits if that cannot be, or with another account than the one asked for. */
static const char *
sign_in(struct writer *w, const struct tag_options *o, struct session *s)
{
	const char *account;

	if (session_sign_in(s) < 0)
		exit(3);
	w->provider = s->provider;
	if (o->role)
		assume(w, o, s);
	account = o->role ? w->who.account : s->who.account;
	if (o->account && strcmp(o->account, account))
		errx(3, "--account %s: these credentials are of account %s", o->account, account);
	return account;
}

static void
summarize(const struct tag_options *o, const struct tagapply_counts *counts)
{
	if (o->verbose || (!o->quiet && isatty(STDERR_FILENO)))
		warnx("%zu resources %s, %zu were as they should be, %zu failed", counts->changed,
		    o->dry_run ? "would be changed" : "changed", counts->same, counts->failed);
}

int
tag_apply(const struct tag_options *o, const struct tag_rules *rules, const char *tags, const char *shapes)
{
	struct connection c = { .options.aws.stopped = connection_signalled };
	char **regions = o->regions ? regions_parse(o->regions) : NULL;
	struct tagapply_options options = {
		.rules = rules, .regions = regions, .max = (size_t)o->max_changes, .undo = o->undo, .dry_run = o->dry_run,
		.now = time(NULL)
	};
	struct tagapply_counts counts;
	struct writer writer = {0};
	struct tag_calls calls;
	struct tagging tagging;
	struct buf file = {0};
	int status;

	buf_addf(&file, "%s/calls.json", tags);
	if (tag_calls_load(&calls, file.data) < 0)
		exit(3);
	buf_free(&file);
	connection_signals();
	connection_open(&c, o->profile, shapes, o->in_flight, CONNECTION_TOTAL_MS);
	options.account = sign_in(&writer, o, &c.session);
	if (tagging_open(&tagging, &c.session, writer.provider, options.account, &calls) < 0)
		exit(3);
	options.tagging = &tagging;
	if ((status = tagapply(&options, o->files, &counts)) < 3)
		summarize(o, &counts);
	tagging_close(&tagging);
	tag_calls_free(&calls);
	provider_free(writer.role);
	signin_free(&writer.who);
	connection_close(&c);
	regions_free(regions);
	return status;
}
