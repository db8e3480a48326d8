/*
 * The report as SARIF 2.1.0, one run: policies are its rules, findings its results, and what was not looked at its
 * notifications.
 * Sources: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 * https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support
 */
#include <inttypes.h>
#include <string.h>

#include "display.h"
#include "member.h"
#include "out.h"
#include "percent.h"
#include "report.h"
#include "scan.h"
#include "siphash.h"

static const char *const levels[] = { [REPORT_ERROR] = "error", [REPORT_WARNING] = "warning", [REPORT_NOTE] = "note" };

/* A message: braces are doubled, as they would be placeholders (3.11.5), and nothing becomes a link (3.11.6). */
static void
escape(struct buf *b, struct span clean)
{
	size_t i;

	for (i = 0; i < clean.len; i++) {
		char c = clean.at[i];

		if (c == '(' && i && clean.at[i - 1] == ']')
			buf_addc(b, ' ');
		buf_addc(b, c);
		if (c == '{' || c == '}')
			buf_addc(b, c);
	}
}

/* clean; of an empty one GitHub would take nothing, so it says otherwise. */
static void
put_message(struct buf *b, const char *name, struct span clean, const char *otherwise)
{
	struct buf text = {0};

	escape(&text, clean.len ? clean : span_of(otherwise));
	member_key(b, name);
	buf_addc(b, '{');
	member_text(b, "text", buf_span(&text));
	buf_addc(b, '}');
	buf_free(&text);
}

/* The same of a text that is not clean yet. */
static void
put_data(struct buf *b, const char *name, struct span text, const char *otherwise)
{
	struct buf plain = {0};

	display_clean(&plain, text);
	put_message(b, name, buf_span(&plain), otherwise);
	buf_free(&plain);
}

static void
put_plain(struct buf *b, const char *name, struct span json)
{
	struct buf plain = {0};

	report_plain(&plain, json);
	member_text(b, name, buf_span(&plain));
	buf_free(&plain);
}

/* The first address that the policy names, if it is one. */
static void
put_help_uri(struct buf *b, const struct policy_row *p)
{
	struct scan_iter it = scan_open(buf_span(&p->source));
	struct span key, first = {0};
	struct buf text = {0}, uri = {0};

	scan_next(&it, &key, &first);
	scan_decode(first, &text);
	percent_encode(&uri, buf_span(&text), ":/?#[]@!$&'()*+,;=%");
	if (uri.data && (strncmp(uri.data, "https://", 8) == 0 || strncmp(uri.data, "http://", 7) == 0))
		member_text(b, "helpUri", buf_span(&uri));
	buf_free(&text);
	buf_free(&uri);
}

/*
 * What GitHub ranks by: with a security-severity a rule is one of security, which one of cost is not.  There what is
 * "over 9.0" is critical and "7.0 to 8.9" high: 9.0, which CVSS has as critical, is put on the right side.
 */
static void
put_rank(struct buf *b, const struct policy_row *p)
{
	struct buf category = {0};
	int severity = p->severity == 90 ? 91 : p->severity;

	display_clean(&category, buf_span(&p->category));
	buf_adds(b, ",\"properties\":{\"tags\":[");
	if (!span_is(buf_span(&category), "cost"))
		buf_adds(b, category.len ? "\"security\"," : "\"security\"");
	if (category.len)
		buf_addjson(b, buf_span(&category));
	buf_adds(b, "],\"precision\":\"high\"");
	if (severity && !span_is(buf_span(&category), "cost"))
		buf_addf(b, ",\"security-severity\":\"%d.%d\"", severity / 10, severity % 10);
	buf_addc(b, '}');
	buf_free(&category);
}

static void
put_rule(struct buf *b, const struct policy_row *p)
{
	struct buf id = {0};

	display_clean(&id, p->key);
	buf_adds(b, p->rank ? ",\n{" : "\n{");
	member_text(b, "id", buf_span(&id));
	put_data(b, "shortDescription", buf_span(&p->title), id.data);
	put_data(b, "fullDescription", buf_span(&p->title), id.data);
	put_data(b, "help", buf_span(&p->remediation), "What to do is not known: no evaluation record of this policy.");
	put_help_uri(b, p);
	buf_addf(b, ",\"defaultConfiguration\":{\"level\":\"%s\"", levels[report_level(p->severity)]);
	buf_adds(b, span_is(buf_span(&p->status), "suspended") ? ",\"enabled\":false}" : "}");
	put_rank(b, p);
	buf_addc(b, '}');
	buf_free(&id);
}

