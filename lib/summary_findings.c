/*
 * Findings: sorted by resource and policy to leave one of each, counted, and sorted again in the order of the report.
 * Keys are texts that end in NUL: a JSON string holds none.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "record.h"
#include "scan.h"
#include "summary.h"

enum state { OPEN, UNKNOWN, WAIVED, RESOLVED, NO_STATE };

/* The findings of one resource, until its last one is known. */
struct resource {
	struct buf records;
	struct one {
		size_t at, len;
		enum state state;
		int severity;
	} *one;
	size_t n, cap;
};

static enum state
state_of(const struct violation *v)
{
	if (scan_string_is(v->state, "RESOLVED"))
		return RESOLVED;
	if (scan_string_is(v->state, "ACTIVE"))
		return scan_kind(v->waiver) == SCAN_OBJECT ? WAIVED : OPEN;
	if (scan_string_is(v->state, "UNKNOWN"))
		return scan_kind(v->waiver) == SCAN_OBJECT ? WAIVED : UNKNOWN;
	return NO_STATE;
}

static void
key_text(struct buf *key, struct span json)
{
	buf_addspan(key, json);
	buf_addc(key, '\0');
}

/* In the order of bytes the order of numbers. */
static void
key_number(struct buf *key, uint64_t n)
{
	int shift;

	for (shift = 56; shift >= 0; shift -= 8)
		buf_addc(key, (char)(n >> shift & 0xff));
}

int
summary_finding(struct summary *s, struct span record, const char **why)
{
	struct violation v;
	struct buf key = {0};
	int status;

	violation_read(&v, record);
	if (scan_kind(v.arn) != SCAN_STRING)
		*why = "finding without ARN";
	else if (scan_kind(v.policy) != SCAN_STRING)
		*why = "finding without Policy";
	else if (state_of(&v) == NO_STATE)
		*why = "finding with a State that is not ACTIVE, UNKNOWN or RESOLVED";
	if (*why)
		return 0;
	key_text(&key, v.arn);
	key_text(&key, v.policy);
	key_number(&key, (uint64_t)summary_time(s, v.describe_time));
	key_number(&key, (uint64_t)summary_time(s, v.last_evaluated));
	status = sorter_add(&s->findings, buf_span(&key), record);
	buf_free(&key);
	return status;
}

/* Several things may be missing for one verdict; each cause counts a finding once. */
static void
count_cause(struct summary *s, const struct violation *v, struct span what, struct span code)
{
	struct buf key = {0};
	struct cause *cause;
	struct count *account;

	key_text(&key, what);
	key_text(&key, code);
	if (s->causes.n >= CAUSES && !table_find(&s->causes, buf_span(&key)))
		buf_clear(&key);	/* all the rest in one, without a name */
	cause = table_get(&s->causes, buf_span(&key));
	if (!cause->findings) {
		cause->accounts.size = sizeof(struct count);
		if (key.len) {
			scan_decode(what, &cause->what);
			scan_decode(code, &cause->code);
		}
	}
	if (cause->last != s->unknown) {
		cause->findings++;
		account = table_get(&cause->accounts, scan_text(v->account, &s->scratch));
		account->n++;
	}
	cause->last = s->unknown;
	buf_free(&key);
}

static void
count_unknown(struct summary *s, const struct violation *v)
{
	struct scan_iter it = scan_open(scan_get(v->evidence, "Unreadable"));
	struct span key, item, what, error = scan_get(v->evidence, "Error");
	int any = 0;

	while (scan_next(&it, &key, &item)) {
		what = scan_get(item, "Permission");
		if (scan_kind(what) != SCAN_STRING)
			what = scan_get(item, "Operation");
		count_cause(s, v, what, scan_get(item, "Code"));
		any = 1;
	}
	if (!any)
		count_cause(s, v, v->policy, scan_kind(error) == SCAN_STRING ? error : v->message);
}

