/* Results of AWS Config's rules as findings and verdicts. */
#include <err.h>
#include <stdlib.h>
#include <string.h>

#include "configrules.h"
#include "key.h"
#include "member.h"
#include "out.h"
#include "scan.h"

enum verdict { PASSED, FAILED, UNKNOWN, OUT_OF_SCOPE };

/* The newest results about one resource, by rule. */
struct resource {
	struct buf group;		/* the part of the key that is the ARN */
	struct buf rule;		/* the part of the key of the last of them that goes up to its rule */
	struct buf *result;
	size_t n, cap;
};

/* What Config does not spell out is an error of the rule, so it is not known either. */
static enum verdict
verdict_of(struct span result)
{
	static const struct {
		const char *name;
		enum verdict verdict;
	} names[] = {
		{ "COMPLIANT", PASSED }, { "NON_COMPLIANT", FAILED }, { "INSUFFICIENT_DATA", UNKNOWN },
		{ "NOT_APPLICABLE", OUT_OF_SCOPE },
	};
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (scan_string_is(scan_get(result, "ComplianceType"), names[i].name))
			return names[i].verdict;
	return UNKNOWN;
}

/* Takes the place of an older one of the same rule: they come oldest first. */
static void
add(struct resource *r, struct span key, struct span result)
{
	struct span rule = key_prefix(key, 2);

	if (!r->n || span_cmp(rule, buf_span(&r->rule)) != 0) {
		if (r->n == r->cap) {
			r->result = xrealloc(r->result, (r->cap + 1) * sizeof(*r->result));
			r->result[r->cap++] = (struct buf){0};
		}
		r->n++;
		buf_clear(&r->rule);
		buf_addspan(&r->rule, rule);
	}
	buf_clear(&r->result[r->n - 1]);
	buf_addspan(&r->result[r->n - 1], result);
}

static void
write_finding(const struct config_rules *c, struct span entry, enum verdict verdict, const struct judged_how *how)
{
	struct span result = scan_get(entry, "Result"), place = scan_get(entry, "Place");
	struct buf rule = {0}, arn = {0}, message = {0}, evidence = {0}, described = {0}, evaluated = {0}, line = {0};

	scan_decode(scan_get(result, "Rule"), &rule);
	scan_decode(scan_get(place, "ARN"), &arn);
	scan_decode(scan_get(result, "DescribeTime"), &described);
	scan_decode(scan_get(result, "LastEvaluated"), &evaluated);
	if (scan_decode(scan_get(result, "Annotation"), &message) < 0 || !message.len) {
		buf_adds(&message, "AWS Config says ");
		scan_decode(scan_get(result, "ComplianceType"), &message);
	}
	buf_addc(&evidence, '{');
	member_raw(&evidence, "ComplianceType", scan_get(result, "ComplianceType"));
	member_raw(&evidence, "Annotation", scan_get(result, "Annotation"));
	member_raw(&evidence, "ResourceId", scan_get(result, "ResourceId"));
	buf_addc(&evidence, '}');
	judged_finding(&c->judged, &(struct judged_finding){
		.policy = buf_span(&rule), .arn = buf_span(&arn), .message = buf_span(&message),
		.type = scan_get(place, "ResourceType"), .account = scan_get(place, "AccountId"),
		.service = scan_get(place, "AccountService"), .region = scan_get(place, "Region"),
		.evidence = buf_span(&evidence), .severity = CONFIG_RULES_SEVERITY, .unknown = verdict == UNKNOWN,
		.described = described.data, .evaluated = evaluated.data
	}, how, &line);
	out_write(buf_span(&line));
	buf_free(&rule);
	buf_free(&arn);
	buf_free(&message);
	buf_free(&evidence);
	buf_free(&described);
	buf_free(&evaluated);
	buf_free(&line);
}

/* The rules of a verdict; of what passed, or is out of scope, only those that said so at a time. */
static void
add_rules(const struct resource *r, enum verdict verdict, const char *name, struct span time, struct buf *to)
{
	struct span result;
	size_t i;
	int any = 0;

	member_key(to, name);
	buf_addc(to, '[');
	for (i = 0; i < r->n; i++) {
		result = scan_get(buf_span(&r->result[i]), "Result");
		if (verdict_of(result) != verdict || ((verdict == PASSED || verdict == OUT_OF_SCOPE) &&
		    span_cmp(scan_get(result, "DescribeTime"), time) != 0))
			continue;
		if (any++)
			buf_addc(to, ',');
		buf_addspan(to, scan_get(result, "Rule"));
	}
	buf_addc(to, ']');
}

/*
 * A verdict counts from when its rule looked, and rules look at different times, so there is a record for each time.
 * Each has all that failed or is unknown: whoever takes the newest alone must not think better of the resource.
 */
static void
write_verdicts(const struct resource *r, size_t number)
{
	static const char *const names[] = { "Passed", "Failed", "Unknown", "OutOfScope" };
	static const char *const members[] = { "ARN", "ResourceType", "AccountId", "AccountService", "Region" };
	struct span entry = buf_span(&r->result[number]), time = scan_path(entry, "Result.DescribeTime");
	struct buf line = {0};
	size_t i;

	for (i = 0; i < number; i++)
		if (span_cmp(scan_path(buf_span(&r->result[i]), "Result.DescribeTime"), time) == 0)
			return;
	buf_adds(&line, "{\"Kind\":\"verdicts\"");
	for (i = 0; i < sizeof(members) / sizeof(*members); i++)
		member_raw(&line, members[i], scan_get(scan_get(entry, "Place"), members[i]));
	for (i = 0; i < sizeof(names) / sizeof(*names); i++)
		add_rules(r, (enum verdict)i, names[i], time, &line);
	member_raw(&line, "DescribeTime", time);
	buf_addc(&line, '}');
	out_line(buf_span(&line));
	buf_free(&line);
}

static void
write_resource(const struct config_rules *c, struct resource *r, const struct judged_how *how)
{
	struct span entry;
	enum verdict verdict;
	size_t i;

	for (i = 0; i < r->n; i++) {
		entry = buf_span(&r->result[i]);
		verdict = verdict_of(scan_get(entry, "Result"));
		if (verdict == FAILED || verdict == UNKNOWN)
			write_finding(c, entry, verdict, how);
	}
	for (i = 0; how->all && i < r->n; i++)
		write_verdicts(r, i);
	r->n = 0;
}

int
config_rules_write(struct config_rules *c, const struct judged_how *how)
{
	struct resource r = {0};
	struct buf text = {0};
	struct span key, value;
	int more = sorter_sort(&c->by_arn) < 0 ? -1 : 1;
	size_t i;

	while (more > 0 && !out_gone() && (more = sorter_next(&c->by_arn, &key, &value)) > 0) {
		if (span_cmp(key_prefix(key, 1), buf_span(&r.group)) != 0) {
			write_resource(c, &r, how);
			buf_clear(&r.group);
			buf_addspan(&r.group, key_prefix(key, 1));
		}
		add(&r, key, value);
	}
	if (more < 0)
		warn("temporary file");
	write_resource(c, &r, how);
	judged_evaluations(&c->judged, how, &text);
	out_write(buf_span(&text));
	buf_free(&text);
	for (i = 0; i < r.cap; i++)
		buf_free(&r.result[i]);
	free(r.result);
	buf_free(&r.group);
	buf_free(&r.rule);
	return more < 0 ? 3 : 0;
}
