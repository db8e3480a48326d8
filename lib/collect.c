/* Collecting: which units are under way, and printing what they come to in order. */
#include "collect.h"

#include <err.h>
#include <stdlib.h>

#include "collect_part.h"
#include "out.h"

enum {
	UNITS_A_JOB = 4,	/* under way for each call that may be: enough to keep them all busy */
	VISITS_MOST = 32	/* accounts under way: enough to hide how long it takes to sign in */
};

void __attribute__((noreturn))
run_no_room(const struct run *run)
{
	const char *dir = run->options->tmpdir;

	err(3, "temporary file in %s", dir && *dir ? dir : "/tmp");
}

/* Whatever they hold goes to the file when it is too much together. */
void
run_hold(struct run *run, struct unit *unit, struct span arn, struct span record)
{
	size_t i;

	run->held -= sorter_held(&unit->records);
	if (sorter_add(&unit->records, arn, record) < 0)
		run_no_room(run);
	run->held += sorter_held(&unit->records);
	if (run->held <= run->options->memory)
		return;
	for (i = 0; i < run->nopen; i++)
		if (sorter_spill(&run->open[i]->records) < 0)
			run_no_room(run);
	run->held = 0;
}

/* To standard output if it is the unit's turn, else where it waits for that: a journal, or the store. */
static void
put(struct run *run, int in_turn, struct span record)
{
	if (run->options->journal)
		journal_add(run->options->journal, record);
	if (in_turn)
		out_line(record);
	else if (!run->options->journal && (store_add(&run->store, record) < 0 || store_add(&run->store, SPAN("\n")) < 0))
		run_no_room(run);
}

/* Its end, and a slot that needs no unit any more. */
static void
put_coverage(struct unit *unit, int in_turn)
{
	struct run *run = unit->run;
	struct slot *slot = unit->slot;
	struct buf coverage = {0};

	if (!slot->one || unit->code)
		unit_coverage(unit, &coverage);
	if (run->options->journal) {
		journal_commit(run->options->journal, buf_span(&coverage), &slot->at, &slot->len);
		if (in_turn)
			out_line(buf_span(&coverage));
	} else {
		if (coverage.len)
			put(run, in_turn, buf_span(&coverage));
		slot->len = (size_t)(store_end(&run->store) - slot->at);
		if (!in_turn)
			store_keep(&run->store);
	}
	buf_free(&coverage);
	slot->over = 1;
	slot->visit->printed += in_turn != 0;
}

/* What waited for its turn. */
static void
give_slot(struct run *run, const struct slot *slot)
{
	if (run->options->journal) {
		journal_give(run->options->journal, slot->at, slot->len, out_write);
		return;
	}
	if (store_give(&run->store, slot->at, slot->len, out_write) < 0)
		run_no_room(run);
	store_drop(&run->store);
}

/* All records in order of ARN.  A list that changes while it is read can show a resource twice: one is enough. */
static void
put_records(struct unit *unit, int in_turn)
{
	struct run *run = unit->run;
	struct buf last = {0};
	struct span arn, record;
	int got = sorter_sort(&unit->records);

	while (got == 0 && (run->options->journal || !out_gone()) && (got = sorter_next(&unit->records, &arn, &record)) > 0) {
		got = 0;
		if (unit->resources && !span_cmp(arn, buf_span(&last)))
			continue;
		buf_clear(&last);
		buf_addspan(&last, arn);
		unit->resources++;
		put(run, in_turn, record);
	}
	if (got < 0)
		run_no_room(run);
	buf_free(&last);
}

/* Is it the next to be printed? */
static int
is_in_turn(const struct run *run, const struct slot *slot)
{
	const struct visit *visit = slot->visit;

	return visit == &run->visits[run->printing] && slot == &visit->slots[visit->printed];
}

static void
close_unit(struct unit *unit)
{
	struct run *run = unit->run;

	run->open[unit->number] = run->open[--run->nopen];
	run->open[unit->number]->number = unit->number;
	unit_free(unit);
}

