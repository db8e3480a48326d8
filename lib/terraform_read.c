/* The three forms that Terraform's documents come in, read into one list of resources. */
#include <err.h>
#include <stdlib.h>
#include <string.h>

#include "scan.h"
#include "terraform_part.h"

struct reader {
	struct tf_document *d;
	struct tf_maps *maps;
	int failed;			/* a map cannot be used */
};

char *
tf_text(struct span string)
{
	char *text = scan_dup(string);

	return text ? text : xstrdup("");
}

static int
complain(const struct tf_document *d, const char *reason)
{
	warnx("%s: %s", d->name, reason);
	return -1;
}

/* A state of several accounts or regions has data sources that tell of each: then they tell nothing of a resource. */
static void
note(struct span *known, int *n, struct span told)
{
	if (scan_kind(told) != SCAN_STRING || (known->at && !span_cmp(*known, told)))
		return;
	*known = told;
	++*n;
}

/* Data sources are no resources, but some tell where these are. */
static void
note_data(struct tf_document *d, struct span type, struct span values)
{
	if (scan_string_is(type, "aws_caller_identity"))
		note(&d->account, &d->accounts, scan_get(values, "account_id"));
	else if (scan_string_is(type, "aws_region")) {
		struct span region = scan_get(values, "region");

		note(&d->region, &d->regions, region.at ? region : scan_get(values, "name"));
	}
}

/* Takes address and module of r. */
static void
add(struct reader *in, struct tf_resource r)
{
	struct tf_document *d = in->d;
	struct buf scratch = {0};
	struct tf_map *map = tf_map(in->maps, scan_text(tf_type(in->maps, r.type), &scratch));

	buf_free(&scratch);
	if (!map) {
		in->failed = 1;
		free(r.address);
		free(r.module);
		return;
	}
	r.map = map;
	if (d->config.whole.at) {
		char *type = tf_text(r.type), *name = tf_text(r.name);

		r.block = tf_config_block(&d->config, r.module, span_of(type), span_of(name));
		free(type);
		free(name);
	}
	if (r.block && scan_get(r.block->object, "provider_config_key").at)
		r.provider = scan_get(r.block->object, "provider_config_key");
	if ((d->n & (d->n - 1)) == 0)
		d->all = xrealloc(d->all, (d->n ? 2 * d->n : 1) * sizeof(r));
	map->resources = map->nresources & (map->nresources - 1) ? map->resources :
	    xrealloc(map->resources, (map->nresources ? 2 * map->nresources : 1) * sizeof(size_t));
	map->resources[map->nresources++] = d->n;
	d->all[d->n++] = r;
}

static struct span
given(struct span value)
{
	return scan_kind(value) == SCAN_NULL ? (struct span){ NULL, 0 } : value;
}

/* TYPE.NAME[INDEX] in its module, as Terraform writes it. */
static char *
make_address(const struct tf_resource *r, struct span deposed)
{
	struct buf address = {0};

	buf_addf(&address, "%s%s", r->module, *r->module ? "." : "");
	scan_decode(r->type, &address);
	buf_addc(&address, '.');
	scan_decode(r->name, &address);
	if (r->index.at)
		buf_addf(&address, "[%.*s]", (int)r->index.len, r->index.at);
	if (given(deposed).at) {
		buf_adds(&address, " (deposed object ");
		scan_decode(deposed, &address);
		buf_addc(&address, ')');
	}
	return address.data;
}

/* One of a state file's resources: each has instances. */
static void
read_instances(struct reader *in, struct span resource)
{
	struct span type = scan_get(resource, "type"), key, instance;
	struct scan_iter it = scan_open(scan_get(resource, "instances"));
	int managed = scan_string_is(scan_get(resource, "mode"), "managed");

	while (scan_next(&it, &key, &instance)) {
		struct tf_resource r = {
			.type = type, .name = scan_get(resource, "name"), .index = given(scan_get(instance, "index_key")),
			.provider = scan_get(resource, "provider"), .values = scan_get(instance, "attributes"),
			.sensitive_paths = scan_get(instance, "sensitive_attributes"), .action = TF_NONE
		};

		if (!managed) {
			note_data(in->d, type, r.values);
			continue;
		}
		r.module = tf_text(scan_get(resource, "module"));
		r.address = make_address(&r, scan_get(instance, "deposed"));
		add(in, r);
	}
}

