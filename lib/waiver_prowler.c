/*
 * Mutelist: Accounts: ID or "*": Checks: check: Regions, Resources, Tags, Exceptions: lists; Description.
 *
 * Prowler (5.46) searches each item as a regular expression, anywhere in the check, the region, the id of a resource
 * and the "Key=value | Key=value" of its tags, with .* for each *.  Of regions and resources one is enough, of tags all
 * are needed.  Here an item is the whole name, which is less; what a glob cannot say is left out.  Where the Exceptions
 * of a check hold, Prowler mutes nothing by the checks below it either, in that account: they are less by that check.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "texts.h"
#include "accountid.h"
#include "waiver_convert_part.h"
#include "wildcard.h"
#include "yamldoc.h"

/* Lists and what an alias repeats multiply. */
enum { WAIVERS_MOST = 100000, COMPLAINTS_MOST = 1000, TAGS_MOST = 1000 };

struct entry {
	struct conversion *c;
	struct yamldoc *d;
	struct span check;		/* as it stands in the list */
	const yaml_node_t *regions, *resources, *tags, *exceptions;
	struct waived w;
	char *excepted;			/* of each peer: an entry of the account above has Exceptions for it */
};

static int
is_too_much(struct conversion *c)
{
	return c->written >= WAIVERS_MOST || c->complaints >= COMPLAINTS_MOST;
}

static void
complain(const struct entry *e, const yaml_node_t *at, const char *what, struct span which)
{
	e->c->line = yamldoc_line(at);
	if (!is_too_much(e->c))
		conversion_complain(e->c, what, which);
}

/* Takes an item off a list; its text is {NULL, 0} if it is none. */
static int
next_item(struct yamldoc_iter *it, const yaml_node_t **item, struct span *text)
{
	const yaml_node_t *key;

	if (!yamldoc_next(it, &key, item))
		return 0;
	*text = yamldoc_text(*item);
	return 1;
}

static void
complain_of(const struct entry *e, const yaml_node_t *item, const char *what)
{
	struct span text = yamldoc_text(item);

	complain(e, item, what, text.at ? text : SPAN("no text"));
}

/* Appends what a glob can say of an item: *, .* and .+ as such, the rest literally.  -1: it says more. */
static int
glob_of(struct span item, struct buf *to)
{
	size_t i;
	char c, next;

	for (i = 0; i < item.len; i++) {
		c = item.at[i];
		next = i + 1 < item.len ? item.at[i + 1] : '\0';
		if (c == '*') {
			buf_addc(to, c);
		} else if (c == '.' && (next == '*' || next == '+')) {
			buf_adds(to, "?*");
			i++;
		} else if (c == '\\' && ispunct((unsigned char)next)) {
			buf_addf(to, strchr("*?\\", next) ? "\\%c" : "%c", next);
			i++;
		} else if (c == '\0' || strchr("\\[](){}+?|^$", c)) {
			return -1;
		} else {
			buf_addc(to, c);
		}
	}
	return item.len ? 0 : -1;
}

static void
add_arn(struct texts *to, struct span before, struct span id, struct span behind)
{
	struct buf arn = {0};

	buf_addspan(&arn, before);
	buf_addspan(&arn, id);
	buf_addspan(&arn, behind);
	texts_add(to, buf_span(&arn));
	buf_free(&arn);
}

/*
 * Of a type whose ARNs are not known: those that end in an id.  The end of an ARN is the id, or the id ends with it;
 * only in names of log groups and repositories are there slashes.  What begins with the item cannot be said: a part of
 * the ARN before the last could begin so.
 */
static int
arns_that_end(struct span id, struct texts *to)
{
	static const char *const before[] = { "*:", "*/" }, *const before_slash[] = { "*:log-group:", "*:repository/" };
	const char *const *kinds = memchr(id.at, '/', id.len) ? before_slash : before;
	size_t i, stars = strcspn(id.at, "*?\\");

	if (id.at[0] == '*' && !id.at[1 + strcspn(id.at + 1, "*?\\/")]) {
		texts_add(to, id);
		return 0;
	}
	for (i = 0; i < 2 && stars == id.len; i++)
		add_arn(to, span_of(kinds[i]), id, (struct span){ NULL, 0 });
	return stars == id.len ? 0 : -1;
}

