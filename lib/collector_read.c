/* The metadata of a collector, checked and made into its calls. */
#include "collector_part.h"

#include <err.h>
#include <stdlib.h>
#include <string.h>

#include "tree.h"

/* Kinds of objects, as bits. */
enum {
	MODULE = 1, LIST = 2, ONCE = 4, DETAIL = 8, BEFORE = 16, TOKEN = 32, PARENTS = 64, BATCH = 128, REFUSED = 256,
	ONE = 512, SINGLE = 1024,
	CALL = LIST | ONCE | DETAIL | BEFORE | PARENTS | BATCH | SINGLE, FILLS = ONCE | DETAIL | BATCH
};

/* A member: its kind (json_type_null: any), the objects that may have it, and those that must. */
struct rule {
	const char *name;
	enum json_type type;
	int allowed, required;
};

static const struct rule rules[] = {
	{ "ResourceType", json_type_string, MODULE, MODULE },
	{ "AccountService", json_type_string, MODULE, 0 },
	{ "Scope", json_type_string, MODULE, MODULE },
	{ "Home", json_type_string, MODULE, 0 },
	{ "Parents", json_type_object, MODULE, 0 },
	{ "List", json_type_object, MODULE, 0 },
	{ "Batch", json_type_array, MODULE, 0 },
	{ "Once", json_type_array, MODULE, 0 },
	{ "Detail", json_type_array, MODULE, 0 },
	{ "One", json_type_object, MODULE, 0 },
	{ "By", json_type_array, ONE, ONE },
	{ "Call", json_type_object, ONE, 0 },
	{ "Once", json_type_object, ONE, 0 },
	{ "Gone", json_type_array, MODULE | ONE, 0 },
	{ "Record", json_type_string, MODULE, 0 },
	{ "Managed", json_type_string, MODULE, 0 },
	{ "Tags", json_type_null, MODULE, 0 },
	{ "Redact", json_type_array, MODULE, 0 },
	{ "Service", json_type_string, MODULE | CALL, MODULE },
	{ "Operation", json_type_string, CALL, CALL },
	{ "Permission", json_type_string, CALL, CALL },
	{ "Parameters", json_type_object, CALL, 0 },
	{ "Token", json_type_null, LIST | ONCE | DETAIL | PARENTS | SINGLE, 0 },
	{ "Items", json_type_string, LIST | PARENTS | SINGLE, LIST | PARENTS | SINGLE },
	{ "As", json_type_string, LIST | ONCE | DETAIL | PARENTS | SINGLE, 0 },
	{ "From", json_type_string, FILLS | REFUSED, BATCH | REFUSED },
	{ "Into", json_type_string, FILLS | PARENTS, FILLS },
	{ "NotConfigured", json_type_array, LIST | FILLS | PARENTS, 0 },
	{ "Apply", json_type_string, ONCE | DETAIL | SINGLE, 0 },
	{ "Key", json_type_string, ONCE | BATCH | REFUSED, BATCH | REFUSED },
	{ "Match", json_type_string, ONCE | BATCH, BATCH },
	{ "In", json_type_string, BATCH, BATCH },
	{ "Most", json_type_int, BATCH, BATCH },
	{ "Value", json_type_string, BATCH, 0 },
	{ "Refused", json_type_object, BATCH, 0 },
	{ "Code", json_type_string, REFUSED, REFUSED },
	{ "Each", json_type_string, DETAIL, 0 },
	{ "When", json_type_object, LIST | DETAIL | PARENTS, 0 },
	{ "Region", json_type_string, DETAIL, 0 },
	{ "Before", json_type_object, DETAIL, 0 },
	{ "Until", json_type_object, BEFORE, BEFORE },
	{ "In", json_type_string, TOKEN, TOKEN },
	{ "Out", json_type_string, TOKEN, TOKEN },
	{ "More", json_type_string, TOKEN, 0 }
};
enum { NRULES = sizeof(rules) / sizeof(*rules) };

/* Says what is wrong, and where: "file: Detail 3: reason". */
static int
complain(const struct collector *c, const char *where, const char *reason, const char *name)
{
	warnx("%s: %s: %s%s%s", c->file, where, reason, *name ? " " : "", name);
	return -1;
}

static const struct rule *
rule_of(const char *name, int kind)
{
	size_t i;

	for (i = 0; i < NRULES; i++)
		if ((rules[i].allowed & kind) && !strcmp(rules[i].name, name))
			return &rules[i];
	return NULL;
}