/* One resource of a state that "terraform show" printed. */
static void
read_shown(struct reader *in, struct span module, struct span resource)
{
	struct tf_resource r = {
		.type = scan_get(resource, "type"), .name = scan_get(resource, "name"),
		.index = given(scan_get(resource, "index")), .provider = scan_get(resource, "provider_name"),
		.values = scan_get(resource, "values"), .sensitive = scan_get(resource, "sensitive_values"),
		.action = TF_NONE
	};

	if (!scan_string_is(scan_get(resource, "mode"), "managed")) {
		note_data(in->d, r.type, r.values);
		return;
	}
	if (in->d->is_plan)	/* its prior state: only its data sources matter */
		return;
	r.module = tf_text(module);
	r.address = make_address(&r, scan_get(resource, "deposed_key"));
	add(in, r);
}

static void
read_module(struct reader *in, struct span module)
{
	struct scan_iter it = scan_open(scan_get(module, "resources"));
	struct span key, item;

	while (scan_next(&it, &key, &item))
		read_shown(in, scan_get(module, "address"), item);
	it = scan_open(scan_get(module, "child_modules"));
	while (scan_next(&it, &key, &item))
		read_module(in, item);
}

/* ["create"], ["delete", "create"] and so on; a resource that is forgotten or gone has no values. */
static enum tf_action
action_of(struct span actions)
{
	struct scan_iter it = scan_open(actions);
	struct span key, action;
	int creates = 0, deletes = 0, forgets = 0, stays = 0;

	while (scan_next(&it, &key, &action)) {
		creates |= scan_string_is(action, "create");
		deletes |= scan_string_is(action, "delete");
		forgets |= scan_string_is(action, "forget");
		stays |= scan_string_is(action, "no-op");
	}
	if (creates)
		return TF_CREATE;
	return deletes ? TF_DELETE : forgets ? TF_NONE : stays ? TF_SAME : TF_UPDATE;
}

/* Of a resource's change, and of what is around it. */
enum { TYPE, NAME, INDEX, PROVIDER, MODE, MODULE, DEPOSED, CHANGE, MEMBERS };
enum { ACTIONS, BEFORE, AFTER, AFTER_UNKNOWN, BEFORE_SENSITIVE, AFTER_SENSITIVE, CHANGE_MEMBERS };

static void
read_change(struct reader *in, struct span object)
{
	static const char *const keys[] = {
		[TYPE] = "type", [NAME] = "name", [INDEX] = "index", [PROVIDER] = "provider_name", [MODE] = "mode",
		[MODULE] = "module_address", [DEPOSED] = "deposed", [CHANGE] = "change",
	};
	static const char *const change_keys[] = {
		[ACTIONS] = "actions", [BEFORE] = "before", [AFTER] = "after", [AFTER_UNKNOWN] = "after_unknown",
		[BEFORE_SENSITIVE] = "before_sensitive", [AFTER_SENSITIVE] = "after_sensitive",
	};
	struct span member[MEMBERS], change[CHANGE_MEMBERS];
	enum tf_action action;
	struct tf_resource r;

	scan_get_each(object, keys, member, MEMBERS);
	scan_get_each(member[CHANGE], change_keys, change, CHANGE_MEMBERS);
	action = action_of(change[ACTIONS]);
	r = (struct tf_resource){
		.type = member[TYPE], .name = member[NAME], .index = given(member[INDEX]), .provider = member[PROVIDER],
		.values = change[action == TF_DELETE ? BEFORE : AFTER], .action = action
	};
	if (!scan_string_is(member[MODE], "managed")) {
		note_data(in->d, r.type, r.values);
		return;
	}
	if (action == TF_NONE)
		return;
	r.actions = change[ACTIONS];
	if (action != TF_SAME)
		r.before = given(change[BEFORE]);
	r.unknown = action == TF_DELETE ? r.unknown : change[AFTER_UNKNOWN];
	r.sensitive = change[action == TF_DELETE ? BEFORE_SENSITIVE : AFTER_SENSITIVE];
	r.module = tf_text(member[MODULE]);
	r.address = make_address(&r, member[DEPOSED]);
	add(in, r);
}