/* Appends the ARNs of what an item is for, where arn, with %, is what they look like.  -1: a glob cannot say it. */
static int
arns_of(struct span item, struct span arn, struct texts *to)
{
	struct buf glob = {0};
	const char *percent = arn.len ? memchr(arn.at, '%', arn.len) : NULL;
	size_t before = percent ? (size_t)(percent - arn.at) : 0;
	int bad = glob_of(item, &glob);

	if (bad)
		;
	else if (span_is(item, "*") || span_is(item, ".*") || span_is(item, ".+"))
		texts_add(to, SPAN("*"));
	else if (glob.len > 4 && memcmp(glob.data, "arn:", 4) == 0 && !strpbrk(glob.data, "*?\\"))
		texts_add(to, buf_span(&glob));
	else if (memchr(glob.data, ':', glob.len))
		bad = -1;
	else if (percent)
		add_arn(to, (struct span){ arn.at, before }, buf_span(&glob),
		    (struct span){ percent + 1, arn.len - before - 1 });
	else
		bad = arns_that_end(buf_span(&glob), to);
	buf_free(&glob);
	return bad;
}

static int
region_of(struct span item, struct texts *to)
{
	struct buf glob = {0};
	int bad = glob_of(item, &glob);

	if (!bad)
		texts_add(to, buf_span(&glob));
	buf_free(&glob);
	return bad;
}

static void
read_regions(struct entry *e, struct texts *to)
{
	struct yamldoc_iter it = yamldoc_open(e->d, e->regions);
	const yaml_node_t *item;
	struct span text;

	while (next_item(&it, &item, &text))
		if (!text.at || region_of(text, to) < 0)
			complain_of(e, item, "left out, a waiver cannot say this pattern");
}

/* What of the resources can be said of a peer; left, of each of them, counts for how many peers it could not. */
static void
read_resources(struct entry *e, const struct peer *peer, size_t *left, struct texts *to)
{
	struct yamldoc_iter it = yamldoc_open(e->d, e->resources);
	const yaml_node_t *item;
	struct span text;

	for (; next_item(&it, &item, &text); left++)
		*left += !text.at || arns_of(text, peer->arn, to) < 0;
}

static void
complain_of_resources(struct entry *e, const size_t *left, size_t peers)
{
	static const char some[] = "left out of some checks, a waiver cannot say this pattern there";
	struct yamldoc_iter it = yamldoc_open(e->d, e->resources);
	const yaml_node_t *item;
	struct span text;

	for (; next_item(&it, &item, &text); left++)
		if (*left)
			complain_of(e, item, *left < peers ? some : "left out, a waiver cannot say this pattern");
}

/* Key=value as a member of Tags.  The keys of a waiver's tags are exact. */
static int
tag_of(struct span text, struct span *name, struct buf *value)
{
	const char *equals = text.len ? memchr(text.at, '=', text.len) : NULL;
	struct buf key = {0};
	size_t before = equals ? (size_t)(equals - text.at) : 0;
	int bad;

	*name = (struct span){ text.at, before };
	bad = !before || glob_of(*name, &key) < 0 || strpbrk(key.data, "*?\\") ||
	    memchr(name->at, '\\', before) ||
	    glob_of((struct span){ equals + 1, text.len - before - 1 }, value) < 0;
	buf_free(&key);
	return bad ? -1 : 0;
}

/* above with one more tag.  -1: it cannot be said, or the key is there already. */
static int
add_tag(struct span above, struct span text, struct texts *to)
{
	struct buf value = {0}, member = {0}, object = {0};
	struct span name;
	int bad = tag_of(text, &name, &value);

	if (!bad) {
		buf_addjson(&member, name);
		buf_addc(&member, ':');
		bad = span_holds(above, buf_span(&member)) ? -1 : 0;
		buf_addjson(&member, buf_span(&value));
		buf_addspan(&object, above);
		buf_addc(&object, above.len ? ',' : '{');
		buf_addspan(&object, buf_span(&member));
		texts_add(to, buf_span(&object));
	}
	buf_free(&value);
	buf_free(&member);
	buf_free(&object);
	return bad;
}

/* Each of all with each of an item's tags: it is one, or some with | between, of which one is enough. */
static int
add_item(struct texts *all, struct span item)
{
	struct texts next = {0};
	struct span rest, text;
	const char *bar;
	size_t i;
	int bad = item.len ? 0 : -1;

	for (i = 0; i < all->n && !bad; i++)
		for (rest = item, bar = rest.at; bar && !bad; ) {
			bar = rest.len ? memchr(rest.at, '|', rest.len) : NULL;
			text = (struct span){ rest.at, bar ? (size_t)(bar - rest.at) : rest.len };
			bad = next.n >= TAGS_MOST ? -1 :
			    add_tag(span_of(all->text[i]), conversion_trim(text), &next);
			if (bar)
				rest = (struct span){ bar + 1, rest.len - text.len - 1 };
		}
	texts_free(all);
	*all = next;
	return bad;
}

