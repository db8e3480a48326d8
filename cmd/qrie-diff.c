#include <err.h>
#include <getopt.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "accountid.h"
#include "changetext.h"
#include "clock.h"
#include "diff_drift.h"
#include "findings.h"
#include "findings_purge.h"
#include "history_read.h"
#include "ignore.h"
#include "inventory_diff.h"
#include "ndjson.h"
#include "out.h"
#include "record.h"
#include "share.h"

static const char synopsis[] =
    "usage: qrie-diff [-e] [-f ndjson | text] [-i file] [--no-ignore] old new\n"
    "       qrie-diff -D desired [-e] [-f ndjson | text | eventbridge] [--all] [--unmanaged]\n"
    "                 [--events file] [--event-source name] [--now time]\n"
    "                 [--pattern file] [--suspensions file] live\n"
    "       qrie-diff -F state [--state] [--now time] [--history history] [file ...]\n"
    "       qrie-diff -F state --purge-account id [--now time] [--history history]\n"
    "       qrie-diff --history history --as-of time\n";

enum {
	OPTION_STATE = 256, OPTION_NOW, OPTION_PURGE, OPTION_HISTORY, OPTION_AS_OF, OPTION_NO_IGNORE, OPTION_ALL,
	OPTION_UNMANAGED, OPTION_EVENTS, OPTION_EVENT_SOURCE, OPTION_PATTERN, OPTION_SUSPENSIONS
};

