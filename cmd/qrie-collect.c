/* qrie-collect: describe the resources of an AWS account. */
#include <err.h>
#include <getopt.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "clock.h"
#include "collect.h"
#include "out.h"
#include "record.h"
#include "regions.h"
#include "share.h"
#include "signin.h"
#include "terraform.h"

enum { IN_FLIGHT = 16, TRIES = 5, CONNECT_MS = 10 * 1000, TOTAL_MS = 60 * 1000, BODY_MOST = 256 << 20 };

struct options {
	const char *types, *regions, *profile, *account, *service, *from;
	int in_flight, timeout_ms, list;
};

/* What a run needs, from its start to its end. */
struct session {
	struct collector_set collectors;
	struct functions *functions;
	struct services services;
	char *shapes;
	struct profile profile;
	struct aws *aws;
	struct aws_options aws_options, own_options;	/* own: of the calls that credentials need */
	struct provider_context context;
	struct provider *provider;
	struct signin who;
	char **regions;
};

static volatile sig_atomic_t signalled;
static time_t fixed_now;		/* --now; 0: not given */

static void
usage(FILE *to)
{
	fputs("usage: qrie-collect [-j jobs] [-p profile] [-r region,...] [-t type,...]\n"
	    "                    [--account id] [--now time] [--service name]\n"
	    "                    [--timeout seconds]\n"
	    "       qrie-collect --from source [-r region] [-t type,...] [--account id]\n"
	    "                    [--now time] [--service name] [file ...]\n"
	    "       qrie-collect --list [-t type,...] [--service name]\n", to);
	exit(to == stdout ? 0 : 3);
}

static void
on_signal(int number)
{
	signalled = number;
}

static int
stopped(void)
{
	return signalled || out_gone();
}

static const char *
environment(const char *name)
{
	return getenv(name);
}

