#include <sys/stat.h>

#include <err.h>
#include <fcntl.h>
#include <unistd.h>

#include "clock.h"
#include "evaluation.h"
#include "findings.h"
#include "findings_pair.h"
#include "findings_run.h"
#include "findings_slot.h"
#include "key.h"
#include "out.h"
#include "scan.h"
#include "statefile.h"
#include "tempfile.h"

struct merge {
	struct findings *run;
	int all;
	struct statefile state;
	struct findings_queue queue;
	int more;			/* the run has an entry: */
	int used;			/* which says no more than that the resource is there */
	struct span key, value;
	struct findings_pair pair;
	struct buf group;		/* what is in hand: a resource, or a policy's evaluations */
	struct slots found;		/* the findings of that resource */
	struct intake *intake;
	struct record record;		/* of the run's entry, once it is read again */
	struct buf text;
};

/* What the queue has in hand. */
static void
run_take(struct merge *m)
{
	struct findings_chunk *c = findings_queue_now(&m->queue);
	const struct findings_entry *e;

	m->more = c->n > 0;
	if (!m->more)
		return;
	e = &c->entry[c->next];
	m->key = buf_span(&e->key);
	m->value = buf_span(&e->value);
	m->used = e->used;
}

static int
run_next(struct merge *m)
{
	struct findings_chunk *c = findings_queue_now(&m->queue);
	int status = ++c->next < c->n ? 0 : findings_queue_next(&m->queue);

	run_take(m);
	return status;
}

static int
in_group(const struct merge *m, struct span key)
{
	return span_cmp(key_prefix(key, 1), buf_span(&m->group)) == 0;
}

static int
run_in_group(const struct merge *m)
{
	return m->more && in_group(m, m->key);
}

/* The state's next record must be known; -1 if it is none. */
static int
state_in_group(struct merge *m)
{
	if (!m->state.more)
		return 0;
	return statefile_read(&m->state) < 0 ? -1 : in_group(m, buf_span(&m->state.key));
}

static int
load_kept(struct merge *m)
{
	struct slot *s;
	int is_in;

	slots_clear(&m->found);
	while ((is_in = state_in_group(m)) > 0) {
		s = slots_add(&m->found, m->state.finding.record.policy);
		s->life = m->state.finding.life;
		s->before = s->life.state;
		slot_keep(s, &m->state.finding.record);
		history_before(&m->run->history, m->state.record);
		if (statefile_next(&m->state) < 0)
			return -1;
	}
	return is_in;
}

/* That somebody waives it, or that nobody does any more, is a change that people want to hear of. */
static int
waived_as_before(struct slot *s, const struct record *r)
{
	return scan_kind(slot_record(s)->waiver) == scan_kind(r->waiver);
}

/* Reads the run's record again: it was found good then, and must still be about what its key says. */
static int
read_again(struct merge *m)
{
	struct record *r = &m->record;
	const char *why;
	struct span line;
	size_t at;
	int type, evaluation = m->group.data[0] == KEY_EVALUATION;

	if (reread_get(&m->run->lines, m->value, &line) < 0)
		return -1;
	if (intake_read(m->intake, line, (struct span){ NULL, 0 }, r, &type, &why, &at) < 0)
		return reread_complain(&m->run->lines, m->value);
	buf_clear(&m->text);
	buf_addc(&m->text, m->group.data[0]);
	key_add(&m->text, evaluation ? r->policy : r->arn);
	if (!in_group(m, buf_span(&m->text)) || (evaluation && evaluation_check(r->whole)))
		return reread_complain(&m->run->lines, m->value);
	return 0;
}

static int
apply_finding(struct merge *m)
{
	struct finding f;
	struct slot *s;
	enum effect effect;

	if (read_again(m) < 0)
		return -1;
	if (finding_read_new(&f, &m->record) || f.unknown)
		return reread_complain(&m->run->lines, m->value);
	if (!(s = slots_find(&m->found, m->record.policy)))
		s = slots_add(&m->found, m->record.policy);
	effect = slot_apply(s, &(struct event){ EVENT_FAILED, f.life.described, f.life.evaluated });
	if (effect == EFFECT_SEEN && !waived_as_before(s, &m->record))
		s->changed = 1;
	if (effect != EFFECT_NONE)
		slot_keep(s, &m->record);
	return 0;
}

