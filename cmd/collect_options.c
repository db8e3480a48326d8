/* The options of qrie-collect, as its page lists them. */
#include "collect_options.h"

#include <err.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "connection.h"

enum { IN_FLIGHT = 16 };

static void __attribute__((noreturn))
usage(FILE *to)
{
	fputs("usage: qrie-collect [-qv] [-j jobs] [-p profile] [-r region,...]\n"
	    "                    [-t type,...] [--account id] [--accounts file]\n"
	    "                    [--external-id id] [--for-policies[=policy,...]]\n"
	    "                    [--journal file] [--now time]\n"
	    "                    [--organization[=unit,...]] [--redact-key file]\n"
	    "                    [--role name] [--service name] [--tags]\n"
	    "                    [--timeout seconds]\n"
	    "       qrie-collect --from source [-qv] [-j jobs] [-p profile] [-r region]\n"
	    "                    [-t type,...] [--account id] [--accounts file]\n"
	    "                    [--aggregator name] [--expression sql] [--external-id id]\n"
	    "                    [--known file] [--live file] [--now time]\n"
	    "                    [--organization[=unit,...]] [--pattern file]\n"
	    "                    [--redact-key file] [--resource-model json] [--role name]\n"
	    "                    [--service name] [--source dir] [--timeout seconds]\n"
	    "                    [file ...]\n"
	    "       qrie-collect --list [-t type,...] [--for-policies[=policy,...]]\n"
	    "                    [--service name] [--tags]\n"
	    "       qrie-collect --iam-policy [-r region,...] [-t type,...]\n"
	    "                    [--for-policies[=policy,...]] [--service name]\n"
	    "                    [--tags]\n"
	    "       qrie-collect --explain [-r region,...] [-t type,...]\n"
	    "                    [--for-policies[=policy,...]] [--service name]\n"
	    "                    [--tags] [file ...]\n", to);
	exit(to == stdout ? 0 : 3);
}

void
options_usage(void)
{
	usage(stderr);
}

int
options_many(const struct options *o)
{
	return o->accounts || o->organization;
}

enum {
	OPTION_ACCOUNT = 256, OPTION_ACCOUNTS, OPTION_AGGREGATOR, OPTION_EXPLAIN, OPTION_EXPRESSION, OPTION_EXTERNAL_ID,
	OPTION_FOR_POLICIES, OPTION_FROM, OPTION_IAM_POLICY, OPTION_JOURNAL, OPTION_KNOWN, OPTION_LIVE, OPTION_NOW,
	OPTION_ORGANIZATION, OPTION_PATTERN, OPTION_REDACT_KEY, OPTION_RESOURCE_MODEL, OPTION_ROLE, OPTION_SCAN,
	OPTION_SCAN_TYPE, OPTION_SERVICE, OPTION_SOURCE, OPTION_TAGS, OPTION_TIMEOUT
};

/* All scans are alike: each describes everything anew. */
static void
check_scan_type(const char *type)
{
	if (strcmp(type, "bootstrap") && strcmp(type, "anti-entropy"))
		errx(3, "--scan-type: %s is neither bootstrap nor anti-entropy", type);
}

