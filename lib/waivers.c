#include <err.h>
#include <stdlib.h>
#include <string.h>

#include "commalist.h"
#include "ndjson.h"
#include "scan.h"
#include "table.h"
#include "waiver.h"
#include "waivers.h"

enum { NONE = -1 };

struct entry {
	struct waiver waiver;
	struct buf note;		/* of a finding that it waives */
	size_t policy;			/* the number of the one it is for, NONE with wildcards */
	unsigned char *policies;	/* those that its wildcards are for, by number; else NULL */
	int skipped;			/* it is for none */
	int expired;
	unsigned long findings;
	char *file;
	unsigned long line;
};

/* The entries that name one ARN, or one address. */
struct place {
	struct span key;
	size_t *number;
	size_t n;
};

struct waivers {
	const struct policy_set *set;
	struct entry *entry;
	size_t n, cap;
	struct table arns, addresses;
	struct place globs;
	struct buf text, scratch;
};

/* The best waiver of a finding while they are gone through. */
struct search {
	struct waivers *waivers;
	const struct record *record;
	size_t policy;
	struct entry *best;
};

static void
place_add(struct place *p, size_t number)
{
	if ((p->n & (p->n - 1)) == 0)	/* at each power of two */
		p->number = xrealloc(p->number, (p->n ? p->n * 2 : 1) * sizeof(*p->number));
	p->number[p->n++] = number;
}

static int
by_id(const void *id, const void *policy)
{
	return strcmp(id, ((const struct policy *)policy)->id);
}

static void
set_policies(struct entry *e, const struct policy_set *set)
{
	const struct policy *found;
	size_t i;

	e->policy = (size_t)NONE;
	e->skipped = 1;
	if (!e->waiver.glob) {
		found = !set->n ? NULL :
		    bsearch(e->waiver.text[WAIVER_POLICY].data, set->policies, set->n, sizeof(*found), by_id);
		if (found) {
			e->policy = (size_t)(found - set->policies);
			e->skipped = 0;
		}
		return;
	}
	e->policies = xcalloc(set->n ? set->n : 1, 1);
	for (i = 0; i < set->n; i++)
		if (waiver_judges(&e->waiver, set->policies[i].id)) {
			e->policies[i] = 1;
			e->skipped = 0;
		}
}

static int
judges(const struct entry *e, size_t policy)
{
	return e->policies ? e->policies[policy] : e->policy == policy;
}

static void
add(struct waivers *w, const struct waiver *waiver, const struct ndjson *in, time_t now)
{
	struct entry *e;
	struct place *place = &w->globs;

	if (w->n == w->cap) {
		w->cap = w->cap ? w->cap * 2 : 16;
		w->entry = xrealloc(w->entry, w->cap * sizeof(*w->entry));
	}
	e = &w->entry[w->n];
	*e = (struct entry){ .waiver = *waiver, .expired = waiver->expires <= now,
	    .file = xstrdup(in->name), .line = in->line };
	waiver_note(waiver, &e->note);
	set_policies(e, w->set);
	if (!waiver->glob && waiver->text[WAIVER_ARN].len)
		place = table_get(&w->arns, buf_span(&waiver->text[WAIVER_ARN]));
	else if (!waiver->glob)
		place = table_get(&w->addresses, buf_span(&waiver->text[WAIVER_ADDRESS]));
	place_add(place, w->n++);
}

struct waivers *
waivers_load(const char *files, const struct policy_set *set, time_t now, int *status)
{
	struct waivers *w = xcalloc(1, sizeof(*w));
	char **names = commalist_split(files);
	struct waiver waiver;
	struct ndjson in;
	struct span record;
	const char *why;

	w->set = set;
	w->arns.size = w->addresses.size = sizeof(struct place);
	ndjson_open(&in, names);
	while (ndjson_next(&in, &record)) {
		if ((why = waiver_read(&waiver, record)))
			waiver_free(&waiver);
		else
			add(w, &waiver, &in, now);
		ndjson_complain(&in, why);
	}
	*status = ndjson_close(&in);
	commalist_free(names);
	return w;
}

