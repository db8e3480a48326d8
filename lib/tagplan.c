#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "scan.h"
#include "taglimit.h"
#include "tagplan.h"

static void
add_json(struct buf *b, const char *text)
{
	buf_addjson(b, span_of(text));
}

static void
comma(struct buf *items)
{
	if (items->len)
		buf_addc(items, ',');
}

/* A member of Rename or Set. */
static void
add_pair(struct buf *items, const char *key, const char *value)
{
	comma(items);
	add_json(items, key);
	buf_addc(items, ':');
	add_json(items, value);
}

static int
is_touched(const struct tagplan *plan, const char *key)
{
	size_t i;

	for (i = 0; i < plan->ntouched; i++)
		if (!strcmp(plan->touched[i], key))
			return 1;
	return 0;
}

/* The tag's value in Was, so that nobody overwrites what somebody else has set since.  key outlives the record. */
static void
touch(struct tagplan *plan, const char *key)
{
	const struct tag *tag = tagset_find(&plan->tags, key);

	if (is_touched(plan, key))
		return;
	if (plan->ntouched == plan->cap) {
		plan->cap = plan->cap ? 2 * plan->cap : 16;
		plan->touched = xrealloc(plan->touched, plan->cap * sizeof(*plan->touched));
	}
	plan->touched[plan->ntouched++] = key;
	comma(&plan->was);
	add_json(&plan->was, key);
	buf_addc(&plan->was, ':');
	if (tag)
		buf_addjson(&plan->was, buf_span(&tag->value));
	else
		buf_adds(&plan->was, "null");
}

static void
add_set(struct tagplan *plan, const char *key, const char *value)
{
	add_pair(&plan->set, key, value);
	touch(plan, key);
}

static void
add_rename(struct tagplan *plan, const char *from, const char *to)
{
	add_pair(&plan->rename, from, to);
	touch(plan, from);
	touch(plan, to);
}

static void
add_allowed(struct buf *b, const struct tag_words *allowed)
{
	size_t i;

	buf_adds(b, ",\"Allowed\":[");
	for (i = 0; i < allowed->n; i++) {
		if (i)
			buf_addc(b, ',');
		add_json(b, allowed->word[i]);
	}
	buf_addc(b, ']');
}

/* An entry of Invalid: why in words, or the values allowed.  suggested may be NULL. */
static void
add_invalid(struct tagplan *plan, const struct tag *tag, const char *why, const struct tag_words *allowed,
    const char *suggested)
{
	struct buf *b = &plan->invalid;

	comma(b);
	buf_adds(b, "{\"Key\":");
	buf_addjson(b, buf_span(&tag->key));
	buf_adds(b, ",\"Value\":");
	buf_addjson(b, buf_span(&tag->value));
	if (allowed) {
		add_allowed(b, allowed);
	} else {
		buf_adds(b, ",\"Rule\":");
		add_json(b, why);
	}
	if (suggested) {
		buf_adds(b, ",\"Suggested\":");
		add_json(b, suggested);
	}
	buf_addc(b, '}');
}

/* What a value that is not allowed should be: what the rules rewrite it to, or the allowed value that it spells. */
static const char *
meant(const struct tag_rule *rule, const char *value)
{
	size_t i;

	for (i = 0; i < rule->allowed.n; i++)
		if (tag_same_word(rule->allowed.word[i], value))
			return rule->allowed.word[i];
	for (i = 0; i < rule->rewrite.n; i++)
		if (tag_same_word(rule->rewrite.from[i], value))
			return rule->rewrite.to[i];
	for (i = 0; i < rule->accepted.n; i++)
		if (tag_same_word(rule->accepted.from[i], value))
			return rule->accepted.to[i];
	return NULL;
}

static int
is_accepted(const struct tag_rule *rule, const char *value)
{
	size_t i;

	for (i = 0; i < rule->accepted.n; i++)
		if (!strcmp(rule->accepted.from[i], value))
			return 1;
	return 0;
}

static struct span
value_at(const struct path *path, struct span value)
{
	struct span key, item;
	struct scan_iter it;
	unsigned long n;
	size_t i;

	for (i = 0; i < path->nsteps; i++) {
		if (path->steps[i].kind == PATH_KEY) {
			value = scan_get(value, path->steps[i].key);
			continue;
		}
		it = scan_open(scan_kind(value) == SCAN_ARRAY ? value : (struct span){ NULL, 0 });
		for (n = path->steps[i].index + 1, value = (struct span){ NULL, 0 }; n && scan_next(&it, &key, &item); )
			if (--n == 0)
				value = item;
	}
	return value;
}

