#include <string.h>

#include "policy_list.h"
#include "record.h"
#include "scan.h"

void
policy_list_text(const struct policy_set *set, struct buf *out)
{
	const struct policy *p;
	int id = 6, type = 4;
	size_t i;

	for (i = 0; i < set->n; i++) {
		p = &set->policies[i];
		if ((int)strlen(p->id) > id)
			id = (int)strlen(p->id);
		if ((int)p->type.len - 2 > type)
			type = (int)p->type.len - 2;
	}
	buf_addf(out, "%-*s  %8s  %-13s  %-*s  %s\n", id, "POLICY", "SEVERITY", "", type, "TYPE", "TITLE");
	for (i = 0; i < set->n; i++) {
		p = &set->policies[i];
		buf_addf(out, "%-*s  %8d  %-13s  %-*.*s  ", id, p->id, p->severity, severity_label(p->severity), type,
		    (int)p->type.len - 2, p->type.at + 1);
		scan_decode(p->title, out);
		buf_addc(out, '\n');
	}
}

static void
add(struct buf *out, const char *key, struct span value)
{
	buf_addf(out, ",\"%s\":", key);
	if (value.at)
		scan_compact(value, out);
	else
		buf_adds(out, "null");
}

void
policy_list_json(const struct policy_set *set, struct buf *out)
{
	const struct policy *p;
	size_t i;

	for (i = 0; i < set->n; i++) {
		p = &set->policies[i];
		buf_adds(out, "{\"Kind\":\"policy\",\"Policy\":");
		buf_addjson(out, span_of(p->id));
		add(out, "Title", p->title);
		buf_addf(out, ",\"Service\":\"%.*s\"", (int)strcspn(p->module, "/"), p->module);
		add(out, "ResourceType", p->type);
		buf_addf(out, ",\"Severity\":%d,\"SeverityLabel\":\"%s\"", p->severity, severity_label(p->severity));
		add(out, "Category", p->category);
		buf_addf(out, ",\"OnRequest\":%s", p->on_request ? "true" : "false");
		add(out, "Reads", scan_get(p->metadata, "Reads"));
		add(out, "Parameters", p->parameters);
		add(out, "Remediation", p->remediation);
		add(out, "Source", p->source);
		buf_addf(out, ",\"Revision\":\"%s\"}\n", p->revision);
	}
}
