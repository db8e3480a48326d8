#include <err.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>

#include "ndjson.h"
#include "out.h"
#include "record.h"
#include "share.h"
#include "tagplan.h"

static const char synopsis[] = "usage: qrie-tag [-c rules] [file ...]\n";

enum { OPTION_APPLY = 256 };

static const struct option options[] = {
	{ "apply", no_argument, NULL, OPTION_APPLY },
	{ "help", no_argument, NULL, 'h' },
	{ "rules", required_argument, NULL, 'c' },
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

/* file: the organisation's rules; NULL for ours. */
static struct tag_rules *
load(const char *argv0, const char *file)
{
	struct buf required = {0}, limits = {0};
	struct tag_rules *rules;
	char *dir = share_find(argv0, getenv("QRIE_SHARE"), getenv("PATH"), "tags");

	if (!dir)
		err(3, "share/tags");
	buf_addf(&limits, "%s/limits.json", dir);
	if (file)
		buf_adds(&required, file);
	else
		buf_addf(&required, "%s/required.json", dir);
	rules = tag_rules_load(required.data, limits.data);
	buf_free(&required);
	buf_free(&limits);
	free(dir);
	return rules;
}

/* 2 if some resource's tags are not known, else 0. */
static int
plan_all(struct tagplan *plan, struct ndjson *in)
{
	struct buf text = {0};
	struct span line;
	struct record r;
	const char *why;
	int status = 0;

	while (!out_gone() && ndjson_next(in, &line)) {
		record_read(&r, line);
		if (!record_is(&r, "resource"))
			continue;
		switch (tagplan_make(plan, &r, &text, &why)) {
		case TAGPLAN_NOTHING: break;
		case TAGPLAN_UNREADABLE: status = 2;	/* FALLTHROUGH */
		case TAGPLAN_NEEDED: out_line(buf_span(&text)); break;
		case TAGPLAN_BAD: ndjson_complain(in, why); break;
		}
	}
	buf_free(&text);
	return status;
}

int
main(int argc, char **argv)
{
	struct tagplan plan = {0};
	struct tag_rules *rules;
	struct ndjson in;
	const char *file = NULL;
	int opt, status;

	while ((opt = getopt_long(argc, argv, "c:h", options, NULL)) != -1)
		switch (opt) {
		case 'c': file = optarg; break;
		case 'h': help();
		case OPTION_APPLY: errx(3, "--apply: not supported");
		default: usage();
		}
	if (!(rules = load(argv[0], file)))
		return 3;	/* said why already */
	plan.rules = rules;
	out_open();
	ndjson_open(&in, argv + optind);
	status = plan_all(&plan, &in);
	tagplan_free(&plan);
	tag_rules_free(rules);
	status = record_status(status, ndjson_close(&in));
	return record_status(status, out_close());
}
