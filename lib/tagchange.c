/* What a tagplan asks for that is not so yet. */
#include "tagchange.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "taglimit.h"
#include "tree.h"

struct making {
	struct tagchange *change;
	struct json_object *plan, *tags, *set, *was;	/* set, was: the plan's */
	const struct tag_limit *limit;
	struct buf why;
};

static int
refuse(struct making *m, const char *key, const char *why)
{
	buf_addf(&m->why, "%s: %s", key, why);
	return -1;
}

/* A value that is not text counts as none; tags are texts. */
static const char *
text_of(struct json_object *value)
{
	return json_object_is_type(value, json_type_string) ? json_object_get_string(value) : NULL;
}

static int
is_same(const char *a, const char *b)
{
	return a && b ? !strcmp(a, b) : a == b;
}

/* Has a tag another value than it had for the plan? */
static int
is_stale(const struct making *m, const char *key)
{
	struct json_object *was;

	return json_object_is_type(m->was, json_type_object) && json_object_object_get_ex(m->was, key, &was) &&
	    !is_same(text_of(was), tree_text(m->tags, key));
}

static int
check_key(struct making *m, const char *key)
{
	char why[TAGLIMIT_WHY];

	if (m->limit && taglimit_reserved(m->limit, span_of(key)))
		return refuse(m, key, taglimit_key(m->limit, span_of(key), why));
	return is_stale(m, key) ? refuse(m, key, "it is no longer what the plan says it was") : 0;
}

static void
add_key(struct json_object *list, const char *key)
{
	if (!tree_lists(list, key))
		json_object_array_add(list, json_object_new_string(key));
}

/* Where case makes no difference, a tag takes the place of its other spelling: to remove that would remove both. */
static void
replace_spellings(struct making *m, const char *key)
{
	json_object_object_foreach(m->tags, there, value) {
		(void)value;
		if (!strcasecmp(there, key) && strcmp(there, key))
			add_key(m->change->replaced, there);
	}
}

static int
set(struct making *m, const char *key, const char *value)
{
	char text[TAGLIMIT_WHY];
	const char *why;

	if (is_same(tree_text(m->tags, key), value))
		return 0;
	if (check_key(m, key) < 0)
		return -1;
	if (m->limit && (why = taglimit_key(m->limit, span_of(key), text)))
		return refuse(m, key, why);
	if (!m->limit || !(why = taglimit_value(m->limit, span_of(value), text))) {
		tree_set_text(m->change->set, key, value);
		if (m->limit && m->limit->ignore_case)
			replace_spellings(m, key);
		return 0;
	}
	refuse(m, key, why);
	buf_adds(&m->why, "; this would do: ");
	if (taglimit_repair(m->limit, span_of(value), &m->why) < 0)
		buf_adds(&m->why, "none");
	return -1;
}

static int
remove_key(struct making *m, const char *key)
{
	if (!tree_text(m->tags, key))
		return 0;
	if (check_key(m, key) < 0)
		return -1;
	if (!tree_lists(m->change->replaced, key))
		add_key(m->change->remove, key);
	return 0;
}

/* What was renamed but for the old key's end is ended. */
static int
rename_key(struct making *m, const char *from, const char *to)
{
	const char *value = tree_text(m->tags, from), *there = tree_text(m->tags, to);

	if (!value || !strcmp(from, to))
		return 0;
	if (!text_of(tree_member(m->set, to))) {
		if (there && strcmp(there, value))
			return refuse(m, from, "the key that it should have is there by now, with another value");
		if (set(m, to, value) < 0)
			return -1;
	}
	return remove_key(m, from);
}

static int
make_members(struct making *m)
{
	struct json_object *rename = tree_member(m->plan, "Rename"), *remove = tree_member(m->plan, "Remove");
	size_t i, n = json_object_is_type(remove, json_type_array) ? json_object_array_length(remove) : 0;

	if (json_object_is_type(rename, json_type_object)) {
		json_object_object_foreach(rename, from, to)
			if (text_of(to) && rename_key(m, from, text_of(to)) < 0)
				return -1;
	}
	if (json_object_is_type(m->set, json_type_object)) {
		json_object_object_foreach(m->set, key, value)
			if (!text_of(value))
				return refuse(m, key, "its value in Set is no text");
			else if (set(m, key, text_of(value)) < 0)
				return -1;
	}
	for (i = 0; i < n; i++)
		if (text_of(json_object_array_get_idx(remove, i)) &&
		    remove_key(m, text_of(json_object_array_get_idx(remove, i))) < 0)
			return -1;
	return 0;
}