/* Has the object what it must, and nothing that it may not? */
static int
check(const struct collector *c, const char *where, struct json_object *o, int kind)
{
	const struct rule *r;
	size_t i;

	if (!json_object_is_type(o, json_type_object))
		return complain(c, where, "it is no object", "");
	for (i = 0; i < NRULES; i++)
		if ((rules[i].required & kind) && !json_object_object_get_ex(o, rules[i].name, NULL))
			return complain(c, where, "it lacks", rules[i].name);
	json_object_object_foreach(o, key, value) {
		if (!(r = rule_of(key, kind)))
			return complain(c, where, "it has an unknown member", key);
		if (r->type != json_type_null && json_object_get_type(value) != r->type)
			return complain(c, where, "of the wrong kind is", key);
	}
	return 0;
}

/* Is every item of a list that may be missing a text? */
static int
check_texts(const struct collector *c, const char *where, struct json_object *o, const char *name)
{
	struct json_object *list = tree_member(o, name);
	size_t i;

	for (i = 0; list && i < json_object_array_length(list); i++)
		if (!json_object_is_type(json_object_array_get_idx(list, i), json_type_string))
			return complain(c, where, "not all are texts in", name);
	return 0;
}

/* A path whose leading dot may be left out.  NULL text is no steps. */
static int
read_path(const struct collector *c, const char *where, const char *text, struct path *path)
{
	struct buf dotted = {0};
	const char *why;
	int status;

	if (!text)
		return 0;
	buf_adds(&dotted, *text == '.' ? "" : ".");
	buf_adds(&dotted, text);
	if ((status = path_parse(path, buf_span(&dotted), &why)) < 0)
		complain(c, where, why, text);
	buf_free(&dotted);
	return status;
}

static int
has_each(const struct path *path)
{
	size_t i;

	for (i = 0; i < path->nsteps; i++)
		if (path->steps[i].kind == PATH_EACH)
			return 1;
	return 0;
}

/* "NextToken", or {"In": "Marker", "Out": "NextMarker"}. */
static int
read_token(const struct collector *c, const char *where, struct json_object *token, struct collector_call *call)
{
	if (!token)
		return 0;
	if (json_object_is_type(token, json_type_string)) {
		call->token_in = json_object_get_string(token);
		return read_path(c, where, call->token_in, &call->token_out);
	}
	if (!json_object_is_type(token, json_type_object))
		return complain(c, where, "of the wrong kind is", "Token");
	if (check(c, where, token, TOKEN) < 0)
		return -1;
	call->token_in = tree_text(token, "In");
	return read_path(c, where, tree_text(token, "Out"), &call->token_out) < 0 ||
	    read_path(c, where, tree_text(token, "More"), &call->token_more) < 0 ? -1 : 0;
}

/* By path, a list of values. */
static int
read_when(const struct collector *c, const char *where, struct collector_call *call)
{
	if (!call->when)
		return 0;
	json_object_object_foreach(call->when, key, values)
		if (*key != '.' || !json_object_is_type(values, json_type_array))
			return complain(c, where, "in When there is no list of values for a path in", key);
	return 0;
}

/* What calls of all kinds have. */
static int
read_call(const struct collector *c, const char *where, struct json_object *o, struct collector_call *call)
{
	const char *into = tree_text(o, "Into"), *items = tree_text(o, "Items");

	call->operation = tree_text(o, "Operation");
	call->permission = tree_text(o, "Permission");
	call->service = tree_text(o, "Service");
	if (!call->service)
		call->service = c->service;
	call->parameters = tree_member(o, "Parameters");
	call->as = tree_text(o, "As");
	call->into = into && strcmp(into, ".") ? into : NULL;
	call->not_configured = tree_member(o, "NotConfigured");
	call->apply = tree_text(o, "Apply");
	call->when = tree_member(o, "When");
	if (into && !call->into && tree_member(o, "Each"))
		return complain(c, where, "with Into \".\" cannot go Each", "");
	if (check_texts(c, where, o, "NotConfigured") < 0 || read_when(c, where, call) < 0 ||
	    read_token(c, where, tree_member(o, "Token"), call) < 0 ||
	    read_path(c, where, items ? items : tree_text(o, "From"), &call->from) < 0)
		return -1;
	call->is_list = items || call->token_in || has_each(&call->from);
	call->is_map = call->token_in && !items && call->from.nsteps && !has_each(&call->from);
	return 0;
}

