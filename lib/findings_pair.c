#include <string.h>

#include "findings_pair.h"
#include "findings_run.h"
#include "key.h"
#include "scan.h"

#define TAIL ",\"FirstSeen\":"
#define MIDDLE ",\"ResolvedAt\":null,\"ResolvedReason\":null,\"ReopenedAt\":"

int
finding_place_find(struct finding_place *place, struct finding_times *seen, const struct record *r,
    time_t *described, time_t *evaluated)
{
	const char *at = r->whole.at;

	if (!r->tight || r->whole.len > UINT16_MAX || scan_kind(r->arn) != SCAN_STRING ||
	    scan_kind(r->policy) != SCAN_STRING || memchr(r->policy.at, '\\', r->policy.len))
		return 0;
	if (r->first_seen.at || r->resolved_at.at || r->resolved_reason.at || r->reopened_at.at)
		return 0;
	if (!span_is(r->state, "\"ACTIVE\"") || r->describe_time.len != TIMESEEN_TEXT ||
	    r->last_evaluated.len != TIMESEEN_TEXT || r->describe_time.at > r->last_evaluated.at)
		return 0;
	if (!timeseen_read(&seen->described, r->describe_time.at, described) ||
	    !timeseen_read(&seen->evaluated, r->last_evaluated.at, evaluated))
		return 0;
	*place = (struct finding_place){ (uint16_t)(r->describe_time.at - at), (uint16_t)(r->last_evaluated.at - at),
	    (uint16_t)(r->policy.at - at), (uint16_t)r->policy.len };
	return 1;
}

static int
same(const char *a, const char *b, size_t from, size_t to)
{
	return memcmp(a + from, b + from, to - from) == 0;
}

/* Takes a literal off the front of a text, if it is there. */
static int
take(struct span *text, struct span literal)
{
	if (text->len < literal.len || memcmp(text->at, literal.at, literal.len) != 0)
		return 0;
	text->at += literal.len;
	text->len -= literal.len;
	return 1;
}

static int
take_time(struct span *text, struct timeseen *seen, time_t *t)
{
	if (text->len < TIMESEEN_TEXT || !timeseen_read(seen, text->at, t))
		return 0;
	text->at += TIMESEEN_TEXT;
	text->len -= TIMESEEN_TEXT;
	return 1;
}

/* What finding_write() puts behind an ACTIVE finding. */
static int
read_tail(struct findings_pair *p, struct span tail, struct lifecycle *life)
{
	return take(&tail, SPAN(TAIL)) && take_time(&tail, &p->first, &life->first_seen) && take(&tail, SPAN(MIDDLE)) &&
	    (take(&tail, SPAN("null")) || take_time(&tail, &p->reopened, &life->reopened_at)) &&
	    span_is(tail, "}");
}

/* Is the state's line the run's, with times of its own?  Then its life. */
static int
read_kept(struct findings_pair *p, const struct finding_place *at, struct span line, struct span kept,
    struct lifecycle *life)
{
	size_t end = line.len - 1;

	if (kept.len <= end || !same(line.at, kept.at, 0, at->described) ||
	    !same(line.at, kept.at, at->described + (size_t)TIMESEEN_TEXT, at->evaluated) ||
	    !same(line.at, kept.at, at->evaluated + (size_t)TIMESEEN_TEXT, end))
		return 0;
	*life = LIFECYCLE_START;
	life->state = LIFECYCLE_ACTIVE;
	return timeseen_read(&p->kept.described, kept.at + at->described, &life->described) &&
	    timeseen_read(&p->kept.evaluated, kept.at + at->evaluated, &life->evaluated) &&
	    read_tail(p, (struct span){ kept.at + end, kept.len - end }, life);
}

static int
is_suspended(struct findings_pair *p, const struct findings *run, struct span policy)
{
	const struct policy_status *status;
	struct buf key = {0};

	if (span_cmp(policy, buf_span(&p->policy)) == 0)
		return p->suspended;
	buf_clear(&p->policy);
	buf_addspan(&p->policy, policy);
	key_add(&key, policy);
	status = table_find(&run->policies, buf_span(&key));
	p->suspended = status && status->suspended;
	buf_free(&key);
	return p->suspended;
}

/* The state's line must follow the one before it. */
static int
take_key(struct findings_pair *p, struct statefile *state, struct span group, struct span policy)
{
	if (state->known)
		return 1;
	buf_clear(&p->key);
	buf_addspan(&p->key, group);
	key_add(&p->key, policy);
	return statefile_take(state, buf_span(&p->key));
}

/* The new line is found, the run's up to its brace, and tail. */
static void
put(struct findings_pair *p, struct findings *run, struct span kept, struct span found, struct span tail)
{
	atomicfile_text(&run->file, found);
	atomicfile_line(&run->file, tail);
	if (!run->history.path)
		return;
	buf_clear(&p->text);
	buf_addspan(&p->text, found);
	buf_addspan(&p->text, tail);
	history_before(&run->history, kept);
	history_after(&run->history, buf_span(&p->text));
	history_count(&run->history, LIFECYCLE_ACTIVE, LIFECYCLE_ACTIVE, buf_span(&p->text));
}

int
findings_pair(struct findings_pair *p, struct findings *run, struct statefile *state, struct span key,
    struct span value)
{
	struct span rest, line, policy;
	struct event e = { .kind = EVENT_FAILED };
	struct finding_place at;
	struct lifecycle life;
	size_t end;

	if (key.at[key.len - 1] != RANK_FINDING)
		return 0;
	rest = reread_rest(&run->lines, value);
	if (rest.len != sizeof(at))
		return 0;
	memcpy(&at, rest.at, sizeof(at));
	if (reread_get(&run->lines, value, &line) < 0)
		return -1;
	policy = (struct span){ line.at + at.policy, at.policy_len };
	if (!read_kept(p, &at, line, state->line, &life) || is_suspended(p, run, policy) ||
	    !timeseen_read(&p->found.described, line.at + at.described, &e.described) ||
	    !timeseen_read(&p->found.evaluated, line.at + at.evaluated, &e.evaluated) ||
	    !take_key(p, state, key_prefix(key, 1), policy))
		return 0;
	end = line.len - 1;
	if (lifecycle_apply(&life, &e) == EFFECT_NONE)
		line = state->line;	/* older than what is known */
	put(p, run, state->line, (struct span){ line.at, end },
	    (struct span){ state->line.at + end, state->line.len - end });
	return 1;
}

void
findings_pair_free(struct findings_pair *p)
{
	buf_free(&p->key);
	buf_free(&p->policy);
	buf_free(&p->text);
}