/* A time that the record itself tells, as we write times; NULL if there is none. */
static const char *
known_time(struct tagplan *plan, const struct tag_rule *rule, char text[CLOCK_TEXT])
{
	struct span value;
	size_t i;
	time_t t;

	for (i = 0; rule->time && i < rule->nfrom; i++) {
		value = value_at(&rule->from[i], plan->record->whole);
		if (scan_kind(value) != SCAN_STRING || clock_parse(scan_text(value, &plan->scratch), &t) < 0)
			continue;
		clock_format(t, text);
		return text;
	}
	return NULL;
}

/* Why a value breaks a rule, or NULL.  *allowed: the values to choose from, if it is none of them. */
static const char *
wrong(const struct tag_rule *rule, struct span value, const struct tag_words **allowed)
{
	time_t t;

	*allowed = NULL;
	if (rule->allowed.n && !tag_words_has(&rule->allowed, value.at) && !is_accepted(rule, value.at)) {
		*allowed = &rule->allowed;
		return "the value is none of those allowed";
	}
	if (!value.at[strspn(value.at, " ")] && rule->required)
		return "the value is empty";
	if (rule->time && clock_parse(value, &t) < 0)
		return "the value is not a time like 2026-11-22T21:00:00Z";
	if (rule->pattern && regexec(&rule->regex, value.at, 0, NULL, 0) != 0)
		return "the value does not match the pattern";
	return NULL;
}

/* A value from elsewhere: set, if the rule (NULL: none) and the service take it, else told. */
static void
offer(struct tagplan *plan, const struct tag_rule *rule, const char *key, const char *value)
{
	const struct tag tag = {
		{ .data = (char *)(size_t)key, .len = strlen(key) }, { .data = (char *)(size_t)value, .len = strlen(value) }
	};
	const struct tag_words *allowed = NULL;
	const char *why = rule ? wrong(rule, span_of(value), &allowed) : NULL, *suggested = NULL;
	char text[TAGLIMIT_WHY];

	if (why) {
		suggested = allowed ? meant(rule, value) : NULL;
	} else if (plan->limit && (why = taglimit_key(plan->limit, span_of(key), text))) {
		suggested = NULL;
	} else if (plan->limit && (why = taglimit_value(plan->limit, span_of(value), text))) {
		buf_clear(&plan->scratch);
		if (taglimit_repair(plan->limit, span_of(value), &plan->scratch) == 0)
			suggested = plan->scratch.data;
	}
	if (why)
		add_invalid(plan, &tag, why, allowed, suggested);
	else
		add_set(plan, key, value);
}

/* A value under the key that it has or will have. */
static void
check_value(struct tagplan *plan, const struct tag_rule *rule, const struct tag *tag, const char *key)
{
	const char *fact = tagsource_fact(plan->source, rule, plan->resource.arn), *suggested, *why;
	const struct tag_words *allowed;
	char text[CLOCK_TEXT];

	if (fact) {
		if (strcmp(fact, tag->value.data))
			offer(plan, rule, key, fact);
		return;
	}
	if (!(why = wrong(rule, buf_span(&tag->value), &allowed)))
		return;
	suggested = allowed ? meant(rule, tag->value.data) : NULL;
	if (!suggested && !(suggested = known_time(plan, rule, text)) && rule->time)
		suggested = tagsource_birth(plan->source, plan->resource.arn);
	add_invalid(plan, tag, why, allowed, suggested);
	if (suggested)
		add_set(plan, key, suggested);
}

/* The best value for a tag that is not there, and in *key under which of its names; NULL: none is known. */
static const char *
value_for(struct tagplan *plan, const struct tag_rule *rule, const char **key, char text[CLOCK_TEXT])
{
	const char *value;
	size_t i;

	*key = rule->key;
	if ((value = tagsource_fact(plan->source, rule, plan->resource.arn)) ||
	    (value = tagsource_value(plan->source, &plan->resource, rule->key)))
		return value;
	for (i = 0; i < rule->or.n; i++)
		if ((value = tagsource_value(plan->source, &plan->resource, rule->or.word[i]))) {
			*key = rule->or.word[i];
			return value;
		}
	if ((value = known_time(plan, rule, text)) ||
	    (rule->time && (value = tagsource_birth(plan->source, plan->resource.arn))))
		return value;
	return rule->fallback;
}

static void
check_missing(struct tagplan *plan, const struct tag_rule *rule)
{
	const char *key, *value;
	char text[CLOCK_TEXT];

	if (rule->required) {
		comma(&plan->missing);
		add_json(&plan->missing, rule->key);
	}
	if ((value = value_for(plan, rule, &key, text)))
		offer(plan, rule, key, value);
}

