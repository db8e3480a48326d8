/* Which resources belong together: by equal values, by reference, through a shared variable. */
#include <stdlib.h>
#include <string.h>

#include "scan.h"
#include "terraform_part.h"

/* A value that a link may find a resource by. */
struct entry {
	const struct tf_link *link;
	struct span value;
	size_t resource;
};

struct joiner {
	struct tf_document *d;
	struct tf_maps *maps;
	struct entry *entries;		/* by link and value, ascending */
	size_t n;
	struct tf_link *back;		/* links of maps that others relate to, seen from those others */
	size_t nback;
};

/* What one link of one resource found. */
struct found {
	size_t *all, n;
};

static void
add_found(struct found *f, size_t resource)
{
	f->all = xrealloc(f->all, (f->n + 1) * sizeof(size_t));
	f->all[f->n++] = resource;
}

static int
by_value(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;

	if (x->link != y->link)
		return (x->link > y->link) - (x->link < y->link);
	return span_cmp(x->value, y->value);
}

static void
index_link(struct joiner *j, const struct tf_link *link)
{
	struct entry e = { .link = link };
	size_t i, k;

	for (i = 0; link->is && link->to && i < link->to->nresources; i++) {
		e.resource = link->to->resources[i];
		if (j->d->all[e.resource].action == TF_DELETE)
			continue;
		for (k = 0; link->is[k]; k++) {
			e.value = scan_get(j->d->all[e.resource].values, link->is[k]);
			if (scan_kind(e.value) != SCAN_STRING || e.value.len < 3)
				continue;
			if ((j->n & (j->n - 1)) == 0)
				j->entries = xrealloc(j->entries, (j->n ? 2 * j->n : 1) * sizeof(e));
			j->entries[j->n++] = e;
		}
	}
}

/* The other type of a link, if it occurs. */
static void
find_other(struct joiner *j, struct tf_link *link)
{
	size_t i;

	link->to = NULL;
	for (i = 0; i < j->maps->n && !link->to; i++)
		if (!strcmp(j->maps->all[i]->type, link->type))
			link->to = j->maps->all[i];
}

static void
turn_back(struct joiner *j, const struct tf_link *link)
{
	struct tf_link back = *link;

	back.map = link->to;
	back.to = link->map;
	back.type = link->map->type;
	back.back_of = link;
	j->back = xrealloc(j->back, (j->nback + 1) * sizeof(back));
	j->back[j->nback++] = back;
}

/* Finds the other types of all links, and what their resources are found by. */
static void
index_links(struct joiner *j)
{
	struct tf_maps *maps = j->maps;
	size_t i, k;

	for (i = 0; i < maps->n; i++)
		for (k = 0; k < maps->all[i]->nlinks; k++) {
			struct tf_link *link = &maps->all[i]->links[k];

			find_other(j, link);
			if (link->to && link->back)
				turn_back(j, link);
			else if (link->to && maps->all[i]->nresources)
				index_link(j, link);
		}
	for (i = 0; i < j->nback; i++)
		index_link(j, &j->back[i]);
	if (j->n)
		qsort(j->entries, j->n, sizeof(*j->entries), by_value);
}

static void
append(struct tf_joined **list, size_t *n, struct tf_joined joined)
{
	size_t i;

	for (i = 0; i < *n; i++)
		if ((*list)[i].link == joined.link && (*list)[i].resource == joined.resource)
			return;
	*list = xrealloc(*list, (*n + 1) * sizeof(joined));
	(*list)[(*n)++] = joined;
}

/* Each whole gets its part, or the resource gets each that it takes from. */
static void
join_all(struct joiner *j, size_t resource, const struct tf_link *link, const struct found *f, int maybe)
{
	struct tf_resource *self = &j->d->all[resource], *other;
	size_t i;

	for (i = 0; i < f->n; i++) {
		other = &j->d->all[f->all[i]];
		if (link->back_of && maybe)
			continue;	/* what only may have to do with it says nothing */
		if (link->back_of)
			append(&other->others, &other->nothers,
			    (struct tf_joined){ link->back_of, resource, maybe, 0 });
		else if (link->as)
			append(&self->others, &self->nothers, (struct tf_joined){ link, f->all[i], maybe, 0 });
		else
			append(&other->parts, &other->nparts, (struct tf_joined){ link, resource, maybe, 0 });
	}
}

