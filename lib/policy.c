#include <dirent.h>
#include <err.h>
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "directive.h"
#include "file.h"
#include "module.h"
#include "policy.h"
#include "scan.h"

static int
complain(const struct policy *p, const char *at, const char *reason)
{
	size_t offset = at ? (size_t)(at - p->text.data) : 0;

	warnx("%s:%lu: %s", p->file, module_line(buf_span(&p->text), offset), reason);
	return -1;
}

static void
add_type(struct policy *p, struct span type)
{
	p->types = xrealloc(p->types, (p->ntypes + 1) * sizeof(*p->types));
	p->types[p->ntypes++] = type;
}

/* A text, a list of texts, or "*", which is no type among others. */
static int
read_types(struct policy *p)
{
	static const char wrong[] = "ResourceType must be a text, a list of texts, or \"*\" for every resource";
	struct scan_iter it = scan_open(p->type);
	struct span key, type;

	if (scan_kind(p->type) == SCAN_STRING) {
		if (!scan_string_is(p->type, "*"))
			add_type(p, p->type);
		return 0;
	}
	if (scan_kind(p->type) != SCAN_ARRAY || scan_count(p->type) == 0)
		return complain(p, p->type.at ? p->type.at : p->metadata.at, wrong);
	while (scan_next(&it, &key, &type)) {
		if (scan_kind(type) != SCAN_STRING || scan_string_is(type, "*"))
			return complain(p, type.at, wrong);
		add_type(p, type);
	}
	return 0;
}

static int
read_metadata(struct policy *p)
{
	const char *from, *why;
	struct span on_request;
	size_t at;

	if (module_metadata(buf_span(&p->text), &p->metadata, &why, &at) < 0)
		return complain(p, p->text.data + at, why);
	from = p->metadata.at;
	p->title = scan_get(p->metadata, "Title");
	p->type = scan_get(p->metadata, "ResourceType");
	p->category = scan_get(p->metadata, "Category");
	p->remediation = scan_get(p->metadata, "Remediation");
	p->source = scan_get(p->metadata, "Source");
	p->parameters = scan_get(p->metadata, "Parameters");
	on_request = scan_get(p->metadata, "OnRequest");
	p->severity = (int)scan_integer(scan_get(p->metadata, "Severity"), -1);
	if (scan_kind(p->title) != SCAN_STRING || scan_kind(p->remediation) != SCAN_STRING)
		return complain(p, from, "Title and Remediation must be texts");
	if (read_types(p) < 0)
		return -1;
	if (p->severity < 0 || p->severity > 100)
		return complain(p, from, "Severity must be a whole number from 0 to 100");
	if (p->parameters.at && scan_kind(p->parameters) != SCAN_OBJECT)
		return complain(p, p->parameters.at, "Parameters must be an object");
	if (on_request.at && scan_kind(on_request) != SCAN_TRUE && scan_kind(on_request) != SCAN_FALSE)
		return complain(p, on_request.at, "OnRequest must be true or false");
	p->on_request = scan_kind(on_request) == SCAN_TRUE;
	return 0;
}

/* What a parameter is set to may be anything: it is looked at in each run. */
static int
is_setting(const struct policy *p, enum policy_read_how how, struct span value)
{
	struct buf name = {0};
	int known;

	if (how == POLICY_READ_SHAPE)
		return 1;
	if (scan_kind(value) != SCAN_STRING)
		return scan_kind(value) == (how == POLICY_READ_ONE_OF ? SCAN_ARRAY : SCAN_NUMBER);
	scan_decode(value, &name);
	known = scan_get(p->parameters, name.data ? name.data : "").at != NULL;
	buf_free(&name);
	return known;
}

