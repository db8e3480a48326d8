/* qrie-eval: judge resources by policies.  See qrie-eval(1). */
#include <err.h>
#include <getopt.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "benchmark.h"
#include "clock.h"
#include "evaluate.h"
#include "out.h"
#include "policy_cases.h"
#include "policy_list.h"
#include "pool.h"
#include "share.h"

enum { JOBS = 256, MEMORY = 4 << 20 };
enum { NO_PROJECTION = 256, NO_CACHE, CHECK, STATS, UNCHANGED, FAIL_ON, NEW_ONLY };	/* options without a letter */

static const char usage_text[] =
    "usage: qrie-eval [-a] [-d dir] [-j jobs] [-p policy,...] [-w file,...] [--check n]\n"
    "                 [--fail-on level] [--new-only file,...] [--no-cache] [--no-projection] [--now time]\n"
    "                 [--stats] [--unchanged] [file ...]\n"
    "       qrie-eval --list [-f text | json] [-d dir] [-p policy,...]\n"
    "       qrie-eval --test [-d dir] [-p policy,...]\n";

struct settings {
	int all, jobs, list, test, json, stats, unchanged;
	unsigned long check;
	struct judge_options how;
	const char *dir, *ids, *waivers, *baseline;
	struct gate gate;
	time_t clock;
	uint64_t key[2];	/* of hashes, so that nobody can choose names that have the same */
	char now[CLOCK_TEXT];
};

static int
usage(void)
{
	fputs(usage_text, stderr);
	return 3;
}

static void
read_now(struct settings *s, const char *text)
{
	if (clock_parse(span_of(text), &s->clock) < 0)
		errx(3, "%s: not a time such as 2026-11-22T21:00:00Z", text);
	clock_format(s->clock, s->now);
}

static unsigned long
read_number(const char *text, unsigned long most, const char *what)
{
	char *end;
	unsigned long n = strtoul(text, &end, 10);

	if (end == text || *end || *text == '-' || n < 1 || n > most)
		errx(3, "%s: %s must be a number from 1 to %lu", text, what, most);
	return n;
}

static void
read_level(struct settings *s, const char *text)
{
	if (gate_parse(&s->gate, text) < 0)
		errx(3, "--fail-on %s: not " GATE_LEVELS, text);
}

static const char *
read_files(const char *option, const char *list)
{
	if (list[strspn(list, ",")] == '\0')
		errx(3, "%s: no file", option);
	return list;
}

/* -1 to go on, else the exit status. */
static int
read_options(int argc, char **argv, struct settings *s)
{
	static const struct option options[] = {
		{ "all", no_argument, NULL, 'a' }, { "policies-dir", required_argument, NULL, 'd' },
		{ "format", required_argument, NULL, 'f' }, { "help", no_argument, NULL, 'h' },
		{ "jobs", required_argument, NULL, 'j' }, { "list", no_argument, NULL, 'l' },
		{ "now", required_argument, NULL, 'n' }, { "policies", required_argument, NULL, 'p' },
		{ "test", no_argument, NULL, 't' }, { "waivers", required_argument, NULL, 'w' },
		{ "check", required_argument, NULL, CHECK }, { "fail-on", required_argument, NULL, FAIL_ON },
		{ "new-only", required_argument, NULL, NEW_ONLY },
		{ "no-cache", no_argument, NULL, NO_CACHE }, { "no-projection", no_argument, NULL, NO_PROJECTION },
		{ "stats", no_argument, NULL, STATS }, { "unchanged", no_argument, NULL, UNCHANGED }, { NULL, 0, NULL, 0 },
	};
	int opt;

	while ((opt = getopt_long(argc, argv, "ad:f:hj:p:w:", options, NULL)) != -1)
		switch (opt) {
		case 'a': s->all = 1; break;
		case 'd': s->dir = optarg; break;
		case 'f': s->json = strcmp(optarg, "json") == 0; if (!s->json && strcmp(optarg, "text") != 0) return usage(); break;
		case 'h': fputs(usage_text, stdout); return 0;
		case 'j': s->jobs = (int)read_number(optarg, JOBS, "jobs"); break;
		case 'l': s->list = 1; break;
		case 'n': read_now(s, optarg); break;
		case 'p': s->ids = optarg; break;
		case 't': s->test = 1; break;
		case 'w': s->waivers = read_files("-w", optarg); break;
		case FAIL_ON: read_level(s, optarg); break;
		case NEW_ONLY: s->baseline = read_files("--new-only", optarg); break;
		case CHECK: s->check = read_number(optarg, 1000000000, "one in how many"); break;
		case NO_CACHE: s->how.memory = 0; break;
		case NO_PROJECTION: s->how.whole = 1; break;
		case STATS: s->stats = 1; break;
		case UNCHANGED: s->unchanged = 1; break;
		default: return usage();
		}
	if (s->list && s->test)
		return usage();
	return -1;
}

static int
list(const struct policy_set *set, int json)
{
	struct buf out = {0};

	if (json)
		policy_list_json(set, &out);
	else
		policy_list_text(set, &out);
	out_write(buf_span(&out));
	buf_free(&out);
	return out_close();
}

static int
test(const struct policy_set *set, const char *dir)
{
	struct policy_cases result;
	struct buf out = {0};
	int bad = policy_cases_run(set, dir, &result) < 0, status;

	buf_addf(&out, "%lu policies, %lu cases, %lu failed\n", result.policies, result.cases, result.failed);
	out_write(buf_span(&out));
	buf_free(&out);
	status = out_close();
	return status ? status : bad ? 2 : result.failed > 0;
}

/* What a worker works on. */
struct task {
	struct evaluate *e;
	struct blocks in;
};

