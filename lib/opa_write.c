#include "member.h"
#include "opa.h"

/* Rules of Rego are what its results are complete about, so they stand where a resource's type does. */
static void
add_type(struct buf *to, struct span rule)
{
	struct buf type = {0};

	buf_adds(&type, "Rego::");
	buf_addspan(&type, rule);
	buf_addjson(to, buf_span(&type));
	buf_free(&type);
}

static void
write_finding(const struct opa *o, const struct opa_violation *v, const struct judged_how *how, struct buf *to)
{
	struct buf type = {0}, evidence = {0};

	add_type(&type, buf_span(&v->asked));
	buf_addf(&evidence, "{\"Results\":[%s]}", v->evidence.data);
	judged_finding(&o->judged, &(struct judged_finding){
		.policy = buf_span(&v->policy), .arn = buf_span(&v->arn), .address = buf_span(&v->address),
		.message = buf_span(&v->message), .type = buf_span(&type), .evidence = buf_span(&evidence),
		.severity = v->severity, .described = how->now, .evaluated = how->now
	}, how, to);
	buf_free(&type);
	buf_free(&evidence);
}

/* A rule that was asked has told all that violates it: what it does not tell any more is put right. */
static void
write_coverage(const struct opa_rule *rule, const char *now, struct buf *to)
{
	buf_adds(to, "{\"Kind\":\"coverage\",\"AccountId\":null,\"Region\":null,\"ResourceType\":");
	add_type(to, rule->key);
	buf_adds(to, ",\"Status\":\"complete\",\"Code\":null,\"Message\":null,\"Resources\":0,\"Calls\":0,\"Retries\":0,"
	    "\"Throttles\":0,");
	buf_addf(to, "\"StartedAt\":\"%s\",\"EndedAt\":\"%s\"}\n", now, now);
}

void
opa_write(const struct opa *o, const struct judged_how *how, struct buf *to)
{
	size_t i;

	for (i = 0; i < o->violations.n; i++)
		write_finding(o, o->violations.item[i], how, to);
	for (i = 0; how->all && i < o->rules.n; i++)
		write_coverage(o->rules.item[i], how->now, to);
	judged_evaluations(&o->judged, how, to);
}

void
opa_free(struct opa *o)
{
	size_t i;

	for (i = 0; i < o->violations.n; i++)
		opa_violation_free(o->violations.item[i]);
	table_free(&o->rules);
	table_free(&o->violations);
	judged_free(&o->judged);
}
