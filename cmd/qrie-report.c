/* qrie-report: tell people what qrie-eval found.  See qrie-report(1). */
#include <err.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include "atomicfile.h"
#include "clock.h"
#include "file.h"
#include "gate.h"
#include "ndjson.h"
#include "out.h"
#include "record.h"
#include "report.h"
#include "share.h"
#include "summary.h"
#include "threshold.h"

enum { COLUMNS_OTHERWISE = 80, COLUMNS_MOST = 1000 };

static const char usage_text[] =
    "usage: qrie-report [-f text | json | markdown | html | sarif | junit | github]\n"
    "           [-n resources] [-o file] [-w columns] [--color auto | always | never]\n"
    "           [--fail-on level] [--fail-under [policy=]percent] [--now time]\n"
    "           [--offset resources] [file ...]\n";

struct settings {
	const struct report_format *format;
	struct report_options report;
	struct gate gate;
	struct thresholds thresholds;
	const char *output;	/* NULL: standard output */
};

static int
usage(void)
{
	fputs(usage_text, stderr);
	return 3;
}

static unsigned long
read_number(const char *option, const char *text, unsigned long least)
{
	char *end;
	unsigned long n = strtoul(text, &end, 10);

	if (*text < '0' || *text > '9' || *end || n < least)
		errx(3, "%s %s: not a number of at least %lu", option, text, least);
	return n;
}

static size_t
read_width(const char *text)
{
	unsigned long width = read_number("-w", text, REPORT_WIDTH_LEAST);

	return width < COLUMNS_MOST ? width : COLUMNS_MOST;
}

static const struct report_format *
read_format(const char *name)
{
	const struct report_format *format = report_find(name);

	if (!format)
		errx(3, "-f %s: not supported", name);
	return format;
}

static void
read_level(struct settings *s, const char *text)
{
	if (gate_parse(&s->gate, text) < 0)
		errx(3, "--fail-on %s: not " GATE_LEVELS, text);
}

static void
read_threshold(struct settings *s, const char *text)
{
	if (thresholds_add(&s->thresholds, text) < 0)
		errx(3, "--fail-under %s: not a percentage such as 80, or POLICY=80", text);
}

static time_t
read_time(const char *text)
{
	time_t t;

	if (clock_parse(span_of(text), &t) < 0)
		errx(3, "--now %s: not a time such as 2026-11-22T21:00:00Z", text);
	return t;
}

/* no-color.org: any value but an empty one. */
static int
read_color(const char *text)
{
	const char *no = getenv("NO_COLOR"), *term = getenv("TERM");

	if (strcmp(text, "always") == 0)
		return 1;
	if (strcmp(text, "never") == 0)
		return 0;
	if (strcmp(text, "auto") != 0)
		errx(3, "--color %s: not auto, always or never", text);
	return isatty(STDOUT_FILENO) && !(no && *no) && !(term && strcmp(term, "dumb") == 0);
}

/* Of the terminal that is written to, else what COLUMNS says. */
static size_t
default_width(void)
{
	const char *columns = getenv("COLUMNS");
	struct winsize size;
	long width = 0;

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
		width = size.ws_col;
	if (width <= 0 && columns)
		width = strtol(columns, NULL, 10);
	if (width <= 0)
		width = COLUMNS_OTHERWISE;
	return width < REPORT_WIDTH_LEAST ? REPORT_WIDTH_LEAST : width < COLUMNS_MOST ? (size_t)width : COLUMNS_MOST;
}