void
run_unit_over(struct unit *unit)
{
	struct run *run = unit->run;
	struct slot *slot = unit->slot;
	struct buf last = {0};
	int in_turn = is_in_turn(run, slot);

	run->held -= sorter_held(&unit->records);	/* before sorting, which may give it back */
	unit->slot->at = store_end(&run->store);
	put_records(unit, in_turn);
	if (slot->one && !unit->code && !unit->resources && one_tombstone(unit, &last) == 0)
		put(run, in_turn, buf_span(&last));
	buf_free(&last);
	put_coverage(unit, in_turn);
	progress_list_done(run->options->progress, unit->resources);
	close_unit(unit);
	run_advance(run);
}

/* What of an account waited for its turn.  1 when it is printed to its end. */
static int
print_visit(struct run *run, struct visit *visit)
{
	struct buf coverage = {0};

	for (; visit->printed < visit->nslots; visit->printed++) {
		if (visit->slots[visit->printed].over)
			give_slot(run, &visit->slots[visit->printed]);
		else if (visit->state != VISIT_CLOSED)
			break;
	}
	if (visit->state == VISIT_CLOSED) {
		visit_coverage(visit, &coverage);
		if (coverage.len)
			out_line(buf_span(&coverage));
		buf_free(&coverage);
		return 1;
	}
	return visit->state == VISIT_OPEN && visit->printed == visit->nslots;
}

static void
print_ready(struct run *run)
{
	while (run->printing < run->begun && print_visit(run, &run->visits[run->printing])) {
		visit_end(&run->visits[run->printing++]);
		progress_account_done(run->options->progress);
	}
}

static void
begin_visits(struct run *run)
{
	while (run->begun < run->nvisits && run->begun - run->printing < VISITS_MOST)
		visit_begin(&run->visits[run->begun++]);
}

static void
start_units(struct run *run)
{
	struct visit *visit = &run->visits[run->printing], *end = &run->visits[run->begun];
	struct unit *unit;

	for (; visit < end; visit++)
		while (run->nopen < run->most_open && visit->state == VISIT_OPEN && visit->next < visit->nslots) {
			if (visit->slots[visit->next].over) {
				visit->next++;		/* an earlier run has done it */
				continue;
			}
			unit = unit_new(&visit->slots[visit->next++]);
			unit->number = run->nopen;
			run->open[run->nopen++] = unit;
			progress_begin(run->options->progress, visit->account->id, unit->collector->type);
			unit_start(unit);
		}
}

/* A unit may be over as soon as it is started: what follows from that is done by whoever is here already. */
void
run_advance(struct run *run)
{
	run->again = 1;
	if (run->advancing)
		return;
	run->advancing = 1;
	while (run->again) {
		run->again = 0;
		print_ready(run);
		begin_visits(run);
		start_units(run);
	}
	run->advancing = 0;
	out_flush();
}

/* All accounts, or the session's own. */
static void
add_visits(struct run *run, const struct account *own)
{
	const struct accounts *accounts = run->options->accounts;
	size_t i;

	run->nvisits = accounts ? accounts->n : 1;
	run->visits = xcalloc(run->nvisits, sizeof(*run->visits));
	for (i = 0; i < run->nvisits; i++)
		run->visits[i] = (struct visit){ .run = run, .account = accounts ? &accounts->all[i] : own };
}

int
collect(const struct collect_options *o)
{
	struct run run = {
		.options = o, .window = 2 * o->in_flight, .most_items = 8 * o->in_flight,
		.most_open = UNITS_A_JOB * o->in_flight
	};
	const struct account own = { .id = o->session->who.account };

	store_open(&run.store, o->tmpdir);
	run.store.most = o->memory / 2;
	sorter_file_open(&run.file, o->tmpdir);
	run.open = xcalloc(run.most_open, sizeof(*run.open));
	add_visits(&run, &own);
	progress_accounts(o->progress, run.nvisits);
	run_advance(&run);
	aws_run(o->aws);
	sorter_file_close(&run.file);
	store_close(&run.store);
	free(run.visits);
	free(run.open);
	return run.status;
}