/* Is the key one that some rule asks for by that very name? */
static int
is_exact(const struct tag_rules *rules, const char *key)
{
	size_t i;

	for (i = 0; i < rules->nrules; i++)
		if (tag_rule_exact(&rules->rule[i], key))
			return 1;
	return 0;
}

static void
check_rule(struct tagplan *plan, const struct tag_rule *rule)
{
	const struct tag *tag, *end = plan->tags.tag + plan->tags.n;
	const char *name;
	int found = 0;

	for (tag = plan->tags.tag; tag < end; tag++)
		if ((name = tag_rule_exact(rule, tag->key.data))) {
			check_value(plan, rule, tag, name);
			found = 1;
		}
	for (tag = plan->tags.tag; tag < end; tag++) {
		if (is_exact(plan->rules, tag->key.data) || !(name = tag_rule_near(rule, tag->key.data)))
			continue;
		if (found) {
			buf_clear(&plan->scratch);
			buf_addf(&plan->scratch, "another spelling of %s, which is there too", name);
			add_invalid(plan, tag, plan->scratch.data, NULL, NULL);
			continue;
		}
		add_rename(plan, tag->key.data, name);
		check_value(plan, rule, tag, name);
		found = 1;
	}
	if (!found)
		check_missing(plan, rule);
}

/* A tag that no rule is about, and that is not there, but for which there is a value. */
static void
add_other(void *arg, const char *key, const char *value)
{
	struct tagplan *plan = arg;

	if (!is_exact(plan->rules, key) && !tagset_find(&plan->tags, key) && !is_touched(plan, key))
		offer(plan, NULL, key, value);
}

static void
add_others(struct tagplan *plan)
{
	const struct tag_pairs *given = &plan->source->given;
	size_t i;

	tagmapfile_each(&plan->source->map, &plan->resource, add_other, plan);
	for (i = 0; i < given->n; i++)
		add_other(plan, given->from[i], given->to[i]);
}

/* Opting in to being put right takes two tags, and is for what Terraform manages; opting out takes one away. */
static void
revert(struct tagplan *plan)
{
	const struct tag *managed = tagset_find(&plan->tags, "ManagedBy"), *reverted = tagset_find(&plan->tags, "AutoRevert");

	if (plan->auto_revert == AUTO_REVERT_OFF && reverted) {
		add_json(&plan->remove, "AutoRevert");
		touch(plan, "AutoRevert");
	}
	if (plan->auto_revert == AUTO_REVERT_OFF)
		return;
	if (managed && strcmp(managed->value.data, "terraform")) {
		add_invalid(plan, managed, "only what terraform manages can be put right", NULL, NULL);
		return;
	}
	if (!managed)
		add_set(plan, "ManagedBy", "terraform");
	if (!reverted || strcmp(reverted->value.data, "true"))
		add_set(plan, "AutoRevert", "true");
}

/* AWS described it: tags under the reserved prefix are AWS's own then, and not counted by it. */
static int
is_described(const struct record *r)
{
	return scan_string_is(r->source, "aws") || scan_string_is(r->source, "aws-config") ||
	    scan_string_is(r->source, "event");
}

static void
check_tag(struct tagplan *plan, const struct tag *tag)
{
	char text[TAGLIMIT_WHY];
	const char *why;
	int repaired;

	if ((why = taglimit_key(plan->limit, buf_span(&tag->key), text)))
		add_invalid(plan, tag, why, NULL, NULL);
	if (!(why = taglimit_value(plan->limit, buf_span(&tag->value), text)))
		return;
	buf_clear(&plan->scratch);
	repaired = taglimit_repair(plan->limit, buf_span(&tag->value), &plan->scratch) == 0;
	add_invalid(plan, tag, why, NULL, repaired ? plan->scratch.data : NULL);
}

static void
check_limits(struct tagplan *plan)
{
	const struct tag *tag, *end = plan->tags.tag + plan->tags.n;
	long counted = 0;

	for (tag = plan->tags.tag; tag < end; tag++)
		if (!taglimit_reserved(plan->limit, buf_span(&tag->key)) || !is_described(plan->record)) {
			check_tag(plan, tag);
			counted++;
		}
	if (!plan->limit->tags || counted <= plan->limit->tags)
		return;
	comma(&plan->invalid);
	buf_addf(&plan->invalid, "{\"Key\":null,\"Value\":null,\"Rule\":\"the resource has %ld tags, %ld are allowed\"}",
	    counted, plan->limit->tags);
}

