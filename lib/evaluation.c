#include "evaluation.h"
#include "finding.h"
#include "key.h"
#include "scan.h"

static const char *const counts[EVALUATION_COUNTS] = {
	"Evaluated", "Passed", "Failed", "Unknown", "OutOfScope", "Waived",
};

const char *
evaluation_check(struct span record)
{
	time_t t;

	if (scan_kind(scan_get(record, "Policy")) != SCAN_STRING)
		return "evaluation without Policy";
	if (finding_time(scan_get(record, "LastEvaluated"), &t) < 0)
		return "evaluation without LastEvaluated";
	if (scan_kind(scan_get(record, "By")) != SCAN_ARRAY)
		return "evaluation without By";
	return NULL;
}

static struct evaluation_cell *
get_cell(struct evaluation *e, struct span cell)
{
	struct span account = scan_get(cell, "AccountId"), region = scan_get(cell, "Region");
	struct span type = scan_get(cell, "ResourceType");
	struct evaluation_cell *found;
	struct buf key = {0};

	key_add(&key, account);
	key_add(&key, region);
	key_add(&key, type);
	found = table_get(&e->cells, buf_span(&key));
	if (!found->account.data) {
		buf_addspan(&found->account, account);
		buf_addspan(&found->region, region);
		buf_addspan(&found->type, type);
	}
	buf_free(&key);
	return found;
}

static void
add_cell(struct evaluation *e, struct span cell)
{
	struct evaluation_cell *to = get_cell(e, cell);
	long long n, *sum;
	int i;

	for (i = 0; i < EVALUATION_COUNTS; i++) {
		n = scan_integer(scan_get(cell, counts[i]), 0);
		sum = &to->count[i];
		if (n > 0 && *sum <= 1000000000000000LL && n <= 1000000000000000LL)
			*sum += n;
	}
}

/* Takes over what the record says beside its cells. */
static void
set_record(struct evaluation *e, struct span record, time_t evaluated)
{
	buf_clear(&e->record);
	buf_addspan(&e->record, record);
	e->evaluated = evaluated;
	e->suspended = scan_string_is(scan_get(record, "Status"), "suspended");
}

void
evaluation_add(struct evaluation *run, struct span record)
{
	struct scan_iter it = scan_open(scan_get(record, "By"));
	struct span key, cell;
	time_t evaluated;

	finding_time(scan_get(record, "LastEvaluated"), &evaluated);
	if (!run->record.len || evaluated >= run->evaluated)
		set_record(run, record, evaluated);
	while (scan_next(&it, &key, &cell))
		add_cell(run, cell);
}

static int
is_covered(const struct coverage *covered, struct span cell)
{
	time_t began;

	return coverage_complete(covered, scan_get(cell, "AccountId"), scan_get(cell, "Region"),
	    scan_get(cell, "ResourceType"), &began);
}

static void
replace_cell(struct evaluation *e, struct span cell)
{
	struct evaluation_cell *to = get_cell(e, cell);
	int i;

	for (i = 0; i < EVALUATION_COUNTS; i++)
		to->count[i] = 0;
	add_cell(e, cell);
}

void
evaluation_merge(struct evaluation *run, struct span kept, const struct coverage *covered)
{
	struct scan_iter it = scan_open(scan_get(kept, "By"));
	struct span key, cell;
	time_t evaluated;
	int newer;

	finding_time(scan_get(kept, "LastEvaluated"), &evaluated);
	newer = run->record.len && run->evaluated >= evaluated;
	if (newer && run->suspended)
		return;		/* it judges nothing any more: the run's own counts are all there is */
	while (scan_next(&it, &key, &cell))
		if (!newer || !is_covered(covered, cell))
			replace_cell(run, cell);
	if (!newer)
		set_record(run, kept, evaluated);
}

static void
write_cell(struct buf *to, const struct evaluation_cell *cell)
{
	static const char *const names[] = { "AccountId", "Region", "ResourceType" };
	const struct buf *const values[] = { &cell->account, &cell->region, &cell->type };
	int i;

	for (i = 0; i < 3; i++) {
		buf_addf(to, "%c\"%s\":", i ? ',' : '{', names[i]);
		if (values[i]->len)
			buf_addspan(to, buf_span(values[i]));
		else
			buf_adds(to, "null");
	}
	for (i = 0; i < EVALUATION_COUNTS; i++)
		buf_addf(to, ",\"%s\":%lld", counts[i], cell->count[i]);
	buf_addc(to, '}');
}

static void
write_cells(struct buf *to, struct evaluation *e)
{
	size_t i;

	table_sort(&e->cells, table_by_key);
	buf_addc(to, '[');
	for (i = 0; i < e->cells.n; i++) {
		if (i)
			buf_addc(to, ',');
		write_cell(to, e->cells.item[i]);
	}
	buf_addc(to, ']');
}

void
evaluation_write(struct buf *to, struct evaluation *e)
{
	struct scan_iter it = scan_open(buf_span(&e->record));
	struct span key, value;
	int first = 1;

	buf_addc(to, '{');
	while (scan_next(&it, &key, &value)) {
		if (!first)
			buf_addc(to, ',');
		first = 0;
		buf_addspan(to, key);
		buf_addc(to, ':');
		if (scan_string_is(key, "By"))
			write_cells(to, e);
		else
			buf_addspan(to, value);
	}
	buf_addc(to, '}');
}

void
evaluation_free(struct evaluation *e)
{
	struct evaluation_cell *cell;
	size_t i;

	for (i = 0; i < e->cells.n; i++) {
		cell = e->cells.item[i];
		buf_free(&cell->account);
		buf_free(&cell->region);
		buf_free(&cell->type);
	}
	table_free(&e->cells);
	buf_free(&e->record);
	*e = EVALUATION_START;
}

void
evaluation_each(struct span record, void (*each)(void *context, struct span account, struct span region,
    struct span type, long long evaluated), void *context)
{
	struct scan_iter it = scan_open(scan_get(record, "By"));
	struct span key, cell;

	while (scan_next(&it, &key, &cell))
		each(context, scan_get(cell, "AccountId"), scan_get(cell, "Region"), scan_get(cell, "ResourceType"),
		    scan_integer(scan_get(cell, "Evaluated"), 0));
}