/* Objects without their end; "" alone if none are asked for.  -1, having said so: without one, more would be waived. */
static int
read_tags(const struct entry *e, struct texts *to)
{
	struct yamldoc_iter it = yamldoc_open(e->d, e->tags);
	const yaml_node_t *item;
	struct span text;

	texts_add(to, SPAN(""));
	while (next_item(&it, &item, &text))
		if (add_item(to, text) < 0) {
			complain_of(e, item, "the check is left out, a waiver cannot say this tag");
			return -1;
		}
	return 0;
}

/* Appends the check as Prowler has it, as a glob. */
static int
check_of(struct span check, struct buf *to)
{
	if (check.len >= 6 && memcmp(check.at, "lambda", 6) == 0)	/* an older name that Prowler still takes */
		buf_adds(to, "aws");
	return glob_of(check, to);
}

/* Prowler would search for it anywhere, and what it cannot say here may be anything. */
static void
except(struct entry *e)
{
	struct conversion *c = e->c;
	struct buf glob = {0};
	size_t i, j;
	int any;

	buf_addc(&glob, '*');
	any = check_of(e->check, &glob) < 0;
	buf_addc(&glob, '*');
	for (i = 0; i < c->npeers; i++)
		for (j = 0; j < c->npeers && (any || wildcard_match(buf_span(&glob), c->peers[i].check)); j++)
			if (span_cmp(c->peers[i].policy, c->peers[j].policy) == 0)
				e->excepted[j] = 1;
	buf_free(&glob);
}

/* A waiver for each region, resource and way to have the tags. */
static void
add_policy(struct entry *e, const struct peer *peer, size_t *left, const struct texts *regions,
    const struct texts *tags)
{
	struct texts arns = {0};
	struct buf object = {0};
	struct span none = { NULL, 0 };
	size_t i, j, k;

	read_resources(e, peer, left, &arns);
	for (i = 0; i < regions->n; i++)
		for (j = 0; j < arns.n; j++)
			for (k = 0; k < tags->n && !is_too_much(e->c); k++) {
				e->w.region = strcmp(regions->text[i], "*") == 0 ? none : span_of(regions->text[i]);
				e->w.arn = span_of(arns.text[j]);
				buf_clear(&object);
				buf_addf(&object, "%s}", tags->text[k]);
				e->w.tags = object.len > 1 ? buf_span(&object) : none;
				conversion_add(e->c, peer->policy, &e->w);
			}
	texts_free(&arns);
	buf_free(&object);
}

/* Was the policy added for a check before this one? */
static int
is_added(const struct conversion *c, struct span glob, size_t i)
{
	size_t j;

	for (j = 0; j < i; j++)
		if (span_cmp(c->peers[j].policy, c->peers[i].policy) == 0 && wildcard_match(glob, c->peers[j].check))
			return 1;
	return 0;
}

static void
add_policies(struct entry *e, const yaml_node_t *at, const struct texts *regions, const struct texts *tags)
{
	struct conversion *c = e->c;
	struct buf glob = {0};
	const yaml_node_item_t *first = e->resources->data.sequence.items.start;
	size_t *left = xcalloc(1 + (size_t)(e->resources->data.sequence.items.top - first), sizeof(*left));
	size_t i, known = 0, excepted = 0, peers = 0;

	if (check_of(e->check, &glob) < 0) {
		complain(e, at, "left out, a waiver cannot say this pattern", e->check);
		goto out;
	}
	for (i = 0; i < c->npeers; i++) {
		if (!wildcard_match(buf_span(&glob), c->peers[i].check))
			continue;
		known++;
		if (e->excepted[i]) {
			excepted++;
		} else if (!is_added(c, buf_span(&glob), i)) {
			add_policy(e, &c->peers[i], left, regions, tags);
			peers++;
		}
	}
	if (!known)
		complain(e, at, "no policy of ours is known for it", e->check);
	if (excepted)
		complain(e, at, "left out where a check above it has Exceptions", e->check);
	complain_of_resources(e, left, peers);
out:
	free(left);
	buf_free(&glob);
}

