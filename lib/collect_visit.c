/* An account of the run: signing in, its regions, and the types it is asked for. */
#include <err.h>
#include <stdlib.h>
#include <string.h>

#include "aws_ask.h"
#include "collect_part.h"
#include "regions.h"
#include "tree.h"

static void
add_slot(struct visit *visit, const struct collector *c, const char *asked, const char *region)
{
	visit->slots[visit->nslots++] = (struct slot){
		.visit = visit, .collector = c, .asked = asked, .region = region
	};
}

/* Where a global list is asked; NULL: it is not offered in the partition. */
static const char *
home_of(const struct run *run, const struct collector *c, const char *partition, const char *otherwise)
{
	const struct service *s = services_get(run->options->services, c->service);
	const char *signed_for;

	if (c->home)
		return strcmp(endpoint_partition(c->home), partition) ? NULL : c->home;
	if (s->global && !service_home(s, partition, &signed_for))
		return NULL;
	return otherwise;
}

static void
add_global_slot(struct visit *visit, const struct collector *c, const char *otherwise)
{
	const char *home = home_of(visit->run, c, endpoint_partition(otherwise), otherwise);

	add_slot(visit, c, home ? home : otherwise, "global");
	visit->slots[visit->nslots - 1].skipped = !home;
}

/* The collectors are in order of type. */
static int
by_region(const void *a, const void *b)
{
	const struct slot *s = a, *t = b;
	int order = strcmp(s->region, t->region);

	if (!order)
		order = (s->collector > t->collector) - (s->collector < t->collector);
	return order ? order : (s->one > t->one) - (s->one < t->one);
}

static void
add_all(struct visit *visit, const struct collector *c, const char *first)
{
	size_t i;

	if (c->scope == SCOPE_GLOBAL)
		add_global_slot(visit, c, first);
	else if (c->scope == SCOPE_EVERYWHERE)
		add_slot(visit, c, first, "*");
	else
		for (i = 0; visit->regions[i]; i++)
			add_slot(visit, c, visit->regions[i], visit->regions[i]);
}

static void
add_one(struct visit *visit, const struct collect_one *one)
{
	if (one->collector->scope == SCOPE_GLOBAL)
		add_global_slot(visit, one->collector, one->region);
	else
		add_slot(visit, one->collector, one->region, one->region);
	visit->slots[visit->nslots - 1].one = one;
}

static void
make_slots(struct visit *visit)
{
	const struct collect_options *o = visit->run->options;
	char *const *regions = visit->regions;
	const char *first = regions[0];
	size_t i, n = 0;

	for (; regions[n]; n++)
		if (!strcmp(regions[n], o->session->region))
			first = regions[n];
	visit->slots = xcalloc(o->ones ? o->nones + 1 : o->collectors->n * n + 1, sizeof(*visit->slots));
	for (i = 0; o->ones && i < o->nones; i++)
		if (!strcmp(o->ones[i].account, visit->account->id))
			add_one(visit, &o->ones[i]);
	for (i = 0; !o->ones && i < o->collectors->n; i++)
		add_all(visit, &o->collectors->collectors[i], first);
	qsort(visit->slots, visit->nslots, sizeof(*visit->slots), by_region);
}

/* What an earlier run has finished needs no unit.  How many slots still do. */
static size_t
mark_finished(struct visit *visit)
{
	const struct journal *journal = visit->run->options->journal;
	const struct journal_unit *found;
	size_t i, left = visit->nslots;

	for (i = 0; journal && i < visit->nslots; i++) {
		struct slot *slot = &visit->slots[i];

		if (!(found = journal_find(journal, visit->account->id, slot->region, slot->collector->type)))
			continue;
		slot->over = 1;
		slot->at = found->at;
		slot->len = found->len;
		if (found->unreadable)
			visit->run->status = 2;
		left--;
	}
	return left;
}

/* There is nothing to ask, for a reason that its coverage tells. */
static void
close_visit(struct visit *visit, const char *status, const char *code, const char *message)
{
	visit->state = VISIT_CLOSED;
	visit->status = status;
	visit->code = xstrdup(code);
	visit->message = message ? xstrdup(message) : NULL;
	visit->ended = visit->run->options->now();
	progress_lists(visit->run->options->progress, 0, 0);
	run_advance(visit->run);
}