static const struct option long_options[] = {
	{ "types", required_argument, NULL, 't' }, { "regions", required_argument, NULL, 'r' },
	{ "jobs", required_argument, NULL, 'j' }, { "profile", required_argument, NULL, 'p' },
	{ "account", required_argument, NULL, OPTION_ACCOUNT },
	{ "account-id", required_argument, NULL, OPTION_ACCOUNT }, { "from", required_argument, NULL, OPTION_FROM },
	{ "known", required_argument, NULL, OPTION_KNOWN }, { "live", required_argument, NULL, OPTION_LIVE },
	{ "aggregator", required_argument, NULL, OPTION_AGGREGATOR },
	{ "expression", required_argument, NULL, OPTION_EXPRESSION },
	{ "resource-model", required_argument, NULL, OPTION_RESOURCE_MODEL },
	{ "service", required_argument, NULL, OPTION_SERVICE }, { "source", required_argument, NULL, OPTION_SOURCE },
	{ "now", required_argument, NULL, OPTION_NOW },
	{ "timeout", required_argument, NULL, OPTION_TIMEOUT }, { "list", no_argument, NULL, 'l' },
	{ "accounts", required_argument, NULL, OPTION_ACCOUNTS },
	{ "organization", optional_argument, NULL, OPTION_ORGANIZATION },
	{ "role", required_argument, NULL, OPTION_ROLE }, { "journal", required_argument, NULL, OPTION_JOURNAL },
	{ "external-id", required_argument, NULL, OPTION_EXTERNAL_ID }, { "region", required_argument, NULL, 'r' },
	{ "generate-inventory", no_argument, NULL, OPTION_SCAN }, { "scan-account", no_argument, NULL, OPTION_SCAN },
	{ "scan-type", required_argument, NULL, OPTION_SCAN_TYPE },
	{ "tags", no_argument, NULL, OPTION_TAGS },
	{ "pattern", required_argument, NULL, OPTION_PATTERN },
	{ "redact-key", required_argument, NULL, OPTION_REDACT_KEY },
	{ "for-policies", optional_argument, NULL, OPTION_FOR_POLICIES },
	{ "iam-policy", no_argument, NULL, OPTION_IAM_POLICY }, { "explain", no_argument, NULL, OPTION_EXPLAIN },
	{ "quiet", no_argument, NULL, 'q' }, { "verbose", no_argument, NULL, 'v' },
	{ "help", no_argument, NULL, 'h' }, { NULL, 0, NULL, 0 }
};

void
options_read(int argc, char **argv, struct options *o)
{
	int opt;

	o->in_flight = IN_FLIGHT;
	o->timeout_ms = CONNECTION_TOTAL_MS;
	while ((opt = getopt_long(argc, argv, "t:r:j:p:lqvh", long_options, NULL)) != -1)
		switch (opt) {
		case 't': o->types = optarg; break;
		case 'r': o->regions = optarg; break;
		case 'j': o->in_flight = connection_number(optarg, "--jobs", 1000); break;
		case 'p': o->profile = optarg; break;
		case 'l': o->action = LIST; break;
		case 'q': o->quiet = 1; break;
		case 'v': o->verbose = 1; break;
		case OPTION_ACCOUNT: o->account = optarg; break;
		case OPTION_ACCOUNTS: o->accounts = optarg; break;
		case OPTION_EXTERNAL_ID: o->external_id = optarg; break;
		case OPTION_KNOWN: o->known = optarg; break;
		case OPTION_LIVE: o->live = optarg; break;
		case OPTION_AGGREGATOR: o->aggregator = optarg; break;
		case OPTION_EXPRESSION: o->expression = optarg; break;
		case OPTION_RESOURCE_MODEL: o->resource_model = optarg; break;
		case OPTION_FROM: o->from = optarg; break;
		case OPTION_JOURNAL: o->journal = optarg; break;
		case OPTION_ORGANIZATION: o->organization = optarg ? optarg : ""; break;
		case OPTION_PATTERN: o->pattern = optarg; break;
		case OPTION_REDACT_KEY: o->redact_key = optarg; break;
		case OPTION_ROLE: o->role = optarg; break;
		case OPTION_SCAN: break;
		case OPTION_SCAN_TYPE: check_scan_type(optarg); break;
		case OPTION_SERVICE: o->service = optarg; break;
		case OPTION_SOURCE: o->source = optarg; break;
		case OPTION_TAGS: o->tags = 1; break;
		case OPTION_FOR_POLICIES: o->for_policies = optarg ? optarg : ""; break;
		case OPTION_IAM_POLICY: o->action = IAM_POLICY; break;
		case OPTION_EXPLAIN: o->action = EXPLAIN; break;
		case OPTION_TIMEOUT: o->timeout_ms = 1000 * connection_number(optarg, "--timeout", 3600); break;
		case OPTION_NOW:
			if (clock_parse(span_of(optarg), &o->now) < 0)
				errx(3, "--now: %s is no time", optarg);
			o->has_now = 1;
			break;
		case 'h': usage(stdout); break;
		default: usage(stderr);
		}
	o->files = argv + optind;
}
