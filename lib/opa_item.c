/* One violation, as those who write Rego spell it: a text, or an object with what they think fit. */
#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "opa.h"
#include "record.h"
#include "scan.h"

/* The first of these that is a text, in the item, in its metadata or in its details. */
static struct span
look_up(struct span item, const char *const *names)
{
	struct span in[4] = { item, scan_get(item, "metadata"), scan_get(item, "details") }, value;
	size_t i, n;

	in[3] = scan_get(in[1], "details");
	for (n = 0; names[n]; n++)
		for (i = 0; i < 4; i++) {
			value = scan_get(in[i], names[n]);
			if (scan_kind(value) == SCAN_STRING && value.len > 2)
				return value;
		}
	return (struct span){ NULL, 0 };
}

static int
severity_of(struct span item, enum opa_kind kind)
{
	static const char *const names[] = { "severity", "Severity", "level", "risk", NULL };
	static const struct {
		const char *word;
		int severity;
	} words[] = {
		{ "critical", 90 }, { "high", 75 }, { "error", 75 }, { "medium", 50 }, { "moderate", 50 }, { "warning", 50 },
		{ "low", 25 }, { "informational", 0 }, { "info", 0 }, { "note", 0 }, { "none", 0 },
	};
	struct buf word = {0};
	int severity = kind == OPA_WARN ? 25 : 75;
	size_t i;

	scan_decode(look_up(item, names), &word);
	for (i = 0; word.len && i < sizeof(words) / sizeof(*words); i++)
		if (strcasecmp(word.data, words[i].word) == 0)
			severity = words[i].severity;
	buf_free(&word);
	return severity;
}

/* aws_s3_bucket.logs["a"], module.m.aws_s3_bucket.logs, data.aws_iam_policy_document.d: no blank but in quotes. */
static int
is_address(struct span s)
{
	size_t i;
	int dots = 0, quoted = 0;

	for (i = 0; i < s.len; i++) {
		if (s.at[i] == '"')
			quoted = !quoted;
		else if (!quoted && (s.at[i] == ' ' || s.at[i] == '/' || s.at[i] == ':'))
			return 0;
		dots += !quoted && s.at[i] == '.';
	}
	return !quoted && dots > 0 && (memchr(s.at, '_', s.len) || strncmp(s.at, "module.", 7) == 0) &&
	    s.at[0] >= 'a' && s.at[0] <= 'z' && s.at[s.len - 1] != '.';
}

static int
is_arn(struct span s)
{
	return s.len > 4 && memcmp(s.at, "arn:", 4) == 0;
}

/* What text names, if it is an ARN or an address: 1, and it is put there. */
static int
names_resource(struct opa_violation *v, struct span text)
{
	if (!v->arn.len && is_arn(text))
		buf_addspan(&v->arn, text);
	else if (!v->address.len && text.len && is_address(text))
		buf_addspan(&v->address, text);
	else
		return 0;
	return 1;
}

/* What a message begins with, up to a colon or a blank that is not in quotes. */
static struct span
first_word(const struct buf *message)
{
	size_t i;
	int quoted = 0;

	for (i = 0; i < message->len; i++) {
		if (message->data[i] == '"')
			quoted = !quoted;
		if (!quoted && (message->data[i] == ' ' || (message->data[i] == ':' && message->data[i + 1] == ' ')))
			break;
	}
	return (struct span){ message->data, i };
}

static void
find_resource(struct opa_violation *v, struct span key, struct span item)
{
	static const char *const arns[] = { "arn", "ARN", "resource_arn", "resourceArn", NULL };
	static const char *const addresses[] = { "address", "Address", "resource_address", NULL };
	static const char *const resources[] = { "resource", "resource_id", "resource_name", NULL };
	struct span told = look_up(item, resources);
	struct buf text = {0};
	uint64_t h = 14695981039346656037u;
	size_t i;

	scan_decode(look_up(item, arns), &v->arn);
	scan_decode(look_up(item, addresses), &v->address);
	if (!told.at)
		told = key;
	if (scan_decode(told, &text) == 0 && !names_resource(v, buf_span(&text)) && !v->arn.len && !v->address.len)
		buf_addf(&v->arn, "opa:%s", text.data ? text.data : "");
	if (!v->arn.len && !v->address.len && v->message.len)
		names_resource(v, first_word(&v->message));
	if (!v->arn.len && v->address.len)
		buf_addf(&v->arn, "terraform:%s", v->address.data);
	if (!v->arn.len) {	/* nobody tells: what is said stands for it (FNV-1a) */
		for (i = 0; i < v->message.len; i++)
			h = (h ^ (unsigned char)v->message.data[i]) * 1099511628211u;
		buf_addf(&v->arn, "opa:%s:%016llx", v->asked.data, (unsigned long long)h);
	}
	buf_free(&text);
}

static void
find_message(struct opa_violation *v, struct span item)
{
	static const char *const names[] = { "msg", "message", "Message", "reason", "description", "title", NULL };

	if (scan_decode(scan_kind(item) == SCAN_STRING ? item : look_up(item, names), &v->message) < 0 || !v->message.len)
		scan_compact(item, &v->message);
}

void
opa_violation_free(struct opa_violation *v)
{
	buf_free(&v->asked);
	buf_free(&v->arn);
	buf_free(&v->address);
	buf_free(&v->policy);
	buf_free(&v->message);
	buf_free(&v->evidence);
}

/* Adds it to what the rule says of that resource already. */
static void
keep(struct opa *o, struct opa_violation *v)
{
	struct opa_violation *kept;
	struct buf key = {0};

	buf_addspan(&key, buf_span(&v->arn));
	buf_addc(&key, '\0');
	buf_addspan(&key, buf_span(&v->policy));
	kept = table_get(&o->violations, buf_span(&key));
	buf_free(&key);
	if (!kept->arn.len) {
		v->key = kept->key;
		*kept = *v;
	} else {
		if (!span_holds(buf_span(&kept->message), buf_span(&v->message)))
			buf_addf(&kept->message, "; %s", v->message.data);
		buf_addc(&kept->evidence, ',');
		buf_addspan(&kept->evidence, buf_span(&v->evidence));
		if (v->severity > kept->severity)
			kept->severity = v->severity;
		opa_violation_free(v);
	}
	judged_policy(&o->judged, buf_span(&kept->policy), kept->severity);
}

void
opa_take(struct opa *o, const char *asked, const char *rule, enum opa_kind kind, struct span key, struct span item)
{
	static const char *const ids[] = { "id", "policy_id", "policy", "rule_id", "check_id", "rule", NULL };
	struct opa_violation v = { .severity = severity_of(item, kind) };

	buf_adds(&v.asked, asked);
	if (scan_kind(item) == SCAN_TRUE || scan_kind(item) == SCAN_FALSE)
		buf_addf(&v.message, "%s is %.*s", rule, (int)item.len, item.at);
	else
		find_message(&v, item);
	find_resource(&v, key, item);
	if (scan_decode(look_up(item, ids), &v.policy) < 0)
		buf_adds(&v.policy, rule);
	scan_compact(item, &v.evidence);
	keep(o, &v);
}