/* Does a parameter begin with a path or word that only an item has?  A parent has paths. */
static int
wants_item(struct json_object *parameters, int has_parent)
{
	const char *text;
	int found = 0;

	if (!parameters)
		return 0;
	json_object_object_foreach(parameters, key, value) {
		text = json_object_is_type(value, json_type_string) ? json_object_get_string(value) : "";
		found |= key && ((*text == '.' && !has_parent) || !strncmp(text, "$Item", 5) || !strcmp(text, "$ARN"));
	}
	return found;
}

static int
read_once(const struct collector *c, const char *where, struct json_object *o, struct collector_call *call)
{
	if (check(c, where, o, ONCE) < 0 || read_call(c, where, o, call) < 0 ||
	    read_path(c, where, tree_text(o, "Key"), &call->key) < 0 ||
	    read_path(c, where, tree_text(o, "Match"), &call->match) < 0)
		return -1;
	if (wants_item(call->parameters, 0))
		return complain(c, where, "there is no item yet for", "Parameters");
	if (!call->into)
		return complain(c, where, "it must name a member:", "Into");
	if (!call->key.nsteps != !call->match.nsteps)
		return complain(c, where, "Key and Match go together", "");
	return 0;
}

/* Items that a good answer refuses. */
static int
read_refused(const struct collector *c, const char *where, struct json_object *o, struct collector_batch *batch)
{
	if (!o)
		return 0;
	return check(c, where, o, REFUSED) < 0 || read_path(c, where, tree_text(o, "From"), &batch->refused) < 0 ||
	    read_path(c, where, tree_text(o, "Key"), &batch->refused_key) < 0 ||
	    read_path(c, where, tree_text(o, "Code"), &batch->refused_code) < 0 ? -1 : 0;
}

static int
read_batch(const struct collector *c, const char *where, struct json_object *o, struct collector_batch *batch)
{
	struct collector_call *call = &batch->call;
	int64_t most;

	if (check(c, where, o, BATCH) < 0 || read_call(c, where, o, call) < 0)
		return -1;
	batch->elements = call->from;
	call->from = (struct path){0};
	call->is_list = 0;
	if (read_path(c, where, tree_text(o, "Key"), &call->key) < 0 ||
	    read_path(c, where, tree_text(o, "Match"), &call->match) < 0 ||
	    read_path(c, where, tree_text(o, "Value"), &batch->value) < 0 ||
	    read_refused(c, where, tree_member(o, "Refused"), batch) < 0)
		return -1;
	batch->ids = tree_text(o, "In");
	most = json_object_get_int64(tree_member(o, "Most"));
	if (most < 1)
		return complain(c, where, "it asks for none at all:", "Most");
	batch->most = (size_t)most;
	return 0;
}

static int
read_before(const struct collector *c, const char *where, struct json_object *o, struct collector_call *call)
{
	if (!o)
		return 0;
	call->before = xcalloc(1, sizeof(*call->before));
	if (check(c, where, o, BEFORE) < 0 || read_call(c, where, o, call->before) < 0)
		return -1;
	call->until = tree_member(o, "Until");
	return 0;
}

/* Does a parameter, or what lies in it, begin with a member (".Name") of the item? */
static int
mentions(struct json_object *parameter, const char *start)
{
	size_t i, len = strlen(start);
	int found = 0;

	if (json_object_is_type(parameter, json_type_string)) {
		const char *text = json_object_get_string(parameter);

		found = !strncmp(text, start, len) && strchr(".[", text[len]);	/* strchr finds the NUL too */
	} else if (json_object_is_type(parameter, json_type_array)) {
		for (i = 0; i < json_object_array_length(parameter); i++)
			found |= mentions(json_object_array_get_idx(parameter, i), start);
	} else if (json_object_is_type(parameter, json_type_object)) {
		json_object_object_foreach(parameter, key, value)
			found |= key && mentions(value, start);
	}
	return found;
}

/* Does one of the paths that decide whether it is asked begin with the member? */
static int
depends(struct json_object *when, const char *start)
{
	size_t len = strlen(start);
	int found = 0;

	if (!when)
		return 0;
	json_object_object_foreach(when, key, values)
		found |= values && !strncmp(key, start, len) && strchr(".[", key[len]);
	return found;
}

int
collector_call_uses(const struct collector_call *call, const struct collector_call *earlier)
{
	struct buf start = {0};
	int found;

	if (!earlier->into)
		return 1;
	if (earlier->each.nsteps)
		return 0;	/* nothing can begin with a member of an element */
	if (call->each.nsteps && !strcmp(call->each.steps[0].key, earlier->into))
		return 1;
	buf_addf(&start, "%s.%s", call->each.nsteps ? "$Item" : "", earlier->into);
	found = mentions(call->parameters, start.data) || (!call->each.nsteps && depends(call->when, start.data));
	buf_free(&start);
	return found;
}