/* The members of a check.  -1, having said so: something that is not known may be a condition. */
static int
read_members(struct entry *e, const yaml_node_t *at, const yaml_node_t *map)
{
	struct yamldoc_iter it = yamldoc_open(e->d, map);
	const yaml_node_t *key, *value;
	struct span name;
	int list;

	while (map->type == YAML_MAPPING_NODE && yamldoc_next(&it, &key, &value)) {
		name = yamldoc_text(key);
		list = value->type == YAML_SEQUENCE_NODE;
		if (span_is(name, "Regions") && list)
			e->regions = value;
		else if (span_is(name, "Resources") && list)
			e->resources = value;
		else if (span_is(name, "Tags") && list)
			e->tags = value;
		else if (span_is(name, "Exceptions"))
			e->exceptions = value;
		else if (span_is(name, "Description") && yamldoc_text(value).len)
			e->w.reason = yamldoc_text(value);
		else {
			complain(e, key, "the check is left out, a member that is not known or not of its type", name);
			return -1;
		}
	}
	if (e->regions && e->resources)
		return 0;
	complain(e, at, "left out, it has no Regions or no Resources", e->check);
	return -1;
}

static void
read_check(struct entry e, const yaml_node_t *at, const yaml_node_t *map)
{
	struct texts regions = {0}, tags = {0};
	int bad = read_members(&e, at, map);

	if (yamldoc_get(e.d, map, "Exceptions"))
		except(&e);
	e.c->line = yamldoc_line(at);
	if (!bad && e.exceptions)
		complain(&e, e.exceptions, "the check is left out, a waiver cannot say Exceptions", e.check);
	else if (!bad && conversion_complete(e.c, e.check, &e.w) && read_tags(&e, &tags) == 0) {
		read_regions(&e, &regions);
		if (regions.n && e.resources->data.sequence.items.top > e.resources->data.sequence.items.start)
			add_policies(&e, at, &regions, &tags);
		else
			complain(&e, at, "left out, it has no region or no resource", e.check);
	}
	texts_free(&regions);
	texts_free(&tags);
}

static int
is_account(struct span id)
{
	return span_is(id, "*") || (id.len == 12 && account_is_id(id.at));
}

static void
read_account(struct entry *e, const yaml_node_t *at, const yaml_node_t *account)
{
	const yaml_node_t *checks = yamldoc_get(e->d, account, "Checks"), *key, *value;
	struct yamldoc_iter it = yamldoc_open(e->d, checks);
	struct span id = yamldoc_text(at);

	if (!is_account(id) || !checks || checks->type != YAML_MAPPING_NODE ||
	    account->data.mapping.pairs.top - account->data.mapping.pairs.start != 1) {
		complain(e, at, "left out, no account of AWS with Checks alone", id);
		return;
	}
	e->w.account = span_is(id, "*") ? (struct span){ NULL, 0 } : id;
	memset(e->excepted, 0, e->c->npeers);
	while (!is_too_much(e->c) && yamldoc_next(&it, &key, &value)) {
		e->check = yamldoc_text(key);
		read_check(*e, key, value);
	}
}

static void
read_all(struct conversion *c, struct yamldoc *d, const yaml_node_t *accounts)
{
	struct yamldoc_iter it = yamldoc_open(d, accounts);
	struct entry e = { .c = c, .d = d, .w = { .glob = 1, .reason = SPAN("in Prowler's mute list") } };
	const yaml_node_t *key, *value;

	e.excepted = xmalloc(c->npeers + 1);
	while (!is_too_much(c) && yamldoc_next(&it, &key, &value))
		read_account(&e, key, value);
	free(e.excepted);
	if (is_too_much(c))
		conversion_complain(c, "the rest is left out, it is too much", (struct span){ NULL, 0 });
}

void
waiver_read_prowler(struct conversion *c, struct span text)
{
	struct yamldoc d = {0};
	const yaml_node_t *accounts;

	c->line = 1;
	if (yamldoc_read(&d, text) < 0) {
		c->line = d.line;
		conversion_complain(c, "not read, no YAML that can be relied on", span_of(d.why));
	} else {
		accounts = yamldoc_get(&d, yamldoc_get(&d, yamldoc_root(&d), "Mutelist"), "Accounts");
		if (accounts && accounts->type == YAML_MAPPING_NODE)
			read_all(c, &d, accounts);
		else
			conversion_complain(c, "not read, no Mutelist with Accounts", (struct span){ NULL, 0 });
	}
	yamldoc_free(&d);
}