/* How an entry that is an object is to be read. */
static const char *
read_how(struct policy_read *read, struct span entry, const struct policy *p)
{
	static const char both[] = "a read is one of As, OneOf, Cut and CutAhead, or Cut or CutAhead with As (\"carried\")";
	struct scan_iter it = scan_open(entry);
	struct span key, value;
	int hows = 0;

	while (scan_next(&it, &key, &value)) {
		if (scan_string_is(key, "Path") || scan_string_is(key, "Possible"))
			continue;
		if (scan_string_is(key, "As") && scan_string_is(value, "carried")) {
			read->carried++;
			continue;
		}
		hows++;
		read->setting = value;
		if (scan_string_is(key, "As") && scan_string_is(value, "shape"))
			read->how = POLICY_READ_SHAPE;
		else if (scan_string_is(key, "OneOf"))
			read->how = POLICY_READ_ONE_OF;
		else if (scan_string_is(key, "Cut"))
			read->how = POLICY_READ_CUT;
		else if (scan_string_is(key, "CutAhead"))
			read->how = POLICY_READ_CUT_AHEAD;
		else
			return "a read has Path, Possible, and As (\"carried\", \"shape\"), OneOf, Cut or CutAhead";
		if (!is_setting(p, read->how, value))
			return "OneOf is a list of texts, Cut a whole number of days; or either names a parameter";
	}
	if (read->carried && hows == 0)
		read->how = POLICY_READ_CARRIED;
	else if (read->carried && read->how != POLICY_READ_CUT && read->how != POLICY_READ_CUT_AHEAD)
		return both;
	return hows > 1 || read->carried > 1 ? both : NULL;
}

/* One entry of Reads: a path, or {"Path": path, "Possible": [values], …}. */
static int
add_read(struct policy *p, struct span entry)
{
	struct policy_read read = {0};
	struct span text = entry;
	struct buf scratch = {0};
	const char *why = "a read is a path or {\"Path\": …, \"Possible\": […]}", *wrong;

	if (scan_kind(entry) == SCAN_OBJECT) {
		text = scan_get(entry, "Path");
		read.possible = scan_get(entry, "Possible");
		if (read.possible.at && scan_kind(read.possible) != SCAN_ARRAY)
			return complain(p, entry.at, why);
		if ((wrong = read_how(&read, entry, p)))
			return complain(p, entry.at, wrong);
	}
	if (scan_kind(text) != SCAN_STRING)
		return complain(p, entry.at, why);
	scan_decode(text, &scratch);
	if (path_parse(&read.path, buf_span(&scratch), &why) < 0) {
		buf_free(&scratch);
		return complain(p, text.at, why);
	}
	read.text = scratch.data;
	p->reads = xrealloc(p->reads, (p->nreads + 1) * sizeof(*p->reads));
	p->reads[p->nreads++] = read;
	return 0;
}

static int
read_reads(struct policy *p)
{
	struct span list = scan_get(p->metadata, "Reads"), key, entry;
	struct scan_iter it;

	if (!list.at)	/* says nothing: it may read all */
		return add_read(p, SPAN("\".\""));
	if (scan_kind(list) != SCAN_ARRAY || scan_count(list) == 0)
		return complain(p, list.at, "Reads must be a list of paths");
	it = scan_open(list);
	while (scan_next(&it, &key, &entry))
		if (add_read(p, entry) < 0)
			return -1;
	return 0;
}

static int
read_includes(struct policy *p, struct shared *shared, const char *dir)
{
	const char *why, *wrong;

	p->rule = directive_first(buf_span(&p->text));
	if (p->rule && shared_read(shared, dir, buf_span(&p->text), &p->rule, &p->shared, &why, &wrong) < 0)
		return complain(p, wrong, why);
	return 0;
}

static uint64_t
add_text(uint64_t hash, const struct buf *text)
{
	size_t i;

	for (i = 0; i < text->len; i++)
		hash = (hash ^ (unsigned char)text->data[i]) * 1099511628211u;
	return hash;
}

static void
fingerprint(struct policy *p, const struct shared *shared)
{
	uint64_t hash = 14695981039346656037u;	/* FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv/ */
	size_t i;

	hash = add_text(hash, &p->text);
	for (i = 0; i < p->shared.n; i++)
		hash = add_text(hash, &shared->modules[p->shared.modules[i]].text);
	snprintf(p->revision, sizeof(p->revision), "%016llx", (unsigned long long)hash);
}

static void
policy_free(struct policy *p)
{
	size_t i;

	for (i = 0; i < p->nreads; i++) {
		free(p->reads[i].text);
		path_free(&p->reads[i].path);
	}
	free(p->reads);
	free(p->shared.modules);
	free(p->types);
	free(p->id);
	free(p->module);
	free(p->file);
	buf_free(&p->text);
	buf_free(&p->settings);
}