enum sameness { APART, PERHAPS, SAME };

static enum sameness
same_account(const struct tf_resource *a, const struct tf_resource *b)
{
	if (a->account && b->account)
		return strcmp(a->account, b->account) ? APART : SAME;
	return span_cmp(a->provider, b->provider) ? PERHAPS : SAME;
}

/* For what holds in an account, or in a region of it. */
static enum sameness
same_place(const struct tf_link *link, const struct tf_resource *a, const struct tf_resource *b)
{
	enum sameness account = same_account(a, b), region = SAME;

	if (link->regional && a->region && b->region)
		region = strcmp(a->region, b->region) ? APART : SAME;
	else if (link->regional && span_cmp(a->provider, b->provider))
		region = PERHAPS;
	return account < region ? account : region;
}

/* Has the resource the texts that the link is for, as far as they are known? */
static int
link_holds(const struct tf_link *link, struct span values)
{
	struct scan_iter it = scan_open(link->when);
	struct span key, text, own;
	struct buf name = {0};
	int holds = 1;

	while (link->when.at && scan_next(&it, &key, &text)) {
		buf_clear(&name);
		buf_add(&name, "", 0);
		scan_decode(key, &name);
		own = scan_get(values, name.data);
		holds = holds && (scan_kind(own) != SCAN_STRING || !span_cmp(own, text));
	}
	buf_free(&name);
	return holds;
}

