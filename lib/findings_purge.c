#include <string.h>

#include "clock.h"
#include "findings.h"
#include "findings_purge.h"
#include "out.h"
#include "scan.h"
#include "statefile.h"

struct purge {
	const char *account;
	struct buf service;		/* what its AccountService begins with */
	size_t active, resolved, counts;
};

/* Does a JSON string begin so?  Anything else does not. */
static int
begins_with(struct span string, struct span text)
{
	struct buf scratch = {0};
	struct span s = scan_text(string, &scratch);
	int does = s.at && s.len >= text.len && memcmp(s.at, text.at, text.len) == 0;

	buf_free(&scratch);
	return does;
}

static int
is_theirs(const struct purge *p, const struct record *r)
{
	return scan_string_is(r->account, p->account) || begins_with(r->account_service, buf_span(&p->service));
}

/* By without the account's items, each other byte for byte. */
static void
add_counts(struct purge *p, struct span counts, struct buf *to)
{
	struct scan_iter it = scan_open(counts);
	struct span key, item;
	int first = 1;

	buf_addc(to, '[');
	while (scan_next(&it, &key, &item)) {
		if (scan_string_is(scan_get(item, "AccountId"), p->account)) {
			p->counts++;
			continue;
		}
		if (!first)
			buf_addc(to, ',');
		first = 0;
		buf_addspan(to, item);
	}
	buf_addc(to, ']');
}

static void
put(struct findings *run, struct span line)
{
	atomicfile_line(&run->file, line);
	history_after(&run->history, line);
}

static void
put_evaluation(struct purge *p, struct findings *run, struct span record, struct buf *line)
{
	size_t before = p->counts;
	struct span counts = scan_get(record, "By");

	buf_clear(line);
	buf_add(line, record.at, (size_t)(counts.at - record.at));
	add_counts(p, counts, line);
	buf_add(line, counts.at + counts.len, (size_t)(record.at + record.len - counts.at - counts.len));
	put(run, p->counts == before ? record : buf_span(line));
	if (p->counts != before)
		history_add(&run->history, buf_span(line));
}

static void
put_record(struct purge *p, struct findings *run, const struct statefile *state, struct buf *line)
{
	enum lifecycle_state life = state->finding.life.state;

	history_before(&run->history, state->record);
	if (state->key.data[0] == KEY_EVALUATION) {
		put_evaluation(p, run, state->record, line);
	} else if (!is_theirs(p, &state->finding.record)) {
		put(run, state->record);
		history_count(&run->history, life, life, state->record);
	} else if (life == LIFECYCLE_ACTIVE) {
		p->active++;
	} else {
		p->resolved++;
	}
}

static void
put_audit(const struct purge *p, struct findings *run, time_t now)
{
	char time[CLOCK_TEXT];
	struct buf record = {0};

	clock_format(now, time);
	buf_addf(&record, "{\"Kind\":\"purge\",\"AccountId\":\"%s\",\"Findings\":%zu,\"Active\":%zu,\"Resolved\":%zu,"
	    "\"Counts\":%zu,\"PurgedAt\":\"%s\"}", p->account, p->active + p->resolved, p->active, p->resolved,
	    p->counts, time);
	out_line(buf_span(&record));
	history_add(&run->history, buf_span(&record));
	run->history.purged = p->active + p->resolved;
	buf_free(&record);
}

static int
purge(struct findings *run, const char *account, time_t now)
{
	struct purge p = { .account = account };
	struct buf line = {0};
	struct statefile state;
	int status = statefile_open(&state, run->path);

	buf_addf(&p.service, "%s_", account);
	while (status == 0 && state.more && (status = statefile_read(&state)) == 0) {
		put_record(&p, run, &state, &line);
		status = statefile_next(&state);
	}
	if (status == 0)
		put_audit(&p, run, now);
	statefile_close(&state);
	buf_free(&p.service);
	buf_free(&line);
	return status;
}

int
findings_purge(const char *state, const char *history, const char *tmpdir, const char *account, time_t now)
{
	struct findings run;
	int status = -1;

	if (findings_open(&run, state, history, tmpdir, now) == 0 && findings_lock(&run) == 0 &&
	    purge(&run, account, now) == 0 && out_settle() == 0)
		status = findings_commit(&run);
	findings_close(&run);
	return status;
}