/* -1 to go on, else the exit status. */
static int
read_options(int argc, char **argv, struct settings *s)
{
	enum { COLOR = 256, FAIL_ON, FAIL_UNDER, NOW, OFFSET };
	static const struct option options[] = {
		{ "color", required_argument, NULL, COLOR }, { "fail-on", required_argument, NULL, FAIL_ON },
		{ "fail-under", required_argument, NULL, FAIL_UNDER },
		{ "format", required_argument, NULL, 'f' }, { "help", no_argument, NULL, 'h' },
		{ "limit", required_argument, NULL, 'n' }, { "now", required_argument, NULL, NOW },
		{ "offset", required_argument, NULL, OFFSET }, { "output", required_argument, NULL, 'o' },
		{ "width", required_argument, NULL, 'w' }, { NULL, 0, NULL, 0 },
	};
	const char *color = "auto", *limit = NULL;
	int opt;

	while ((opt = getopt_long(argc, argv, "f:hn:o:w:", options, NULL)) != -1)
		switch (opt) {
		case COLOR: color = optarg; break;
		case FAIL_ON: read_level(s, optarg); break;
		case FAIL_UNDER: read_threshold(s, optarg); break;
		case NOW: s->report.now = read_time(optarg); break;
		case OFFSET: s->report.offset = read_number("--offset", optarg, 0); break;
		case 'f': s->format = read_format(optarg); break;
		case 'h': fputs(usage_text, stdout); return 0;
		case 'n': limit = optarg; break;
		case 'o': s->output = optarg; break;
		case 'w': s->report.width = read_width(optarg); break;
		default: return usage();
		}
	s->report.color = read_color(color) && !(s->output && strcmp(color, "auto") == 0);
	s->report.limit = limit ? read_number("-n", limit, 0) : s->format->limit;
	if (s->report.limit == 0)
		s->report.limit = REPORT_ALL;
	return -1;
}

/* Exits when there is no such file. */
static void
read_style(const char *argv0, const char *name, struct buf *to)
{
	char *dir = share_find(argv0, getenv("QRIE_SHARE"), getenv("PATH"), "reports");
	struct buf path = {0};

	if (!dir)
		errx(3, "%s not found; set QRIE_SHARE", name);
	buf_addf(&path, "%s/%s", dir, name);
	if (file_read(path.data, to) < 0)
		err(3, "%s", path.data);
	buf_free(&path);
	free(dir);
}

/* The status of the input; exits when the findings cannot be kept. */
static int
gather(struct summary *sum, char **files)
{
	struct ndjson in;
	struct span record;
	const char *why;
	int i, status;

	if (!files[0])
		summary_input(sum, "-");
	for (i = 0; files[i]; i++)
		summary_input(sum, files[i]);
	ndjson_open(&in, files);
	while (ndjson_next(&in, &record)) {
		if (summary_take(sum, in.name, record, &why) < 0)
			err(3, "temporary file");
		ndjson_complain(&in, why);
	}
	sum->rejected = in.rejected;
	sum->unread = in.unread;
	status = ndjson_close(&in);
	if (summary_finish(sum) < 0)
		err(3, "temporary file");
	return status;
}

/* Turns standard output into a file beside its place, readable as the umask has it. */
static void
open_output(struct atomicfile *file, const char *path)
{
	mode_t mask = umask(0);

	umask(mask);
	if (atomicfile_open(file, path) < 0)
		err(3, "%s", path);
	if (fchmod(file->fd, 0666 & ~mask) < 0 || dup2(file->fd, STDOUT_FILENO) < 0) {
		atomicfile_abandon(file);
		err(3, "%s", path);
	}
}

/* The old file stays unless all of the new one is there. */
static int
close_output(struct atomicfile *file, const char *path)
{
	out_flush();
	if (out_gone()) {
		atomicfile_abandon(file);
		return out_close();
	}
	if (atomicfile_commit(file) == 0)
		return 0;
	warn("%s", path);
	return 3;
}

static int
report(const struct settings *s, char **files)
{
	struct summary sum;
	struct atomicfile file;
	int status, output;

	summary_open(&sum, getenv("TMPDIR"));
	sum.by_policy = s->format->by_policy;
	status = gather(&sum, files);
	if (s->output)
		open_output(&file, s->output);
	if (s->format->print(&sum, &s->report) < 0) {
		if (s->output)
			atomicfile_abandon(&file);
		err(3, "temporary file");
	}
	if (sum.worst >= s->gate.active || sum.worst_unknown >= s->gate.unknown)
		status = record_status(status, 1);
	if (thresholds_check(&s->thresholds, &sum))
		status = record_status(status, 1);
	summary_close(&sum);
	output = s->output ? close_output(&file, s->output) : out_close();
	return record_status(status, output);
}

int
main(int argc, char **argv)
{
	struct settings s = { .format = report_find("text"), .report = { .width = default_width() }, .gate = GATE_OPEN };
	struct buf style = {0};
	int status;

	s.report.now = time(NULL);
	if ((status = read_options(argc, argv, &s)) >= 0)
		return status;
	if (s.format->style)
		read_style(argv[0], s.format->style, &style);
	s.report.style = buf_span(&style);
	out_open();
	status = report(&s, argv + optind);
	thresholds_free(&s.thresholds);
	buf_free(&style);
	return status;
}
