/* qrie-collect: describe the resources of an AWS account. */
#include <err.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#include <openssl/crypto.h>
#include <openssl/rand.h>

#include "accounts.h"
#include "awsconfig.h"
#include "awsconfig_query.h"
#include "benchmark.h"
#include "cloudcontrol.h"
#include "collect.h"
#include "collect_options.h"
#include "connection.h"
#include "eventpattern.h"
#include "events.h"
#include "explain.h"
#include "iam_policy.h"
#include "needed.h"
#include "out.h"
#include "prices.h"
#include "record.h"
#include "redactkey.h"
#include "regions.h"
#include "scan.h"
#include "services.h"
#include "share.h"
#include "share_needed.h"
#include "terraform.h"

enum { MEMORY = 8 << 20 };

/* What a run needs, from its start to its end. */
struct run {
	const struct options *options;
	struct collector_set collectors;
	struct functions *functions;
	char *shapes;
	int priced;			/* the calls' prices are known */
	struct redact_key redact_key;
	struct buf pattern;		/* --pattern */
	int status;
	char **regions;
	struct accounts accounts;
	struct journal journal;
	struct progress progress;
	struct connection connection;
};

static const struct options *clock_options;	/* --now, for now() */

static int
stopped(void)
{
	return connection_signalled() || out_gone();
}

static time_t
now(void)
{
	return clock_options->has_now ? clock_options->now : time(NULL);
}

/* Leaves out what no policy reads.  Where types are chosen it is no news that policies are for others, too. */
static void
narrow(struct run *r, const char *argv0)
{
	const struct options *o = r->options;
	char *dir = share_needed(argv0, "policies");
	char *benchmarks = share_find(argv0, getenv("QRIE_SHARE"), getenv("PATH"), "benchmarks");
	struct policy_set policies;
	struct buf ids = {0};

	if ((*o->for_policies && benchmark_expand(o->for_policies, benchmarks, &ids) < 0) ||
	    policy_set_load(&policies, dir, ids.data) < 0)
		exit(3);
	if (!*o->for_policies)
		policy_set_unasked(&policies);
	buf_free(&ids);
	free(benchmarks);
	if (!o->types && !o->service && needed_missing(&r->collectors, &policies))
		r->status = 2;
	if (needed_by(&r->collectors, &policies, o->tags) < 0)
		exit(3);
	if (!r->collectors.n)
		errx(3, "--for-policies: no policy is for a type that is collected");
	policy_set_free(&policies);
	free(dir);
}

/* What calls cost, where that is known. */
static void
price(struct run *r, const char *argv0)
{
	char *dir = share_find(argv0, getenv("QRIE_SHARE"), getenv("PATH"), "prices");
	struct buf file = {0};

	if (!dir)
		return;
	buf_addf(&file, "%s/calls.json", dir);
	if (prices_put(file.data, &r->collectors) < 0)
		exit(3);
	r->priced = 1;
	buf_free(&file);
	free(dir);
}

/* The key of what stands in place of secrets; NULL without. */
static const struct redact_key *
read_key(struct run *r)
{
	const char *asked = r->options->redact_key;
	char *place = asked ? xstrdup(asked) : redact_key_place(getenv("XDG_STATE_HOME"), getenv("HOME"));
	unsigned char fresh[REDACT_FRESH];
	int status = -1;

	errno = ENOENT;
	if (place && *place && RAND_bytes(fresh, sizeof(fresh)) == 1)
		status = redact_key_read(&r->redact_key, place, asked ? NULL : fresh);
	OPENSSL_cleanse(fresh, sizeof(fresh));
	if (status < 0 && asked && *asked)
		errx(3, "--redact-key: %s: %s", asked, errno == EINVAL ? "it is no key of 16 to 4096 bytes" : strerror(errno));
	if (status < 0 && !asked)
		warnx("%s: %s; without a key for what is redacted no change of it is seen", place ? place : "redact-key",
		    errno == EINVAL ? "it is no key of 16 to 4096 bytes" : strerror(errno));
	free(place);
	return status < 0 ? NULL : &r->redact_key;
}

static void
redact_with_key(struct run *r)
{
	if (r->options->action == COLLECT && collector_set_redacts(&r->collectors))
		collector_set_redact_with(&r->collectors, read_key(r));
}

