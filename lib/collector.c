/* Collectors as they lie in a folder. */
#include "collector.h"

#include <err.h>
#include <stdlib.h>
#include <string.h>

#include "collector_part.h"
#include "commalist.h"
#include "endpoint.h"
#include "member.h"
#include "modules.h"
#include "tree.h"

static int
wanted(const struct collector *c, const char *types, const char *service)
{
	return (!types || commalist_has(types, c->type) || commalist_has(types, c->name)) &&
	    (!service || !strcmp(service, c->account_service));
}

/* What is being loaded. */
struct loading {
	struct collector_set *set;
	const char *types, *service;
};

/* One module, if it is wanted.  Takes metadata. */
static int
load(void *arg, const char *name, const char *file, struct json_object *metadata)
{
	struct loading *l = arg;
	struct collector c = { .name = xstrdup(name), .file = xstrdup(file), .metadata = metadata };

	if (collector_read(&c) < 0) {
		collector_free(&c);
		return -1;
	}
	if (!wanted(&c, l->types, l->service)) {
		collector_free(&c);
		return 0;
	}
	l->set->collectors = xrealloc(l->set->collectors, (l->set->n + 1) * sizeof(c));
	l->set->collectors[l->set->n++] = c;
	return 0;
}

static int
by_type(const void *a, const void *b)
{
	const struct collector *c = a, *d = b;
	int order = strcmp(c->type, d->type);

	return order ? order : (int)c->scope - (int)d->scope;
}

static int
has_type(const struct collector_set *set, struct span type)
{
	size_t i;

	for (i = 0; i < set->n; i++)
		if (span_is(type, set->collectors[i].type) || span_is(type, set->collectors[i].name))
			return 1;
	return 0;
}

/* Every type asked for was found, and none twice. */
static int
check_types(const struct collector_set *set, const char *dir, const char *types)
{
	size_t i, len;

	for (i = 1; i < set->n; i++)
		if (!by_type(&set->collectors[i - 1], &set->collectors[i])) {
			warnx("%s and %s: the same resource type and scope", set->collectors[i - 1].file,
			    set->collectors[i].file);
			return -1;
		}
	for (; types && *types; types += len + (types[len] == ',')) {
		len = strcspn(types, ",");
		if (!has_type(set, (struct span){ types, len })) {
			warnx("no collector for %.*s in %s", (int)len, types, dir);
			return -1;
		}
	}
	if (set->n == 0) {
		warnx("no collector that was asked for in %s", dir);
		return -1;
	}
	return 0;
}

int
collector_set_load(struct collector_set *set, const char *dir, const char *types, const char *service)
{
	struct loading l = { set, types, service };

	*set = (struct collector_set){0};
	if (modules_each(dir, load, &l) < 0)
		return -1;
	if (set->n)
		qsort(set->collectors, set->n, sizeof(*set->collectors), by_type);
	return check_types(set, dir, types);
}

void
collector_set_free(struct collector_set *set)
{
	size_t i;

	for (i = 0; i < set->n; i++)
		collector_free(&set->collectors[i]);
	free(set->collectors);
	*set = (struct collector_set){0};
}

int
collector_set_redacts(const struct collector_set *set)
{
	size_t i;

	for (i = 0; i < set->n; i++)
		if (set->collectors[i].nredact)
			return 1;
	return 0;
}

void
collector_set_redact_with(struct collector_set *set, const struct redact_key *key)
{
	size_t i;

	for (i = 0; i < set->n; i++)
		set->collectors[i].redact_key = key;
}

void
collector_set_remove(struct collector_set *set, size_t index)
{
	collector_free(&set->collectors[index]);
	set->n--;
	memmove(&set->collectors[index], &set->collectors[index + 1], (set->n - index) * sizeof(*set->collectors));
}

static void
add_functions(struct collector *c, struct functions *f)
{
	size_t i;

	c->arn = functions_add(f, c->name, "arn", 1);
	if (c->record)
		c->make_record = functions_add(f, c->name, c->record, 0);
	if (c->managed)
		c->tell_managed = functions_add(f, c->name, c->managed, 0);
	if (c->scope == SCOPE_EVERYWHERE)
		c->region = functions_add(f, c->name, "region", 1);
	if (c->one && c->one->call && c->one->call->apply)
		c->one->call->function = functions_add(f, c->name, c->one->call->apply, 0);
	for (i = 0; i < c->nonce; i++)
		if (c->once[i].apply)
			c->once[i].function = functions_add(f, c->name, c->once[i].apply, 0);
	for (i = 0; i < c->ndetail; i++)
		if (c->detail[i].apply)
			c->detail[i].function = functions_add(f, c->name, c->detail[i].apply, 0);
}

struct functions *
collector_set_compile(struct collector_set *set, const char *dir)
{
	struct functions *f = functions_new();
	size_t i;

	for (i = 0; i < set->n; i++)
		add_functions(&set->collectors[i], f);
	if (!functions_compile(f, dir))
		return f;
	functions_free(f);
	return NULL;
}

void
collector_at(struct buf *at, const char *account, const char *region)
{
	buf_addc(at, '{');
	member_text(at, "Account", span_of(account));
	member_text(at, "Region", span_of(region));
	member_text(at, "Partition", span_of(endpoint_partition(region)));
	buf_addc(at, '}');
}

int
collector_call_absent(const struct collector_call *call, const char *code, const char *message)
{
	size_t i, len = strlen(code);
	const char *text;

	for (i = 0; call->not_configured && i < json_object_array_length(call->not_configured); i++) {
		text = json_object_get_string(json_object_array_get_idx(call->not_configured, i));
		if (!strcmp(text, code))
			return 1;
		if (!strncmp(text, code, len) && !strncmp(text + len, ": ", 2) && message &&
		    !strncmp(text + len + 2, message, strlen(text + len + 2)))
			return 1;
	}
	return 0;
}

const struct collector_call *
collector_call_at(const struct collector *c, size_t index)
{
	size_t i;

	if (c->parents && index-- == 0)
		return c->parents;
	if (c->list && index-- == 0)
		return c->list;
	for (i = 0; i < c->nbatch; i++)
		if (!c->batch[i].call.unasked && index-- == 0)
			return &c->batch[i].call;
	for (i = 0; i < c->nonce; i++)
		if (!c->once[i].unasked && index-- == 0)
			return &c->once[i];
	for (i = 0; i < c->ndetail; i++) {
		if (c->detail[i].unasked)
			continue;
		if (c->detail[i].before && index-- == 0)
			return c->detail[i].before;
		if (index-- == 0)
			return &c->detail[i];
	}
	return NULL;
}

void
collector_call_fills(const struct collector_call *call, struct buf *path)
{
	buf_adds(path, ".Configuration");
	path_print(&call->each, path);
	if (call->into)
		path_add_key(path, call->into);
}
