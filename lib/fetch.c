/* One call of a collector, followed to its last page. */
#include "fetch.h"

#include <stdlib.h>
#include <string.h>

#include "seen.h"
#include "tree.h"

enum { BEFORE_TRIES = 10, BEFORE_FIRST_MS = 250, BEFORE_MOST_MS = 5000 };

struct fetch {
	struct fetch_order order;
	int by_page;
	int asked_before;		/* times */
	struct json_object *value;	/* of the pages so far, or of this page */
	struct seen seen;		/* tokens that were followed */
};

static void take_page(void *arg, const struct protocol_answer *answer, const struct aws_stats *stats);
static void take_before(void *arg, const struct protocol_answer *answer, const struct aws_stats *stats);

static void
ask(struct fetch *f)
{
	const struct fetch_order *o = &f->order;

	o->counts->calls++;
	o->counts->nanodollars += o->call->nanodollars;
	aws_call(o->aws, o->target, o->service, o->call->operation, o->parameters, 0, take_page, f);
}

/* Asks the call before, after a pause that grows. */
static void
ask_before(struct fetch *f)
{
	const struct fetch_order *o = &f->order;
	long pause = 0;

	if (f->asked_before)
		pause = f->asked_before < 6 ? BEFORE_FIRST_MS << (f->asked_before - 1) : BEFORE_MOST_MS;
	f->asked_before++;
	o->counts->calls++;
	o->counts->nanodollars += o->call->before->nanodollars;
	aws_call(o->aws, o->target, o->before, o->call->before->operation, o->before_parameters, pause, take_before, f);
}

static struct fetch *
start(const struct fetch_order *o, int by_page)
{
	struct fetch *f = xcalloc(1, sizeof(*f));

	f->order = *o;
	f->by_page = by_page;
	if (o->call->before)
		ask_before(f);
	else
		ask(f);
	return f;
}

void
fetch_all(const struct fetch_order *o)
{
	start(o, 0);
}

struct fetch *
fetch_pages(const struct fetch_order *o)
{
	return start(o, 1);
}

void
fetch_end(struct fetch *f)
{
	if (!f)
		return;
	json_object_put(f->order.parameters);
	json_object_put(f->order.before_parameters);
	json_object_put(f->value);
	seen_free(&f->seen);
	free(f);
}

void
fetch_next(struct fetch *f)
{
	json_object_put(f->value);
	f->value = NULL;
	ask(f);
}

/* Hands over, and ends what is not page by page. */
static void
finish(struct fetch *f, struct fetch_answer *answer)
{
	int by_page = f->by_page;	/* done may end it */

	answer->value = answer->code ? NULL : f->value;
	f->order.done(f->order.arg, answer);
	if (!by_page)
		fetch_end(f);
}

static void
fail(struct fetch *f, const struct collector_call *call, const char *code, const char *message, const char *request_id)
{
	struct fetch_answer answer = { .code = code, .message = message, .request_id = request_id, .call = call };

	finish(f, &answer);
}

static void
count(struct fetch *f, const struct aws_stats *stats)
{
	f->order.counts->retries += stats->tries > 1 ? (unsigned long)stats->tries - 1 : 0;
	f->order.counts->throttles += (unsigned long)stats->throttles;
}

/* Has the answer all members that are waited for? */
static int
is_ready(struct json_object *output, struct json_object *until)
{
	json_object_object_foreach(until, key, value)
		if (!json_object_equal(tree_member(output, key), value))
			return 0;
	return 1;
}

static void
take_before(void *arg, const struct protocol_answer *answer, const struct aws_stats *stats)
{
	struct fetch *f = arg;
	const struct collector_call *before = f->order.call->before;

	count(f, stats);
	if (answer->code)
		fail(f, before, answer->code, answer->message, answer->request_id);
	else if (is_ready(answer->output, f->order.call->until))
		ask(f);
	else if (f->asked_before < BEFORE_TRIES)
		ask_before(f);
	else
		fail(f, before, "NotReady", "it was asked as often as allowed", answer->request_id);
}