static int
read_plan(struct reader *in, struct span root)
{
	struct tf_document *d = in->d;
	struct scan_iter it = scan_open(scan_get(root, "resource_changes"));
	struct span key, item;

	d->time = scan_get(root, "timestamp");
	tf_config_read(&d->config, in->maps, scan_get(root, "configuration"), scan_get(root, "variables"));
	read_module(in, scan_path(root, "prior_state.values.root_module"));
	while (scan_next(&it, &key, &item))
		read_change(in, item);
	if (scan_kind(scan_get(root, "errored")) == SCAN_TRUE)
		return complain(d, "this plan was not finished: Terraform met an error");
	return 0;
}

static int
read_state_file(struct reader *in, struct span root)
{
	struct scan_iter it = scan_open(scan_get(root, "resources"));
	struct span key, item;

	if (scan_integer(scan_get(root, "version"), 0) != 4)
		return complain(in->d, "a state file of another version than 4");
	while (scan_next(&it, &key, &item))
		read_instances(in, item);
	return 0;
}

/* Formats 0.x and 1.x are known; the number before the dot changes when old readers would misread. */
static int
check_format(const struct tf_document *d, struct span format)
{
	if (scan_kind(format) == SCAN_STRING && format.len > 3 && strchr("01", format.at[1]) && format.at[2] == '.')
		return 0;
	return complain(d, d->is_plan ? "no plan as \"terraform show -json\" prints it, of format 0.x or 1.x" :
	    "no state: neither a state file nor what \"terraform show -json\" prints, of format 0.x or 1.x");
}

static int
read_root(struct reader *in, struct span root)
{
	struct tf_document *d = in->d;
	int has_plan = scan_get(root, "planned_values").at || scan_get(root, "resource_changes").at;

	if (!d->is_plan && scan_get(root, "version").at && scan_get(root, "lineage").at)
		return read_state_file(in, root);
	if (check_format(d, scan_get(root, "format_version")) < 0)
		return -1;
	if (d->is_plan)
		return has_plan ? read_plan(in, root) : complain(d, "no plan, but a state");
	if (has_plan)
		return complain(d, "no state, but a plan");
	read_module(in, scan_path(root, "values.root_module"));
	return 0;
}

int
tf_read(struct tf_document *d, struct tf_maps *maps)
{
	struct span text = buf_span(&d->text);
	struct reader in = { d, maps, 0 };
	const char *why;
	size_t at;
	int status;

	if (text.len > 2 && !memcmp(text.at, "PK", 2))
		return complain(d, "a plan in Terraform's own format: let \"terraform show -json\" print it");
	if (scan_check(text, &why, &at) < 0) {
		warnx("%s: no JSON: %s at byte %zu", d->name, why, at + 1);
		return -1;
	}
	status = read_root(&in, scan_value(text));
	return in.failed ? -1 : status;
}

void
tf_document_free(struct tf_document *d)
{
	size_t i;

	for (i = 0; i < d->n; i++) {
		free(d->all[i].address);
		free(d->all[i].module);
		free(d->all[i].account);
		free(d->all[i].region);
		free(d->all[i].partition);
		free(d->all[i].parts);
		free(d->all[i].others);
	}
	free(d->all);
	tf_config_free(&d->config);
	buf_free(&d->text);
	*d = (struct tf_document){0};
}