static void
table_close(struct table *t)
{
	size_t i;

	for (i = 0; i < t->n; i++)
		free(((struct place *)t->item[i])->number);
	table_free(t);
}

void
waivers_free(struct waivers *w)
{
	size_t i;

	if (!w)
		return;
	for (i = 0; i < w->n; i++) {
		waiver_free(&w->entry[i].waiver);
		buf_free(&w->entry[i].note);
		free(w->entry[i].policies);
		free(w->entry[i].file);
	}
	table_close(&w->arns);
	table_close(&w->addresses);
	free(w->globs.number);
	free(w->entry);
	buf_free(&w->text);
	buf_free(&w->scratch);
	free(w);
}

static void
search(struct search *s, const struct place *p)
{
	struct entry *e;
	size_t i;

	for (i = 0; p && i < p->n; i++) {
		e = &s->waivers->entry[p->number[i]];
		if (!judges(e, s->policy) || !waiver_holds(&e->waiver, s->record, &s->waivers->scratch))
			continue;
		e->findings++;
		if (!s->best || e->waiver.expires > s->best->waiver.expires)
			s->best = e;
	}
}

struct span
waivers_find(struct waivers *w, const struct record *r, size_t policy)
{
	struct search s = { .waivers = w, .record = r, .policy = policy };

	if (w->arns.n)
		search(&s, table_find(&w->arns, scan_text(r->arn, &w->text)));
	if (w->addresses.n)
		search(&s, table_find(&w->addresses, scan_text(scan_get(r->whole, "Address"), &w->text)));
	search(&s, &w->globs);
	return s.best && !s.best->expired ? buf_span(&s.best->note) : (struct span){ NULL, 0 };
}

void
waivers_export(const struct waivers *w, struct buf *to)
{
	size_t i;

	for (i = 0; i < w->n; i++)
		buf_addf(to, "%lu ", w->entry[i].findings);
	buf_addc(to, '\n');
}

struct span
waivers_import(struct waivers *w, struct span text)
{
	const char *p = text.at, *end = text.at + text.len;
	char *after;
	size_t i;

	for (i = 0; i < w->n; i++, p = after + 1) {
		w->entry[i].findings += strtoul(p, &after, 10);
		if (after == p || after >= end || *after != ' ')
			return (struct span){ NULL, 0 };
	}
	if (p >= end || *p != '\n')
		return (struct span){ NULL, 0 };
	return (struct span){ p + 1, (size_t)(end - p - 1) };
}

static const char *
status_of(const struct entry *e)
{
	return e->expired ? "expired" : e->skipped ? "skipped" : e->findings ? "used" : "unused";
}

void
waivers_write(const struct waivers *w, struct buf *to)
{
	size_t i;

	for (i = 0; i < w->n; i++) {
		buf_adds(to, "{\"Kind\":\"waiver\"");
		waiver_members(&w->entry[i].waiver, to);
		buf_addf(to, ",\"Status\":\"%s\",\"Findings\":%lu}\n", status_of(&w->entry[i]), w->entry[i].findings);
	}
}

static void
say(const struct entry *e)
{
	const struct buf *text = e->waiver.text;
	const char *what = text[text[WAIVER_ARN].len ? WAIVER_ARN : WAIVER_ADDRESS].data;
	const char *policy = text[WAIVER_POLICY].data, *glob = "";

	if (!e->waiver.glob && (strchr(what, '*') || strchr(policy, '*')))
		glob = " (without \"Glob\": true a * is itself)";
	if (e->expired)
		warnx("%s:%lu: waiver expired %s: %s on %s, %lu findings", e->file, e->line,
		    text[WAIVER_EXPIRES].data, policy, what, e->findings);
	else if (e->skipped)
		warnx("%s:%lu: waiver skipped: no policy %s judged%s", e->file, e->line, policy, glob);
	else
		warnx("%s:%lu: waiver not used: %s on %s%s", e->file, e->line, policy, what, glob);
}

void
waivers_say(const struct waivers *w, int skipped)
{
	const struct entry *e;
	size_t i;

	for (i = 0; i < w->n; i++) {
		e = &w->entry[i];
		if (e->expired || (e->skipped ? skipped : !e->findings))
			say(e);
	}
}