/* Its collectors, compiled. */
static void
load(struct run *r, const char *argv0)
{
	char *dir = share_needed(argv0, "collectors");

	r->shapes = share_needed(argv0, "shapes");
	if (collector_set_load(&r->collectors, dir, r->options->types, r->options->service) < 0)
		exit(3);
	if (r->options->for_policies)
		narrow(r, argv0);
	price(r, argv0);
	redact_with_key(r);
	if (!(r->functions = collector_set_compile(&r->collectors, dir)))
		exit(3);
	free(dir);
}

/* Must an account be asked which regions it has? */
static int
asks_regions(const struct options *o)
{
	char **wanted = regions_parse(o->regions ? o->regions : "");
	int asks = wanted && regions_need_asking(wanted);

	regions_free(wanted);
	return asks;
}

/* Prints what would have to be allowed. */
static int
print_iam_policy(struct run *r)
{
	const struct options *o = r->options;
	const char *more[6] = { NULL };		/* sorted */
	size_t n = 0;
	struct buf document = {0};
	size_t size;

	if (asks_regions(o))
		more[n++] = "ec2:DescribeRegions";
	if (o->organization && !*o->organization)
		more[n++] = "organizations:ListAccounts";
	if (o->organization && *o->organization) {
		more[n++] = "organizations:ListAccountsForParent";
		more[n++] = "organizations:ListOrganizationalUnitsForParent";
	}
	if (options_many(o))
		more[n++] = "sts:AssumeRole";
	size = iam_policy(&r->collectors, more, &document);
	out_line(buf_span(&document));
	buf_free(&document);
	if (size > IAM_POLICY_MOST)
		warnx("these are %zu characters, and IAM allows %d in a managed policy: make several, with -t", size,
		    IAM_POLICY_MOST);
	return 0;
}

static int
print_explanation(struct run *r)
{
	const struct explain_options options = {
		.collectors = &r->collectors, .asks_regions = asks_regions(r->options),
		.inventory = r->options->files
	};

	return explain(&options);
}

/* Lists the types and what they need. */
static int
list(struct run *r)
{
	struct services services = {0};
	struct buf line = {0};
	size_t i;

	if (services_add_all(&services, r->shapes, &r->collectors) < 0)
		exit(3);
	for (i = 0; i < r->collectors.n; i++) {
		buf_clear(&line);
		collector_list(&r->collectors.collectors[i], &line);
		out_line(buf_span(&line));
	}
	buf_free(&line);
	services_free(&services);
	return 0;
}

static void
draw_progress(void *arg)
{
	struct run *r = arg;
	const struct aws_totals *totals = r->connection.session.aws ? aws_totals(r->connection.session.aws) : NULL;

	if (totals)
		progress_draw(&r->progress, totals->calls, totals->throttles, connection_ticks_ms());
}

/* Shown while it runs on a terminal, unless that is not wanted. */
static void
open_progress(struct run *r)
{
	const char *term = getenv("TERM");
	struct winsize size;

	r->progress.start_ms = connection_ticks_ms();
	if (r->options->quiet || !isatty(STDERR_FILENO) || (term && !strcmp(term, "dumb")))
		return;
	r->progress.to = stderr;
	r->progress.width = ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col ? size.ws_col : 80;
}

/* What the run came to, for whoever saw it or asks for it. */
static void
close_progress(struct run *r)
{
	const struct aws_totals *totals = aws_totals(r->connection.session.aws);
	struct buf text = {0};

	progress_wipe(&r->progress);
	if (!r->options->quiet && (r->progress.to || r->options->verbose)) {
		progress_summary(&r->progress, totals->calls, totals->throttles, connection_ticks_ms(), &text);
		warnx("%s", text.data);
	}
	buf_free(&text);
	progress_free(&r->progress);
}

/* The connection to AWS; exits if there can be none. */
static void
open_session(struct run *r)
{
	const struct options *o = r->options;

	r->connection.options.aws = (struct aws_options){ .stopped = stopped, .turn = draw_progress, .turn_arg = r };
	connection_open(&r->connection, o->profile, r->shapes, o->in_flight, o->timeout_ms);
}