/* Those that have the value; of the same account only, if some are. */
static void
find_value(const struct joiner *j, size_t resource, const struct tf_link *link, struct span value, struct found *f)
{
	const struct entry wanted = { link, value, 0 };
	const struct tf_resource *all = j->d->all;
	size_t low = 0, high = j->n, middle, i, same = 0;

	while (low < high) {
		middle = low + (high - low) / 2;
		if (by_value(&j->entries[middle], &wanted) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	for (i = low; i < j->n && !by_value(&j->entries[i], &wanted); i++)
		same += same_account(&all[resource], &all[j->entries[i].resource]) == SAME;
	for (i = low; i < j->n && !by_value(&j->entries[i], &wanted); i++)
		if (!same || same_account(&all[resource], &all[j->entries[i].resource]) == SAME)
			add_found(f, j->entries[i].resource);
}

/* The same for a text which has the value after something. */
static void
find_text(const struct joiner *j, size_t resource, const struct tf_link *link, struct span text, struct found *f)
{
	size_t before = link->after ? strlen(link->after) : 0;
	struct buf value = {0};
	const char *end;

	if (!link->after) {
		find_value(j, resource, link, text, f);
	} else if (text.len > before + 2 && !memcmp(text.at + 1, link->after, before)) {
		text = (struct span){ text.at + 1 + before, text.len - before - 2 };
		if ((end = memchr(text.at, '/', text.len)))
			text.len = (size_t)(end - text.at);
		buf_add(&value, "\"", 1);
		buf_add(&value, text.at, text.len);
		buf_add(&value, "\"", 1);
		find_value(j, resource, link, buf_span(&value), f);
	}
	buf_free(&value);
}

/* Those that an attribute's texts name, or that it names itself, among a resource's values. */
static void
find_values(const struct joiner *j, size_t resource, const struct tf_link *link, struct span values, struct found *f)
{
	struct span value = scan_get(values, link->by), key, item;
	struct scan_iter it = scan_open(value);

	if (scan_kind(value) == SCAN_STRING)
		find_text(j, resource, link, value, f);
	while (scan_kind(value) == SCAN_ARRAY && scan_next(&it, &key, &item))
		if (scan_kind(item) == SCAN_STRING)
			find_text(j, resource, link, item, f);
}

static int
is_unknown(const struct tf_resource *r, const char *attribute)
{
	struct span unknown = scan_get(r->unknown, attribute), key, item;
	struct scan_iter it = scan_open(unknown);

	if (scan_kind(unknown) == SCAN_TRUE)
		return 1;
	while (scan_kind(unknown) == SCAN_ARRAY && scan_next(&it, &key, &item))
		if (scan_kind(item) == SCAN_TRUE)
			return 1;
	return 0;
}

/* The next "module.NAME[INDEX]" of a module's path, and its length without the index; 0 at the end. */
static int
next_call(const char **path, struct span *call, size_t *bare)
{
	const char *p = *path;
	int quoted = 0, depth = 0;

	if (!*p)
		return 0;
	*call = (struct span){ p, 0 };
	*bare = 0;
	for (p += strcspn(p, "."); *p == '.' || *p; p++) {
		if (quoted && *p == '\\' && p[1])
			p++;
		else if (*p == '"')
			quoted = !quoted;
		else if (!quoted && *p == '[' && !depth++ && !*bare)
			*bare = (size_t)(p - call->at);
		else if (!quoted && *p == ']')
			depth--;
		else if (!quoted && !depth && !strncmp(p, ".module.", 8))
			break;
	}
	call->len = (size_t)(p - call->at);
	if (!*bare)
		*bare = call->len;
	*path = *p ? p + 1 : p;
	return 1;
}

/* Can a module be what was written in another: the same where both are in one, and with the indices that were written? */
static int
module_fits(const char *module, const char *written, const char *self)
{
	struct span m, w, s;
	size_t mb, wb, sb;
	int common = 1;

	while (next_call(&module, &m, &mb) && next_call(&written, &w, &wb)) {
		common = common && next_call(&self, &s, &sb) && sb == mb && !memcmp(s.at, m.at, mb);
		if (wb < w.len && span_cmp(w, m))
			return 0;
		if (wb == w.len && common && span_cmp(s, m))
			return 0;
	}
	return 1;
}

/* Does an index as it stands in the document say the same as [INDEX]? */
static int
index_is(struct span index, struct span bracketed)
{
	return index.at && bracketed.len == index.len + 2 && !memcmp(bracketed.at + 1, index.at, index.len);
}

/* Has other the index of self, or has the module that it is in? */
static int
index_fits(const struct tf_resource *other, const struct tf_resource *self)
{
	const char *path = other->module;
	struct span call = { NULL, 0 };
	size_t bare = 0;

	if (!self->index.at)
		return 0;
	if (other->index.at)
		return !span_cmp(other->index, self->index);
	while (next_call(&path, &call, &bare))
		;
	return call.at && index_is(self->index, (struct span){ call.at + bare, call.len - bare });
}

/* Of several, the one with the same index, if there is one. */
static int
choose(const struct tf_document *d, size_t resource, struct found *f)
{
	size_t i, n = 0, chosen = 0;

	for (i = 0; i < f->n; i++)
		if (index_fits(&d->all[f->all[i]], &d->all[resource])) {
			chosen = f->all[i];
			n++;
		}
	if (n == 1) {
		f->all[0] = chosen;
		f->n = 1;
	}
	return f->n == 1;
}

/* Instances of what a reference names.  Joined for sure if it can be one alone. */
static void
join_target(struct joiner *j, size_t resource, const struct tf_link *link, const struct tf_target *target)
{
	const struct tf_resource *self = &j->d->all[resource], *other;
	struct found f = {0};
	size_t i;

	for (i = 0; i < link->to->nresources; i++) {
		other = &j->d->all[link->to->resources[i]];
		if (other->block == target->block && other->action != TF_DELETE &&
		    module_fits(other->module, target->module, self->module) &&
		    (!*target->index || index_is(other->index, span_of(target->index))))
			add_found(&f, link->to->resources[i]);
	}
	join_all(j, resource, link, &f, !choose(j->d, resource, &f));
	free(f.all);
}

static int
same_keys(const struct tf_refs *a, const struct tf_refs *b)
{
	size_t i;

	for (i = 0; i < a->nkeys && i < b->nkeys && !strcmp(a->keys[i], b->keys[i]); i++)
		;
	return a->nkeys && i == a->nkeys && i == b->nkeys;
}

/* Does one of the other's attributes come from the same variables? */
static int
shares(const struct joiner *j, const struct tf_link *link, const struct tf_refs *refs, const struct tf_resource *other)
{
	struct tf_refs theirs;
	size_t i;
	int same = 0;

	for (i = 0; link->is[i] && !same; i++) {
		tf_refs_read(&theirs, &j->d->config, other->block, link->is[i], "");
		same = same_keys(refs, &theirs);
		tf_refs_free(&theirs);
	}
	return same;
}

/* Does the map say that its type has to do with another? */
static int
is_linked(const struct tf_map *map, const char *type)
{
	size_t i;

	for (i = 0; i < map->nlinks; i++)
		if (!strcmp(map->links[i].type, type))
			return 1;
	return 0;
}

/* Is it written as the ARN or id of a resource that has nothing to do with the link's other type? */
static int
names_stranger(const struct joiner *j, const struct tf_link *link, const struct tf_refs *refs)
{
	struct buf quoted = {0};
	struct span type;
	const char *at, *end;
	size_t i, k;
	int found = 0;

	for (i = 0; i < refs->nkeys && !found; i++) {
		at = strstr(refs->keys[i], " aws_");
		end = strrchr(refs->keys[i], '.');
		if (!at || !end || (strcmp(end, ".arn") && strcmp(end, ".id")))
			continue;
		buf_clear(&quoted);
		buf_addf(&quoted, "\"%.*s\"", (int)strcspn(at + 1, "."), at + 1);
		type = tf_type(j->maps, buf_span(&quoted));
		for (k = 0; k < j->maps->n && !found; k++)
			found = j->maps->all[k]->found && scan_string_is(type, j->maps->all[k]->type) &&
			    !is_linked(j->maps->all[k], link->type);
	}
	buf_free(&quoted);
	return found;
}

/* Those that share a variable with it; else it may belong to any whose name is as unknown as that it asks for. */
static void
join_shared(struct joiner *j, size_t resource, const struct tf_link *link, const struct tf_refs *refs)
{
	const struct tf_resource *self = &j->d->all[resource], *other;
	struct found f = {0};
	size_t i;
	int pass, passes = link->back_of || names_stranger(j, link, refs) ? 1 : 2;

	for (pass = 0; pass < passes && !f.n; pass++)
		for (i = 0; i < link->to->nresources; i++) {
			other = &j->d->all[link->to->resources[i]];
			if (other->action != TF_DELETE && (pass ? same_account(self, other) != APART :
			    module_fits(other->module, self->module, self->module) && shares(j, link, refs, other)))
				add_found(&f, link->to->resources[i]);
		}
	/* the second time they are any */
	join_all(j, resource, link, &f, !choose(j->d, resource, &f) || pass > 1);
	free(f.all);
}

static void
join_references(struct joiner *j, size_t resource, const struct tf_link *link)
{
	const struct tf_resource *self = &j->d->all[resource];
	struct tf_refs refs;
	size_t i;

	tf_refs_read(&refs, &j->d->config, self->block, link->by, link->type);
	for (i = 0; i < refs.ntargets; i++)
		join_target(j, resource, link, &refs.targets[i]);
	if (!refs.ntargets && is_unknown(self, link->by))
		join_shared(j, resource, link, &refs);
	tf_refs_free(&refs);
}

/* What holds for an account, or a region of it, holds for all of the type in it. */
static void
join_account(struct joiner *j, size_t resource, const struct tf_link *link)
{
	enum sameness same;
	size_t i, other;

	for (i = 0; i < link->to->nresources; i++) {
		other = link->to->resources[i];
		same = same_place(link, &j->d->all[resource], &j->d->all[other]);
		if (same != APART)
			join_all(j, resource, link, &(struct found){ &other, 1 }, same == PERHAPS);
	}
}

static void
join_link(struct joiner *j, size_t resource, const struct tf_link *link)
{
	struct found f = {0};

	if (!link_holds(link, j->d->all[resource].values))
		return;
	if (!link->by) {
		join_account(j, resource, link);
		return;
	}
	find_values(j, resource, link, j->d->all[resource].values, &f);
	join_all(j, resource, link, &f, 0);
	if (!f.n || is_unknown(&j->d->all[resource], link->by))
		join_references(j, resource, link);
	free(f.all);
}

/* What it was a part of and is no more, because it goes or becomes another's, changes by that. */
static void
leave(struct joiner *j, size_t resource, const struct tf_link *link)
{
	struct tf_resource *self = &j->d->all[resource], *whole;
	struct found f = {0};
	size_t i;

	if (!link_holds(link, self->before))
		return;
	if (link->by)
		find_values(j, resource, link, self->before, &f);
	for (i = 0; !link->by && self->action == TF_DELETE && i < link->to->nresources; i++)
		if (same_place(link, self, &j->d->all[link->to->resources[i]]) != APART)
			add_found(&f, link->to->resources[i]);
	for (i = 0; i < f.n; i++) {
		whole = &j->d->all[f.all[i]];
		append(&whole->parts, &whole->nparts, (struct tf_joined){ link, resource, 0, 1 });
	}
	free(f.all);
}

static void
join_links(struct joiner *j, size_t resource)
{
	const struct tf_resource *self = &j->d->all[resource];
	const struct tf_link *link;
	size_t i;

	for (i = 0; i < self->map->nlinks; i++) {
		link = &self->map->links[i];
		if (link->to && !link->back && self->action != TF_DELETE)
			join_link(j, resource, link);
		if (link->to && !link->as && self->before.at)
			leave(j, resource, link);
	}
}

/* Those that may be parts come first: what is sure overrules them. */
static int
by_certainty(const void *a, const void *b)
{
	const struct tf_joined *x = a, *y = b;

	if (x->maybe != y->maybe)
		return y->maybe - x->maybe;
	return (x->resource > y->resource) - (x->resource < y->resource);
}

void
tf_join(struct tf_document *d, struct tf_maps *maps)
{
	struct joiner j = { .d = d, .maps = maps };
	size_t i, k;

	index_links(&j);
	for (i = 0; i < d->n; i++)
		join_links(&j, i);
	for (i = 0; i < j.nback; i++)
		for (k = 0; k < j.back[i].map->nresources; k++)
			if (d->all[j.back[i].map->resources[k]].action != TF_DELETE)
				join_link(&j, j.back[i].map->resources[k], &j.back[i]);
	for (i = 0; i < d->n; i++)
		if (d->all[i].nparts)
			qsort(d->all[i].parts, d->all[i].nparts, sizeof(struct tf_joined), by_certainty);
	free(j.entries);
	free(j.back);
}

enum { DEEPEST = 3 };		/* as attributes hold others (terraform_value.c) */

static int
changes(const struct tf_document *d, const struct tf_resource *r, int depth)
{
	size_t i;

	if (r->action != TF_SAME && r->action != TF_NONE)
		return 1;
	for (i = 0; depth == 0 && i < r->nparts; i++)
		if (changes(d, &d->all[r->parts[i].resource], depth + 1))
			return 1;
	for (i = 0; depth < DEEPEST && i < r->nothers; i++)
		if (changes(d, &d->all[r->others[i].resource], depth + 1))
			return 1;
	return 0;
}

int
tf_changes(const struct tf_document *d, const struct tf_resource *r)
{
	return changes(d, r, 0);
}
