/* Reading results of AWS Config's rules, in whichever of its shapes. */
#include "configrules.h"

#include <err.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "awstime.h"
#include "documents.h"
#include "file.h"
#include "key.h"
#include "member.h"
#include "scan.h"

enum { WRAPPERS = 8 };		/* an event in SNS in SQS in a list, and room for more */

struct reading {
	struct config_rules *rules;
	struct documents in;
	int failed;
};

int
config_rules_open(struct config_rules *c, const struct config_rules_options *options)
{
	struct buf file = {0};
	const char *why;
	size_t at;
	int status = 3;

	*c = (struct config_rules){ .judged = JUDGED_START, .options = options,
	    .types = { .size = sizeof(struct config_rules_type) } };
	sorter_open(&c->by_id, options->tmpdir);
	sorter_open(&c->by_arn, options->tmpdir);
	buf_addf(&file, "%s/ids.json", options->config);
	if (file_read(file.data, &c->ids) < 0)
		warn("%s", file.data);
	else if (scan_check(buf_span(&c->ids), &why, &at) < 0)
		warnx("%s: %s at byte %zu", file.data, why, at + 1);
	else
		status = 0;
	buf_free(&file);
	return status;
}

/* A member, which the API spells with a capital and events without. */
static struct span
get(struct span object, const char *name)
{
	struct span value = scan_get(object, name);
	char other[64];

	if (value.at || strlen(name) >= sizeof(other))
		return value;
	strcpy(other, name);
	other[0] = (char)(other[0] - 'A' + 'a');
	return scan_get(object, other);
}

/* A time as the API sends it, a number, and as the CLI and events have it. */
static int
read_time(struct span value, time_t *t)
{
	struct buf scratch = {0}, number = {0};
	struct awstime time;
	int status;

	if (scan_kind(value) == SCAN_NUMBER) {
		buf_addspan(&number, value);
		status = awstime_of_seconds(strtod(number.data, NULL), &time);
		buf_free(&number);
	} else {
		status = awstime_parse(scan_text(value, &scratch), &time);
		buf_free(&scratch);
	}
	if (status == 0)
		*t = (time_t)time.seconds;
	return status == 0 && *t > 0 ? 0 : -1;
}

/* A result, and where it is told. */
struct told {
	struct span rule, type, id, account, region, compliance, annotation;	/* JSON */
	time_t invoked, recorded;
};

/* NULL, or what is wrong with it.  around: what tells account and region. */
static const char *
read_result(struct span result, struct span around, struct told *t)
{
	struct span is = get(get(result, "EvaluationResultIdentifier"), "EvaluationResultQualifier");

	*t = (struct told){
		.rule = get(is, "ConfigRuleName"), .type = get(is, "ResourceType"), .id = get(is, "ResourceId"),
		.compliance = get(result, "ComplianceType"), .annotation = get(result, "Annotation"),
	};
	t->account = scan_get(around, "awsAccountId");
	t->region = get(around, "AwsRegion");
	if (!t->account.at)
		t->account = scan_get(around, "AccountId");
	if (scan_kind(t->rule) != SCAN_STRING || scan_kind(t->type) != SCAN_STRING || scan_kind(t->id) != SCAN_STRING ||
	    t->rule.len <= 2 || t->id.len <= 2)
		return "a result without ConfigRuleName, ResourceType or ResourceId";
	if (scan_kind(t->compliance) != SCAN_STRING)
		return "a result without ComplianceType";
	if (scan_string_is(get(is, "EvaluationMode"), "PROACTIVE"))
		return "a proactive result: its resource is not there yet";
	if (read_time(get(result, "ResultRecordedTime"), &t->recorded) < 0)
		return "a result without ResultRecordedTime";
	if (read_time(get(result, "ConfigRuleInvokedTime"), &t->invoked) < 0)
		t->invoked = t->recorded;
	return NULL;
}

/* The type as we name it, met now or before. */
static const struct config_rules_type *
type_of(struct config_rules *c, struct span name)
{
	struct buf text = {0};
	struct config_rules_type *type;
	struct span known, ours;

	buf_add(&text, "", 0);
	scan_decode(name, &text);
	known = scan_get(scan_value(buf_span(&c->ids)), text.data);
	ours = scan_get(known, "ResourceType");
	if (ours.at) {
		buf_clear(&text);
		scan_decode(ours, &text);
	}
	type = table_get(&c->types, buf_span(&text));
	if (!type->id.len)
		scan_decode(scan_get(known, "Id"), &type->id);
	buf_free(&text);
	return type;
}