static void
put_rules(struct buf *b, const struct summary *s)
{
	size_t i;

	buf_adds(b, "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\n"
	    "\"runs\":[{\"tool\":{\"driver\":{\"name\":\"qrie\",\"rules\":[");
	for (i = 0; i < s->policies.n; i++) {
		put_rule(b, s->policies.item[i]);
		out_drain(b);
	}
	buf_adds(b, "]}},\n");
}

static void
put_notification(struct buf *b, const char *level, struct span clean)
{
	buf_adds(b, b->data[b->len - 1] == '[' ? "\n{" : ",\n{");
	member_text(b, "level", span_of(level));
	put_message(b, "message", clean, "");
	buf_addc(b, '}');
}

static void
put_warning(void *to, const char *text)
{
	put_notification(to, "warning", span_of(text));
}

/* Whether it all could be looked at: an error among these says that results are missing. */
static void
put_invocation(struct buf *b, const struct summary *s, const struct report_options *o, unsigned long left)
{
	struct buf text = {0};
	size_t i;
	int cell;

	buf_addf(b, "\"invocations\":[{\"executionSuccessful\":%s", s->rejected || s->unread ? "false" : "true");
	member_time(b, "endTimeUtc", o->now);
	buf_adds(b, ",\"toolExecutionNotifications\":[");
	report_warnings(s, put_warning, b);
	if (left) {
		report_count(&text, left);
		buf_addf(&text, " resource%s more that do%s not comply %s not in this report", left == 1 ? "" : "s",
		    left == 1 ? "es" : "", left == 1 ? "is" : "are");
		put_notification(b, "error", buf_span(&text));
	}
	for (i = 0; i < s->coverage.n; i++) {
		const struct coverage_row *row = s->coverage.item[i];

		if (row->complete)
			continue;
		buf_clear(&text);
		buf_adds(&text, "not looked at:");
		for (cell = 0; cell < COVERAGE_CELLS; cell++) {
			buf_addc(&text, ' ');
			report_coverage(&text, row, cell);
		}
		put_notification(b, "error", buf_span(&text));
	}
	buf_adds(b, "]}],\n");
	buf_free(&text);
}

/*
 * GitHub takes no result without a file, and no address with a scheme: a resource that is in no file has a path made
 * of its ARN.  It has no part that is empty, "." or "..", whatever the ARN is.
 */
static void
add_arn_path(struct buf *uri, struct span arn)
{
	struct buf text = {0};
	size_t i;

	scan_decode(arn, &text);
	buf_adds(uri, "aws/");
	for (i = 0; i < text.len; i++) {
		int parts = text.data[i] == '/' && i + 1 < text.len && !strchr("/.", text.data[i + 1]);

		percent_encode(uri, (struct span){ text.data + i, 1 }, parts ? "/" : ":@!$&'()*+,;=");
	}
	buf_free(&text);
}

static void
put_artifact(struct buf *b, const struct violation *v)
{
	struct buf file = {0}, uri = {0};
	long long line = violation_location(v, &file);
	int absolute = line && *file.data == '/';

	if (absolute)
		buf_adds(&uri, "file://");
	if (line)
		percent_encode(&uri, buf_span(&file), "/");
	else
		add_arn_path(&uri, v->arn);
	buf_adds(b, "{\"physicalLocation\":{\"artifactLocation\":{");
	member_text(b, "uri", buf_span(&uri));
	if (line && !absolute)
		buf_adds(b, ",\"uriBaseId\":\"%SRCROOT%\"");
	buf_addf(b, "},\"region\":{\"startLine\":%lld}}", line ? line : 1);
	buf_free(&file);
	buf_free(&uri);
}

