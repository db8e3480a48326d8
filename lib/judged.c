#include "judged.h"

#include <stdlib.h>
#include <string.h>

#include "member.h"
#include "record.h"

void
judged_policy(struct judged *j, struct span id, int severity)
{
	struct judged_policy *p = table_get(&j->policies, id);

	if (severity > p->severity)
		p->severity = severity;
}

static int
by_id(const void *a, const void *b)
{
	const struct policy *p = a, *q = b;

	return strcmp(p->id, q->id);
}

const struct policy_set *
judged_policies(struct judged *j)
{
	struct judged_policy *p;
	size_t i;

	j->set.n = j->policies.n;
	j->set.policies = xcalloc(j->set.n ? j->set.n : 1, sizeof(*j->set.policies));
	for (i = 0; i < j->set.n; i++) {
		p = j->policies.item[i];
		j->set.policies[i].id = (char *)p->key.at;
		j->set.policies[i].severity = p->severity;
	}
	qsort(j->set.policies, j->set.n, sizeof(*j->set.policies), by_id);
	for (i = 0; i < j->set.n; i++) {
		p = table_find(&j->policies, span_of(j->set.policies[i].id));
		p->at = i;
	}
	return &j->set;
}

static void
add_severity(struct buf *to, int severity)
{
	member_count(to, "Severity", severity);
	member_text(to, "SeverityLabel", span_of(severity_label(severity)));
}

/* All but what waives it and its last brace. */
static void
add_finding(const struct judged_finding *f, struct span id, struct buf *to)
{
	buf_adds(to, "{\"Kind\":\"finding\"");
	member_text(to, "Id", id);
	member_text(to, "Policy", f->policy);
	member_text(to, "Title", f->policy);
	member_text(to, "ARN", f->arn);
	member_raw(to, "ResourceType", f->type);
	member_raw(to, "AccountId", f->account);
	member_raw(to, "AccountService", f->service);
	member_raw(to, "Region", f->region);
	if (f->address.len)
		member_text(to, "Address", f->address);
	add_severity(to, f->severity);
	member_text(to, "State", f->unknown ? SPAN("UNKNOWN") : SPAN("ACTIVE"));
	member_text(to, "Message", f->message);
	member_raw(to, "Evidence", f->evidence);
	member_text(to, "DescribeTime", span_of(f->described));
	member_text(to, "LastEvaluated", span_of(f->evaluated));
}

/* What waives it; {NULL, 0} if nothing does. */
static struct span
waiver_of(const struct judged *j, const struct judged_finding *f, struct waivers *waivers, const struct record *r)
{
	const struct judged_policy *p = waivers ? table_find(&j->policies, f->policy) : NULL;

	return p ? waivers_find(waivers, r, p->at) : (struct span){ NULL, 0 };
}

void
judged_finding(const struct judged *j, const struct judged_finding *f, const struct judged_how *how,
    struct buf *to)
{
	struct buf line = {0}, id = {0};
	struct span waiver;
	struct record r;

	buf_addspan(&id, f->arn);
	buf_addc(&id, '#');
	buf_addspan(&id, f->policy);
	add_finding(f, buf_span(&id), &line);
	buf_addc(&line, '}');
	record_read(&r, buf_span(&line));
	waiver = waiver_of(j, f, how->waivers, &r);
	line.len--;
	if (waiver.at)
		member_raw(&line, "Waiver", waiver);
	if (how->gate && gate_take(how->gate, buf_span(&id), f->severity, f->unknown, waiver.at != NULL))
		member_raw(&line, "Baseline", SPAN("true"));
	buf_adds(&line, "}\n");
	buf_addspan(to, buf_span(&line));
	buf_free(&line);
	buf_free(&id);
}

static void
add_evaluation(const struct judged_policy *p, const char *now, struct buf *to)
{
	buf_adds(to, "{\"Kind\":\"evaluation\"");
	member_text(to, "Policy", p->key);
	member_text(to, "Title", p->key);
	member_text(to, "Status", SPAN("active"));
	add_severity(to, p->severity);
	buf_adds(to, ",\"Revision\":null,\"ResourceType\":null,\"Scope\":{},\"Remediation\":null,"
	    "\"Category\":null,\"Source\":null");
	member_text(to, "LastEvaluated", span_of(now));
	buf_adds(to, ",\"By\":[]}\n");
}

void
judged_evaluations(const struct judged *j, const struct judged_how *how, struct buf *to)
{
	size_t i;

	for (i = 0; i < j->policies.n; i++)
		add_evaluation(j->policies.item[i], how->now, to);
	if (how->waivers)
		waivers_write(how->waivers, to);
}

void
judged_free(struct judged *j)
{
	table_free(&j->policies);
	free(j->set.policies);
}