static void
apply_to_each(struct merge *m, struct span policies, const struct event *e)
{
	struct scan_iter it = scan_open(policies);
	struct span key, policy;
	struct slot *s;

	while (scan_next(&it, &key, &policy))
		if (scan_kind(policy) == SCAN_STRING && (s = slots_find(&m->found, policy)))
			slot_apply(s, e);
}

static int
apply_verdicts(struct merge *m)
{
	struct event e = { .kind = EVENT_PASSED };

	if (m->found.n == 0)
		return 0;	/* nothing found: nothing to resolve */
	if (read_again(m) < 0)
		return -1;
	if (finding_time(m->record.describe_time, &e.described) < 0)
		return reread_complain(&m->run->lines, m->value);
	if (finding_time(m->record.last_evaluated, &e.evaluated) < 0)
		e.evaluated = m->run->evaluated;
	apply_to_each(m, scan_get(m->record.whole, "Passed"), &e);
	e.kind = EVENT_EXCLUDED;
	apply_to_each(m, scan_get(m->record.whole, "OutOfScope"), &e);
	return 0;
}

static void
apply_to_all(struct merge *m, const struct event *e)
{
	size_t i;

	for (i = 0; i < m->found.n; i++)
		slot_apply(m->found.slot[i], e);
}

static int
apply_event(struct merge *m)
{
	struct event e = { .kind = EVENT_DELETED };

	if (m->used)
		return 0;
	switch (m->key.at[m->key.len - 1]) {
	case RANK_VERDICTS:
		return apply_verdicts(m);
	case RANK_FINDING:
		return apply_finding(m);
	case RANK_TOMBSTONE:
		clock_parse((struct span){ m->key.at + m->group.len, CLOCK_TEXT - 1 }, &e.described);
		apply_to_all(m, &e);
		break;
	}
	return 0;
}

/* The run says nothing of the resource: it is gone if the run has looked wherever it could be. */
static void
apply_missing(struct merge *m)
{
	struct event e = { .kind = EVENT_MISSING };
	const struct record *r;
	size_t i;

	if (m->run->incomplete)
		return;
	for (i = 0; i < m->found.n; i++) {
		r = slot_record(m->found.slot[i]);
		if (coverage_complete(&m->run->covered, r->account, r->region, r->type, &e.described))
			slot_apply(m->found.slot[i], &e);
	}
}

static void
apply_suspensions(struct merge *m)
{
	struct event e = { .kind = EVENT_SUSPENDED };
	const struct policy_status *policy;
	size_t i;

	for (i = 0; i < m->found.n; i++) {
		policy = table_find(&m->run->policies, buf_span(&m->found.slot[i]->policy));
		if (policy && policy->suspended) {
			e.evaluated = policy->evaluated;
			slot_apply(m->found.slot[i], &e);
		}
	}
}

static void
put(struct merge *m, struct span line, int changed, int is_evaluation)
{
	atomicfile_line(&m->run->file, line);
	history_after(&m->run->history, line);
	if (changed)
		history_add(&m->run->history, line);
	if (changed && !is_evaluation && !m->all)
		spool_line(&m->run->changed, line);
}

static void
put_findings(struct merge *m)
{
	struct slot *s;
	struct span line;
	size_t i;

	slots_sort(&m->found);
	for (i = 0; i < m->found.n; i++) {
		s = m->found.slot[i];
		line = buf_span(&s->line);
		if (s->touched) {
			buf_clear(&m->text);
			finding_write(&m->text, slot_record(s), &s->life);
			line = buf_span(&m->text);
		}
		put(m, line, s->touched && s->changed, 0);
		history_count(&m->run->history, s->before, s->life.state, line);
	}
}

static int
merge_resource(struct merge *m)
{
	int seen = 0;

	if (load_kept(m) < 0)
		return -1;
	for (; run_in_group(m); seen = 1)
		if (apply_event(m) < 0 || run_next(m) < 0)
			return -1;
	if (!seen)
		apply_missing(m);
	apply_suspensions(m);
	put_findings(m);
	return 0;
}

