/* The calls that a run would make, and how many. */
#include "explain.h"

#include <stdlib.h>
#include <string.h>

#include "ndjson.h"
#include "out.h"
#include "prices.h"
#include "record.h"
#include "scan.h"
#include "tree.h"

/* What an inventory says of a collector's resources. */
struct estimate {
	long long units, occupied, resources, calls;	/* occupied: units with any resource */
	long long *groups;				/* of each Batch call */
	long long *elements;				/* of each Detail call: what it is made for */
};

struct explanation {
	const struct explain_options *options;
	struct estimate *estimates;			/* of each collector */
	long long calls;
	unsigned long long nanodollars;
};

/* The collector that made a record; its number, or that behind the last one. */
static size_t
maker(const struct collector_set *set, const struct record *r)
{
	int global = scan_string_is(r->region, "global");
	size_t i;

	for (i = 0; i < set->n; i++)
		if (scan_string_is(r->type, set->collectors[i].type) &&
		    global == (set->collectors[i].scope == SCOPE_GLOBAL))
			break;
	return i;
}

static void
add_unit(const struct collector *c, struct estimate *e, const struct record *r)
{
	long long n = scan_integer(scan_get(r->whole, "Resources"), 0);
	size_t i;

	if (!scan_string_is(r->status, "complete") && !scan_string_is(r->status, "partial"))
		return;
	e->units++;
	e->occupied += n > 0;
	e->resources += n;
	e->calls += scan_integer(scan_get(r->whole, "Calls"), 0);
	for (i = 0; i < c->nbatch; i++)
		e->groups[i] += (n + (long long)c->batch[i].most - 1) / (long long)c->batch[i].most;
}

static void
count(void *arg, struct json_object *place, const char *at)
{
	long long *n = arg;

	(void)at;
	*n += json_object_is_type(place, json_type_object);
}

static void
add_resource(const struct collector *c, struct estimate *e, const struct record *r)
{
	struct json_object *configuration = tree_parse(r->configuration);
	size_t i;

	for (i = 0; i < c->ndetail; i++)
		tree_each(configuration, &c->detail[i].each, "", count, &e->elements[i]);
	json_object_put(configuration);
}

static int
read_inventory(struct explanation *x)
{
	const struct collector_set *set = x->options->collectors;
	struct ndjson in;
	struct span line;
	struct record r;
	size_t i;

	ndjson_open(&in, x->options->inventory);
	while (ndjson_next(&in, &line)) {
		record_read(&r, line);
		if ((i = maker(set, &r)) == set->n)
			continue;
		if (record_is(&r, "coverage"))
			add_unit(&set->collectors[i], &x->estimates[i], &r);
		else if (record_is(&r, "resource"))
			add_resource(&set->collectors[i], &x->estimates[i], &r);
	}
	return ndjson_close(&in);
}

/* calls: -1 if there is no estimate. */
static void
say(struct explanation *x, const struct collector *c, const struct collector_call *call, const char *often,
    long long calls)
{
	struct buf line = {0};
	char cost[PRICES_TEXT];

	buf_addf(&line, "%s\t%s\t%s\t%s\t%s\t%s\t", c ? c->type : "-", c ? collector_scope_name(c) : "-", call->service,
	    call->operation, call->permission, often);
	if (calls < 0) {
		buf_adds(&line, "-\t-");
	} else {
		prices_print(call->nanodollars * (unsigned long long)calls, cost);
		buf_addf(&line, "%lld\t%s", calls, cost);
		x->calls += calls;
		x->nanodollars += call->nanodollars * (unsigned long long)calls;
	}
	out_line(buf_span(&line));
	buf_free(&line);
}

/* What the calls that have a number of their own come to; the list has what is left of what was counted. */
static long long
list_calls(const struct collector *c, const struct estimate *e)
{
	long long left = e->calls;
	size_t i;

	for (i = 0; i < c->nbatch; i++)
		left -= c->batch[i].call.unasked ? 0 : e->groups[i];
	for (i = 0; i < c->nonce; i++)
		left -= c->once[i].unasked ? 0 : e->occupied;
	for (i = 0; i < c->ndetail; i++)
		left -= c->detail[i].unasked ? 0 : e->elements[i];
	left -= c->parents ? e->units : 0;
	return left > e->units ? left : e->units;
}