/* An item as the collector wants it: an object.  Gives it. */
static struct json_object *
wrap(const struct collector_call *call, struct json_object *item)
{
	struct json_object *object;

	if (!call->as || json_object_is_type(item, json_type_object))
		return json_object_get(item);
	object = json_object_new_object();
	json_object_object_add(object, call->as, json_object_get(item));
	return object;
}

/* Adds what lies at From: a list's items, or one of the items that [] finds. */
static void
add_items(void *arg, struct json_object *found, const char *at)
{
	struct fetch *f = arg;
	size_t i;

	(void)at;
	if (!json_object_is_type(found, json_type_array)) {
		if (found)
			json_object_array_add(f->value, wrap(f->order.call, found));
		return;
	}
	for (i = 0; i < json_object_array_length(found); i++)
		json_object_array_add(f->value, wrap(f->order.call, json_object_array_get_idx(found, i)));
}

/* The members of a page's map join those before. */
static void
add_members(struct fetch *f, struct json_object *map)
{
	if (!json_object_is_type(f->value, json_type_object)) {
		json_object_put(f->value);	/* of pages without */
		f->value = json_object_new_object();
	}
	json_object_object_foreach(map, key, member)
		json_object_object_add(f->value, key, json_object_get(member));
}

/* What lists and maps of this page hold joins what those before did; anything else is taken as it is. */
static void
take_value(struct fetch *f, struct json_object *output)
{
	const struct collector_call *call = f->order.call;
	struct json_object *found = call->is_map ? tree_get(output, &call->from) : NULL;

	if (json_object_is_type(found, json_type_object)) {
		add_members(f, found);
		return;
	}
	if (call->is_list) {
		if (!f->value)
			f->value = json_object_new_array();
		tree_each(output, &call->from, "", add_items, f);
		return;
	}
	found = tree_get(output, &call->from);
	if (json_object_is_type(found, json_type_array) && call->as) {
		f->value = json_object_new_array();
		add_items(f, found, "");
	} else if (found) {
		f->value = wrap(call, found);
	}
}

static void
take_last(void *arg, struct json_object *found, const char *at)
{
	(void)at;
	*(struct json_object **)arg = found;
}

/* The token of the next page, borrowed; NULL if this was the last one. */
static struct json_object *
next_token(const struct fetch *f, struct json_object *output)
{
	const struct collector_call *call = f->order.call;
	struct json_object *token = NULL;

	if (!call->token_in)
		return NULL;
	if (call->token_more.nsteps && !json_object_get_boolean(tree_get(output, &call->token_more)))
		return NULL;
	tree_each(output, &call->token_out, "", take_last, &token);
	return json_object_is_type(token, json_type_string) && !json_object_get_string_len(token) ? NULL : token;
}

/* Makes the token the next page's; 0, or -1 if it was so before. */
static int
turn_page(struct fetch *f, struct json_object *token)
{
	const char *text = json_object_to_json_string_ext(token, JSON_C_TO_STRING_PLAIN);

	if (!seen_add(&f->seen, span_of(text)))
		return -1;
	json_object_object_add(f->order.parameters, f->order.call->token_in, json_object_get(token));
	return 0;
}

static void
take_page(void *arg, const struct protocol_answer *answer, const struct aws_stats *stats)
{
	struct fetch *f = arg;
	struct fetch_answer page = { .request_id = answer->request_id, .call = f->order.call };
	struct json_object *token;

	count(f, stats);
	if (answer->code) {
		fail(f, f->order.call, answer->code, answer->message, answer->request_id);
		return;
	}
	take_value(f, answer->output);
	token = next_token(f, answer->output);
	if (token && turn_page(f, token) < 0) {
		fail(f, f->order.call, "RepeatedToken", "a page names a page that was given before",
		    answer->request_id);
		return;
	}
	page.more = token != NULL;
	if (token && !f->by_page)
		ask(f);
	else
		finish(f, &page);
}