/* AWS's own are not counted. */
static int
check_number(struct making *m)
{
	long n = 0, more = 0, fewer = (long)(json_object_array_length(m->change->remove) +
	    json_object_array_length(m->change->replaced));

	if (!m->limit || !m->limit->tags)
		return 0;
	json_object_object_foreach(m->tags, key, value) {
		(void)value;
		n += !taglimit_reserved(m->limit, span_of(key));
	}
	json_object_object_foreach(m->change->set, added, text) {
		(void)text;
		more += !tree_text(m->tags, added);
	}
	m->change->remove_first = n + more > m->limit->tags;
	if (!more || n + more - fewer <= m->limit->tags)
		return 0;
	buf_addf(&m->why, "the resource would have %ld tags, %ld are allowed", n + more - fewer, m->limit->tags);
	return -1;
}

int
tagchange_wanted(struct json_object *plan)
{
	struct json_object *set = tree_member(plan, "Set"), *rename = tree_member(plan, "Rename");
	struct json_object *remove = tree_member(plan, "Remove");

	return (json_object_is_type(set, json_type_object) && json_object_object_length(set)) ||
	    (json_object_is_type(rename, json_type_object) && json_object_object_length(rename)) ||
	    (json_object_is_type(remove, json_type_array) && json_object_array_length(remove));
}

int
tagchange_make(struct tagchange *c, struct json_object *plan, struct json_object *tags, const struct tag_limit *limit,
    char **why)
{
	struct making m = {
		.change = c, .plan = plan, .tags = tags, .limit = limit,
		.set = tree_member(plan, "Set"), .was = tree_member(plan, "Was")
	};

	*c = (struct tagchange){
		.set = json_object_new_object(), .remove = json_object_new_array(), .replaced = json_object_new_array()
	};
	*why = NULL;
	if (make_members(&m) == 0 && check_number(&m) == 0)
		return json_object_object_length(c->set) || json_object_array_length(c->remove);
	*why = m.why.data;
	tagchange_free(c);
	return -1;
}

void
tagchange_free(struct tagchange *c)
{
	json_object_put(c->set);
	json_object_put(c->remove);
	json_object_put(c->replaced);
	*c = (struct tagchange){0};
}

struct json_object *
tagchange_record(const char *kind, struct json_object *plan)
{
	static const char *const members[] = { "ARN", "ResourceType", "AccountId", "Region", "AccountService" };
	struct json_object *record = json_object_new_object();
	size_t i;

	tree_set_text(record, "Kind", kind);
	for (i = 0; i < sizeof(members) / sizeof(*members); i++)
		tree_set_text(record, members[i], tree_text(plan, members[i]));
	return record;
}

struct json_object *
tagchange_gone(const struct tagchange *c)
{
	struct json_object *lists[] = { c->remove, c->replaced }, *gone = json_object_new_array();
	size_t i, j;

	for (i = 0; i < 2; i++)
		for (j = 0; j < json_object_array_length(lists[i]); j++)
			json_object_array_add(gone, json_object_get(json_object_array_get_idx(lists[i], j)));
	return gone;
}

struct json_object *
tagchange_undo(const struct tagchange *c, struct json_object *plan, struct json_object *tags, time_t now)
{
	struct json_object *undo = tagchange_record("tagplan", plan), *set_back = json_object_new_object();
	struct json_object *remove = json_object_new_array(), *was = json_object_new_object(), *gone = tagchange_gone(c);
	const char *old;
	size_t i;

	json_object_object_foreach(c->set, key, value) {
		if ((old = tree_text(tags, key)))
			tree_set_text(set_back, key, old);
		else
			json_object_array_add(remove, json_object_new_string(key));
		json_object_object_add(was, key, json_object_get(value));
	}
	for (i = 0; i < json_object_array_length(gone); i++) {
		old = json_object_get_string(json_object_array_get_idx(gone, i));
		tree_set_text(set_back, old, tree_text(tags, old));
		json_object_object_add(was, old, NULL);
	}
	json_object_put(gone);
	tree_set_time(undo, "DescribeTime", now);
	json_object_object_add(undo, "Missing", json_object_new_array());
	json_object_object_add(undo, "Invalid", json_object_new_array());
	json_object_object_add(undo, "Rename", json_object_new_object());
	json_object_object_add(undo, "Set", set_back);
	json_object_object_add(undo, "Remove", remove);
	json_object_object_add(undo, "Was", was);
	return undo;
}
