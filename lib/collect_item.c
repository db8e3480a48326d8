/* One resource: the calls that tell more of it, in the order they need each other. */
#include <err.h>
#include <stdlib.h>
#include <string.h>

#include "collect_part.h"
#include "tree.h"

/* One call of a step: for the item itself, or for one element in it. */
struct task {
	struct item *item;
	size_t step, element;
	struct json_object *place;	/* what the answer goes into; lives in the item's configuration */
	char *at;			/* its path in the record */
};

static void advance(struct item *item);

int
item_function(const struct unit *unit, size_t function, struct json_object *input, struct json_object **result)
{
	struct buf text = {0}, answer = {0};
	int status;

	*result = NULL;
	tree_print(input, &text);
	status = functions_call(unit->run->options->functions, function, buf_span(&unit->at), buf_span(&text), &answer);
	if (status < 0)
		warnx("%s: %s", unit->collector->file, answer.data);
	else
		*result = tree_parse(buf_span(&answer));
	buf_free(&text);
	buf_free(&answer);
	return status;
}

/* The part of the ARN behind region and account, for messages; malloc'd. */
static char *
name_of(const struct item *item)
{
	struct json_object *arn;
	const char *name;
	char *copy;
	int i;

	if (item_function(item->unit, item->unit->collector->arn, item->configuration, &arn) < 0)
		return xstrdup("");
	name = json_object_is_type(arn, json_type_string) ? json_object_get_string(arn) : "";
	for (i = 0; i < 5 && strchr(name, ':'); i++)
		name = strchr(name, ':') + 1;
	copy = xstrdup(name);
	json_object_put(arn);
	return copy;
}

/* The member that a task fills could not be had: what the list may have said of it is no answer to this call. */
static void
fail(const struct task *task, const struct fetch_answer *answer)
{
	struct item *item = task->item;
	const struct unit *unit = item->unit;
	const struct collector_call *call = &unit->collector->detail[task->step];
	char *name = name_of(item);
	struct buf at = {0};

	failure_say(item->unit, call->own_region && item->own_region ? item->own_region :
	    unit->collector->scope == SCOPE_GLOBAL ? unit->region : unit->target.region, name, answer);
	free(name);
	buf_adds(&at, task->at);
	if (call->into) {
		path_add_key(&at, call->into);
		json_object_object_del(task->place, call->into);
	}
	failures_add(&item->failures, unit->collector->nbatch + unit->collector->nonce + task->step, task->element, answer->call, at.data,
	    answer->code);
	buf_free(&at);
	unit->run->status = 2;
}

void
item_merge(struct json_object *place, struct json_object *value)
{
	if (!json_object_is_type(value, json_type_object))
		return;
	json_object_object_foreach(value, key, member)
		json_object_object_add(place, key, json_object_get(member));
}

/* Puts what was answered where it belongs.  Takes value. */
static void
put(const struct task *task, const struct collector_call *call, struct json_object *value)
{
	struct json_object *applied;
	struct fetch_answer wrong = { .code = "UnexpectedAnswer", .call = call };

	if (call->apply && value) {
		if (item_function(task->item->unit, call->function, value, &applied) < 0) {
			fail(task, &wrong);
			json_object_put(value);
			return;
		}
		json_object_put(value);
		value = applied;
	}
	if (call->into) {
		json_object_object_add(task->place, call->into, value);
		return;
	}
	item_merge(task->place, value);
	json_object_put(value);
}

static void
task_over(struct task *task)
{
	struct item *item = task->item;

	if (--item->left[task->step] == 0)
		item->done |= 1ull << task->step;
	item->open--;
	json_object_put(task->place);
	free(task->at);
	free(task);
}

static void
take_answer(void *arg, const struct fetch_answer *answer)
{
	struct task *task = arg;
	struct item *item = task->item;
	const struct collector *c = item->unit->collector;
	const struct collector_call *call = &c->detail[task->step];

	item->described = item->unit->run->options->now();
	if (!answer->code) {
		put(task, call, json_object_get(answer->value));
	} else if (!strcmp(answer->code, "Interrupted")) {
		item->gone = 1;
		unit_interrupt(item->unit);
	} else if (collector_call_absent(call, answer->code, answer->message)) {
		put(task, call, NULL);
	} else if (!call->each.nsteps && tree_lists(c->gone, answer->code)) {
		item->gone = 1;
	} else {
		fail(task, answer);
	}
	task_over(task);
	advance(item);
}