/* It cannot be looked at.  message says all. */
static void
fail(struct visit *visit, const char *code, const char *message)
{
	const struct run *run = visit->run;

	if (strcmp(code, "Interrupted")) {
		progress_wipe(run->options->progress);
		warnx("%s: %s", visit->account->id, message);
		visit->run->status = run->options->accounts ? 2 : 3;
	}
	close_visit(visit, "failed", code, message);
}

static void
count(struct visit *visit, const struct aws_stats *stats)
{
	visit->counts.calls++;
	visit->counts.retries += stats->tries > 1 ? (unsigned long)stats->tries - 1 : 0;
	visit->counts.throttles += (unsigned long)stats->throttles;
}

static void
open_visit(struct visit *visit)
{
	size_t i, done = 0;

	for (i = 0; i < visit->nslots; i++)
		done += visit->slots[i].over != 0;
	progress_lists(visit->run->options->progress, visit->nslots, done);
	visit->state = VISIT_OPEN;
	run_advance(visit->run);
}

static char *const *
wanted_regions(const struct visit *visit)
{
	return visit->account->regions ? visit->account->regions : visit->run->options->regions;
}

static void ask_regions(struct visit *visit);

/* A region that the account has not enabled does not know it; us-east-1 every account of its partition has.  1: it is
   asked there now. */
static int
ask_elsewhere(struct visit *visit, const char *code)
{
	static const char always[] = "us-east-1";
	static const char *const codes[] = { "AuthFailure", "InvalidClientTokenId", "OptInRequired",
		"UnrecognizedClientException" };
	const char *region = visit->target.region;
	size_t i;

	if (!strcmp(region, always) || strcmp(endpoint_partition(region), endpoint_partition(always)))
		return 0;
	for (i = 0; i < sizeof(codes) / sizeof(*codes) && strcmp(code, codes[i]); i++)
		;
	if (i == sizeof(codes) / sizeof(*codes))
		return 0;
	visit->target.region = always;
	ask_regions(visit);
	return 1;
}

static void
take_regions(void *arg, char *const *enabled, const char *code, const char *why, const struct aws_stats *stats)
{
	struct visit *visit = arg;
	struct journal *journal = visit->run->options->journal;
	struct buf message = {0};

	count(visit, stats);
	if (enabled && !(visit->regions = regions_choose(wanted_regions(visit), enabled))) {
		fail(visit, "NoRegion", "none of the regions asked for is enabled");
		return;
	}
	if (enabled) {
		if (journal)
			journal_add_regions(journal, visit->account->id, visit->regions);
		make_slots(visit);
		(void)mark_finished(visit);
		open_visit(visit);
		return;
	}
	if (ask_elsewhere(visit, code))
		return;
	buf_addf(&message, "DescribeRegions: %s", why);
	fail(visit, code, message.data);
	buf_free(&message);
}

static void
ask_regions(struct visit *visit)
{
	struct session *session = visit->run->options->session;
	const struct service *ec2 = session_service(session, "ec2");

	if (ec2)
		regions_ask(session->aws, &visit->target, ec2, take_regions, visit);
	else
		fail(visit, "InvalidRequest", "there are no shapes of ec2");
}

static void
signed_in(struct visit *visit)
{
	if (visit->regions)
		open_visit(visit);
	else
		ask_regions(visit);
}

static void
take_role(void *arg, const char *code, const char *why, const struct aws_stats *stats)
{
	struct visit *visit = arg;

	count(visit, stats);
	if (code)
		fail(visit, code, why);
	else
		signed_in(visit);
}

/* The role to assume, malloc'd; NULL: none. */
static char *
role_of(const struct visit *visit)
{
	const struct account *account = visit->account;
	const struct collect_options *o = visit->run->options;
	const char *name = account->role;
	struct buf arn = {0};

	if (!name && !account->profile && strcmp(account->id, o->session->who.account))
		name = o->role;
	if (!name)
		return NULL;
	if (strchr(name, ':'))
		return xstrdup(name);
	buf_addf(&arn, "arn:%s:iam::%s:role/%s", endpoint_partition(o->session->region), account->id, name);
	return arn.data;
}

