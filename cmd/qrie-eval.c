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
#include "configrules.h"
#include "evaluate.h"
#include "launch.h"
#include "launched.h"
#include "opa.h"
#include "out.h"
#include "parameters.h"
#include "policy_cases.h"
#include "policy_list.h"
#include "pool.h"
#include "share.h"
#include "share_needed.h"
#include "waiver_convert.h"

enum { JOBS = 256, MEMORY = 4 << 20 };
enum {				/* options without a letter */
	NO_PROJECTION = 256, NO_CACHE, CHECK, STATS, ACCOUNTS, MANAGED, PARAMETERS, LAUNCH, UPDATE, SUSPEND, DELETE, LAUNCH_EACH,
	SCOPE, SEVERITY, PARAMETER, REMEDIATION, STATUS, UNCHANGED, FAIL_ON, NEW_ONLY, FROM, CONVERT, EXPIRES, OWNER
};

static const char usage_text[] =
    "usage: qrie-eval [-a] [-d dir] [-j jobs] [-l launched] [-p policy,...] [-w file,...] [--accounts file] [--check n]\n"
    "                 [--fail-on level] [--managed] [--new-only file,...] [--no-cache] [--no-projection] [--now time]\n"
    "                 [--parameters file] [--stats] [--unchanged] [file ...]\n"
    "       qrie-eval --launch policy,... | --update policy,... -l launched [-d dir] [--now time] [--parameter name=value]\n"
    "                 [--remediation text] [--scope scope] [--severity number]\n"
    "       qrie-eval --launch-all -l launched [-d dir] [-p policy,...] [--now time]\n"
    "       qrie-eval --suspend policy,... | --delete policy,... -l launched [-d dir] [--now time]\n"
    "       qrie-eval --from opa [-a] [-w file,...] [--fail-on level] [--new-only file,...] [--now time] [file ...]\n"
    "       qrie-eval --from config-rules [-a] [-i inventory] [-w file,...] [--fail-on level] [--new-only file,...]\n"
    "                 [--now time] [file ...]\n"
    "       qrie-eval --convert-waivers checkov | prowler | trivyignore --owner owner [--expires date] file ...\n"
    "       qrie-eval --list [-f text | json] [-d dir] [-l launched] [-p policy,...] [--parameters file] [--status status]\n"
    "       qrie-eval --test [-d dir] [-p policy,...]\n";