/* Two evaluation records that we wrote: do they differ in more than when they were made? */
static int
counts_differ(struct span a, struct span b)
{
	struct scan_iter old = scan_open(a), new = scan_open(b);
	struct span old_key, old_value, key, value;

	while (scan_next(&new, &key, &value)) {
		if (!scan_next(&old, &old_key, &old_value) || span_cmp(old_key, key) != 0)
			return 1;
		if (span_cmp(old_value, value) != 0 && !scan_string_is(key, "LastEvaluated"))
			return 1;
	}
	return scan_next(&old, &old_key, &old_value);
}

static int
merge_evaluation(struct merge *m)
{
	struct evaluation e = EVALUATION_START;
	struct buf kept = {0};
	int status = state_in_group(m);

	if (status > 0) {
		buf_addspan(&kept, m->state.record);
		history_before(&m->run->history, m->state.record);
		status = statefile_next(&m->state);
	}
	while (status == 0 && run_in_group(m)) {
		if ((status = read_again(m)) < 0)
			break;
		evaluation_add(&e, m->record.whole);
		status = run_next(m);
	}
	if (status == 0) {
		if (kept.len)
			evaluation_merge(&e, buf_span(&kept), &m->run->covered);
		buf_clear(&m->text);
		evaluation_write(&m->text, &e);
		put(m, buf_span(&m->text), counts_differ(buf_span(&kept), buf_span(&m->text)), 1);
	}
	evaluation_free(&e);
	buf_free(&kept);
	return status;
}

/* The findings of the next resource that are alike in the state and the run: 1 if there is no more of it, 0 or -1. */
static int
merge_pairs(struct merge *m)
{
	int got = m->more ? findings_pair(&m->pair, m->run, &m->state, &m->queue) : 0;

	if (got > 0 && findings_queue_next(&m->queue) < 0)
		got = -1;
	run_take(m);
	return got;
}

/* Takes in hand what comes first, be it in the state, the run or both. */
static int
next_group(struct merge *m)
{
	struct span key = m->key;

	if (m->state.more) {
		if (statefile_read(&m->state) < 0)
			return -1;
		key = buf_span(&m->state.key);
	}
	if (m->state.more && m->more && span_cmp(key_prefix(m->key, 1), key_prefix(key, 1)) < 0)
		key = m->key;
	buf_clear(&m->group);
	buf_addspan(&m->group, key_prefix(key, 1));
	return 0;
}

/* All that is in the new state. */
static int
print_state(struct findings *run)
{
	struct stat st;
	int fd = -1, status = -1;

	if (atomicfile_flush(&run->file) == 0 && (fd = open(run->file.temporary, O_RDONLY | O_CLOEXEC)) >= 0 &&
	    fstat(fd, &st) == 0)
		status = tempfile_give(fd, 0, (size_t)st.st_size, out_write);
	if (status < 0)
		warn("%s", run->file.temporary);
	if (fd >= 0)
		close(fd);
	return status;
}

static int
print(struct findings *run, int all)
{
	if (all)
		return print_state(run);
	if (spool_give(&run->changed, out_write) == 0)
		return 0;
	warn("temporary file");
	return -1;
}

int
findings_merge(struct findings *run, int all)
{
	struct merge m = { .run = run, .all = all, .intake = intake_new(1) };
	int status = statefile_open(&m.state, run->path);

	if (status == 0 && (status = findings_queue_open(&m.queue, &run->sorter)) == 0)
		run_take(&m);
	while (status == 0 && (m.state.more || m.more)) {
		if ((status = merge_pairs(&m)) > 0)
			status = 0;
		else if (status == 0 && (status = next_group(&m)) == 0)
			status = m.group.data[0] == KEY_FINDING ? merge_resource(&m) : merge_evaluation(&m);
	}
	if (status == 0)
		status = print(run, all);
	statefile_close(&m.state);
	slots_free(&m.found);
	findings_pair_free(&m.pair);
	intake_free(m.intake);
	findings_queue_close(&m.queue);
	buf_free(&m.group);
	buf_free(&m.text);
	return status;
}
