#include <stdlib.h>

#include "opa.h"

/* Rules of Rego are what its results are complete about, so they stand where a resource's type does. */
static void
add_type(struct buf *to, const char *rule)
{
	struct buf type = {0};

	buf_addf(&type, "Rego::%s", rule);
	buf_addjson(to, buf_span(&type));
	buf_free(&type);
}

static void
add_text(struct buf *to, const char *key, const struct buf *text)
{
	buf_adds(to, key);
	if (text->len)
		buf_addjson(to, buf_span(text));
	else
		buf_adds(to, "null");
}

static void
add_severity(struct buf *to, int severity)
{
	buf_addf(to, ",\"Severity\":%d,\"SeverityLabel\":\"%s\"", severity, severity_label(severity));
}

/* The finding that a violation is, but for what waives it and its last brace. */
static void
add_finding(const struct opa_violation *v, const char *now, struct buf *to)
{
	struct buf id = {0};

	buf_addf(&id, "%s#%s", v->arn.data, v->policy.data);
	add_text(to, "{\"Kind\":\"finding\",\"Id\":", &id);
	add_text(to, ",\"Policy\":", &v->policy);
	add_text(to, ",\"Title\":", &v->policy);
	add_text(to, ",\"ARN\":", &v->arn);
	buf_adds(to, ",\"ResourceType\":");
	add_type(to, v->asked.data);
	buf_adds(to, ",\"AccountId\":null,\"AccountService\":null,\"Region\":null");
	if (v->address.len)
		add_text(to, ",\"Address\":", &v->address);
	add_severity(to, v->severity);
	add_text(to, ",\"State\":\"ACTIVE\",\"Message\":", &v->message);
	buf_addf(to, ",\"Evidence\":{\"Results\":[%s]}", v->evidence.data);
	buf_addf(to, ",\"DescribeTime\":\"%s\",\"LastEvaluated\":\"%s\"", now, now);
	buf_free(&id);
}

static size_t
policy_number(const struct policy_set *set, const struct buf *id)
{
	size_t i = 0;

	while (!span_is(buf_span(id), set->policies[i].id))
		i++;
	return i;
}

static void
write_finding(const struct opa *o, const struct opa_violation *v, struct waivers *waivers, struct gate *gate,
    const char *now, struct buf *to)
{
	struct buf line = {0}, id = {0};
	struct span waiver = { NULL, 0 };
	struct record r;

	add_finding(v, now, &line);
	buf_addc(&line, '}');
	record_read(&r, buf_span(&line));
	if (waivers)
		waiver = waivers_find(waivers, &r, policy_number(&o->set, &v->policy));
	buf_addf(&id, "%s#%s", v->arn.data, v->policy.data);
	line.len--;
	if (waiver.at) {
		buf_adds(&line, ",\"Waiver\":");
		buf_addspan(&line, waiver);
	}
	if (gate && gate_take(gate, buf_span(&id), v->severity, 0, waiver.at != NULL))
		buf_adds(&line, ",\"Baseline\":true");
	buf_adds(&line, "}\n");
	buf_addspan(to, buf_span(&line));
	buf_free(&line);
	buf_free(&id);
}

/* A rule that was asked has told all that violates it: what it does not tell any more is put right. */
static void
write_coverage(const struct opa_rule *rule, const char *now, struct buf *to)
{
	buf_adds(to, "{\"Kind\":\"coverage\",\"AccountId\":null,\"Region\":null,\"ResourceType\":");
	add_type(to, rule->key.at);
	buf_adds(to, ",\"Status\":\"complete\",\"Code\":null,\"Message\":null,\"Resources\":0,\"Calls\":0,\"Retries\":0,"
	    "\"Throttles\":0,");
	buf_addf(to, "\"StartedAt\":\"%s\",\"EndedAt\":\"%s\"}\n", now, now);
}

static void
write_evaluation(const struct opa_policy *p, const char *now, struct buf *to)
{
	struct buf id = {0};

	buf_addspan(&id, p->key);
	add_text(to, "{\"Kind\":\"evaluation\",\"Policy\":", &id);
	add_text(to, ",\"Title\":", &id);
	buf_adds(to, ",\"Status\":\"active\"");
	add_severity(to, p->severity);
	buf_adds(to, ",\"Revision\":null,\"ResourceType\":null,\"Scope\":{},\"Remediation\":null,"
	    "\"Category\":null,\"Source\":null");
	buf_addf(to, ",\"LastEvaluated\":\"%s\",\"By\":[]}\n", now);
	buf_free(&id);
}

static int
by_id(const void *a, const void *b)
{
	const struct policy *p = a, *q = b;

	return span_cmp(span_of(p->id), span_of(q->id));
}

const struct policy_set *
opa_policies(struct opa *o)
{
	const struct opa_policy *p;
	size_t i;

	for (i = 0; i < o->rules.n; i++)
		table_get(&o->policies, ((const struct opa_rule *)o->rules.item[i])->key);
	o->set.n = o->policies.n;
	o->set.policies = xcalloc(o->set.n ? o->set.n : 1, sizeof(*o->set.policies));
	for (i = 0; i < o->set.n; i++) {
		p = o->policies.item[i];
		o->set.policies[i].id = (char *)p->key.at;
		o->set.policies[i].severity = p->severity;
	}
	qsort(o->set.policies, o->set.n, sizeof(*o->set.policies), by_id);
	return &o->set;
}

void
opa_write(const struct opa *o, struct waivers *waivers, struct gate *gate, const char *now, int all, struct buf *to)
{
	size_t i;

	for (i = 0; i < o->violations.n; i++)
		write_finding(o, o->violations.item[i], waivers, gate, now, to);
	for (i = 0; all && i < o->rules.n; i++)
		write_coverage(o->rules.item[i], now, to);
	for (i = 0; i < o->policies.n; i++)
		write_evaluation(o->policies.item[i], now, to);
	if (waivers)
		waivers_write(waivers, to);
}

void
opa_free(struct opa *o)
{
	size_t i;

	for (i = 0; i < o->violations.n; i++)
		opa_violation_free(o->violations.item[i]);
	table_free(&o->rules);
	table_free(&o->policies);
	table_free(&o->violations);
	free(o->set.policies);
}