/* Is id in the list?  An empty list has every id. */
static int
chosen(const char *ids, const char *id)
{
	size_t len = strlen(id), item;

	if (!ids)
		return 1;
	for (; *ids; ids += item + (ids[item] == ',')) {
		item = strcspn(ids, ",");
		if (item == len && memcmp(ids, id, len) == 0)
			return 1;
	}
	return 0;
}

static int
load(struct policy_set *set, const char *dir, const char *service, const char *name, const char *ids)
{
	struct policy p = {0};
	struct buf text = {0};
	size_t len = strlen(name);

	if (name[0] == '.' || len < 4 || strcmp(name + len - 3, ".jq") != 0)
		return 0;
	p.id = xstrndup(name, len - 3);
	if (!chosen(ids, p.id)) {
		free(p.id);
		return 0;
	}
	buf_addf(&text, "%s/%s", service, p.id);
	p.module = text.data;
	text = (struct buf){0};
	buf_addf(&text, "%s/%s.jq", dir, p.module);
	p.file = text.data;
	if (file_read(p.file, &p.text) < 0) {
		warn("%s", p.file);
	} else if (read_metadata(&p) == 0 && read_reads(&p) == 0 && read_includes(&p, &set->shared, dir) == 0) {
		fingerprint(&p, &set->shared);
		set->policies = xrealloc(set->policies, (set->n + 1) * sizeof(p));
		set->policies[set->n++] = p;
		return 0;
	}
	policy_free(&p);
	return -1;
}

static int
load_service(struct policy_set *set, const char *dir, const char *service, const char *ids)
{
	struct buf path = {0};
	struct dirent *entry;
	int status = 0;
	DIR *d;

	buf_addf(&path, "%s/%s", dir, service);
	d = opendir(path.data);
	buf_free(&path);
	if (!d)
		return errno == ENOTDIR ? 0 : (warn("%s/%s", dir, service), -1);
	while ((entry = readdir(d)))
		if (load(set, dir, service, entry->d_name, ids) < 0)
			status = -1;
	closedir(d);
	return status;
}

static int
by_id(const void *a, const void *b)
{
	const struct policy *p = a, *q = b;

	return strcmp(p->id, q->id);
}

/* Every id asked for was found, and none twice. */
static int
check_ids(const struct policy_set *set, const char *dir, const char *ids)
{
	size_t i, item;
	int found;

	for (i = 1; i < set->n; i++)
		if (strcmp(set->policies[i - 1].id, set->policies[i].id) == 0) {
			warnx("%s and %s: the same policy id", set->policies[i - 1].file, set->policies[i].file);
			return -1;
		}
	for (; ids && *ids; ids += item + (ids[item] == ',')) {
		item = strcspn(ids, ",");
		found = 0;
		for (i = 0; i < set->n; i++)
			found |= strlen(set->policies[i].id) == item && memcmp(set->policies[i].id, ids, item) == 0;
		if (!found) {
			warnx("no policy %.*s in %s", (int)item, ids, dir);
			return -1;
		}
	}
	if (set->n == 0) {
		warnx("%s: no policies", dir);
		return -1;
	}
	return 0;
}

int
policy_set_load(struct policy_set *set, const char *dir, const char *ids)
{
	struct dirent *entry;
	int status = 0;
	DIR *d = opendir(dir);

	*set = (struct policy_set){0};
	if (!d) {
		warn("%s", dir);
		return -1;
	}
	while ((entry = readdir(d)))
		if (entry->d_name[0] != '.' && load_service(set, dir, entry->d_name, ids) < 0)
			status = -1;
	closedir(d);
	if (set->n)
		qsort(set->policies, set->n, sizeof(*set->policies), by_id);
	return status < 0 ? -1 : check_ids(set, dir, ids);
}

void
policy_set_unasked(struct policy_set *set)
{
	size_t i, kept = 0;

	for (i = 0; i < set->n; i++)
		if (set->policies[i].on_request)
			policy_free(&set->policies[i]);
		else
			set->policies[kept++] = set->policies[i];
	set->n = kept;
}

void
policy_set_free(struct policy_set *set)
{
	size_t i;

	for (i = 0; i < set->n; i++)
		policy_free(&set->policies[i]);
	free(set->policies);
	shared_free(&set->shared);
	*set = (struct policy_set){0};
}

int
policy_names(const struct policy *p, const char *type)
{
	size_t i;

	for (i = 0; i < p->ntypes; i++)
		if (scan_string_is(p->types[i], type))
			return 1;
	return 0;
}
