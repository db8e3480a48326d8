/* What is asked of whom: the shapes in which OPA and conftest answer. */
#include <stdlib.h>
#include <string.h>

#include "documents.h"
#include "opa.h"
#include "scan.h"

enum { PATH_MOST = 1024 };

static const struct {
	const char *name;
	enum opa_kind kind;
} kinds[] = {
	{ "deny", OPA_DENY }, { "violation", OPA_VIOLATION }, { "warn", OPA_WARN }, { "allow", OPA_ALLOW },
};

enum opa_kind
opa_kind(const char *rule)
{
	const char *dot = strrchr(rule, '.'), *name = dot ? dot + 1 : rule;
	size_t i, len;

	for (i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
		len = strlen(kinds[i].name);
		if (strncmp(name, kinds[i].name, len) == 0 && (name[len] == '\0' || name[len] == '_'))
			return kinds[i].kind;
	}
	return OPA_OTHER;
}

static void
decided(struct opa *o, const char *rule)
{
	table_get(&o->rules, span_of(rule));
}

/* What a rule gives: a list of violations, an object of them by name, or whether it is so.  0 if it is none of these. */
static int
take_rule(struct opa *o, const char *rule, enum opa_kind kind, struct span value)
{
	struct scan_iter it = scan_open(value);
	enum scan_kind is = scan_kind(value);
	struct span key, item;

	if (is == SCAN_TRUE || is == SCAN_FALSE) {
		if (kind == OPA_OTHER)
			return 0;
		if ((is == SCAN_TRUE) != (kind == OPA_ALLOW))
			opa_take(o, rule, rule, kind, (struct span){ NULL, 0 }, value);
	} else if (kind == OPA_ALLOW || is == SCAN_NULL || is == SCAN_NUMBER) {
		return 0;
	} else if (is == SCAN_STRING) {
		opa_take(o, rule, rule, kind, (struct span){ NULL, 0 }, value);
	}
	decided(o, rule);
	while (scan_next(&it, &key, &item))
		opa_take(o, rule, rule, kind, key, item);
	return 1;
}

/* A package: its rules by their names, and the packages in it.  How many rules there were. */
static int
take_package(struct opa *o, struct buf *path, struct span value)
{
	struct scan_iter it = scan_open(value);
	struct span key, member;
	enum opa_kind kind;
	size_t len = path->len;
	int rules = 0;

	while (scan_next(&it, &key, &member)) {
		buf_addc(path, '.');
		scan_decode(key, path);
		kind = opa_kind(path->data);
		if (path->len > PATH_MOST)
			;
		else if (kind != OPA_OTHER)
			rules += take_rule(o, path->data, kind, member);
		else if (scan_kind(member) == SCAN_OBJECT)
			rules += take_package(o, path, member);
		path->len = len;
		path->data[len] = '\0';
	}
	return rules;
}

/* What a query gives, and what was asked: data.terraform.deny, data.terraform or data.terraform.deny[x]. */
static const char *
take_value(struct opa *o, struct span text, struct span value)
{
	struct buf path = {0};
	const char *why = NULL;
	char *end;
	int is_item = 0;

	buf_add(&path, "", 0);
	scan_decode(text, &path);
	if ((end = strchr(path.data, '['))) {
		*end = '\0';
		path.len = (size_t)(end - path.data);
		is_item = 1;
	}
	if (strncmp(path.data, "data.", 5) != 0 || strpbrk(path.data, " \t\n(=:"))
		why = "a query that names no rule, such as data.terraform.deny";
	else if (is_item) {
		decided(o, path.data + 5);
		opa_take(o, path.data + 5, path.data + 5, opa_kind(path.data), (struct span){ NULL, 0 }, value);
	} else if (scan_kind(value) == SCAN_OBJECT && opa_kind(path.data) == OPA_OTHER) {
		memmove(path.data, path.data + 5, path.len - 4);
		path.len -= 5;
		if (!take_package(o, &path, value))
			why = "a package without deny, violation, warn or allow";
	} else if (!take_rule(o, path.data + 5, opa_kind(path.data), value)) {
		why = "a rule whose value is no list of violations";
	}
	buf_free(&path);
	return why;
}