static void
count_open(struct summary *s, const struct violation *v, struct policy_row *policy, int severity)
{
	struct buf key = {0};
	struct count *pair;
	int i;

	for (i = 0; strcmp(summary_severity_name(i), severity_label(severity)) != 0; i++)
		;
	s->severity[i]++;
	s->open++;
	if (scan_kind(v->baseline) == SCAN_TRUE) {
		s->baselined++;
		policy->baselined++;
	} else if (severity > s->worst) {
		s->worst = severity;
	}
	policy->open++;
	summary_group(s, &s->accounts, v->account)->open++;
	summary_group(s, &s->regions, v->region)->open++;
	summary_group(s, &s->types, v->type)->open++;
	key_text(&key, v->policy);
	key_text(&key, v->account);
	s->pairs.size = sizeof(struct count);
	pair = table_get(&s->pairs, buf_span(&key));
	if (pair->n++ == 0)
		policy->accounts++;
	buf_free(&key);
}

static void
count_resolved(struct summary *s, const struct violation *v, struct policy_row *policy)
{
	struct count *reason = table_get(&s->reasons, scan_text(v->resolved_reason, &s->scratch));

	reason->n++;
	s->resolved++;
	policy->resolved++;
}

static void
count(struct summary *s, const struct violation *v, enum state state, int severity)
{
	struct policy_row *policy = summary_policy(s, v->policy);

	if (!policy->evaluated && !policy->title.len) {	/* all that is known of it */
		policy->severity = severity;
		scan_decode(v->title, &policy->title);
		scan_decode(v->type, &policy->type);
	}
	if (state == RESOLVED) {
		count_resolved(s, v, policy);
		return;
	}
	summary_evaluated(s, summary_time(s, v->last_evaluated));
	if (scan_kind(v->baseline) == SCAN_TRUE)
		s->compared = 1;
	if (state == OPEN) {
		count_open(s, v, policy, severity);
	} else if (state == WAIVED) {
		s->waived++;
		policy->waived++;
	} else {
		s->unknown++;
		policy->unknown++;
		if (scan_kind(v->baseline) != SCAN_TRUE && severity > s->worst_unknown)
			s->worst_unknown = severity;
		count_unknown(s, v);
	}
}

/* Adds a finding to the list of its state.  worst and findings are those of its resource. */
static int
list_add(struct summary *s, const struct violation *v, const struct one *one, int worst, size_t findings)
{
	static const enum list lists[] = { [OPEN] = LIST_OPEN, [UNKNOWN] = LIST_UNKNOWN, [WAIVED] = LIST_WAIVED };
	struct buf key = {0};
	int status;

	key_number(&key, (uint64_t)(100 - worst));
	key_number(&key, UINT64_MAX - findings);
	key_text(&key, v->account);
	key_text(&key, v->region);
	key_text(&key, v->arn);
	key_number(&key, (uint64_t)(100 - one->severity));
	key_text(&key, v->policy);
	status = sorter_add(&s->list[lists[one->state]], buf_span(&key), v->whole);
	buf_free(&key);
	return status;
}

/* Counts the resource, and puts what it has in one state into the list. */
static int
list_state(struct summary *s, const struct resource *r, enum state state)
{
	struct violation v;
	size_t i, findings = 0;
	int worst = 0;

	for (i = 0; i < r->n; i++)
		if (r->one[i].state == state) {
			findings++;
			if (r->one[i].severity > worst)
				worst = r->one[i].severity;
			violation_read(&v, (struct span){ r->records.data + r->one[i].at, r->one[i].len });
		}
	if (findings && state == OPEN)
		summary_failing(s, &v);
	else if (findings && state == UNKNOWN)
		s->unjudged++;
	for (i = 0; i < r->n && findings; i++) {
		if (r->one[i].state != state)
			continue;
		violation_read(&v, (struct span){ r->records.data + r->one[i].at, r->one[i].len });
		if (list_add(s, &v, &r->one[i], worst, findings) < 0)
			return -1;
	}
	return 0;
}

static int
resource_end(struct summary *s, struct resource *r)
{
	int status = 0;

	if (list_state(s, r, OPEN) < 0 || list_state(s, r, UNKNOWN) < 0 || list_state(s, r, WAIVED) < 0)
		status = -1;
	r->n = 0;
	buf_clear(&r->records);
	return status;
}

