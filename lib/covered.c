/* The record of what was covered. */
#include "covered.h"

#include "clock.h"
#include "prices.h"
#include "tree.h"

static void
add_text(struct json_object *o, const char *name, const char *text)
{
	json_object_object_add(o, name, text ? json_object_new_string(text) : NULL);
}

static void
add_number(struct json_object *o, const char *name, unsigned long n)
{
	json_object_object_add(o, name, json_object_new_int64((int64_t)n));
}

static void
add_time(struct json_object *o, const char *name, time_t t)
{
	char text[CLOCK_TEXT];

	clock_format(t, text);
	add_text(o, name, text);
}

/* US dollars, not rounded; null if nobody knows. */
static void
add_cost(struct json_object *o, const struct covered *c)
{
	char text[PRICES_TEXT];

	prices_print(c->counts->nanodollars, text);
	json_object_object_add(o, "Cost", c->priced ?
	    json_object_new_double_s((double)c->counts->nanodollars / 1e9, text) : NULL);
}

void
covered_print(const struct covered *c, struct buf *record)
{
	struct json_object *o = json_object_new_object();

	add_text(o, "Kind", "coverage");
	add_text(o, "AccountId", c->account);
	add_text(o, "Region", c->region);
	add_text(o, "ResourceType", c->type);
	add_text(o, "Status", c->status);
	add_text(o, "Code", c->code);
	add_text(o, "Message", c->message);
	add_number(o, "Resources", c->resources);
	add_number(o, "Calls", c->counts->calls);
	add_number(o, "Retries", c->counts->retries);
	add_number(o, "Throttles", c->counts->throttles);
	add_cost(o, c);
	add_time(o, "StartedAt", c->started);
	add_time(o, "EndedAt", c->ended);
	tree_print(o, record);
	json_object_put(o);
}