static long long
milliseconds(clockid_t clock)
{
	struct timespec t;

	clock_gettime(clock, &t);
	return (long long)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static long long
now_ms(void)
{
	return milliseconds(CLOCK_REALTIME);
}

static long long
ticks_ms(void)
{
	return milliseconds(CLOCK_MONOTONIC);
}

static time_t
now(void)
{
	return fixed_now ? fixed_now : time(NULL);
}

/* A whole number from 1 to most; anything else is misuse. */
static int
number(const char *text, const char *what, int most)
{
	char *end;
	long n = strtol(text, &end, 10);

	if (*end || end == text || n < 1 || n > most)
		errx(3, "%s: %s is not a whole number from 1 to %d", what, text, most);
	return (int)n;
}

static char *
find_share(const char *argv0, const char *name)
{
	char *dir = share_find(argv0, getenv("QRIE_SHARE"), getenv("PATH"), name);

	if (!dir)
		err(3, "share/%s", name);
	return dir;
}

/* Its collectors, compiled, and the services that they call. */
static void
load(struct session *s, const struct options *o, const char *argv0)
{
	char *dir = find_share(argv0, "collectors");

	s->shapes = find_share(argv0, "shapes");
	if (collector_set_load(&s->collectors, dir, o->types, o->service) < 0 ||
	    !(s->functions = collector_set_compile(&s->collectors, dir)) ||
	    services_add_all(&s->services, s->shapes, &s->collectors) < 0)
		exit(3);
	free(dir);
}

static int
by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* A collector's name, type and scope, and the IAM actions it needs, each once. */
static void
list_collector(const struct collector *c)
{
	static const char *const scopes[] = { "regional", "global", "everywhere" };
	const struct collector_call *call;
	const char **actions = NULL;
	struct buf line = {0};
	size_t i, n = 0;

	for (i = 0; (call = collector_call_at(c, i)); i++) {
		actions = xrealloc(actions, (n + 1) * sizeof(*actions));
		actions[n++] = call->permission;
	}
	if (n)
		qsort(actions, n, sizeof(*actions), by_text);
	buf_addf(&line, "%s\t%s\t%s\t", c->type, c->name, scopes[c->scope]);
	for (i = 0; i < n; i++)
		if (!i || strcmp(actions[i - 1], actions[i]))
			buf_addf(&line, "%s%s", i ? "," : "", actions[i]);
	out_line(buf_span(&line));
	buf_free(&line);
	free(actions);
}

/* The first that is set and not empty. */
static const char *
first_of(const char *a, const char *b, const char *c, const char *otherwise)
{
	if (a && *a)
		return a;
	if (b && *b)
		return b;
	return c && *c ? c : otherwise;
}

/* The connection to AWS, and one of its own for what credentials need. */
static void
open_aws(struct session *s, const struct options *o, const char *const *connect_to, const char *region)
{
	const char *tries = getenv("AWS_MAX_ATTEMPTS");

	s->aws_options = (struct aws_options){
		.in_flight = o->in_flight,
		.tries = tries && *tries ? number(tries, "AWS_MAX_ATTEMPTS", 100) : TRIES,
		.connect_timeout_ms = o->timeout_ms < CONNECT_MS ? o->timeout_ms : CONNECT_MS,
		.total_timeout_ms = o->timeout_ms, .max_body = BODY_MOST,
		.ca_bundle = first_of(getenv("AWS_CA_BUNDLE"), s->profile.ca_bundle, NULL, NULL),
		.connect_to = connect_to, .env = environment,
		.now_ms = now_ms, .ticks_ms = ticks_ms, .stopped = stopped,
		.seed = (unsigned)now_ms() ^ (unsigned)getpid() << 16
	};
	s->own_options = provider_aws_options(&s->aws_options);
	s->aws = aws_open(&s->aws_options);
	s->context = (struct provider_context){
		.aws = aws_open(&s->own_options), .options = &s->own_options, .services = &s->services,
		.shapes = s->shapes, .region = region, .endpoint_url = s->profile.endpoint_url,
		.renew_before_s = PROVIDER_RENEW_BEFORE_S
	};
}

/* Signs in; exits if that cannot be, or with another account than the one asked for. */
static void
sign_in(struct session *s, const struct options *o, const char *region)
{
	const struct service *sts = services_add(&s->services, s->shapes, "sts");
	struct credentials_plan plan;
	char *why;

	if (!sts)
		exit(3);
	if (credentials_plan(&s->profile, o->profile != NULL, environment, &plan, &why) < 0)
		errx(3, "%s", why);
	s->provider = provider_of_plan(&plan, &s->context);
	credentials_plan_free(&plan);
	if (!s->provider)
		exit(3);
	if (signin(s->aws, s->provider, sts, region, s->profile.endpoint_url, &s->who, &why) < 0)
		errx(3, "cannot sign in: %s", why);
	if (o->account && strcmp(o->account, s->who.account))
		errx(3, "--account %s: these credentials are of account %s", o->account, s->who.account);
}

/* The regions asked for; "all": those that the account has enabled. */
static void
choose_regions(struct session *s, const struct options *o, const char *otherwise)
{
	const struct aws_target target = { s->provider, s->who.account, otherwise, s->profile.endpoint_url };
	const struct service *ec2;
	char *why;

	if (!o->regions || strcmp(o->regions, "all")) {
		if (!(s->regions = regions_parse(o->regions ? o->regions : otherwise)))
			errx(3, "--regions: no region is named");
		return;
	}
	if (!(ec2 = services_add(&s->services, s->shapes, "ec2")))
		exit(3);
	if (!(s->regions = regions_enabled(s->aws, &target, ec2, &why)))
		errx(3, "%s", why);
}

static int
run(struct session *s, const struct options *o)
{
	struct collect_options options = {
		.collectors = &s->collectors, .functions = s->functions, .services = &s->services, .aws = s->aws,
		.provider = s->provider, .account = s->who.account, .endpoint_url = s->profile.endpoint_url,
		.regions = (const char *const *)s->regions, .window = 2 * (size_t)o->in_flight, .now = now
	};

	while (s->regions[options.nregions])
		options.nregions++;
	return collect(&options);
}

/* Signs in and collects. */
static int
collect_all(struct session *s, const struct options *o)
{
	char **connect_to = regions_parse(first_of(getenv("QRIE_CONNECT_TO"), NULL, NULL, ""));
	const char *region;
	char *why;
	int status;

	if (profile_load(o->profile, environment, &s->profile, &why) < 0)
		errx(3, "%s", why);
	region = first_of(getenv("AWS_REGION"), getenv("AWS_DEFAULT_REGION"), s->profile.region, "us-east-1");
	open_aws(s, o, (const char *const *)connect_to, region);
	sign_in(s, o, region);
	choose_regions(s, o, region);
	status = run(s, o);
	if (signalled)
		status = 2;
	provider_free(s->provider);
	aws_close(s->context.aws);
	aws_close(s->aws);
	regions_free(connect_to);
	return status;
}

static void
end_session(struct session *s)
{
	regions_free(s->regions);
	signin_free(&s->who);
	profile_free(&s->profile);
	services_free(&s->services);
	functions_free(s->functions);
	collector_set_free(&s->collectors);
	free(s->shapes);
}

/* Where else than from AWS resources can be had: a name, its data in share, and what reads it. */
static const struct source {
	const char *name, *share;
	source_fn *collect;
} sources[] = {
	{ "terraform-plan", "terraform", terraform_plan },
	{ "terraform-state", "terraform", terraform_state },
};

/* The status of collecting from files. */
static int
collect_from(const struct options *o, const char *argv0, char **files)
{
	struct source_options options = {
		.types = o->types, .service = o->service, .account = o->account, .region = o->regions, .now = now()
	};
	char *dir;
	size_t i;
	int status;

	for (i = 0; i < sizeof(sources) / sizeof(*sources); i++)
		if (!strcmp(o->from, sources[i].name)) {
			options.dir = dir = find_share(argv0, sources[i].share);
			status = sources[i].collect(&options, files);
			free(dir);
			return status;
		}
	warnx("--from: %s is none of these:", o->from);
	for (i = 0; i < sizeof(sources) / sizeof(*sources); i++)
		fprintf(stderr, "%s%s", i ? ", " : "    ", sources[i].name);
	fputc('\n', stderr);
	return 3;
}

enum { OPTION_ACCOUNT = 256, OPTION_FROM, OPTION_SERVICE, OPTION_NOW, OPTION_TIMEOUT };

static void
read_options(int argc, char **argv, struct options *o)
{
	static const struct option options[] = {
		{ "types", required_argument, NULL, 't' }, { "regions", required_argument, NULL, 'r' },
		{ "jobs", required_argument, NULL, 'j' }, { "profile", required_argument, NULL, 'p' },
		{ "account", required_argument, NULL, OPTION_ACCOUNT },
		{ "account-id", required_argument, NULL, OPTION_ACCOUNT }, { "from", required_argument, NULL, OPTION_FROM },
		{ "service", required_argument, NULL, OPTION_SERVICE }, { "now", required_argument, NULL, OPTION_NOW },
		{ "timeout", required_argument, NULL, OPTION_TIMEOUT }, { "list", no_argument, NULL, 'l' },
		{ "help", no_argument, NULL, 'h' }, { NULL, 0, NULL, 0 }
	};
	int opt;

	while ((opt = getopt_long(argc, argv, "t:r:j:p:lh", options, NULL)) != -1)
		switch (opt) {
		case 't': o->types = optarg; break;
		case 'r': o->regions = optarg; break;
		case 'j': o->in_flight = number(optarg, "--jobs", 1000); break;
		case 'p': o->profile = optarg; break;
		case 'l': o->list = 1; break;
		case OPTION_ACCOUNT: o->account = optarg; break;
		case OPTION_FROM: o->from = optarg; break;
		case OPTION_SERVICE: o->service = optarg; break;
		case OPTION_TIMEOUT: o->timeout_ms = 1000 * number(optarg, "--timeout", 3600); break;
		case OPTION_NOW:
			if (clock_parse(span_of(optarg), &fixed_now) < 0)
				errx(3, "--now: %s is no time", optarg);
			break;
		case 'h': usage(stdout); break;
		default: usage(stderr);
		}
	if (o->from ? o->list : optind < argc)
		usage(stderr);
}

int
main(int argc, char **argv)
{
	struct options o = { .in_flight = IN_FLIGHT, .timeout_ms = TOTAL_MS };
	struct sigaction action = { .sa_handler = on_signal };
	struct session session = {0};
	size_t i;
	int status = 0;

	read_options(argc, argv, &o);
	out_open();
	if (o.from) {
		status = collect_from(&o, argv[0], argv + optind);
		return record_status(status, out_close());
	}
	sigaction(SIGINT, &action, NULL);
	sigaction(SIGTERM, &action, NULL);
	load(&session, &o, argv[0]);
	if (!o.list)
		status = collect_all(&session, &o);
	for (i = 0; o.list && i < session.collectors.n; i++)
		list_collector(&session.collectors.collectors[i]);
	end_session(&session);
	return record_status(status, out_close());
}