/* opa exec does not tell what it asked. */
static const char *
take_execution(struct opa *o, struct span entry)
{
	struct span value = scan_get(entry, "result");

	if (!value.at)
		return "a result with an error in it";
	return take_value(o, SPAN("\"data.opa.exec\""), value);
}

static const char *
take_results(struct opa *o, struct span results)
{
	struct scan_iter it = scan_open(results), more;
	struct span key, entry, expression;
	const char *why = NULL, *bad;
	int any = 0;

	while (scan_next(&it, &key, &entry)) {
		if (scan_get(entry, "path").at && !scan_get(entry, "expressions").at) {
			any = 1;
			bad = take_execution(o, entry);
			why = why ? why : bad;
		}
		more = scan_open(scan_get(entry, "expressions"));
		while (scan_next(&more, &key, &expression)) {
			any = 1;
			bad = take_value(o, scan_get(expression, "text"), scan_get(expression, "value"));
			why = why ? why : bad;
		}
	}
	return any ? why : "an empty result: no such rule, or it is undefined";
}

/* conftest's violations of one kind; which rule it was is told in "query". */
static void
take_list(struct opa *o, const struct buf *namespace, enum opa_kind kind, struct span list)
{
	struct scan_iter it = scan_open(list);
	struct buf rule = {0};
	struct span key, item, query;

	while (scan_next(&it, &key, &item)) {
		query = scan_get(scan_get(item, "metadata"), "query");
		buf_clear(&rule);
		scan_decode(query, &rule);
		if (rule.len > 5 && strncmp(rule.data, "data.", 5) == 0)
			opa_take(o, namespace->data, rule.data + 5, kind, (struct span){ NULL, 0 }, item);
		else
			opa_take(o, namespace->data, namespace->data, kind, (struct span){ NULL, 0 }, item);
	}
	buf_free(&rule);
}

static const char *
take_conftest(struct opa *o, struct span result)
{
	struct span failures = scan_get(result, "failures"), warnings = scan_get(result, "warnings");
	struct buf namespace = {0};
	int any = scan_count(failures) || scan_count(warnings) || scan_count(scan_get(result, "exceptions")) ||
	    scan_integer(scan_get(result, "successes"), 0) > 0;

	buf_add(&namespace, "", 0);
	scan_decode(scan_get(result, "namespace"), &namespace);
	if (any)
		decided(o, namespace.data);
	take_list(o, &namespace, OPA_DENY, failures);
	take_list(o, &namespace, OPA_WARN, warnings);
	buf_free(&namespace);
	return any ? NULL : "no rule was tried";
}

static const char *
take_document(struct opa *o, struct span document)
{
	if (scan_get(document, "errors").at)
		return "OPA could not answer: it has errors";
	if (scan_get(document, "filename").at && scan_get(document, "namespace").at)
		return take_conftest(o, document);
	if (scan_get(document, "result").at)
		return take_results(o, scan_get(document, "result"));
	return scan_count(document) == 0 ? "an empty result: no such rule, or it is undefined" :
	    "neither a result of opa eval, of opa exec nor of conftest";
}

int
opa_read(struct opa *o, char **files)
{
	static const char *const no_lists[] = { NULL };
	struct documents in;
	struct span document;
	const char *why;
	size_t i;
	int any = 0;

	documents_open(&in, files, no_lists);
	while (documents_next(&in, &document)) {
		any = 1;
		if ((why = take_document(o, document)))
			documents_complain(&in, why);
	}
	if (!any)
		documents_complain(&in, "no result");
	for (i = 0; i < o->rules.n; i++)
		judged_policy(&o->judged, ((const struct opa_rule *)o->rules.item[i])->key, 0);
	return documents_close(&in);
}