/* The n-th Detail call. */
static int
read_detail(struct collector *c, const char *where, struct json_object *o, size_t n)
{
	struct collector_call *call = &c->detail[n];
	const char *region = tree_text(o, "Region");
	size_t i;

	if (check(c, where, o, DETAIL) < 0 || read_call(c, where, o, call) < 0 ||
	    read_path(c, where, tree_text(o, "Each"), &call->each) < 0 ||
	    read_before(c, where, tree_member(o, "Before"), call) < 0)
		return -1;
	if (call->each.nsteps && call->each.steps[0].kind != PATH_KEY)
		return complain(c, where, "Each must begin with a member", "");
	if (region && strcmp(region, "own"))
		return complain(c, where, "Region is no other than \"own\", not", region);
	if (region && c->scope != SCOPE_EVERYWHERE)
		return complain(c, where, "only with Scope \"everywhere\" has a resource its own", "Region");
	call->own_region = region != NULL;
	for (i = 0; i < n; i++)
		if (collector_call_uses(call, &c->detail[i]) || (call->own_region && !c->detail[i].own_region))
			call->after |= 1ull << i;
	return 0;
}

static int
read_parents(struct collector *c)
{
	struct json_object *parents = tree_member(c->metadata, "Parents");

	if (!parents)
		return 0;
	c->parents = xcalloc(1, sizeof(*c->parents));
	if (check(c, "Parents", parents, PARENTS) < 0 || read_call(c, "Parents", parents, c->parents) < 0)
		return -1;
	if (wants_item(c->parents->parameters, 0))
		return complain(c, "Parents", "there is no item yet for", "Parameters");
	if (!c->list)
		return complain(c, "Parents", "there is nothing to be listed without", "List");
	return 0;
}

static int
read_list(struct collector *c)
{
	struct json_object *list = tree_member(c->metadata, "List");

	if (!list)
		return 0;
	c->list = xcalloc(1, sizeof(*c->list));
	if (check(c, "List", list, LIST) < 0 || read_call(c, "List", list, c->list) < 0)
		return -1;
	if (wants_item(c->list->parameters, json_object_object_get_ex(c->metadata, "Parents", NULL)))
		return complain(c, "List", "there is no item yet for", "Parameters");
	return 0;
}

/* How one resource is asked for by itself. */
static int
read_one(struct collector *c)
{
	struct json_object *one = tree_member(c->metadata, "One"), *call = tree_member(one, "Call");

	if (!one)
		return 0;
	c->one = xcalloc(1, sizeof(*c->one));
	if (check(c, "One", one, ONE) < 0 || check_texts(c, "One", one, "By") < 0 || check_texts(c, "One", one, "Gone") < 0)
		return -1;
	c->one->by = tree_member(one, "By");
	c->one->gone = tree_member(one, "Gone");
	c->one->once = tree_member(one, "Once");
	if (!call)
		return 0;
	c->one->call = xcalloc(1, sizeof(*c->one->call));
	if (check(c, "One", call, SINGLE) < 0 || read_call(c, "One", call, c->one->call) < 0)
		return -1;
	if (wants_item(c->one->call->parameters, 0))
		return complain(c, "One", "there is no item yet for", "Parameters");
	return 0;
}

static size_t
length(struct json_object *list)
{
	return list ? json_object_array_length(list) : 0;
}

/* Batch, Once and Detail. */
static int
read_lists(struct collector *c)
{
	struct json_object *once = tree_member(c->metadata, "Once"), *detail = tree_member(c->metadata, "Detail");
	struct json_object *batch = tree_member(c->metadata, "Batch");
	struct buf where = {0};
	size_t i;
	int status = 0;

	c->nbatch = length(batch);
	c->nonce = length(once);
	c->ndetail = length(detail);
	if (c->ndetail > COLLECTOR_CALLS)
		return complain(c, "Detail", "it has too many calls", "");
	c->batch = xcalloc(c->nbatch + 1, sizeof(*c->batch));
	c->once = xcalloc(c->nonce + 1, sizeof(*c->once));
	c->detail = xcalloc(c->ndetail + 1, sizeof(*c->detail));
	for (i = 0; !status && i < c->nbatch; i++) {
		buf_clear(&where);
		buf_addf(&where, "Batch %zu", i + 1);
		status = read_batch(c, where.data, json_object_array_get_idx(batch, i), &c->batch[i]);
	}
	for (i = 0; !status && i < c->nonce; i++) {
		buf_clear(&where);
		buf_addf(&where, "Once %zu", i + 1);
		status = read_once(c, where.data, json_object_array_get_idx(once, i), &c->once[i]);
	}
	for (i = 0; !status && i < c->ndetail; i++) {
		buf_clear(&where);
		buf_addf(&where, "Detail %zu", i + 1);
		status = read_detail(c, where.data, json_object_array_get_idx(detail, i), i);
	}
	buf_free(&where);
	return status;
}