/* Has the role assumed.  Takes its ARN. */
static void
assume(struct visit *visit, char *arn)
{
	const struct collect_options *o = visit->run->options;
	const char *external_id = visit->account->external_id ? visit->account->external_id : o->external_id;
	struct profile role = { .name = arn, .role_arn = arn, .external_id = (char *)external_id };
	struct provider *by = visit->base ? visit->base : o->session->provider;

	visit->role = provider_assume(by, &role, &o->session->context);
	free(arn);
	if (!visit->role) {
		fail(visit, "InvalidRequest", "there are no shapes of sts");
		return;
	}
	visit->target.provider = visit->role;
	provider_start(visit->role, o->aws, take_role, visit);
}

/* By a profile one can be anybody: see that it is this account. */
static void
take_identity(void *arg, const struct protocol_answer *answer, const struct aws_stats *stats)
{
	struct visit *visit = arg;
	const char *account = tree_text(answer->output, "Account");
	struct buf message = {0};
	char *why;

	count(visit, stats);
	if (account && !strcmp(account, visit->account->id)) {
		signed_in(visit);
		return;
	}
	if (answer->code) {
		why = aws_answer_why(answer);
		buf_addf(&message, "GetCallerIdentity: %s", why);
		free(why);
	} else {
		buf_addf(&message, "profile \"%s\" is of account %s", visit->account->profile, account ? account : "unknown");
	}
	fail(visit, answer->code ? answer->code : "WrongAccount", message.data);
	buf_free(&message);
}

static void
identify(struct visit *visit)
{
	struct session *session = visit->run->options->session;
	struct json_object *none = json_object_new_object();

	visit->target.provider = visit->base;
	aws_call(session->aws, &visit->target, session_service(session, "sts"), "GetCallerIdentity", none, 0, take_identity,
	    visit);
	json_object_put(none);
}

/* Goes on with a profile of the account's own, if it has one, and its role. */
static void
sign_in(struct visit *visit)
{
	const struct account *account = visit->account;
	struct session *session = visit->run->options->session;
	char *role, *why;

	if (account->profile &&
	    !(visit->base = session_provider(session, account->profile, &visit->profile, &why))) {
		fail(visit, "NoCredentials", why);
		free(why);
		return;
	}
	if (account->profile)
		visit->target.endpoint_url = visit->profile.endpoint_url;
	if ((role = role_of(visit)))
		assume(visit, role);
	else if (visit->base)
		identify(visit);
	else if (!strcmp(account->id, session->who.account))
		signed_in(visit);
	else
		fail(visit, "NoRole", "no role is named to assume there (--role)");
}

/* Those that need no asking: names, and what a journal has. */
static int
know_regions(struct visit *visit)
{
	const struct journal *journal = visit->run->options->journal;
	char *const *wanted = wanted_regions(visit);

	if (visit->run->options->ones)		/* each has its own */
		visit->regions = regions_parse(visit->run->options->session->region);
	else if (!regions_need_asking(wanted))
		visit->regions = regions_choose(wanted, NULL);
	else if (journal)
		visit->regions = journal_regions(journal, visit->account->id);
	if (visit->regions)
		make_slots(visit);
	return visit->regions != NULL;
}

void
visit_begin(struct visit *visit)
{
	const struct account *account = visit->account;
	struct session *session = visit->run->options->session;
	struct buf message = {0};

	visit->state = VISIT_BEGUN;
	visit->started = visit->run->options->now();
	visit->target = session_target(session, session->region);
	visit->target.account = account->id;
	if (account->status) {
		buf_addf(&message, "its status is %s", account->status);
		close_visit(visit, "skipped", "NotActive", message.data);
		buf_free(&message);
	} else if (know_regions(visit) && mark_finished(visit) == 0) {
		open_visit(visit);
	} else {
		sign_in(visit);
	}
}

void
visit_coverage(const struct visit *visit, struct buf *record)
{
	const struct covered covered = {
		.account = visit->account->id, .region = "*", .type = "*", .status = visit->status, .code = visit->code,
		.message = visit->message, .counts = &visit->counts, .priced = visit->run->options->priced,
		.started = visit->started, .ended = visit->ended
	};

	if (visit->run->options->accounts || !strcmp(visit->code, "Interrupted"))
		covered_print(&covered, record);
}

void
visit_end(struct visit *visit)
{
	provider_free(visit->role);
	provider_free(visit->base);
	profile_free(&visit->profile);
	regions_free(visit->regions);
	free(visit->slots);
	free(visit->code);
	free(visit->message);
	visit->slots = NULL;
}