static void
resource_add(struct summary *s, struct resource *r, struct span record)
{
	struct violation v;
	struct one one = { .at = r->records.len, .len = record.len };

	violation_read(&v, record);
	one.state = state_of(&v);
	one.severity = violation_severity(&v);
	count(s, &v, one.state, one.severity);
	if (one.state == RESOLVED)
		return;
	if (r->n == r->cap) {
		r->cap = r->cap ? r->cap * 2 : 16;
		r->one = xrealloc(r->one, r->cap * sizeof(*r->one));
	}
	r->one[r->n++] = one;
	buf_addspan(&r->records, record);
}

static size_t
text_end(struct span key, size_t from)
{
	return from + strlen(key.at + from) + 1;
}

/* Of all that have the same ARN and Policy the last one counts: times stand behind them in the key. */
static int
gather(struct summary *s, struct resource *r, struct buf *held, struct buf *held_key)
{
	struct span key, record;
	size_t arn = 0, same;
	int got;

	while ((got = sorter_next(&s->findings, &key, &record)) > 0) {
		same = text_end(key, text_end(key, 0));
		if (held_key->len && (held_key->len != same || memcmp(held_key->data, key.at, same) != 0))
			resource_add(s, r, buf_span(held));
		if (held_key->len && (arn != text_end(key, 0) || memcmp(held_key->data, key.at, arn) != 0) &&
		    resource_end(s, r) < 0)
			return -1;
		arn = text_end(key, 0);
		buf_clear(held_key);
		buf_add(held_key, key.at, same);
		buf_clear(held);
		buf_addspan(held, record);
	}
	if (got == 0 && held_key->len) {
		resource_add(s, r, buf_span(held));
		got = resource_end(s, r);
	}
	return got;
}

int
summary_sort(struct summary *s)
{
	struct resource r = {0};
	struct buf held = {0}, held_key = {0};
	int status = -1;

	if (sorter_sort(&s->findings) == 0 && gather(s, &r, &held, &held_key) == 0 &&
	    sorter_sort(&s->list[LIST_OPEN]) == 0 && sorter_sort(&s->list[LIST_UNKNOWN]) == 0 &&
	    sorter_sort(&s->list[LIST_WAIVED]) == 0)
		status = 0;
	sorter_close(&s->findings);
	buf_free(&r.records);
	free(r.one);
	buf_free(&held);
	buf_free(&held_key);
	return status;
}

static int
add_by_policy(struct summary *s, enum list from)
{
	struct item item;
	struct buf key = {0};
	int got;

	if (summary_list(s, from) < 0)
		return -1;
	while ((got = summary_next(s, &item)) > 0) {
		buf_clear(&key);
		key_number(&key, item.policy->rank);
		key_number(&key, from);
		key_text(&key, item.violation.account);
		key_text(&key, item.violation.region);
		key_text(&key, item.violation.arn);
		if (sorter_add(&s->list[LIST_POLICIES], buf_span(&key), item.violation.whole) < 0)
			break;
	}
	buf_free(&key);
	return got == 0 ? 0 : -1;
}

int
summary_sort_policies(struct summary *s)
{
	if (add_by_policy(s, LIST_OPEN) < 0)
		return -1;
	if (s->by_policy == ALL_BY_POLICY && (add_by_policy(s, LIST_UNKNOWN) < 0 || add_by_policy(s, LIST_WAIVED) < 0))
		return -1;
	return sorter_sort(&s->list[LIST_POLICIES]);
}

int
summary_list(struct summary *s, enum list list)
{
	s->listed = &s->list[list];
	buf_clear(&s->last);
	return sorter_rewind(s->listed);
}

int
summary_next(struct summary *s, struct item *item)
{
	int by_policy = s->listed == &s->list[LIST_POLICIES];
	struct span key, record, same;
	int got = sorter_next(s->listed, &key, &record);

	if (got <= 0)
		return got;
	violation_read(&item->violation, record);
	item->severity = violation_severity(&item->violation);
	item->policy = summary_policy(s, item->violation.policy);
	same = by_policy ? item->violation.policy : item->violation.arn;
	item->first = span_cmp(buf_span(&s->last), same) != 0;
	buf_clear(&s->last);
	buf_addspan(&s->last, same);
	return 1;
}
