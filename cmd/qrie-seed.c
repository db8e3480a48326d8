#include <err.h>
#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "clock.h"
#include "connection.h"
#include "out.h"
#include "seed.h"
#include "seed_resources.h"
#include "seed_template.h"

static const char synopsis[] =
    "usage: qrie-seed data [-o dir] [--now time] [--resources n] [--seed n]\n"
    "       qrie-seed resources --non-compliant | --compliant | --remediate | --cleanup [-j n] [-o dir] [--account id,...]\n"
    "           [--image id] [--keep] [--now time] [--profile name] [--region region] [--role name]\n"
    "           [--services service,...] [--subnet id] [--subnet-group name] [--terraform] [--timeout seconds]\n"
    "           [--verify file] [--yes]\n";

enum { IN_FLIGHT = 16, TIMEOUT_S = 300 };
enum {
	OPTION_NOW = 256, OPTION_RESOURCES, OPTION_SEED, OPTION_DATA, OPTION_REAL, OPTION_BAD, OPTION_GOOD, OPTION_REMEDIATE,
	OPTION_CLEANUP, OPTION_ACCOUNT, OPTION_IMAGE, OPTION_KEEP, OPTION_PROFILE, OPTION_REGION, OPTION_ROLE,
	OPTION_SERVICES, OPTION_SUBNET, OPTION_SUBNET_GROUP, OPTION_TIMEOUT, OPTION_VERIFY, OPTION_YES, OPTION_E2E,
	OPTION_E2E_CLEANUP, OPTION_TERRAFORM
};

static const struct option options[] = {
	{ "help", no_argument, NULL, 'h' },
	{ "now", required_argument, NULL, OPTION_NOW },
	{ "output", required_argument, NULL, 'o' },
	{ "resources", required_argument, NULL, OPTION_RESOURCES },
	{ "seed", required_argument, NULL, OPTION_SEED },
	{ "account", required_argument, NULL, OPTION_ACCOUNT }, { "account-id", required_argument, NULL, OPTION_ACCOUNT },
	{ "cleanup", no_argument, NULL, OPTION_CLEANUP }, { "compliant", no_argument, NULL, OPTION_GOOD },
	{ "image", required_argument, NULL, OPTION_IMAGE }, { "jobs", required_argument, NULL, 'j' },
	{ "keep", no_argument, NULL, OPTION_KEEP }, { "non-compliant", no_argument, NULL, OPTION_BAD },
	{ "profile", required_argument, NULL, OPTION_PROFILE }, { "region", required_argument, NULL, OPTION_REGION },
	{ "remediate", no_argument, NULL, OPTION_REMEDIATE }, { "role", required_argument, NULL, OPTION_ROLE },
	{ "services", required_argument, NULL, OPTION_SERVICES }, { "subnet", required_argument, NULL, OPTION_SUBNET },
	{ "subnet-group", required_argument, NULL, OPTION_SUBNET_GROUP },
	{ "test-e2e", no_argument, NULL, OPTION_E2E }, { "test-e2e-cleanup", no_argument, NULL, OPTION_E2E_CLEANUP },
	{ "terraform", no_argument, NULL, OPTION_TERRAFORM },
	{ "timeout", required_argument, NULL, OPTION_TIMEOUT }, { "verify", required_argument, NULL, OPTION_VERIFY },
	{ "yes", no_argument, NULL, OPTION_YES }, { "seed-data", no_argument, NULL, OPTION_DATA },
	{ "seed-resources", no_argument, NULL, OPTION_REAL },
	{ NULL, 0, NULL, 0 },
};

static void __attribute__((noreturn))
usage(void)
{
	fputs(synopsis, stderr);
	exit(3);
}

static void __attribute__((noreturn))
help(void)
{
	fputs(synopsis, stdout);
	exit(fflush(stdout) == 0 ? 0 : 3);
}

static unsigned long long
number(const char *text, unsigned long long max)
{
	unsigned long long n;
	char *end;

	errno = 0;
	n = strtoull(text, &end, 10);
	if (*text < '0' || *text > '9' || *end || errno || n > max)
		errx(3, "%s: not a number from 0 to %llu", text, max);
	return n;
}