static void
add_field(struct buf *text, const char *name, struct span value)
{
	buf_adds(text, name);
	if (value.at)
		buf_addspan(text, value);
	else
		buf_adds(text, "null");
}

static void
write_plan(struct tagplan *plan, int unreadable, struct buf *text)
{
	const struct record *r = plan->record;

	add_field(text, "{\"Kind\":\"tagplan\",\"ARN\":", r->arn);
	add_field(text, ",\"ResourceType\":", r->type);
	add_field(text, ",\"AccountId\":", r->account);
	add_field(text, ",\"Region\":", r->region);
	add_field(text, ",\"AccountService\":", r->account_service);
	add_field(text, ",\"DescribeTime\":", r->describe_time);
	add_field(text, ",\"Missing\":[", buf_span(&plan->missing));
	add_field(text, "],\"Invalid\":[", buf_span(&plan->invalid));
	add_field(text, "],\"Rename\":{", buf_span(&plan->rename));
	add_field(text, "},\"Set\":{", buf_span(&plan->set));
	add_field(text, "},\"Remove\":[", buf_span(&plan->remove));
	add_field(text, "],\"Was\":{", buf_span(&plan->was));
	buf_adds(text, unreadable ? "},\"Unreadable\":true}" : "}}");
}

static void
start(struct tagplan *plan, const struct record *r)
{
	struct buf *members[] = {
		&plan->missing, &plan->invalid, &plan->rename, &plan->set, &plan->remove, &plan->was
	};
	size_t i;

	plan->record = r;
	plan->ntouched = 0;
	for (i = 0; i < sizeof members / sizeof *members; i++) {
		buf_clear(members[i]);
		buf_adds(members[i], "");	/* something to write, if nothing is added */
	}
	buf_clear(&plan->text);
	if (scan_decode(r->type, &plan->text) == 0)
		plan->limit = tag_limit_of(plan->rules, buf_span(&plan->text));
	else
		plan->limit = NULL;
	buf_adds(&plan->text, "");
}

static void
decode(struct tagplan *plan)
{
	const struct tag *name = tagset_find(&plan->tags, "Name");

	buf_clear(&plan->arn);
	buf_clear(&plan->account);
	scan_decode(plan->record->arn, &plan->arn);
	scan_decode(plan->record->account, &plan->account);
	plan->resource = (struct tagmap_resource){
		.arn = buf_span(&plan->arn), .type = buf_span(&plan->text), .account = buf_span(&plan->account),
		.name = name ? buf_span(&name->value) : (struct span){ NULL, 0 }
	};
}

static void
check_all(struct tagplan *plan)
{
	size_t i;

	for (i = 0; i < plan->rules->nrules; i++)
		check_rule(plan, &plan->rules->rule[i]);
	add_others(plan);
	if (plan->limit)
		check_limits(plan);
}

enum tagplan_result
tagplan_make(struct tagplan *plan, const struct record *r, struct buf *text, const char **why)
{
	buf_clear(text);
	start(plan, r);
	*why = scan_kind(r->arn) != SCAN_STRING ? "resource without ARN" :
	    scan_kind(r->type) != SCAN_STRING ? "resource without ResourceType" : NULL;
	if (*why)
		return TAGPLAN_BAD;
	if (tag_words_has(&plan->rules->exempt, plan->text.data))
		return TAGPLAN_NOTHING;
	if (scan_kind(r->tags) == SCAN_NULL || scan_kind(r->tags) == SCAN_NONE) {
		write_plan(plan, 1, text);
		return TAGPLAN_UNREADABLE;
	}
	if (scan_kind(r->tags) != SCAN_OBJECT || tagset_read(&plan->tags, r->tags) < 0) {
		*why = "Tags is not an object of texts";
		return TAGPLAN_BAD;
	}
	decode(plan);
	if (plan->auto_revert == AUTO_REVERT_AS_IS)
		check_all(plan);
	else
		revert(plan);
	if (!plan->missing.len && !plan->invalid.len && !plan->rename.len && !plan->set.len &&
	    !plan->remove.len)
		return TAGPLAN_NOTHING;
	write_plan(plan, 0, text);
	return TAGPLAN_NEEDED;
}

void
tagplan_free(struct tagplan *plan)
{
	struct buf *bufs[] = {
		&plan->missing, &plan->invalid, &plan->rename, &plan->set, &plan->remove, &plan->was, &plan->scratch, &plan->text,
		&plan->arn, &plan->account
	};
	size_t i;

	for (i = 0; i < sizeof bufs / sizeof *bufs; i++)
		buf_free(bufs[i]);
	free(plan->touched);
	tagset_free(&plan->tags);
}
