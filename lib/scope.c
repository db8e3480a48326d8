#include <stdlib.h>
#include <string.h>

#include "scan.h"
#include "scope_part.h"
#include "unreadable.h"

int
scope_has_units(const struct scope *s)
{
	return s->units[INCLUDE].n + s->units[EXCLUDE].n > 0;
}

int
scope_has_tags(const struct scope *s)
{
	return s->tags[INCLUDE].n + s->tags[EXCLUDE].n > 0;
}

void
scope_use_units(struct scope *s, const struct units *units)
{
	s->where = units;
}

static int
has(const struct texts *list, struct span json)
{
	size_t i;

	for (i = 0; i < list->n; i++)
		if (scan_string_is(json, list->text[i]))
			return 1;
	return 0;
}

/* What two lists make of a name; nobody knows, if there is none and it matters. */
static enum applies
by_name(const struct texts lists[SIDES], struct span json)
{
	if (lists[INCLUDE].n + lists[EXCLUDE].n == 0)
		return APPLIES;
	if (scan_kind(json) != SCAN_STRING)
		return APPLIES_UNKNOWN;
	if ((lists[INCLUDE].n && !has(&lists[INCLUDE], json)) || has(&lists[EXCLUDE], json))
		return APPLIES_NOT;
	return APPLIES;
}

static int
is_below(const struct texts *paths, const struct texts *units)
{
	size_t i;

	for (i = 0; i < units->n; i++)
		if (units_below(paths, units->text[i]))
			return 1;
	return 0;
}

static enum applies
by_unit(const struct scope *s, struct span account)
{
	const struct texts *paths;

	if (!scope_has_units(s))
		return APPLIES;
	if (!s->where || scan_kind(account) != SCAN_STRING || !(paths = units_of(s->where, account)))
		return APPLIES_UNKNOWN;
	if ((s->units[INCLUDE].n && !is_below(paths, &s->units[INCLUDE])) || is_below(paths, &s->units[EXCLUDE]))
		return APPLIES_NOT;
	return APPLIES;
}

/* What leaves out goes before what nobody knows. */
static void
decide(struct scope_place *place, enum applies part, const char *path, const char *code)
{
	if (part == APPLIES_NOT) {
		place->applies = APPLIES_NOT;
	} else if (part == APPLIES_UNKNOWN && place->applies == APPLIES) {
		place->applies = APPLIES_UNKNOWN;
		place->path = path;
		place->code = code;
	}
}

static int
is_place(const struct scope_place *place, struct span account, struct span region)
{
	return place->account_len == account.len && place->key.len == account.len + region.len &&
	    memcmp(place->key.at, account.at ? account.at : "", account.len) == 0 &&
	    memcmp(place->key.at + account.len, region.at ? region.at : "", region.len) == 0;
}

static const struct scope_place *
place_of(struct scope *s, struct span account, struct span region)
{
	struct scope_place *place = s->last;
	size_t known = s->places.n;

	if (place && is_place(place, account, region))
		return place;
	buf_clear(&s->scratch);
	buf_addspan(&s->scratch, account);
	buf_addspan(&s->scratch, region);
	place = s->last = table_get(&s->places, buf_span(&s->scratch));
	if (s->places.n > known) {
		place->account_len = account.len;
		decide(place, by_name(s->accounts, account), ".AccountId", "NotKnown");
		decide(place, by_unit(s, account), ".AccountId", "UnitNotKnown");
		decide(place, by_name(s->regions, region), ".Region", "NotKnown");
	}
	return place;
}

/* An entry, unless it is there: several tags may be unknown for one reason. */
static void
add_entry(struct buf *evidence, struct span entry)
{
	if (evidence->len && span_holds(buf_span(evidence), entry))
		return;
	if (evidence->len)
		buf_addc(evidence, ',');
	buf_addspan(evidence, entry);
}

/* Entries of Unreadable that touch a tag, into evidence; how many there are. */
static size_t
missing_tag(struct scope *s, const struct scope_tag *tag, const struct record *r, struct buf *evidence)
{
	struct scan_iter it = scan_open(r->unreadable);
	struct span key, entry;
	size_t n = 0;

	while (scan_next(&it, &key, &entry))
		if (unreadable_touches(entry, &tag->path, &s->scratch)) {
			add_entry(evidence, entry);
			n++;
		}
	return n;
}

static void
add_unknown(struct scope *s, struct buf *evidence, const char *path, const char *code)
{
	buf_clear(&s->scratch);
	buf_addf(&s->scratch, "{\"Path\":\"%s\",\"Operation\":null,\"Code\":\"%s\",\"Permission\":null}", path, code);
	add_entry(evidence, buf_span(&s->scratch));
}

/* APPLIES: the resource has it. */
static enum applies
by_tag(struct scope *s, const struct scope_tag *tag, const struct record *r, struct buf *evidence)
{
	struct span value = scan_get(r->tags, tag->key);

	if (scan_kind(value) == SCAN_STRING)
		return tag->values.n == 0 || has(&tag->values, value) ? APPLIES : APPLIES_NOT;
	if (missing_tag(s, tag, r, evidence))
		return APPLIES_UNKNOWN;
	if (scan_kind(r->tags) == SCAN_OBJECT || !r->tags.at)
		return APPLIES_NOT;
	add_unknown(s, evidence, ".Tags", "NotKnown");
	return APPLIES_UNKNOWN;
}

/* All tags to be included are there, and none to be excluded. */
static enum applies
by_tags(struct scope *s, const struct record *r, struct buf *evidence)
{
	size_t len = evidence->len, i;
	enum applies worst = APPLIES, here;
	int side;

	for (side = INCLUDE; side < SIDES; side++)
		for (i = 0; i < s->tags[side].n; i++) {
			here = by_tag(s, &s->tags[side].tag[i], r, evidence);
			if (here == APPLIES_UNKNOWN) {
				worst = here;
			} else if ((side == INCLUDE) != (here == APPLIES)) {
				evidence->len = len;
				return APPLIES_NOT;
			}
		}
	return worst;
}

enum applies
scope_applies(struct scope *s, const struct record *r, struct buf *evidence)
{
	const struct scope_place *place = place_of(s, r->account, r->region);
	enum applies tags;

	if (place->applies == APPLIES_NOT)
		return APPLIES_NOT;
	tags = by_tags(s, r, evidence);
	if (tags == APPLIES_NOT || place->applies == APPLIES)
		return tags;
	add_unknown(s, evidence, place->path, place->code);
	return APPLIES_UNKNOWN;
}

void
scope_free(struct scope *s)
{
	size_t i;
	int side;

	if (!s)
		return;
	for (side = INCLUDE; side < SIDES; side++) {
		texts_free(&s->accounts[side]);
		texts_free(&s->units[side]);
		texts_free(&s->regions[side]);
		for (i = 0; i < s->tags[side].n; i++) {
			free(s->tags[side].tag[i].key);
			path_free(&s->tags[side].tag[i].path);
			texts_free(&s->tags[side].tag[i].values);
		}
		free(s->tags[side].tag);
	}
	table_free(&s->places);
	buf_free(&s->scratch);
	free(s);
}
