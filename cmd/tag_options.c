/* The options of qrie-tag, as its page lists them. */
#include "tag_options.h"

#include <err.h>
#include <getopt.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "accounts.h"
#include "connection.h"

enum { IN_FLIGHT = 4, MAX_CHANGES = 100 };

static void __attribute__((noreturn))
usage(FILE *to)
{
	fputs("usage: qrie-tag [-c rules] [--deployments file] [--events file]\n"
	    "                [--findings file] [--map file] [--set key=value] [file ...]\n"
	    "       qrie-tag --auto-revert on|off [file ...]\n"
	    "       qrie-tag --apply [-nqv] [-j jobs] [-p profile] [-r region,...]\n"
	    "                [--account id] [--external-id id] [--max-changes number]\n"
	    "                [--role name] [--undo file] [file ...]\n", to);
	exit(to == stdout ? 0 : 3);
}

enum {
	OPTION_ACCOUNT = 256, OPTION_APPLY, OPTION_AUTO_REVERT, OPTION_DEPLOYMENTS, OPTION_EVENTS, OPTION_EXTERNAL_ID,
	OPTION_FINDINGS, OPTION_MAP, OPTION_MAX_CHANGES, OPTION_ROLE, OPTION_SET, OPTION_UNDO
};

static enum tagplan_auto_revert
auto_revert(const char *text)
{
	if (!strcmp(text, "on"))
		return AUTO_REVERT_ON;
	if (strcmp(text, "off"))
		errx(3, "--auto-revert: %s is neither on nor off", text);
	return AUTO_REVERT_OFF;
}

/* What is for AWS has no use without it. */
static void
check(const struct tag_options *o)
{
	int sources = o->map || o->events || o->findings || o->deployments || o->nset || o->rules;

	if ((sources && o->auto_revert) || (o->apply && o->auto_revert))
		usage(stderr);
	if (o->apply ? sources : o->dry_run || o->profile || o->regions || o->account || o->role ||
	    o->external_id || o->undo || o->max_changes || o->in_flight)
		usage(stderr);
	if (o->role && !account_is_role(o->role))
		errx(3, "--role: %s is no name of a role", o->role);
	if (o->external_id && !o->role)
		errx(3, "--external-id is for --role");
	if (o->account && !account_is_id(o->account))
		errx(3, "--account: %s is no account", o->account);
}

void
tag_options_read(int argc, char **argv, struct tag_options *o)
{
	static const struct option options[] = {
		{ "account", required_argument, NULL, OPTION_ACCOUNT }, { "apply", no_argument, NULL, OPTION_APPLY },
		{ "auto-revert", required_argument, NULL, OPTION_AUTO_REVERT },
		{ "deployments", required_argument, NULL, OPTION_DEPLOYMENTS },
		{ "events", required_argument, NULL, OPTION_EVENTS }, { "findings", required_argument, NULL, OPTION_FINDINGS },
		{ "map", required_argument, NULL, OPTION_MAP }, { "set", required_argument, NULL, OPTION_SET },
		{ "dry-run", no_argument, NULL, 'n' }, { "external-id", required_argument, NULL, OPTION_EXTERNAL_ID },
		{ "help", no_argument, NULL, 'h' }, { "jobs", required_argument, NULL, 'j' },
		{ "max-changes", required_argument, NULL, OPTION_MAX_CHANGES },
		{ "profile", required_argument, NULL, 'p' }, { "quiet", no_argument, NULL, 'q' },
		{ "region", required_argument, NULL, 'r' }, { "regions", required_argument, NULL, 'r' },
		{ "role", required_argument, NULL, OPTION_ROLE }, { "rules", required_argument, NULL, 'c' },
		{ "undo", required_argument, NULL, OPTION_UNDO }, { "verbose", no_argument, NULL, 'v' },
		{ NULL, 0, NULL, 0 }
	};
	int opt;

	while ((opt = getopt_long(argc, argv, "c:hj:np:qr:v", options, NULL)) != -1)
		switch (opt) {
		case 'c': o->rules = optarg; break;
		case 'h': usage(stdout); break;
		case 'j': o->in_flight = connection_number(optarg, "--jobs", 1000); break;
		case 'n': o->dry_run = 1; break;
		case 'p': o->profile = optarg; break;
		case 'q': o->quiet = 1; break;
		case 'r': o->regions = optarg; break;
		case 'v': o->verbose = 1; break;
		case OPTION_ACCOUNT: o->account = optarg; break;
		case OPTION_APPLY: o->apply = 1; break;
		case OPTION_AUTO_REVERT: o->auto_revert = auto_revert(optarg); break;
		case OPTION_DEPLOYMENTS: o->deployments = optarg; break;
		case OPTION_EVENTS: o->events = optarg; break;
		case OPTION_FINDINGS: o->findings = optarg; break;
		case OPTION_MAP: o->map = optarg; break;
		case OPTION_SET:
			o->set = xrealloc(o->set, (o->nset + 1) * sizeof(char *));
			o->set[o->nset++] = optarg;
			break;
		case OPTION_EXTERNAL_ID: o->external_id = optarg; break;
		case OPTION_MAX_CHANGES: o->max_changes = connection_number(optarg, "--max-changes", INT_MAX); break;
		case OPTION_ROLE: o->role = optarg; break;
		case OPTION_UNDO: o->undo = optarg; break;
		default: usage(stderr);
		}
	o->files = argv + optind;
	check(o);
	o->in_flight = o->in_flight ? o->in_flight : IN_FLIGHT;
	o->max_changes = o->max_changes ? o->max_changes : MAX_CHANGES;
}