static void
put_logical(struct buf *b, struct span json)
{
	buf_adds(b, b->data[b->len - 1] == '[' ? "{" : ",{");
	put_plain(b, "name", json);
	put_plain(b, "fullyQualifiedName", json);
	buf_adds(b, ",\"kind\":\"resource\"}");
}

/* Which results of two runs are the same: those of the same resource and policy.  GitHub reads this name alone. */
static void
put_fingerprint(struct buf *b, const struct violation *v)
{
	struct buf id = {0};
	char hash[SIPHASH_TEXT];

	scan_decode(v->arn, &id);
	buf_addc(&id, '#');
	scan_decode(v->policy, &id);
	siphash_id(buf_span(&id), hash);
	buf_addf(b, ",\"partialFingerprints\":{\"primaryLocationLineHash\":\"%s:1\"}", hash);
	buf_free(&id);
}

/* Of a run all results have these or none (3.27.23). */
static void
put_decisions(struct buf *b, const struct summary *s, const struct violation *v)
{
	struct buf why = {0};

	if (s->compared)
		member_text(b, "baselineState", scan_kind(v->baseline) == SCAN_TRUE ? SPAN("unchanged") : SPAN("new"));
	if (!s->waived)
		return;
	buf_adds(b, ",\"suppressions\":[");
	if (scan_kind(v->waiver) == SCAN_OBJECT) {
		report_waiver(&why, v->waiver);
		buf_adds(b, "{\"kind\":\"external\",\"status\":\"accepted\"");
		member_text(b, "justification", buf_span(&why));
		buf_addc(b, '}');
	}
	buf_addc(b, ']');
	buf_free(&why);
}

static void
put_result(struct buf *b, const struct summary *s, const struct item *item, int *any)
{
	const struct violation *v = &item->violation;
	int open = scan_string_is(v->state, "UNKNOWN");
	struct buf text = {0};

	buf_adds(b, (*any)++ ? ",\n{" : "\n{");
	put_plain(b, "ruleId", v->policy);
	member_count(b, "ruleIndex", (long long)item->policy->rank);
	member_text(b, "kind", open ? SPAN("open") : SPAN("fail"));
	member_text(b, "level", span_of(open ? "none" : levels[report_level(item->severity)]));
	member_count(b, "rank", item->severity);
	report_finding(&text, v);
	put_message(b, "message", buf_span(&text), "");
	buf_adds(b, ",\"locations\":[");
	put_artifact(b, v);
	buf_adds(b, ",\"logicalLocations\":[");
	put_logical(b, v->arn);
	if (scan_kind(v->address) == SCAN_STRING && v->address.len > 2)
		put_logical(b, v->address);
	buf_adds(b, "]}]");
	put_fingerprint(b, v);
	put_decisions(b, s, v);
	buf_adds(b, ",\"properties\":{");
	put_plain(b, "resourceType", v->type);
	put_plain(b, "accountId", v->account);
	put_plain(b, "region", v->region);
	buf_adds(b, "}}");
	out_drain(b);
	buf_free(&text);
}

static int
put_all(struct buf *b, struct summary *s, enum list list, int *any)
{
	struct item item;
	int got;

	if (summary_list(s, list) < 0)
		return -1;
	while ((got = out_gone() ? 0 : summary_next(s, &item)) > 0)
		put_result(b, s, &item, any);
	return got;
}

int
report_sarif(struct summary *s, const struct report_options *o)
{
	struct report_page page;
	struct buf b = {0};
	struct item item;
	int got = -1, any = 0;

	put_rules(&b, s);
	if (report_list(&page, s, o) == 0) {
		put_invocation(&b, s, o, s->failing - page.take);
		buf_adds(&b, "\"results\":[");
		while ((got = report_next(&page, &item)) > 0)
			put_result(&b, s, &item, &any);
	}
	if (got == 0)
		got = put_all(&b, s, LIST_UNKNOWN, &any);
	if (got == 0)
		got = put_all(&b, s, LIST_WAIVED, &any);
	buf_adds(&b, "]}]}\n");
	out_drain(&b);
	buf_free(&b);
	return got;
}
