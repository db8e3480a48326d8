#include <stdlib.h>
#include <string.h>

#include "judge.h"
#include "ndjson.h"
#include "policy_cases.h"
#include "scan.h"

/* One policy under test: a set of its own, so that its clock and parameters can differ from case to case. */
struct bench {
	struct policy policy;		/* borrowed parts but for parameters */
	struct policy_set set;
	struct rules *rules;		/* of all policies */
	size_t number;			/* of this one among them */
	struct judge *judge;
	char *now;
	struct span parameters;
	int violation, none, missing;
};

static const char default_now[] = "2026-01-01T00:00:00Z";

/* Makes ready for a clock and parameters, unless they are those of the case before. */
static void
prepare(struct bench *b, struct span now, struct span parameters)
{
	const struct judge_options options = { .first = b->number };
	struct buf scratch = {0}, parameters_text = {0};
	struct span text = scan_text(now, &scratch);
	char *clock = text.at ? xstrndup(text.at, text.len) : xstrdup(default_now);

	buf_free(&scratch);
	if (!parameters.at)
		parameters = scan_get(b->policy.metadata, "Parameters");
	if (b->judge && strcmp(clock, b->now) == 0 && span_cmp(parameters, b->policy.parameters) == 0) {
		free(clock);
		return;
	}
	judge_free(b->judge);
	free(b->now);
	b->now = clock;
	if (parameters.at) {	/* the case's line goes, the policy stays */
		buf_addspan(&parameters_text, parameters);
		free((char *)b->parameters.at);
		b->policy.parameters = b->parameters = (struct span){ parameters_text.data, parameters_text.len };
	}
	b->set = (struct policy_set){ .policies = &b->policy, .n = 1 };
	rules_clock(b->rules, b->now);
	rules_parameters(b->rules, b->number, b->policy.parameters);
	b->judge = judge_new(&b->set, b->rules, b->now, &options);
}

static const char *
word(enum verdict verdict)
{
	static const char *const words[] = { "none", "violation", "unknown" };

	return words[verdict];
}

/* Is anything that the policy reads in the configuration or the tags not there? */
static int
lacks_something(const struct policy *p, struct span resource)
{
	size_t i;

	for (i = 0; i < p->nreads; i++)
		if (p->reads[i].path.nsteps > 0 && !path_present(&p->reads[i].path, resource))
			return 1;
	return 0;
}

static int
evidence_differs(struct span expected, struct span got)
{
	struct buf a = {0}, b = {0};
	int differs;

	if (!expected.at)
		return 0;
	scan_compact(expected, &a);
	scan_compact(got, &b);
	differs = span_cmp(buf_span(&a), buf_span(&b)) != 0;
	buf_free(&a);
	buf_free(&b);
	return differs;
}

/* What is wrong with the answer to a case, in reason; else nothing. */
static void
compare(struct bench *b, struct span line, struct buf *reason)
{
	const struct judgement *a = judge_next(b->judge);
	struct span expect = scan_get(line, "Expect"), message, detail;
	struct span evidence = a->detail.at ? scan_get(a->detail, "Evidence") : SPAN("");
	struct buf said = {0}, scratch = {0};

	b->violation |= a->verdict == VERDICT_FAILED;
	b->none |= a->verdict == VERDICT_PASSED;
	scan_decode(scan_get(a->detail, "Message"), &said);
	message = scan_text(scan_get(line, "Message"), &scratch);
	if (!scan_string_is(expect, word(a->verdict)))
		buf_addf(reason, "expected %.*s, got %s%s%s", (int)expect.len - 2, expect.at + 1, word(a->verdict),
		    said.len ? ": " : "", said.len ? said.data : "");
	else if (message.at && span_cmp(message, buf_span(&said)) != 0)
		buf_addf(reason, "another message: %s", said.len ? said.data : "");
	else if (evidence_differs(scan_get(line, "Evidence"), evidence))
		buf_addf(reason, "another evidence: %.*s", (int)evidence.len, evidence.at);
	else if (!judge_agrees(b->judge, &detail))
		buf_adds(reason, "the whole resource is judged otherwise: Reads is incomplete, or reads too coarsely");
	buf_free(&said);
	buf_free(&scratch);
}

/*
 * The type that the resource of a case is of: the policy's, or of several its own or else the first.  {NULL, 0} if that
 * is none of the policy's.
 */
static struct span
type_of_case(const struct policy *p, struct span resource)
{
	struct span own = scan_get(resource, "ResourceType");
	struct buf text = {0};
	int named;

	if (p->ntypes == 1 || scan_kind(own) != SCAN_STRING)
		return p->ntypes ? p->types[0] : SPAN("\"*\"");
	scan_decode(own, &text);
	named = policy_names(p, text.data ? text.data : "");
	buf_free(&text);
	return named || p->ntypes == 0 ? own : (struct span){ NULL, 0 };
}

/* NULL, or what is wrong with the case, in reason. */
static const char *
run_case(struct bench *b, struct span line, struct buf *reason)
{
	struct span expect = scan_get(line, "Expect"), resource = scan_get(line, "Resource");
	struct span type = type_of_case(&b->policy, resource);
	const char *why;
	size_t at;

	if (scan_kind(expect) != SCAN_STRING || scan_kind(resource) != SCAN_OBJECT)
		return "a case needs Expect and Resource";
	if (!type.at)
		return "the policy is not for that ResourceType";
	prepare(b, scan_get(line, "Now"), scan_get(line, "Parameters"));
	if (!judge_begin(b->judge, resource, type, &why, &at))
		return why;
	b->missing |= lacks_something(&b->policy, resource);
	buf_clear(reason);
	compare(b, line, reason);
	return reason->len ? reason->data : NULL;
}

static const char *
lacking(const struct bench *b)
{
	if (!b->violation)
		return "no case of a violation";
	if (!b->none)
		return "no case of none";
	if (!b->missing)
		return "no case in which something that the policy reads is missing";
	return NULL;
}

static int
run_policy(const struct policy_set *set, size_t number, struct rules *rules, const char *dir,
    struct policy_cases *result)
{
	struct bench b = { .policy = set->policies[number], .rules = rules, .number = number };
	struct buf name = {0}, reason = {0};
	struct ndjson in;
	struct span line;
	const char *fault;
	char *files[2] = { NULL, NULL };
	int status;

	buf_addf(&name, "%s/%s.cases", dir, b.policy.module);
	files[0] = name.data;
	ndjson_open(&in, files);
	while (ndjson_next(&in, &line)) {
		result->cases++;
		fault = run_case(&b, line, &reason);
		result->failed += fault != NULL;
		ndjson_complain(&in, fault);
	}
	if ((fault = lacking(&b))) {
		result->failed++;
		ndjson_complain(&in, fault);
	}
	result->policies++;
	status = ndjson_close(&in);
	judge_free(b.judge);
	free(b.now);
	free((char *)b.parameters.at);
	buf_free(&name);
	buf_free(&reason);
	return status;
}

int
policy_cases_run(const struct policy_set *set, struct rules *rules, const char *dir, struct policy_cases *result)
{
	size_t i;
	int bad = 0;

	*result = (struct policy_cases){0};
	for (i = 0; i < set->n; i++)
		if (run_policy(set, i, rules, dir, result) && !result->failed)
			bad = 1;
	return bad ? -1 : 0;
}