static int
read_scope(struct collector *c)
{
	static const char *const names[] = { "regional", "global", "everywhere" };
	const char *scope = tree_text(c->metadata, "Scope");
	int i;

	c->home = tree_text(c->metadata, "Home");
	for (i = 0; i < 3; i++)
		if (!strcmp(scope, names[i])) {
			c->scope = (enum collector_scope)i;
			if (c->home && c->scope != SCOPE_GLOBAL)
				return complain(c, "module", "only with Scope \"global\" goes", "Home");
			return 0;
		}
	return complain(c, "module", "Scope is none of regional, global, everywhere but", scope);
}

/* Tags and Redact. */
static int
read_places(struct collector *c)
{
	struct json_object *redact = tree_member(c->metadata, "Redact");
	const char *tags = ".Tags", *text;
	size_t i;

	if (json_object_object_get_ex(c->metadata, "Tags", NULL))	/* null: none */
		tags = tree_text(c->metadata, "Tags");
	if (check_texts(c, "module", c->metadata, "Gone") < 0 || check_texts(c, "module", c->metadata, "Redact") < 0)
		return -1;
	if (tags)
		c->tags_at = xstrdup(tags);
	if (read_path(c, "Tags", tags, &c->tags) < 0)
		return -1;
	c->nredact = redact ? json_object_array_length(redact) : 0;
	c->redact = xcalloc(c->nredact + 1, sizeof(*c->redact));
	for (i = 0; i < c->nredact; i++) {
		text = json_object_get_string(json_object_array_get_idx(redact, i));
		if (read_path(c, "Redact", text, &c->redact[i]) < 0)
			return -1;
	}
	return 0;
}

int
collector_read(struct collector *c)
{
	if (check(c, "module", c->metadata, MODULE) < 0 || read_scope(c) < 0)
		return -1;
	c->type = tree_text(c->metadata, "ResourceType");
	c->service = tree_text(c->metadata, "Service");
	c->account_service = tree_text(c->metadata, "AccountService");
	if (!c->account_service)
		c->account_service = c->service;
	c->gone = tree_member(c->metadata, "Gone");
	c->record = tree_text(c->metadata, "Record");
	c->managed = tree_text(c->metadata, "Managed");
	return read_list(c) < 0 || read_one(c) < 0 || read_parents(c) < 0 || read_lists(c) < 0 ||
	    read_places(c) < 0 ? -1 : 0;
}

static void
call_free(struct collector_call *call)
{
	path_free(&call->token_out);
	path_free(&call->token_more);
	path_free(&call->from);
	path_free(&call->key);
	path_free(&call->match);
	path_free(&call->each);
	if (call->before)
		call_free(call->before);
	free(call->before);
}

static void
batch_free(struct collector_batch *batch)
{
	call_free(&batch->call);
	path_free(&batch->elements);
	path_free(&batch->value);
	path_free(&batch->refused);
	path_free(&batch->refused_key);
	path_free(&batch->refused_code);
}

void
collector_free(struct collector *c)
{
	size_t i;

	if (c->list)
		call_free(c->list);
	free(c->list);
	if (c->parents)
		call_free(c->parents);
	free(c->parents);
	if (c->one && c->one->call)
		call_free(c->one->call);
	if (c->one)
		free(c->one->call);
	free(c->one);
	for (i = 0; i < c->nbatch && c->batch; i++)
		batch_free(&c->batch[i]);
	for (i = 0; i < c->nonce && c->once; i++)
		call_free(&c->once[i]);
	for (i = 0; i < c->ndetail && c->detail; i++)
		call_free(&c->detail[i]);
	for (i = 0; i < c->nredact && c->redact; i++)
		path_free(&c->redact[i]);
	free(c->batch);
	free(c->once);
	free(c->detail);
	free(c->redact);
	path_free(&c->tags);
	free(c->tags_at);
	free(c->name);
	free(c->file);
	json_object_put(c->metadata);
}