/* Exits if that cannot be, or with another account than the one asked for. */
static void
sign_in(struct run *r)
{
	const char *asked = r->options->account;

	if (session_sign_in(&r->connection.session) < 0)
		exit(3);
	if (asked && !options_many(r->options) && strcmp(asked, r->connection.session.who.account))
		errx(3, "--account %s: these credentials are of account %s", asked, r->connection.session.who.account);
}

/* The accounts of --organization; exits if they cannot be had. */
static void
read_organization(struct run *r)
{
	const char *units = r->options->organization;
	char **ids = *units ? regions_parse(units) : NULL;

	if (*units && !ids)
		errx(3, "--organization: no organizational unit is named");
	if (accounts_of_organization(&r->accounts, &r->connection.session, ids) < 0)
		exit(3);
	regions_free(ids);
}

/* Those of a file: its status, unless there are none at all. */
static int
read_accounts(struct run *r)
{
	const struct options *o = r->options;
	int status = o->accounts ? accounts_read(&r->accounts, o->accounts) : 0;

	if (status == 3)
		exit(3);
	return status;
}

/* Adds a member to the JSON object that says what was asked. */
static void
add_asked(struct buf *asked, const char *name, const char *value)
{
	buf_addc(asked, asked->len ? ',' : '{');
	buf_addjson(asked, span_of(name));
	buf_addc(asked, ':');
	if (value)
		buf_addjson(asked, span_of(value));
	else
		buf_adds(asked, "null");
}

/* Opens the journal, if one is wanted, for all that decides what there is to find; exits if it cannot be. */
static struct journal *
open_journal(struct run *r)
{
	const struct options *o = r->options;
	struct buf asked = {0}, digest = {0};
	size_t i, done = 0;

	if (!o->journal)
		return NULL;
	if (collector_set_digest(&r->collectors, &digest) < 0)
		exit(3);
	add_asked(&asked, "Caller", r->connection.session.who.account);
	add_asked(&asked, "Account", o->account);
	add_asked(&asked, "Accounts", o->accounts);
	add_asked(&asked, "Organization", o->organization);
	add_asked(&asked, "Role", o->role);
	add_asked(&asked, "ExternalId", o->external_id);
	add_asked(&asked, "Regions", o->regions ? o->regions : r->connection.session.region);
	add_asked(&asked, "Types", o->types);
	add_asked(&asked, "Service", o->service);
	add_asked(&asked, "ForPolicies", o->for_policies);
	add_asked(&asked, "Tags", o->tags ? "true" : NULL);
	add_asked(&asked, "Collectors", digest.data);
	add_asked(&asked, "RedactKey", r->redact_key.id);
	buf_addc(&asked, '}');
	if (journal_open(&r->journal, o->journal, buf_span(&asked), connection_ticks_ms) < 0)
		exit(3);
	for (i = 0; i < r->journal.n; i++)
		done += r->journal.units[i].finished != 0;
	if (done)
		warnx("%s: an earlier run has finished %zu of the lists", o->journal, done);
	buf_free(&asked);
	buf_free(&digest);
	return &r->journal;
}

/* Signs in and collects.  changes: not NULL, describe what they name alone. */
static int
collect_live(struct run *r, const struct changes *changes)
{
	const struct options *o = r->options;
	const char *memory = getenv("QRIE_MEMORY");
	struct session *s = &r->connection.session;
	struct collect_options options = {
		.collectors = &r->collectors, .functions = r->functions, .services = &s->services, .session = s,
		.accounts = options_many(o) ? &r->accounts : NULL, .role = o->role, .external_id = o->external_id,
		.in_flight = (size_t)o->in_flight, .priced = r->priced, .tmpdir = getenv("TMPDIR"), .now = now,
		.memory = memory && *memory ? (size_t)connection_number(memory, "QRIE_MEMORY", INT_MAX) : MEMORY,
		.progress = &r->progress
	};
	struct collect_one *ones = NULL;
	struct accounts named = {0};
	int read = read_accounts(r), status = 0;

	connection_signals();
	open_progress(r);
	open_session(r);
	if (services_add_all(&s->services, r->shapes, &r->collectors) < 0)
		exit(3);
	if (!(r->regions = regions_parse(o->regions ? o->regions : s->region)))
		errx(3, "--regions: no region is named");
	sign_in(r);
	if (o->organization)
		read_organization(r);
	if (options_many(o) && o->account && accounts_choose(&r->accounts, o->account) < 0)
		errx(3, "--account %s: it is not among the accounts", o->account);
	options.aws = s->aws;
	options.regions = r->regions;
	options.journal = open_journal(r);
	if (changes) {
		options.ones = ones = changes_asked(changes, &options.nones);
		changes_accounts(changes, &r->accounts, &named);
		options.accounts = &named;
	}
	status = record_status(collect(&options), read);
	close_progress(r);
	free(ones);
	accounts_free(&named);
	return connection_signalled() ? 2 : status;
}

