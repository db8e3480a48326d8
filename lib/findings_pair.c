#include <stdlib.h>
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
	    scan_kind(r->policy) != SCAN_STRING)
		return 0;
	if (memchr(r->policy.at, '\\', r->policy.len) || memchr(r->policy.at, 0x7f, r->policy.len))
		return 0;	/* key.h has another spelling of it */
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

int
verdicts_place_find(struct verdicts_place *place, const struct record *r)
{
	static const char *const names[] = { "Passed", "OutOfScope" };
	struct span list[2];
	int i;

	if (r->whole.len > UINT32_MAX)
		return 0;
	scan_get_each(r->whole, names, list, 2);
	for (i = 0; i < 2; i++) {
		place->list[i] = list[i].at ? (uint32_t)(list[i].at - r->whole.at) : 0;
		place->len[i] = (uint32_t)list[i].len;
	}
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

	if (span_cmp(policy, buf_span(&p->policy)) == 0)
		return p->suspended;
	buf_clear(&p->policy);
	buf_addspan(&p->policy, policy);
	buf_clear(&p->key);
	key_add(&p->key, policy);
	status = table_find(&run->policies, buf_span(&p->key));
	p->suspended = status && status->suspended;
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

static struct span
policy_of(const struct findings_found *f)
{
	return (struct span){ f->line.data + f->at.policy, f->at.policy_len };
}

/* Without their quotes, as keys have them. */
static int
by_policy(const void *a, const void *b)
{
	struct span x = policy_of(a), y = policy_of(b);

	return span_cmp((struct span){ x.at, x.len - 1 }, (struct span){ y.at, y.len - 1 });
}

/* A finding against the state's line in hand: 1 having written it, or 0. */
static int
put_alike(struct findings_pair *p, struct findings *run, struct statefile *state, const struct findings_found *f)
{
	struct span line = buf_span(&f->line), policy = policy_of(f);
	struct event e = { .kind = EVENT_FAILED };
	struct lifecycle life;
	size_t end = line.len - 1;

	if (!read_kept(p, &f->at, line, state->line, &life) || is_suspended(p, run, policy) ||
	    !timeseen_read(&p->times.described, line.at + f->at.described, &e.described) ||
	    !timeseen_read(&p->times.evaluated, line.at + f->at.evaluated, &e.evaluated) ||
	    !take_key(p, state, key_prefix(buf_span(&f->entry->key), 1), policy))
		return 0;
	if (lifecycle_apply(&life, &e) == EFFECT_NONE)
		line = state->line;	/* older than what is known */
	put(p, run, state->line, (struct span){ line.at, end },
	    (struct span){ state->line.at + end, state->line.len - end });
	return 1;
}

static enum event_rank
rank_of(const struct findings_entry *e)
{
	return (enum event_rank)e->key.data[e->key.len - 1];
}

/* 1, 0 if the run does not know where its parts lie, or -1. */
static int
add_found(struct findings_set *set, struct findings *run, struct findings_entry *e)
{
	struct span value = buf_span(&e->value), rest = reread_rest(&run->lines, value), line;
	struct findings_found *f;

	if (rest.len != sizeof(f->at))
		return 0;
	if (reread_get(&run->lines, value, &line) < 0)
		return -1;
	if (set->n == set->cap) {
		set->found = xrealloc(set->found, (set->cap + 1) * sizeof(*set->found));
		set->found[set->cap++] = (struct findings_found){0};
	}
	f = &set->found[set->n++];
	f->entry = e;
	memcpy(&f->at, rest.at, sizeof(f->at));
	buf_clear(&f->line);
	buf_addspan(&f->line, line);
	return 1;
}

/* May a list have one of the findings' policies in it?  It has if it has such a text. */
static int
may_list(struct span list, const struct findings_set *set)
{
	const char *p = list.at, *end = list.at + list.len, *close;
	size_t i;

	if (memchr(p, '\\', list.len))
		return 1;	/* who knows what it says */
	for (; (p = memchr(p, '"', (size_t)(end - p))); p = close) {
		close = (const char *)memchr(p + 1, '"', (size_t)(end - p - 1)) + 1;
		for (i = 0; i < set->n; i++)
			if (span_cmp(policy_of(&set->found[i]), (struct span){ p, (size_t)(close - p) }) == 0)
				return 1;
	}
	return 0;
}

/* Are the verdicts about none of the findings?  1, 0 or -1. */
static int
leaves_alone(const struct findings_set *set, struct findings *run, const struct findings_entry *e)
{
	struct span value = buf_span(&e->value), rest = reread_rest(&run->lines, value), line;
	struct verdicts_place at;
	int i;

	if (set->n == 0)
		return 1;
	if (rest.len != sizeof(at))
		return 0;
	memcpy(&at, rest.at, sizeof(at));
	if (reread_get(&run->lines, value, &line) < 0)
		return -1;
	for (i = 0; i < 2; i++)
		if (at.list[i] && may_list((struct span){ line.at + at.list[i], at.len[i] }, set))
			return 0;
	return 1;
}

static int
prepare_all(struct findings_set *set, struct findings *run, struct findings_chunk *c)
{
	size_t i;
	int got = 1;

	for (i = 0; i < c->n && got > 0; i++)
		if (rank_of(&c->entry[i]) == RANK_FINDING)
			got = add_found(set, run, &c->entry[i]);
		else if (rank_of(&c->entry[i]) == RANK_TOMBSTONE)
			got = 0;
	if (got <= 0)
		return got;
	if (set->n > 1)
		qsort(set->found, set->n, sizeof(*set->found), by_policy);
	for (i = 1; i < set->n; i++)
		if (by_policy(&set->found[i - 1], &set->found[i]) == 0)
			return 0;
	for (i = 0; i < c->n && got > 0; i++)
		if (rank_of(&c->entry[i]) == RANK_VERDICTS)
			got = leaves_alone(set, run, &c->entry[i]);
	return got;
}

/* Reads a chunk's findings again: each must be the only one of its policy, and no verdict about it.  1, 0 or -1. */
static int
prepare(struct findings_pair *p, struct findings *run, const struct findings_queue *q, struct findings_chunk *c)
{
	struct findings_set *set = &p->set[c - q->chunk];
	int got;

	if (c->prepared)
		return c->prepared > 0;
	set->n = set->next = 0;
	if (c->n == 0 || c->entry[0].key.data[0] != KEY_FINDING)
		return 0;
	if ((got = prepare_all(set, run, c)) < 0)
		return -1;
	c->prepared = got ? 1 : -1;
	return got;
}

/* Is the state's line in hand about a resource that comes later?  1, 0 if that is not known, or -1. */
static int
is_behind(struct findings_pair *p, struct findings *run, struct statefile *state, struct findings_queue *q)
{
	struct span group = key_prefix(buf_span(&findings_queue_now(q)->entry[0].key), 1);
	struct findings_chunk *behind = findings_queue_behind(q);
	const struct findings_set *set = &p->set[behind - q->chunk];
	struct lifecycle life;
	int got;

	if (!state->more)
		return 1;
	if (state->known)
		return span_cmp(key_prefix(buf_span(&state->key), 1), group) > 0;
	if ((got = prepare(p, run, q, behind)) <= 0 || set->n == 0)
		return got < 0 ? -1 : 0;
	return read_kept(p, &set->found[0].at, buf_span(&set->found[0].line), state->line, &life);
}

int
findings_pair(struct findings_pair *p, struct findings *run, struct statefile *state, struct findings_queue *queue)
{
	struct findings_chunk *c = findings_queue_now(queue);
	struct findings_set *set = &p->set[c - queue->chunk];
	struct findings_found *f;
	int got;

	if (c->next || findings_queue_goes_on(queue) || (got = prepare(p, run, queue, c)) == 0)
		return 0;
	if (got < 0)
		return -1;
	for (; set->next < set->n; set->next++) {
		f = &set->found[set->next];
		if (!state->more || !put_alike(p, run, state, f))
			return 0;
		f->entry->used = 1;
		if (statefile_next(state) < 0)
			return -1;
	}
	return is_behind(p, run, state, queue);
}

void
findings_pair_free(struct findings_pair *p)
{
	struct findings_set *set;
	size_t i;

	for (set = p->set; set < p->set + FINDINGS_QUEUE_CHUNKS; set++) {
		for (i = 0; i < set->cap; i++)
			buf_free(&set->found[i].line);
		free(set->found);
	}
	buf_free(&p->key);
	buf_free(&p->policy);
	buf_free(&p->text);
}