static void
work(void *arg, const struct block *block, struct buf *out, struct buf *notes)
{
	struct task *t = arg;

	evaluate_block(t->e, block, out, notes);
}

static int
say(void *arg, const struct block *block, struct span notes, unsigned long *line)
{
	struct task *t = arg;

	return evaluate_say(blocks_name(&t->in, block->file), notes, line);
}

static void
hand_over(void *arg, struct buf *last)
{
	struct task *t = arg;

	evaluate_export(t->e, last);
}

static void
take_over(void *arg, struct span text)
{
	struct task *t = arg;

	if (evaluate_import(t->e, text) < 0)
		errx(3, "a worker's counts are garbled");
}

static int
evaluate_here(struct task *t)
{
	char *room = xmalloc(BLOCKS_ROOM);
	struct buf out = {0}, notes = {0};
	struct block block;
	unsigned long line = 0;
	int status = 0;

	while (!out_gone() && blocks_next(&t->in, room, &block)) {
		buf_clear(&out);
		evaluate_block(t->e, &block, &out, &notes);
		out_write(buf_span(&out));
		out_flush();	/* what came through a pipe goes on through it */
		if (block.first)
			line = 0;
		status = record_status(status, say(t, &block, buf_span(&notes), &line));
	}
	free(room);
	buf_free(&out);
	buf_free(&notes);
	return status;
}

/* -1 in a worker, whose work is done. */
static int
evaluate_by_workers(struct task *t, int jobs)
{
	struct pool_worker worker = { work, say, hand_over, t };
	struct pool *pool = pool_open((unsigned)jobs, &worker);
	struct block block;

	if (!pool)
		return -1;
	while (!pool_gone(pool) && blocks_next(&t->in, pool_room(pool), &block))
		pool_put(pool, &block);
	return pool_close(pool, take_over, t);
}

static int
evaluate(struct settings *s, const struct policy_set *set, char **files)
{
	struct rules *rules = rules_compile(set, s->dir, s->now);
	struct evaluate e = { .set = set, .now = s->now, .all = s->all, .check = s->check, .unchanged = s->unchanged };
	struct task task = { .e = &e };
	struct buf summary = {0};
	int status, waivers = 0, baseline = 0;

	if (!rules)
		return 3;	/* said why already */
	if (s->waivers)
		e.waivers = waivers_load(s->waivers, set, s->clock, &waivers);
	if (s->baseline)
		s->gate.baseline = baseline_load(s->baseline, s->key, &baseline);
	if (s->baseline || s->gate.text)
		e.gate = &s->gate;
	e.judge = judge_new(set, rules, s->now, &s->how);
	e.tally = tally_new(set->n);
	blocks_open(&task.in, files);
	status = s->jobs > 1 ? evaluate_by_workers(&task, s->jobs) : evaluate_here(&task);
	if (status >= 0) {
		status = record_status(blocks_close(&task.in), record_status(status, record_status(waivers, baseline)));
		evaluate_summary(&e, &summary);
		out_write(buf_span(&summary));
		buf_clear(&summary);
		if (s->stats)
			evaluate_stats(&e, &summary);
		fwrite(buf_span(&summary).at, 1, summary.len, stderr);
		if (e.waivers)
			waivers_say(e.waivers, !s->ids);
		if (e.gate)
			status = record_status(status, gate_close(e.gate));
		if (e.disagreed)
			status = 3;
	}
	buf_free(&summary);
	evaluate_free(&e);
	waivers_free(e.waivers);
	baseline_free(s->gate.baseline);
	tally_free(e.tally);
	judge_free(e.judge);
	rules_free(rules);
	return status < 0 ? 0 : record_status(status, out_close());
}

/* The policies of -p; without it all but those that wait to be asked for.  --list and --test are about all. */
static int
load(const struct settings *s, const char *argv0, struct policy_set *set)
{
	struct buf ids = {0};
	char *benchmarks = share_find(argv0, getenv("QRIE_SHARE"), getenv("PATH"), "benchmarks");
	int status = s->ids ? benchmark_expand(s->ids, benchmarks, &ids) : 0;

	*set = (struct policy_set){0};
	if (status == 0)
		status = policy_set_load(set, s->dir, s->ids ? ids.data : NULL);
	if (!s->ids && !s->list && !s->test)
		policy_set_unasked(set);
	free(benchmarks);
	buf_free(&ids);
	return status;
}

/* Nothing that is written hangs on it. */
static uint64_t
make_seed(void)
{
	uint64_t seed = 0;

	if (getentropy(&seed, sizeof(seed)) < 0)
		seed = (uint64_t)time(NULL) << 20 ^ (uint64_t)getpid();
	return seed;
}

int
main(int argc, char **argv)
{
	struct settings s = { .jobs = 1, .how = { .memory = MEMORY, .seed = make_seed() }, .gate = GATE_OPEN,
	    .key = { make_seed(), make_seed() } };
	struct policy_set set;
	char *found = NULL;
	int status;

	s.clock = time(NULL);
	clock_format(s.clock, s.now);
	if ((status = read_options(argc, argv, &s)) >= 0)
		return status;
	out_open();
	if (!s.dir && !(s.dir = found = share_find(argv[0], getenv("QRIE_SHARE"), getenv("PATH"), "policies")))
		errx(3, "no policies found; set QRIE_SHARE or use -d");
	if (load(&s, argv[0], &set) < 0)
		status = 3;
	else if (s.list)
		status = list(&set, s.json);
	else if (s.test)
		status = test(&set, s.dir);
	else
		status = evaluate(&s, &set, argv + optind);
	policy_set_free(&set);
	free(found);
	return status;
}
