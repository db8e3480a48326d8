#include <err.h>
#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "clock.h"
#include "out.h"
#include "seed.h"

static const char synopsis[] = "usage: qrie-seed data [-o dir] [--now time] [--resources n] [--seed n]\n";

enum { OPTION_NOW = 256, OPTION_RESOURCES, OPTION_SEED, OPTION_DATA, OPTION_REAL };

static const struct option options[] = {
	{ "help", no_argument, NULL, 'h' },
	{ "now", required_argument, NULL, OPTION_NOW },
	{ "output", required_argument, NULL, 'o' },
	{ "resources", required_argument, NULL, OPTION_RESOURCES },
	{ "seed", required_argument, NULL, OPTION_SEED },
	{ "seed-data", no_argument, NULL, OPTION_DATA },
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

int
main(int argc, char **argv)
{
	struct seed seed = { 1, time(NULL), SEED_RESOURCES };
	const char *dir = NULL;
	int opt, data = 0, resources = 0;

	while ((opt = getopt_long(argc, argv, "ho:", options, NULL)) != -1)
		switch (opt) {
		case 'h': help();
		case 'o': dir = optarg; break;
		case OPTION_NOW: seed.now = moment(optarg); break;
		case OPTION_RESOURCES: seed.resources = number(optarg, SEED_RESOURCES_MAX); break;
		case OPTION_SEED: seed.seed = number(optarg, UINT64_MAX); break;
		case OPTION_DATA: data = 1; break;
		case OPTION_REAL: resources = 1; break;
		default: usage();
		}
	if (!is_data(data, resources, argv + optind))
		errx(3, "resources: not supported");
	if (dir)
		return seed_files(&seed, dir, getenv("TMPDIR")) < 0 ? 3 : 0;
	out_open();
	seed_inventory(&seed, print, NULL);
	return out_close();
}
