#include <string.h>

#include "policy_list.h"
#include "record.h"
#include "scan.h"

/* Its types with commas between. */
static void
add_types(const struct policy *p, struct buf *to)
{
	size_t i;

	if (p->ntypes == 0)
		buf_addc(to, '*');
	for (i = 0; i < p->ntypes; i++) {
		if (i > 0)
			buf_addc(to, ',');
		scan_decode(p->types[i], to);
	}
}

void
policy_list_text(const struct policy_set *set, struct buf *out)
{
	enum { WIDEST = 40 };	/* a list of many types does not push every title to the right */
	const struct policy *p;
	struct buf types = {0};
	int id = 6, type = 4;
	size_t i;

	for (i = 0; i < set->n; i++) {
		p = &set->policies[i];
		buf_clear(&types);
		add_types(p, &types);
		if ((int)strlen(p->id) > id)
			id = (int)strlen(p->id);
		if ((int)types.len > type && types.len <= WIDEST)
			type = (int)types.len;
	}
	buf_addf(out, "%-*s  %8s  %-13s  %-*s  %s\n", id, "POLICY", "SEVERITY", "", type, "TYPE", "TITLE");
	for (i = 0; i < set->n; i++) {
		p = &set->policies[i];
		buf_clear(&types);
		add_types(p, &types);
		buf_addf(out, "%-*s  %8d  %-13s  %-*s  ", id, p->id, p->severity, severity_label(p->severity), type,
		    types.data);
		scan_decode(p->title, out);
		buf_addc(out, '\n');
	}
	buf_free(&types);
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