static void
end(struct run *r)
{
	connection_close(&r->connection);
	journal_close(&r->journal);
	accounts_free(&r->accounts);
	regions_free(r->regions);
	functions_free(r->functions);
	redact_key_free(&r->redact_key);
	collector_set_free(&r->collectors);
	buf_free(&r->pattern);
	free(r->shapes);
}

struct source;
typedef int from_fn(struct run *r, const struct source *source, const char *argv0, char **files);

/* Where else than from lists of AWS resources can be had. */
struct source {
	const char *name;
	from_fn *from;
	const char *share;		/* its data */
	int asks;			/* AWS, with -p, --accounts and all that */
	int like_collectors;		/* it needs to know what they give */
	source_fn *collect;		/* what reads files */
};

/* Reads events, and what is known; options and changes are filled.  0, 2 or 3. */
static int
read_events(struct run *r, const char *argv0, char **files, struct events_options *options, struct changes *changes)
{
	const struct options *o = r->options;
	int status;

	if (o->pattern && eventpattern_read(o->pattern, &r->pattern) < 0)
		return 3;
	options->pattern = o->pattern ? scan_value(buf_span(&r->pattern)) : (struct span){ NULL, 0 };
	load(r, argv0);
	options->collectors = &r->collectors;
	options->functions = r->functions;
	options->some_types = o->types || o->service;
	status = events_read(changes, options, files);
	return status < 3 && o->known ? status | changes_know(changes, o->known) : status;
}

/* What events name: tombstones at once, then what must be described anew. */
static int
collect_events(struct run *r, const struct source *source, const char *argv0, char **files)
{
	char *dir = share_needed(argv0, source->share);
	struct events_options options = { .dir = dir };
	struct changes changes = { .options = &options };
	size_t n = 0;
	int status = read_events(r, argv0, files, &options, &changes);

	if (status < 3) {
		status |= changes_tombstones(&changes);
		free(changes_asked(&changes, &n));
	}
	if (n)
		status |= collect_live(r, &changes);
	changes_free(&changes);
	free(dir);
	end(r);
	return status;
}

/* Who did what, by the same events. */
static int
tell_events(struct run *r, const struct source *source, const char *argv0, char **files)
{
	char *dir = share_needed(argv0, source->share);
	struct events_options options = { .dir = dir, .tell = 1 };
	struct changes changes = { .options = &options };
	int status = read_events(r, argv0, files, &options, &changes);

	if (status < 3)
		status |= changes_tell(&changes);
	changes_free(&changes);
	free(dir);
	end(r);
	return status;
}

/* Types that no collector is for. */
static int
collect_by_cloud_control(struct run *r, const struct source *source, const char *argv0, char **files)
{
	const struct options *o = r->options;
	char *dir = share_needed(argv0, source->share);
	int status;

	if (!o->types || *files)
		errx(3, "--from cloud-control reads no files, and needs types (-t)");
	r->shapes = share_needed(argv0, "shapes");
	if (cloudcontrol_collectors(&r->collectors, dir, o->types, o->resource_model) < 0 ||
	    !(r->functions = collector_set_compile(&r->collectors, dir)))
		exit(3);
	free(dir);
	redact_with_key(r);
	status = collect_live(r, NULL);
	end(r);
	return status;
}