static void
keep(struct reading *r, const struct told *t)
{
	struct config_rules *c = r->rules;
	const struct config_rules_type *type = type_of(c, t->type);
	struct buf key = {0}, value = {0}, rule = {0};

	scan_decode(t->rule, &rule);
	judged_policy(&c->judged, buf_span(&rule), CONFIG_RULES_SEVERITY);
	key_addtext(&key, type->key);
	key_add(&key, t->id);
	buf_addc(&key, CONFIG_RULES_RESULT);
	buf_addc(&value, '{');
	member_raw(&value, "Rule", t->rule);
	member_text(&value, "ResourceType", type->key);
	member_raw(&value, "ResourceId", t->id);
	member_raw(&value, "AccountId", t->account);
	member_raw(&value, "Region", t->region);
	member_raw(&value, "ComplianceType", t->compliance);
	member_raw(&value, "Annotation", t->annotation);
	member_time(&value, "DescribeTime", t->invoked);
	member_time(&value, "LastEvaluated", t->recorded);
	member_text(&value, "File", span_of(r->in.name));
	member_count(&value, "Line", (long long)r->in.began);
	buf_addc(&value, '}');
	if (sorter_add(&c->by_id, buf_span(&key), buf_span(&value)) < 0) {
		warn("temporary file");
		r->failed = 1;
	}
	buf_free(&key);
	buf_free(&value);
	buf_free(&rule);
}

static const char *take(struct reading *r, struct span object, int depth);

/* What a text holds. */
static const char *
take_text(struct reading *r, struct span text, int depth)
{
	struct buf inner = {0};
	const char *why;
	size_t at;

	if (scan_decode(text, &inner) < 0 || scan_check(buf_span(&inner), &why, &at) < 0)
		why = "a message that is no JSON";
	else
		why = take(r, scan_value(buf_span(&inner)), depth + 1);
	buf_free(&inner);
	return why;
}

/* A result, or an event; takes off what that is wrapped in.  NULL, or what is wrong. */
static const char *
take(struct reading *r, struct span object, int depth)
{
	static const char *const texts[] = { "Message", "Body" };
	struct span detail = scan_get(object, "detail"), result;
	struct told told;
	const char *why = "no result of a rule of AWS Config";
	size_t i;

	if (depth > WRAPPERS)
		return "wrapped too often";
	if (!detail.at)
		detail = object;
	result = scan_get(detail, "newEvaluationResult");
	if (scan_kind(result) == SCAN_OBJECT || scan_get(object, "EvaluationResultIdentifier").at) {
		why = scan_kind(result) == SCAN_OBJECT ? read_result(result, detail, &told) : read_result(object, object, &told);
		if (!why)
			keep(r, &told);
		return why;
	}
	if (result.at)
		return "an event without a new result";
	if (scan_get(object, "Sns").at)
		return take(r, scan_get(object, "Sns"), depth + 1);
	for (i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		if (get(object, texts[i]).at)
			return take_text(r, get(object, texts[i]), depth);
	return why;
}

int
config_rules_read(struct config_rules *c, char **files)
{
	static const char *const lists[] = { "EvaluationResults", "AggregateEvaluationResults", "Records", "Messages", NULL };
	struct reading r = { .rules = c };
	struct span object;
	const char *why;
	int status;

	documents_open(&r.in, files, lists);
	while (!r.failed && documents_next(&r.in, &object))
		if ((why = take(&r, object, 0)))
			documents_complain(&r.in, why);
	if (!r.in.any)
		documents_complain(&r.in, "no result");
	status = documents_close(&r.in);
	return r.failed ? 3 : status;
}

void
config_rules_close(struct config_rules *c)
{
	size_t i;

	for (i = 0; i < c->types.n; i++)
		buf_free(&((struct config_rules_type *)c->types.item[i])->id);
	table_free(&c->types);
	functions_free(c->functions);
	collector_set_free(&c->collectors);
	sorter_close(&c->by_id);
	sorter_close(&c->by_arn);
	buf_free(&c->ids);
	judged_free(&c->judged);
}
