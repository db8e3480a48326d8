/* One type in one region: its list, what is joined to it, its items. */
#include <stdlib.h>
#include <string.h>

#include "collect_part.h"
#include "tree.h"

static size_t
waiting(const struct unit *unit)
{
	return unit->page ? json_object_array_length(unit->page) - unit->next_item : 0;
}

static void
drop_page(struct unit *unit)
{
	json_object_put(unit->page);
	unit->page = NULL;
	unit->next_item = 0;
	batch_free(unit);
}

static void
end(struct unit *unit)
{
	unit->ended = unit->run->options->now();
	run_unit_over(unit);
}

const char *
unit_asked_region(const struct unit *unit)
{
	return unit->collector->scope == SCOPE_EVERYWHERE ? unit->target.region : unit->region;
}

void
unit_blame(struct unit *unit, const char *code, const char *message)
{
	if (!unit->code) {
		unit->code = xstrdup(code);
		unit->message = message ? xstrdup(message) : NULL;
	}
	if (strcmp(code, "Interrupted"))
		unit->run->status = 2;
}

void
unit_interrupt(struct unit *unit)
{
	unit_blame(unit, "Interrupted", NULL);
	unit->stopped = 1;
	unit->more = 0;
	drop_page(unit);
}

/* A regional service that is not known to be in the region, and has no host there, is not offered in it. */
static int
is_elsewhere(const struct unit *unit, const struct fetch_answer *answer)
{
	const struct service *s = services_get(unit->run->options->services, answer->call->service);

	return answer->code && !strcmp(answer->code, "NameNotResolved") && !s->global &&
	    unit->collector->scope == SCOPE_REGIONAL && !service_is_in(s, unit->target.region);
}

static void
take_page(void *arg, const struct fetch_answer *answer)
{
	struct unit *unit = arg;

	unit->asking = 0;
	unit->answered = unit->run->options->now();
	if (answer->code && collector_call_absent(answer->call, answer->code, answer->message)) {
		unit->listed_some = 1;		/* no such configuration: an empty list */
	} else if (answer->code && unit->slot->one && one_is_gone(unit, answer->code)) {
		unit->listed_some = 1;
	} else if (!unit->code && is_elsewhere(unit, answer)) {
		unit->slot->skipped = 1;
		unit->code = xstrdup("NotOffered");
		unit->message = xstrdup("the service is not offered in this region");
	} else if (answer->code) {
		failure_say(unit, unit_asked_region(unit), listing_about(unit->list), answer);
		unit_blame(unit, answer->code, answer->message);
	} else {
		unit->page = json_object_get(answer->value);
		unit->listed_some = 1;
		if (unit->slot->one)
			one_choose(unit);
		batch_start(unit);
	}
	unit->more = answer->more && !unit->stopped;
	unit_pump(unit);
}

static void
take_once(void *arg, const struct fetch_answer *answer)
{
	struct joined *joined = arg;
	struct unit *unit = joined->unit;

	if (answer->code && !strcmp(answer->code, "Interrupted")) {
		unit_interrupt(unit);
	} else if (answer->code && !collector_call_absent(joined->call, answer->code, answer->message)) {
		failure_say(unit, unit_asked_region(unit), "", answer);
		joined->code = xstrdup(answer->code);
		unit->run->status = 2;
	} else if (!answer->code && !joined->call->apply) {
		joined->value = json_object_get(answer->value);
	} else if (!answer->code && item_function(unit, joined->call->function, answer->value, &joined->value) < 0) {
		joined->code = xstrdup("UnexpectedAnswer");
		unit->run->status = 2;
	}
	unit_join(joined);
	unit->once_left--;
	unit_pump(unit);
}

struct fetch_order
unit_order(struct unit *unit, const struct collector_call *call, struct json_object *parent, fetch_done *done, void *arg)
{
	const struct item nothing = { .unit = unit, .configuration = parent };

	return (struct fetch_order){
		.aws = unit->run->options->aws, .target = &unit->target, .call = call,
		.service = services_get(unit->run->options->services, call->service),
		.parameters = item_parameters(&nothing, NULL, call->parameters),
		.counts = &unit->counts, .done = done, .arg = arg
	};
}