/* What an aggregator of AWS Config covers. */
static int
collect_aggregate(struct run *r, const struct source_options *options)
{
	const struct options *o = r->options;
	struct session *s = &r->connection.session;
	struct awsconfig_query query = { .aggregator = o->aggregator, .expression = o->expression };
	int status;

	r->shapes = xstrdup(options->shapes);
	open_session(r);
	sign_in(r);
	if (!(query.service = session_service(s, "config")))
		exit(3);
	query.aws = s->aws;
	query.target = session_target(s, o->regions ? o->regions : s->region);
	status = awsconfig_query(options, &query);
	end(r);
	return status;
}

static int
read_source(struct run *r, const struct source *source, const char *argv0, char **files)
{
	const struct options *o = r->options;
	struct source_options options = {
		.types = o->types, .service = o->service, .source = o->source, .live = o->live,
		.account = o->account,
		.region = o->regions, .now = now(), .tmpdir = getenv("TMPDIR")
	};
	char *dir = share_needed(argv0, source->share), *collectors = NULL, *shapes = NULL;
	int status;

	if (source->like_collectors) {
		collectors = share_needed(argv0, "collectors");
		shapes = share_needed(argv0, "shapes");
	}
	options.dir = dir;
	options.collectors = collectors;
	options.shapes = shapes;
	options.redact_key = source->like_collectors ? read_key(r) : NULL;
	status = o->aggregator ? collect_aggregate(r, &options) : source->collect(&options, files);
	redact_key_free(&r->redact_key);
	free(dir);
	free(collectors);
	free(shapes);
	return status;
}

static const struct source sources[] = {
	{ "aws-config", read_source, "config", 0, 1, awsconfig_files },
	{ "cloud-control", collect_by_cloud_control, "cloud-control", 1, 0, NULL },
	{ "events", collect_events, "events", 1, 0, NULL },
	{ "terraform-plan", read_source, "terraform", 0, 0, terraform_plan },
	{ "terraform-state", read_source, "terraform", 0, 0, terraform_state },
	{ "trail", tell_events, "events", 0, 0, NULL },
};

/* That of --from; exits if there is none. */
static const struct source *
find_source(const char *name)
{
	size_t i;

	for (i = 0; i < sizeof(sources) / sizeof(*sources); i++)
		if (!strcmp(name, sources[i].name))
			return &sources[i];
	warnx("--from: %s is none of these:", name);
	for (i = 0; i < sizeof(sources) / sizeof(*sources); i++)
		fprintf(stderr, "%s%s", i ? ", " : "    ", sources[i].name);
	fputc('\n', stderr);
	exit(3);
}

/* What goes together, and what does not. */
static void
check_options(const struct options *o)
{
	const struct source *from = o->from ? find_source(o->from) : NULL;

	if (from ? o->action != COLLECT || o->for_policies || o->journal || (options_many(o) && !from->asks) :
	    *o->files && o->action != EXPLAIN)
		options_usage();
	if (o->tags && !o->for_policies)
		errx(3, "--tags is for --for-policies: without it they are asked for");
	if (o->accounts && o->organization)
		errx(3, "--accounts and --organization are two ways to say the same");
	if ((o->source || o->live) && (!from || from->collect != terraform_plan))
		errx(3, "%s is for --from terraform-plan", o->source ? "--source" : "--live");
	if (o->pattern && (!from || strcmp(from->share, "events") != 0))
		errx(3, "--pattern is for --from events and --from trail");
	if (!options_many(o) && !(from && from->asks) && (o->role || o->external_id))
		errx(3, "--role and --external-id are for --accounts, --organization or --from events");
	if (o->role && !account_is_role(o->role))
		errx(3, "--role: %s is no name of a role", o->role);
}

int
main(int argc, char **argv)
{
	struct options o = { .redact_key = getenv("QRIE_REDACT_KEY") };
	struct run r = { .options = &o };
	const struct source *source;
	int status;

	options_read(argc, argv, &o);
	check_options(&o);
	clock_options = &o;
	out_open();
	if (o.from) {
		source = find_source(o.from);
		status = source->from(&r, source, argv[0], o.files);
		return record_status(status, out_close());
	}
	load(&r, argv[0]);
	switch (o.action) {
	case LIST: status = list(&r); break;
	case IAM_POLICY: status = print_iam_policy(&r); break;
	case EXPLAIN: status = print_explanation(&r); break;
	default: status = collect_live(&r, NULL);
	}
	end(&r);
	return record_status(record_status(status, r.status), out_close());
}