struct settings {
	int all, jobs, list, test, json, stats, unchanged, managed;
	enum { FROM_RECORDS, FROM_OPA, FROM_CONFIG_RULES } from;
	unsigned long check;
	struct judge_options how;
	const char *dir, *ids, *waivers, *baseline, *launched, *accounts, *parameters, *inventory;
	int status;		/* of enum launched_status, which to list; -1: all */
	struct launch launch;
	struct waiver_convert convert;
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

static void
read_verb(struct settings *s, enum launch_verb verb, const char *ids)
{
	if (s->launch.verb)
		errx(3, "one of --launch, --update, --suspend, --delete and --launch-all at a time");
	s->launch.verb = verb;
	s->ids = ids ? ids : s->ids;
}

static int
read_status(const char *text)
{
	int status = launched_status_parse(text);

	if (status < 0)
		errx(3, "--status %s: none of active, suspended, deleted, available", text);
	return status;
}

static int
read_from(const char *text)
{
	return strcmp(text, "opa") == 0 ? FROM_OPA : strcmp(text, "config-rules") == 0 ? FROM_CONFIG_RULES : FROM_RECORDS;
}

/* Do the options go together? */
static int
check_options(const struct settings *s, int files)
{
	const struct launch *l = &s->launch;
	int sets = l->scope.n || l->parameters.n || l->severity || l->remediation;
	int verb = l->verb != LAUNCH_NOTHING;

	if (s->list + s->test + verb > 1 || (sets && l->verb != LAUNCH_START && l->verb != LAUNCH_UPDATE) ||
	    (s->status >= 0 && !s->list) || ((s->accounts || s->parameters) && verb) || (verb && files) ||
	    (s->inventory && s->from != FROM_CONFIG_RULES))
		return usage();
	if ((verb || s->status >= 0 || s->accounts) && !s->launched)
		errx(3, "-l must say in which file the launched policies are");
	if (l->verb == LAUNCH_UPDATE && !sets)
		errx(3, "--update: what is to be changed? --scope, --severity, --parameter or --remediation");
	return -1;
}

/* -1 to go on, else the exit status. */
static int
read_options(int argc, char **argv, struct settings *s)
{
	static const struct option options[] = {
		{ "all", no_argument, NULL, 'a' }, { "policies-dir", required_argument, NULL, 'd' },
		{ "format", required_argument, NULL, 'f' }, { "help", no_argument, NULL, 'h' },
		{ "inventory", required_argument, NULL, 'i' },
		{ "jobs", required_argument, NULL, 'j' }, { "list", no_argument, NULL, 'L' },
		{ "now", required_argument, NULL, 'n' }, { "policies", required_argument, NULL, 'p' },
		{ "test", no_argument, NULL, 't' }, { "waivers", required_argument, NULL, 'w' },
		{ "check", required_argument, NULL, CHECK }, { "fail-on", required_argument, NULL, FAIL_ON },
		{ "convert-waivers", required_argument, NULL, CONVERT }, { "expires", required_argument, NULL, EXPIRES },
		{ "owner", required_argument, NULL, OWNER }, { "from", required_argument, NULL, FROM }, { "new-only", required_argument, NULL, NEW_ONLY },
		{ "no-cache", no_argument, NULL, NO_CACHE }, { "no-projection", no_argument, NULL, NO_PROJECTION },
		{ "stats", no_argument, NULL, STATS }, { "launched", required_argument, NULL, 'l' },
		{ "accounts", required_argument, NULL, ACCOUNTS }, { "managed", no_argument, NULL, MANAGED },
		{ "parameters", required_argument, NULL, PARAMETERS }, { "launch", required_argument, NULL, LAUNCH },
		{ "update", required_argument, NULL, UPDATE }, { "suspend", required_argument, NULL, SUSPEND },
		{ "delete", required_argument, NULL, DELETE }, { "launch-all", no_argument, NULL, LAUNCH_EACH },
		{ "scope", required_argument, NULL, SCOPE }, { "severity", required_argument, NULL, SEVERITY },
		{ "parameter", required_argument, NULL, PARAMETER }, { "remediation", required_argument, NULL, REMEDIATION },
		{ "status", required_argument, NULL, STATUS }, { "unchanged", no_argument, NULL, UNCHANGED }, { NULL, 0, NULL, 0 },
	};
	int opt;

	while ((opt = getopt_long(argc, argv, "ad:f:hi:j:l:p:w:", options, NULL)) != -1)
		switch (opt) {
		case 'a': s->all = 1; break;
		case 'd': s->dir = optarg; break;
		case 'f': s->json = strcmp(optarg, "json") == 0; if (!s->json && strcmp(optarg, "text") != 0) return usage(); break;
		case 'h': fputs(usage_text, stdout); return 0;
		case 'i': s->inventory = optarg; break;
		case 'j': s->jobs = (int)read_number(optarg, JOBS, "jobs"); break;
		case 'l': s->launched = optarg; break;
		case 'L': s->list = 1; break;
		case 'n': read_now(s, optarg); break;
		case 'p': s->ids = optarg; break;
		case 't': s->test = 1; break;
		case 'w': s->waivers = read_files("-w", optarg); break;
		case CONVERT: s->convert.tool = optarg; if (!waiver_convert_knows(optarg)) return usage(); break;
		case EXPIRES: s->convert.expires = optarg; break;
		case OWNER: s->convert.owner = optarg; break;
		case FROM: if ((s->from = read_from(optarg)) == FROM_RECORDS) return usage(); break;
		case FAIL_ON: read_level(s, optarg); break;
		case NEW_ONLY: s->baseline = read_files("--new-only", optarg); break;
		case CHECK: s->check = read_number(optarg, 1000000000, "one in how many"); break;
		case NO_CACHE: s->how.memory = 0; break;
		case NO_PROJECTION: s->how.whole = 1; break;
		case STATS: s->stats = 1; break;
		case UNCHANGED: s->unchanged = 1; break;
		case ACCOUNTS: s->accounts = optarg; break;
		case MANAGED: s->managed = 1; break;
		case PARAMETERS: s->parameters = optarg; break;
		case LAUNCH: read_verb(s, LAUNCH_START, optarg); break;
		case UPDATE: read_verb(s, LAUNCH_UPDATE, optarg); break;
		case SUSPEND: read_verb(s, LAUNCH_SUSPEND, optarg); break;
		case DELETE: read_verb(s, LAUNCH_DELETE, optarg); break;
		case LAUNCH_EACH: read_verb(s, LAUNCH_ALL, NULL); break;
		case SCOPE: texts_add(&s->launch.scope, span_of(optarg)); break;
		case SEVERITY: s->launch.severity = optarg; break;
		case PARAMETER: texts_add(&s->launch.parameters, span_of(optarg)); break;
		case REMEDIATION: s->launch.remediation = optarg; break;
		case STATUS: s->status = read_status(optarg); break;
		default: return usage();
		}
	return check_options(s, optind < argc);
}

/* What is judged by. */
struct policies {
	struct policy_set set;
	struct launched launched;
	struct units *units;
};

/* The rules, compiled here if that is asked for; NULL, having said why, if they cannot be had. */
static struct rules *
make_rules(const struct settings *s, const struct policy_set *set, int all)
{
	struct rules *rules = rules_new(set, s->dir, s->now);

	if (!rules || !all || rules_compile(rules) == 0)
		return rules;
	rules_free(rules);
	return NULL;
}

static int
list(const struct settings *s, const struct policies *p)
{
	const struct launched *launched = s->launched ? &p->launched : NULL;
	struct rules *rules = make_rules(s, &p->set, 1);
	struct buf out = {0};

	if (!rules)
		return 3;
	if (s->json)
		policy_list_json(&p->set, launched, s->status, &out);
	else
		policy_list_text(&p->set, launched, s->status, &out);
	out_write(buf_span(&out));
	buf_free(&out);
	rules_free(rules);
	return out_close();
}

static int
launch(const struct settings *s, const struct policies *p)
{
	struct buf out = {0};
	int status = launch_run(&s->launch, &p->set, s->launched, &out) < 0 ? 3 : 0;

	out_write(status ? (struct span){ NULL, 0 } : buf_span(&out));
	buf_free(&out);
	return record_status(status, out_close());
}

static int
test(const struct settings *s, const struct policy_set *set)
{
	struct rules *rules = make_rules(s, set, 1);
	struct policy_cases result;
	struct buf out = {0};
	int bad, status;

	if (!rules)
		return 3;
	bad = policy_cases_run(set, rules, s->dir, &result) < 0;
	rules_free(rules);
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
	struct buf room;	/* of a block that is read by who judges it */
};

static void
work(void *arg, const struct block *block, struct buf *out, struct buf *notes)
{
	struct task *t = arg;
	struct block whole = *block;

	blocks_read(&t->in, &whole, &t->room);
	evaluate_block(t->e, &whole, out, notes);
}

static int
say(void *arg, const struct block *block, struct span notes, unsigned long *line)
{
	struct task *t = arg;

	return record_status(evaluate_say(blocks_name(&t->in, block->file), notes, line), t->in.status);
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

static void
prepare(void *arg, struct span lines)
{
	struct task *t = arg;

	evaluate_prepare(t->e, lines);
}

/*
 * Compiles what the input seems to need, unless all is compiled, so that workers share it.  1 with the first block, 0 if
 * there is none.
 */
static int
look_ahead(struct task *t, char *room, struct block *first)
{
	struct block text;

	if (t->e->set->n > RULES_TOGETHER)
		blocks_sample(&t->in, room, prepare, t);
	if (!blocks_next(&t->in, room, first))
		return 0;
	text = *first;
	blocks_read(&t->in, &text, &t->room);
	prepare(t, text.text);
	return 1;
}

/* A block that was read into a room of its own. */
static void
hand_out(struct pool *pool, const char *room, struct block *block)
{
	char *to = pool_room(pool);

	if (block->text.at == room) {
		memcpy(to, room, block->text.len);
		block->text.at = to;
	}
	pool_put(pool, block);
}

/* -1 in a worker, whose work is done. */
static int
evaluate_by_workers(struct task *t, int jobs)
{
	struct pool_worker worker = { work, say, hand_over, t };
	char *room = xmalloc(BLOCKS_ROOM);
	struct block block;
	struct pool *pool;
	int some;

	t->in.ranges = 1;
	some = look_ahead(t, room, &block);
	pool = pool_open((unsigned)jobs, &worker);
	if (pool && some)
		hand_out(pool, room, &block);
	free(room);
	buf_free(&t->room);
	if (!pool) {
		blocks_close(&t->in);
		return -1;
	}
	while (!pool_gone(pool) && blocks_next(&t->in, pool_room(pool), &block))
		pool_put(pool, &block);
	return pool_close(pool, take_over, t);
}

/* Waivers and what to fail on, each NULL unless asked for.  The status of what was read for them. */
static int
load_gate(struct settings *s, const struct policy_set *set, struct waivers **waivers, struct gate **gate)
{
	int status = 0, baseline = 0;

	*waivers = s->waivers ? waivers_load(s->waivers, set, s->clock, &status) : NULL;
	if (s->baseline)
		s->gate.baseline = baseline_load(s->baseline, s->key, &baseline);
	*gate = s->baseline || s->gate.text ? &s->gate : NULL;
	return record_status(status, baseline);
}

/* Says what there is to say of them when all is written.  1 if something counts, else 0. */
static int
close_gate(struct settings *s, struct waivers *waivers, const struct gate *gate)
{
	if (waivers)
		waivers_say(waivers, !s->ids && !s->launched);
	return gate ? gate_close(gate) : 0;
}

static int
evaluate(struct settings *s, const struct policy_set *set, char **files)
{
	struct rules *rules = make_rules(s, set, set->n <= RULES_TOGETHER);
	struct evaluate e = { .set = set, .now = s->now, .all = s->all, .check = s->check, .unchanged = s->unchanged,
	    .managed = s->managed };
	struct task task = { .e = &e };
	struct buf summary = {0};
	int status, loaded;

	if (!rules)
		return 3;	/* said why already */
	loaded = load_gate(s, set, &e.waivers, &e.gate);
	e.judge = judge_new(set, rules, s->now, &s->how);
	e.tally = tally_new(set->n);
	blocks_open(&task.in, files);
	status = s->jobs > 1 ? evaluate_by_workers(&task, s->jobs) : evaluate_here(&task);
	if (status >= 0) {
		status = record_status(blocks_close(&task.in), record_status(status, loaded));
		evaluate_summary(&e, &summary);
		out_write(buf_span(&summary));
		buf_clear(&summary);
		if (s->stats)
			evaluate_stats(&e, &summary);
		fwrite(buf_span(&summary).at, 1, summary.len, stderr);
		status = record_status(status, close_gate(s, e.waivers, e.gate));
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

/* Other tools' files as waivers. */
static int
convert_waivers(struct settings *s, const char *argv0, char **files)
{
	char *dir = share_find(argv0, getenv("QRIE_SHARE"), getenv("PATH"), "waivers");
	struct buf peers = {0}, arns = {0}, out = {0};
	int status = 0;

	if (!dir)
		errx(3, "no table of other tools' checks found; set QRIE_SHARE");
	buf_addf(&peers, "%s/peers.tsv", dir);
	buf_addf(&arns, "%s/arns.tsv", dir);
	s->convert.peers = peers.data;
	s->convert.arns = arns.data;
	for (; *files; files++)
		status = record_status(status, waiver_convert(&s->convert, *files, &out));
	out_write(buf_span(&out));
	buf_free(&peers);
	buf_free(&arns);
	buf_free(&out);
	free(dir);
	return record_status(status, out_close());
}

/* What OPA or conftest judged. */
static int
judged_by_opa(struct settings *s, struct judged_how *how, char **files)
{
	struct opa opa = OPA_START;
	struct buf out = {0};
	int status = opa_read(&opa, files);

	status = record_status(status, load_gate(s, judged_policies(&opa.judged), &how->waivers, &how->gate));
	opa_write(&opa, how, &out);
	out_write(buf_span(&out));
	status = record_status(status, close_gate(s, how->waivers, how->gate));
	buf_free(&out);
	opa_free(&opa);
	return status;
}

/* What rules of AWS Config judged. */
static int
judged_by_config_rules(struct settings *s, const struct config_rules_options *o, struct judged_how *how, char **files)
{
	struct config_rules rules;
	int status = config_rules_open(&rules, o);

	if (status < 3)
		status = config_rules_read(&rules, files);
	if (status < 3)
		status = record_status(status, config_rules_settle(&rules));
	if (status < 3) {
		status = record_status(status, load_gate(s, judged_policies(&rules.judged), &how->waivers, &how->gate));
		status = record_status(status, config_rules_write(&rules, how));
		status = record_status(status, close_gate(s, how->waivers, how->gate));
	}
	config_rules_close(&rules);
	return status;
}

/* What another tool judged. */
static int
judged_elsewhere(struct settings *s, const char *argv0, char **files)
{
	struct judged_how how = { .now = s->now, .all = s->all };
	char *config, *collectors;
	int status;

	if (s->from == FROM_OPA) {
		status = judged_by_opa(s, &how, files);
	} else {
		config = share_needed(argv0, "config");
		collectors = share_needed(argv0, "collectors");
		status = judged_by_config_rules(s, &(struct config_rules_options){
			.config = config, .collectors = collectors, .inventory = s->inventory, .tmpdir = getenv("TMPDIR")
		}, &how, files);
		free(config);
		free(collectors);
	}
	waivers_free(how.waivers);
	baseline_free(s->gate.baseline);
	return record_status(status, out_close());
}

/* What options and files say beside the policies themselves. */
static int
set_otherwise(const struct settings *s, struct policies *p)
{
	if (s->launched && launched_apply(&p->launched, &p->set) < 0)
		return -1;
	if (s->parameters && parameters_read(&p->set, s->dir, s->parameters) < 0)
		return -1;
	if (s->accounts && !(p->units = units_read(s->accounts)))
		return -1;
	return s->list ? 0 : launched_use_units(&p->launched, p->units);
}

/* The ids, NULL for all: those of -p, and of these those that were launched.  malloc'd. */
static int
choose(const struct settings *s, const char *argv0, struct policies *p, char **ids)
{
	struct buf named = {0};
	char *benchmarks = share_find(argv0, getenv("QRIE_SHARE"), getenv("PATH"), "benchmarks");
	int status = s->ids ? benchmark_expand(s->ids, benchmarks, &named) : 0;

	free(benchmarks);
	*ids = named.data;
	if (status < 0 || !s->launched || s->launch.verb)
		return status;
	if (launched_read(&p->launched, s->launched, s->list) < 0)
		return -1;
	if (s->list)
		return 0;
	*ids = launched_ids(&p->launched, named.data);
	buf_free(&named);
	if (**ids)
		return 0;
	warnx("%s: %s", s->launched, s->ids ? "none of the policies named was launched" : "no policy was launched");
	return -1;
}

/* Without -p and -l all but those that wait to be asked for.  --list and --test are about all. */
static int
load(const struct settings *s, const char *argv0, struct policies *p)
{
	char *ids = NULL;
	int status = choose(s, argv0, p, &ids);

	if (status == 0)
		status = policy_set_load(&p->set, s->dir, ids);
	if (!ids && !s->list && !s->test)
		policy_set_unasked(&p->set);
	if (status == 0 && !s->launch.verb)
		status = set_otherwise(s, p);
	free(ids);
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
	    .key = { make_seed(), make_seed() }, .status = -1 };
	struct policies p = {0};
	char *found = NULL;
	int status;

	s.clock = time(NULL);
	clock_format(s.clock, s.now);
	s.launch.now = s.now;
	if ((status = read_options(argc, argv, &s)) >= 0)
		return status;
	out_open();
	if (s.convert.tool)
		return convert_waivers(&s, argv[0], argv + optind);
	if (s.from != FROM_RECORDS)
		return judged_elsewhere(&s, argv[0], argv + optind);
	if (!s.dir && !(s.dir = found = share_find(argv[0], getenv("QRIE_SHARE"), getenv("PATH"), "policies")))
		errx(3, "no policies found; set QRIE_SHARE or use -d");
	if (load(&s, argv[0], &p) < 0)
		status = 3;
	else if (s.list)
		status = list(&s, &p);
	else if (s.test)
		status = test(&s, &p.set);
	else if (s.launch.verb)
		status = launch(&s, &p);
	else
		status = evaluate(&s, &p.set, argv + optind);
	policy_set_free(&p.set);
	launched_free(&p.launched);
	units_free(p.units);
	texts_free(&s.launch.scope);
	texts_free(&s.launch.parameters);
	free(found);
	return status;
}