/* Where a call goes: to the resource's own region, if it has one that is known. */
static const struct aws_target *
target_of(struct item *item, const struct collector_call *call)
{
	struct unit *unit = item->unit;
	struct json_object *region;

	if (!call->own_region)
		return &unit->target;
	if (!item->own_region) {
		if (item_function(unit, unit->collector->region, item->configuration, &region) < 0 ||
		    !json_object_is_type(region, json_type_string)) {
			json_object_put(region);
			return &unit->target;
		}
		item->own_region = xstrdup(json_object_get_string(region));
		item->own = unit->target;
		item->own.region = item->own_region;
		json_object_put(region);
	}
	return &item->own;
}

/* Asks; what cannot be asked has failed already.  Takes task. */
static void
ask(struct task *task)
{
	struct item *item = task->item;
	const struct services *services = item->unit->run->options->services;
	const struct collector_call *call = &item->unit->collector->detail[task->step];
	const struct fetch_answer invalid = { .code = "InvalidRequest", .call = call,
		.message = "a parameter is missing in what was described before" };
	struct fetch_order order = {
		.aws = item->unit->run->options->aws, .target = target_of(item, call), .call = call,
		.service = services_get(services, call->service),
		.parameters = item_parameters(item, task->place, call->parameters),
		.counts = &item->unit->counts, .done = take_answer, .arg = task
	};

	if (call->before) {
		order.before = services_get(services, call->before->service);
		order.before_parameters = item_parameters(item, task->place, call->before->parameters);
	}
	if (order.parameters && (!call->before || order.before_parameters)) {
		fetch_all(&order);
		return;
	}
	json_object_put(order.parameters);
	json_object_put(order.before_parameters);
	fail(task, &invalid);
	task_over(task);
}

/* A step that is being started: how many elements it has come to. */
struct start {
	struct item *item;
	size_t step, elements;
	struct task **tasks;
};

int
item_is_asked(struct json_object *when, struct json_object *place)
{
	struct json_object *value;
	size_t i, n;

	json_object_object_foreach(when, path, values) {
		if (!(value = tree_at(place, path)))
			continue;
		n = json_object_array_length(values);
		for (i = 0; i < n && !json_object_equal(json_object_array_get_idx(values, i), value); i++)
			continue;
		if (i == n)
			return 0;
	}
	return 1;
}

static void
add_task(void *arg, struct json_object *place, const char *at)
{
	struct start *start = arg;
	const struct collector_call *call = &start->item->unit->collector->detail[start->step];
	struct task *task;

	if (!json_object_is_type(place, json_type_object))
		return;
	if (call->when && !item_is_asked(call->when, place)) {
		if (call->into)
			json_object_object_add(place, call->into, NULL);
		return;
	}
	task = xcalloc(1, sizeof(*task));
	*task = (struct task){ start->item, start->step, start->elements, json_object_get(place), xstrdup(at) };
	start->tasks = xrealloc(start->tasks, (start->elements + 1) * sizeof(task));
	start->tasks[start->elements++] = task;
}

static void
start_step(struct item *item, size_t step)
{
	const struct collector_call *call = &item->unit->collector->detail[step];
	struct start start = { .item = item, .step = step };
	size_t i;

	item->started |= 1ull << step;
	tree_each(item->configuration, &call->each, ".Configuration", add_task, &start);
	item->left[step] = start.elements;
	item->open += start.elements;
	if (!start.elements)
		item->done |= 1ull << step;
	for (i = 0; i < start.elements; i++)
		ask(start.tasks[i]);
	free(start.tasks);
}

/* The item is told, or gone. */
static void
end(struct item *item)
{
	struct unit *unit = item->unit;

	if (!item->gone)
		item_record(item);
	failures_free(&item->failures);
	json_object_put(item->configuration);
	free(item->own_region);
	free(item);
	unit_item_over(unit);
}

/* Starts every step whose turn has come; ends the item when none is left. */
static void
advance(struct item *item)
{
	const struct collector *c = item->unit->collector;
	size_t i;

	for (i = 0; i < c->ndetail && !item->gone; i++)
		if (!(item->started & 1ull << i) && !(c->detail[i].after & ~item->done))
			start_step(item, i);
	if (!item->open)
		end(item);
}

void
item_begin(struct unit *unit, struct json_object *configuration, struct failures *failures)
{
	const struct collector *c = unit->collector;
	struct item *item = xcalloc(1, sizeof(*item));
	size_t i;

	item->unit = unit;
	for (i = 0; i < c->ndetail; i++)
		if (c->detail[i].unasked)
			item->started |= 1ull << i;
	item->done = item->started;
	item->configuration = configuration;
	item->described = unit->answered;
	if (failures) {
		item->failures = *failures;
		*failures = (struct failures){0};
	}
	unit->open++;
	unit->run->open_items++;
	advance(item);
}
