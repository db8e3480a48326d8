#include <err.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "accountid.h"
#include "changetext.h"
#include "clock.h"
#include "findings.h"
#include "findings_purge.h"
#include "inventory_diff.h"
#include "ndjson.h"
#include "out.h"
#include "record.h"

static const char synopsis[] =
    "usage: qrie-diff [-e] [-f ndjson | text] old new\n"
    "       qrie-diff -F state [--state] [--now time] [file ...]\n"
    "       qrie-diff -F state --purge-account id [--now time]\n";

enum { OPTION_STATE = 256, OPTION_NOW, OPTION_PURGE };

static const struct option options[] = {
	{ "desired", required_argument, NULL, 'D' },
	{ "exit-code", no_argument, NULL, 'e' },
	{ "findings", required_argument, NULL, 'F' },
	{ "format", required_argument, NULL, 'f' },
	{ "help", no_argument, NULL, 'h' },
	{ "now", required_argument, NULL, OPTION_NOW },
	{ "purge-account", required_argument, NULL, OPTION_PURGE },
	{ "state", no_argument, NULL, OPTION_STATE },
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

/* Is it the text form? */
static int
is_text(const char *format)
{
	if (strcmp(format, "text") != 0 && strcmp(format, "ndjson") != 0)
		errx(3, "%s: not a format: ndjson or text", format);
	return strcmp(format, "text") == 0;
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
findings(const char *state, int all, time_t now, char **files)
{
	struct findings run;
	struct ndjson in;
	int status = 3, input;

	ndjson_open(&in, files);
	if (findings_open(&run, state, getenv("TMPDIR"), now) == 0 && findings_read(&run, &in) == 0 &&
	    findings_lock(&run) == 0 && findings_merge(&run, all) == 0 && (status = out_close()) == 0)
		status = findings_commit(&run) < 0 ? 3 : findings_status(&run);
	findings_close(&run);
	input = ndjson_close(&in);
	return record_status(input, status);
}

/* A state that is not there holds nothing of any account: more likely its name is wrong. */
static int
purge(const char *state, const char *account, time_t now)
{
	struct findings run;
	int status = 3;

	if (!account_is_id(account))
		errx(3, "%s: not an account id of twelve digits", account);
	if (access(state, F_OK) < 0)
		err(3, "%s", state);
	if (findings_open(&run, state, getenv("TMPDIR"), now) == 0 && findings_lock(&run) == 0 &&
	    findings_purge(&run, account, now) == 0 && (status = out_close()) == 0 && findings_commit(&run) < 0)
		status = 3;
	findings_close(&run);
	return status;
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

static int
inventories(char **files, int text, int exit_code)
{
	const char *no_color = getenv("NO_COLOR");
	int colour = isatty(STDOUT_FILENO) && !(no_color && *no_color);
	struct inventory_diff d;
	int old, new, status;
	size_t changes;

	inventory_diff_open(&d, getenv("TMPDIR"));
	old = inventory_diff_read(&d, JSONDIFF_OLD, files[0]);
	new = inventory_diff_read(&d, JSONDIFF_NEW, files[1]);
	status = record_status(old, new);
	if (status < 3)
		status = record_status(status, inventory_diff(&d, text ? print_text : print_record, &colour));
	changes = d.changes;
	inventory_diff_close(&d);
	status = record_status(status, out_close());
	return status == 0 && exit_code && changes ? 1 : status;
}

int
main(int argc, char **argv)
{
	const char *state = NULL, *account = NULL;
	int opt, exit_code = 0, formatted = 0, text = 0, all = 0;
	time_t now = time(NULL);

	while ((opt = getopt_long(argc, argv, "D:eF:f:h", options, NULL)) != -1)
		switch (opt) {
		case 'D': errx(3, "-D: not supported");
		case 'e': exit_code = 1; break;
		case 'F': state = optarg; break;
		case 'f': text = is_text(optarg); formatted = 1; break;
		case 'h': help();
		case OPTION_NOW: now = time_given(optarg); break;
		case OPTION_PURGE: account = optarg; break;
		case OPTION_STATE: all = 1; break;
		default: usage();
		}
	argv += optind;
	argc -= optind;
	if (state ? exit_code || formatted || (account && (all || argc)) : all || account || argc != 2)
		usage();
	out_open();
	if (account)
		return purge(state, account, now);
	return state ? findings(state, all, now, argv) : inventories(argv, text, exit_code);
}
