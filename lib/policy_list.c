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

static enum launched_status
status_of(const struct launched *launched, const struct policy *p)
{
	const struct launched_policy *one = launched_find(launched, p->id);

	return one ? one->status : LAUNCHED_AVAILABLE;
}

static int
is_listed(const struct launched *launched, const struct policy *p, int status)
{
	return !launched || status < 0 || (int)status_of(launched, p) == status;
}

static void
widen(int *width, size_t len)
{
	if ((int)len > *width)
		*width = (int)len;
}

static size_t
text_len(struct span string)
{
	return string.at ? string.len - 2 : 0;
}

void
policy_list_text(const struct policy_set *set, const struct launched *launched, int status, struct buf *out)
{
	enum { WIDEST = 40 };	/* a list of many types does not push every title to the right */
	const struct policy *p;
	struct buf types = {0};
	int id = 6, type = 4, category = 8;
	size_t i;

	for (i = 0; i < set->n; i++) {
		p = &set->policies[i];
		buf_clear(&types);
		add_types(p, &types);
		widen(&id, strlen(p->id));
		widen(&category, text_len(p->category));
		if (types.len <= WIDEST)
			widen(&type, types.len);
	}
	buf_addf(out, "%-*s  ", id, "POLICY");
	if (launched)
		buf_addf(out, "%-9s  ", "STATUS");
	buf_addf(out, "%8s  %-13s  %-*s  %-*s  %s\n", "SEVERITY", "", category, "CATEGORY", type, "TYPE", "TITLE");
	for (i = 0; i < set->n; i++) {
		p = &set->policies[i];
		if (!is_listed(launched, p, status))
			continue;
		buf_clear(&types);
		add_types(p, &types);
		buf_addf(out, "%-*s  ", id, p->id);
		if (launched)
			buf_addf(out, "%-9s  ", launched_status_name(status_of(launched, p)));
		buf_addf(out, "%8d  %-13s  ", p->severity, severity_label(p->severity));
		buf_addf(out, "%-*.*s  %-*s  ", category, (int)text_len(p->category), p->category.at ? p->category.at + 1 : "",
		    type, types.data);
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

static void
add_launched(struct buf *out, const struct launched *launched, const struct policy *p)
{
	const struct launched_policy *one = launched_find(launched, p->id);

	buf_addf(out, ",\"Status\":\"%s\"", launched_status_name(status_of(launched, p)));
	add(out, "Scope", one ? one->scope_text : (struct span){ NULL, 0 });
	add(out, "CreatedAt", one ? one->created : (struct span){ NULL, 0 });
	add(out, "UpdatedAt", one ? one->updated : (struct span){ NULL, 0 });
}

void
policy_list_json(const struct policy_set *set, const struct launched *launched, int status, struct buf *out)
{
	const struct policy *p;
	size_t i;

	for (i = 0; i < set->n; i++) {
		p = &set->policies[i];
		if (!is_listed(launched, p, status))
			continue;
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
		if (launched)
			add_launched(out, launched, p);
		buf_addf(out, ",\"Revision\":\"%s\"}\n", p->revision);
	}
}
