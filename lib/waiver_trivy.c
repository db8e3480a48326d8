#include "waiver_convert_part.h"
#include "yamldoc.h"

/* One of misconfigurations:.  A member that is not known may be a condition misspelt. */
static void
read_one(struct conversion *c, struct yamldoc *d, const yaml_node_t *one)
{
	struct yamldoc_iter it = yamldoc_open(d, one);
	struct span id = yamldoc_text(yamldoc_get(d, one, "id")), name, text;
	struct waived w = { .reason = SPAN("ignored in .trivyignore.yaml") };
	const yaml_node_t *key, *value;

	c->line = yamldoc_line(one);
	if (!id.len) {
		conversion_complain(c, "left out, it has no id", (struct span){ NULL, 0 });
		return;
	}
	while (yamldoc_next(&it, &key, &value)) {
		name = yamldoc_text(key);
		text = yamldoc_text(value);
		c->line = yamldoc_line(key);
		if (span_is(name, "statement") && text.len) {
			w.reason = text;
		} else if (span_is(name, "expired_at") && text.len) {
			w.expires = text;
		} else if (span_is(name, "paths") && value->type == YAML_SEQUENCE_NODE) {
			if (value->data.sequence.items.start == value->data.sequence.items.top)
				continue;
			conversion_complain(c, "left out, a waiver cannot say paths", id);
			return;
		} else if (!span_is(name, "id")) {
			conversion_complain(c, "left out, a member that is not known or not of its type", name);
			return;
		}
	}
	c->line = yamldoc_line(one);
	if (id.len > 4 && span_is((struct span){ id.at, 4 }, "AVD-"))
		id = (struct span){ id.at + 4, id.len - 4 };
	conversion_check(c, id, w);
}

static void
read_all(struct conversion *c, struct yamldoc *d)
{
	struct yamldoc_iter it = yamldoc_open(d, yamldoc_root(d)), each;
	const yaml_node_t *key, *value, *one;

	while (yamldoc_next(&it, &key, &value)) {
		if (value->type == YAML_SCALAR_NODE && !yamldoc_text(value).at)
			continue;	/* a section without anything */
		each = yamldoc_open(d, value);
		c->line = yamldoc_line(key);
		if (!span_is(yamldoc_text(key), "misconfigurations"))
			conversion_complain(c, "left out, not about misconfigurations", yamldoc_text(key));
		else if (value->type != YAML_SEQUENCE_NODE)
			conversion_complain(c, "left out, no list", yamldoc_text(key));
		else
			while (yamldoc_next(&each, &key, &one))
				read_one(c, d, one);
	}
}

void
waiver_read_trivy_yaml(struct conversion *c, struct span text)
{
	struct yamldoc d = {0};

	c->line = 1;
	if (yamldoc_read(&d, text) < 0) {
		c->line = d.line;
		conversion_complain(c, "not read, no YAML that can be relied on", span_of(d.why));
	} else if (yamldoc_root(&d) && yamldoc_root(&d)->type != YAML_MAPPING_NODE) {
		conversion_complain(c, "not read, no list of Trivy", (struct span){ NULL, 0 });
	} else {
		read_all(c, &d);
	}
	yamldoc_free(&d);
}