static void
say_lists(struct explanation *x, const struct collector *c, const struct estimate *e)
{
	const char *region = c->scope == SCOPE_REGIONAL ? " and region" : "";
	struct buf often = {0};

	if (c->parents) {
		buf_addf(&often, "each page%s", region);
		say(x, c, c->parents, often.data, e ? e->units : -1);
		region = " and parent";
	}
	if (c->list) {
		buf_clear(&often);
		buf_addf(&often, "each page%s", region);
		say(x, c, c->list, often.data, e ? list_calls(c, e) : -1);
	}
	buf_free(&often);
}

static void
say_detail(struct explanation *x, const struct collector *c, size_t i, long long calls)
{
	const struct collector_call *call = &c->detail[i];
	struct buf often = {0}, path = {0};

	if (call->before)
		say(x, c, call->before, "each resource, until it is ready", calls);
	collector_call_fills(&(struct collector_call){ .each = call->each }, &path);
	buf_addf(&often, "each %s%s", call->token_in ? "page and " : "", call->each.nsteps ? path.data : "resource");
	say(x, c, call, often.data, calls);
	buf_free(&often);
	buf_free(&path);
}

static void
say_collector(struct explanation *x, const struct collector *c, const struct estimate *e)
{
	struct buf often = {0};
	size_t i;

	say_lists(x, c, e);
	for (i = 0; i < c->nbatch; i++) {
		buf_clear(&often);
		buf_addf(&often, "each %zu resources", c->batch[i].most);
		if (!c->batch[i].call.unasked)
			say(x, c, &c->batch[i].call, often.data, e ? e->groups[i] : -1);
	}
	for (i = 0; i < c->nonce; i++)
		if (!c->once[i].unasked)
			say(x, c, &c->once[i], c->once[i].token_in ? "each page and list with resources" :
			    "each list with resources", e ? e->occupied : -1);
	for (i = 0; i < c->ndetail; i++)
		if (!c->detail[i].unasked)
			say_detail(x, c, i, e ? e->elements[i] : -1);
	buf_free(&often);
}

static void
say_all(struct explanation *x)
{
	static const struct collector_call identity = {
		.service = "sts", .operation = "GetCallerIdentity", .permission = "-"
	}, regions = { .service = "ec2", .operation = "DescribeRegions", .permission = "ec2:DescribeRegions" };
	const struct collector_set *set = x->options->collectors;
	struct buf line = {0};
	char cost[PRICES_TEXT];
	size_t i;

	say(x, NULL, &identity, "each run", x->estimates ? 1 : -1);
	if (x->options->asks_regions)
		say(x, NULL, &regions, "each run", x->estimates ? 1 : -1);
	for (i = 0; i < set->n; i++)
		say_collector(x, &set->collectors[i], x->estimates ? &x->estimates[i] : NULL);
	if (!x->estimates)
		return;
	prices_print(x->nanodollars, cost);
	buf_addf(&line, "total\t-\t-\t-\t-\t-\t%lld\t%s", x->calls, cost);
	out_line(buf_span(&line));
	buf_free(&line);
}

int
explain(const struct explain_options *o)
{
	const struct collector_set *set = o->collectors;
	struct explanation x = { .options = o };
	size_t i;
	int status = 0;

	if (*o->inventory) {
		x.estimates = xcalloc(set->n + 1, sizeof(*x.estimates));
		for (i = 0; i < set->n; i++) {
			x.estimates[i].groups = xcalloc(set->collectors[i].nbatch + 1, sizeof(long long));
			x.estimates[i].elements = xcalloc(set->collectors[i].ndetail + 1, sizeof(long long));
		}
		status = read_inventory(&x);
	}
	say_all(&x);
	for (i = 0; x.estimates && i < set->n; i++) {
		free(x.estimates[i].groups);
		free(x.estimates[i].elements);
	}
	free(x.estimates);
	return status;
}