/* Only now, when there are items to join them to. */
static void
ask_once(struct unit *unit)
{
	const struct collector *c = unit->collector;
	struct fetch_order order;
	size_t i;

	unit->once_asked = 1;
	unit->once = xcalloc(c->nonce + 1, sizeof(*unit->once));
	for (i = 0; i < c->nonce; i++)
		unit->once_left += !c->once[i].unasked;
	for (i = 0; i < c->nonce; i++) {
		if (c->once[i].unasked)
			continue;
		unit->once[i].unit = unit;
		unit->once[i].call = &c->once[i];
		order = unit_order(unit, &c->once[i], NULL, take_once, &unit->once[i]);
		if (unit->slot->one)
			one_narrow(unit, &c->once[i], order.parameters);
		fetch_all(&order);
	}
}

/* One of each unit always may: its end is what the others wait for. */
static int
may_begin(const struct unit *unit)
{
	const struct run *run = unit->run;

	return unit->open == 0 || (unit->open < run->window && run->open_items < run->most_items);
}

/* Begins the next item of the page, unless it is gone. */
static void
begin_next(struct unit *unit)
{
	struct prepared *prepared = unit->prepared ? &unit->prepared[unit->next_item] : NULL;
	struct json_object *item = json_object_array_get_idx(unit->page, unit->next_item++);

	if (!prepared || !prepared->gone)
		item_begin(unit, json_object_get(item), prepared ? &prepared->failures : NULL);
}

/* Begins items, as many as may be worked on, then asks for the next page, then ends.
   The unit may be gone afterwards. */
void
unit_pump(struct unit *unit)
{
	if (unit->pumping)
		return;
	unit->pumping = 1;
	if (!unit->once_asked && waiting(unit))
		ask_once(unit);
	while (!unit->once_left && !unit->groups_left && waiting(unit) && may_begin(unit))
		begin_next(unit);
	unit->pumping = 0;
	if (waiting(unit) || unit->asking || unit->groups_left)
		return;
	drop_page(unit);
	if (unit->more) {
		unit->asking = 1;
		listing_next(unit->list);
	} else if (!unit->open && !unit->once_left) {
		end(unit);
	}
}

void
unit_item_over(struct unit *unit)
{
	unit->open--;
	unit->run->open_items--;
	unit_pump(unit);
}

struct unit *
unit_new(struct slot *slot)
{
	struct visit *visit = slot->visit;
	struct unit *unit = xcalloc(1, sizeof(*unit));

	unit->run = visit->run;
	unit->slot = slot;
	unit->collector = slot->collector;
	unit->target = visit->target;
	unit->target.region = slot->asked;
	unit->region = slot->region;
	collector_at(&unit->at, visit->target.account, slot->asked);
	sorter_open_in(&unit->records, &visit->run->file);
	return unit;
}

void
unit_start(struct unit *unit)
{
	const struct collector *c = unit->collector;
	const struct collect_one *one = unit->slot->one;

	unit->started = unit->answered = unit->run->options->now();
	if (unit->slot->skipped) {
		unit->code = xstrdup("NotOffered");
		unit->message = xstrdup("the service is not offered in this partition");
		end(unit);
		return;
	}
	if (one ? c->one->call != NULL : c->list != NULL) {
		unit->asking = 1;
		unit->list = listing_start(unit, take_page);
		return;
	}
	unit->listed_some = 1;
	unit->page = json_object_new_array();
	json_object_array_add(unit->page, one ? json_object_get(one->item) : json_object_new_object());
	batch_start(unit);
	unit_pump(unit);
}

void
unit_coverage(const struct unit *unit, struct buf *record)
{
	const struct covered covered = {
		.account = unit->target.account, .region = unit->region, .type = unit->collector->type,
		.status = unit->slot->skipped ? "skipped" : !unit->code ? "complete" : unit->listed_some ? "partial" : "failed",
		.code = unit->code, .message = unit->message, .resources = unit->resources, .counts = &unit->counts,
		.priced = unit->run->options->priced, .started = unit->started, .ended = unit->ended
	};

	covered_print(&covered, record);
}

void
unit_free(struct unit *unit)
{
	size_t i;

	for (i = 0; unit->once && i < unit->collector->nonce; i++) {
		json_object_put(unit->once[i].value);
		json_object_put(unit->once[i].by_key);
		free(unit->once[i].code);
	}
	listing_end(unit->list);
	drop_page(unit);
	free(unit->once);
	sorter_close(&unit->records);
	free(unit->code);
	free(unit->message);
	buf_free(&unit->at);
	free(unit);
}