/* The estate's dates go back some years. */
static time_t
moment(const char *text)
{
	enum { YEAR_1980 = 315532800 };
	const long long year_9999 = 253370764800;
	time_t t;

	if (clock_parse(span_of(text), &t) < 0)
		errx(3, "%s: not a time like 2026-11-22T21:00:00Z", text);
	if (t < YEAR_1980 || t >= year_9999)
		errx(3, "%s: not between the years 1980 and 9999", text);
	return t;
}

static int
print(void *arg, struct span lines)
{
	(void)arg;
	out_write(lines);
	return out_gone();
}

/* What to make, from the options or the word behind them. */
static int
is_data(int data, int resources, char **words)
{
	for (; *words; words++)
		if (!strcmp(*words, "data"))
			data = 1;
		else if (!strcmp(*words, "resources"))
			resources = 1;
		else
			usage();
	if (data == resources)	/* neither, or both */
		usage();
	return data;
}

/* What both kinds of seeding were asked for. */
struct asked {
	struct seed seed;
	struct resources_options real;
	const char *dir;
	int data, resources;
	int for_data, for_resources;	/* options of one kind alone were given */
};

/* An option of the real resources; 0 if it is none. */
static int
read_resources_option(int opt, struct resources_options *r)
{
	switch (opt) {
	case 'j': r->in_flight = connection_number(optarg, "--jobs", 1000); break;
	case OPTION_ACCOUNT: r->accounts = optarg; break;
	case OPTION_IMAGE: r->image = optarg; break;
	case OPTION_KEEP: r->keep = 1; break;
	case OPTION_PROFILE: r->profile = optarg; break;
	case OPTION_REGION: r->region = optarg; break;
	case OPTION_ROLE: r->role = optarg; break;
	case OPTION_SERVICES: r->services = optarg; break;
	case OPTION_SUBNET: r->subnet = optarg; break;
	case OPTION_SUBNET_GROUP: r->subnet_group = optarg; break;
	case OPTION_TIMEOUT: r->timeout_s = (int)number(optarg, 86400); break;
	case OPTION_TERRAFORM: r->terraform = 1; break;
	case OPTION_VERIFY: r->verify = optarg; break;
	case OPTION_YES: r->yes = 1; break;
	case OPTION_BAD: case OPTION_E2E: r->non_compliant++; break;
	case OPTION_GOOD: r->compliant++; break;
	case OPTION_REMEDIATE: r->remediate++; break;
	case OPTION_CLEANUP: case OPTION_E2E_CLEANUP: r->cleanup++; break;
	default: return 0;
	}
	return 1;
}

static void
read_option(int opt, struct asked *a)
{
	switch (opt) {
	case 'h': help();
	case 'o': a->dir = a->real.dir = optarg; break;
	case OPTION_RESOURCES: a->seed.resources = number(optarg, SEED_RESOURCES_MAX); a->for_data = 1; break;
	case OPTION_SEED: a->seed.seed = number(optarg, UINT64_MAX); a->for_data = 1; break;
	case OPTION_NOW: a->seed.now = a->real.now = moment(optarg); a->real.has_now = 1; break;
	case OPTION_DATA: a->data = 1; break;
	case OPTION_REAL: a->resources = 1; break;
	default:
		if (!read_resources_option(opt, &a->real))
			usage();
		a->for_resources = 1;
		if (opt == OPTION_E2E || opt == OPTION_E2E_CLEANUP)
			a->resources = 1;
	}
}

int
main(int argc, char **argv)
{
	struct asked a = {
		.seed = { 1, time(NULL), SEED_RESOURCES }, .real = { .in_flight = IN_FLIGHT, .timeout_s = TIMEOUT_S }
	};
	int opt;

	while ((opt = getopt_long(argc, argv, "hj:o:", options, NULL)) != -1)
		read_option(opt, &a);
	a.data = is_data(a.data, a.resources, argv + optind);
	if ((a.data && a.for_resources) || (!a.data && a.for_data))
		usage();
	if (!a.data)
		return a.real.terraform ? seed_template(argv[0], &a.real) : seed_resources(argv[0], &a.real);
	if (a.dir)
		return seed_files(&a.seed, a.dir, getenv("TMPDIR")) < 0 ? 3 : 0;
	out_open();
	seed_inventory(&a.seed, print, NULL);
	return out_close();
}
