/* The record of what was covered. */
#include "covered.h"

#include "prices.h"
#include "tree.h"

static void
add_number(struct json_object *o, const char *name, unsigned long n)
{
	json_object_object_add(o, name, json_object_new_int64((int64_t)n));
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

	tree_set_text(o, "Kind", "coverage");
	tree_set_text(o, "AccountId", c->account);
	tree_set_text(o, "Region", c->region);
	tree_set_text(o, "ResourceType", c->type);
	tree_set_text(o, "Status", c->status);
	tree_set_text(o, "Code", c->code);
	tree_set_text(o, "Message", c->message);
	add_number(o, "Resources", c->resources);
	add_number(o, "Calls", c->counts->calls);
	add_number(o, "Retries", c->counts->retries);
	add_number(o, "Throttles", c->counts->throttles);
	add_cost(o, c);
	tree_set_time(o, "StartedAt", c->started);
	tree_set_time(o, "EndedAt", c->ended);
	tree_print(o, record);
	json_object_put(o);
}