static const struct option options[] = {
	{ "all", no_argument, NULL, OPTION_ALL },
	{ "as-of", required_argument, NULL, OPTION_AS_OF },
	{ "desired", required_argument, NULL, 'D' },
	{ "event-source", required_argument, NULL, OPTION_EVENT_SOURCE },
	{ "events", required_argument, NULL, OPTION_EVENTS },
	{ "exit-code", no_argument, NULL, 'e' },
	{ "findings", required_argument, NULL, 'F' },
	{ "format", required_argument, NULL, 'f' },
	{ "help", no_argument, NULL, 'h' },
	{ "history", required_argument, NULL, OPTION_HISTORY },
	{ "ignore", required_argument, NULL, 'i' },
	{ "no-ignore", no_argument, NULL, OPTION_NO_IGNORE },
	{ "now", required_argument, NULL, OPTION_NOW },
	{ "pattern", required_argument, NULL, OPTION_PATTERN },
	{ "purge-account", required_argument, NULL, OPTION_PURGE },
	{ "state", no_argument, NULL, OPTION_STATE },
	{ "suspensions", required_argument, NULL, OPTION_SUSPENSIONS },
	{ "unmanaged", no_argument, NULL, OPTION_UNMANAGED },
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

static enum format
format_named(const char *name)
{
	static const char *const names[] = { "ndjson", "text", "eventbridge" };
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (strcmp(name, names[i]) == 0)
			return (enum format)i;
	errx(3, "%s: not a format: ndjson, text or eventbridge", name);
}

/* Are escapes for colour wanted? */
static int
is_coloured(void)
{
	const char *no_color = getenv("NO_COLOR");

	return isatty(STDOUT_FILENO) && !(no_color && *no_color);
}

static time_t
time_given(const char *text)
{
	time_t t;

	if (clock_parse(span_of(text), &t) < 0)
		errx(3, "%s: not a time like 2026-11-22T21:00:00Z", text);
	return t;
}

/* STATE changes only when all that is printed is out: what is lost is printed again by the next run. */
static int
findings(const char *state, const char *history, int all, time_t now, char **files)
{
	struct findings run;
	struct ndjson in;
	int status = 3, input;

	ndjson_open(&in, files);
	if (findings_open(&run, state, history, getenv("TMPDIR"), now) == 0 && findings_read(&run, &in) == 0 &&
	    findings_lock(&run) == 0 && findings_merge(&run, all) == 0 && (status = out_close()) == 0)
		status = findings_commit(&run) < 0 ? 3 : findings_status(&run);
	findings_close(&run);
	input = ndjson_close(&in);
	return record_status(input, status);
}

/* A state that is not there holds nothing of any account: more likely its name is wrong. */
static int
purge(const char *state, const char *history, const char *account, time_t now)
{
	int purged, written;

	if (!account_is_id(account))
		errx(3, "%s: not an account id of twelve digits", account);
	if (access(state, F_OK) < 0)
		err(3, "%s", state);
	purged = findings_purge(state, history, getenv("TMPDIR"), account, now);
	written = out_close();
	return purged < 0 ? 3 : written;
}

static void
print_record(void *context, struct span change)
{
	(void)context;
	out_line(change);
}

static void
print_text(void *context, struct span change)
{
	struct buf text = {0};

	changetext_add(&text, change, *(const int *)context);
	out_write(buf_span(&text));
	buf_free(&text);
}

/* What AWS changes by itself, as share/ignore has it. */
static void
read_ignored(struct ignore *ignore, const char *argv0)
{
	char *folder = share_find(argv0, getenv("QRIE_SHARE"), getenv("PATH"), "ignore");

	if (!folder)
		errx(3, "no folder ignore in share/qrie: set QRIE_SHARE, or use --no-ignore");
	if (ignore_read_folder(ignore, folder) < 0)
		exit(3);
	free(folder);
}

static int
inventories(char **files, const struct ignore *ignore, int text, int exit_code)
{
	int colour = is_coloured();
	struct inventory_diff d;
	uint64_t key[2];
	int status;
	size_t changes;

	if (getentropy(key, sizeof(key)) < 0)
		err(3, "random numbers");
	inventory_diff_open(&d, getenv("TMPDIR"), ignore, key);
	status = inventory_diff_read(&d, files);
	if (status < 3)
		status = record_status(status, inventory_diff(&d, text ? print_text : print_record, &colour));
	changes = d.changes;
	inventory_diff_close(&d);
	status = record_status(status, out_close());
	return status == 0 && exit_code && changes ? 1 : status;
}

/* What the options say. */
struct choice {
	const char *state, *history, *account, *as_of;
	struct ignore ignore;
	int formatted, all, ignoring, no_ignore, drift_only;
	time_t now;
	struct drift_run drift;		/* its format and exit_code are those of inventories, too */
};

static void
read_options(struct choice *c, int argc, char **argv)
{
	int opt;

	while ((opt = getopt_long(argc, argv, "D:eF:f:hi:", options, NULL)) != -1)
		switch (opt) {
		case 'D': c->drift.desired = optarg; break;
		case 'e': c->drift.exit_code = 1; break;
		case 'F': c->state = optarg; break;
		case 'f': c->drift.format = format_named(optarg); c->formatted = 1; break;
		case 'h': help();
		case 'i':
			c->ignoring = 1;
			if (ignore_read(&c->ignore, optarg) < 0)
				exit(3);
			break;
		case OPTION_ALL: c->drift.all = c->drift_only = 1; break;
		case OPTION_AS_OF: c->as_of = optarg; break;
		case OPTION_EVENT_SOURCE: c->drift.source = optarg; c->drift_only = 1; break;
		case OPTION_EVENTS: c->drift.events = optarg; c->drift_only = 1; break;
		case OPTION_HISTORY: c->history = optarg; break;
		case OPTION_NO_IGNORE: c->no_ignore = 1; break;
		case OPTION_NOW: c->now = time_given(optarg); break;
		case OPTION_PATTERN: c->drift.pattern = optarg; c->drift_only = 1; break;
		case OPTION_PURGE: c->account = optarg; break;
		case OPTION_STATE: c->all = 1; break;
		case OPTION_SUSPENSIONS: c->drift.suspensions = optarg; c->drift_only = 1; break;
		case OPTION_UNMANAGED: c->drift.unmanaged = c->drift_only = 1; break;
		default: usage();
		}
}

/* What goes together, and what does not. */
static void
check(const struct choice *c, int files)
{
	const struct drift_run *d = &c->drift;
	int ignoring = c->ignoring || c->no_ignore;

	if ((c->state || c->as_of) && (d->exit_code || c->formatted || d->desired || ignoring))
		usage();
	if (d->desired ? ignoring : c->drift_only || d->format == EVENTBRIDGE)
		usage();
	if (c->account ? !c->state || c->as_of || c->all || files :
	    c->as_of ? !c->history || c->state || c->all || files :
	    !c->state && (c->history || c->all || files != (d->desired ? 1 : 2)))
		usage();
}

int
main(int argc, char **argv)
{
	struct choice c = { .now = time(NULL), .ignore = IGNORE_START, .drift = { .source = DRIFT_SOURCE } };
	const char *name = argv[0];
	int status;

	read_options(&c, argc, argv);
	argv += optind;
	check(&c, argc - optind);
	c.drift.colour = is_coloured();
	c.drift.now = c.now;
	out_open();
	if (c.as_of) {
		status = history_state(c.history, getenv("TMPDIR"), time_given(c.as_of));
		return record_status(status, out_close());
	}
	if (c.account)
		return purge(c.state, c.history, c.account, c.now);
	if (c.state)
		return findings(c.state, c.history, c.all, c.now, argv);
	if (c.drift.desired)
		return diff_drift(&c.drift, name, argv[0]);
	if (strcmp(argv[0], "-") == 0 && strcmp(argv[1], "-") == 0)
		usage();
	if (!c.no_ignore)
		read_ignored(&c.ignore, name);
	status = inventories(argv, &c.ignore, c.drift.format == TEXT, c.drift.exit_code);
	ignore_free(&c.ignore);
	return status;
}
