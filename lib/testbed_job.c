/* Test resources: steps done one after the other, each a call and what its answer means. */
#include <err.h>
#include <stdlib.h>
#include <string.h>

#include "aws_ask.h"
#include "secret.h"
#include "testbed_part.h"

enum { FOR_S = 60, POLL_MOST_MS = 5000 };

static void advance(struct job *job);

struct job *
job_add(struct site *site, const char *policy)
{
	struct testbed *t = site->testbed;
	struct job *job = xcalloc(1, sizeof(*job));

	job->site = site;
	job->policy = policy;
	job->vars = json_object_new_object();
	*t->last = job;
	t->last = &job->next;
	return job;
}

static void
pop(struct job *job)
{
	struct frame *f = &job->frames[--job->depth];

	json_object_put(f->steps);
	json_object_put(f->items);
	json_object_put(f->from);
	json_object_put(f->token);
	*f = (struct frame){0};
}

void
job_push(struct job *job, struct json_object *steps)
{
	if (job->depth == TESTBED_DEPTH)
		errx(3, "share/seed: steps in steps, more than %d deep", TESTBED_DEPTH);
	job->frames[job->depth++] = (struct frame){ .steps = json_object_get(steps) };
}

static void
stop(struct job *job)
{
	while (job->depth)
		pop(job);
}

static struct planted *
current(struct job *job)
{
	return job->current < job->n ? &job->planted[job->current] : NULL;
}

static void
gone(struct job *job)
{
	if (current(job))
		current(job)->gone = 1;
	stop(job);
}

static const char *
service_of(struct job *job, struct json_object *step)
{
	const char *name = tree_text(step, "Service");

	return name || !current(job) ? name : tree_text(current(job)->type, "Service");
}

static void
fail(struct job *job, struct json_object *step, const char *why)
{
	const struct site *site = job->site;
	const struct planted *p = current(job);

	warnx("%s/%s %s %s%s%s: %s", site->account, p ? site_region(site, p->type) : site->target.region,
	    service_of(job, step) ? service_of(job, step) : "?", tree_text(step, "Operation"), p && p->name ? " " : "",
	    p && p->name ? p->name : "", why);
	job->failed = 1;
	job->site->failed = 1;
	stop(job);
}

/* Takes an answer's members into variables. */
static void
take(struct job *job, struct json_object *step, struct json_object *output)
{
	struct json_object *names = tree_member(step, "Take"), *value;
	struct planted *p = current(job);

	if (!names)
		return;
	json_object_object_foreach(names, name, path) {
		value = tree_at(output, json_object_get_string(path));
		json_object_object_add(job->vars, name, json_object_get(value));
		if (p && !strcmp(name, "name") && value) {
			free(p->name);
			p->name = xstrdup(json_object_get_string(value));
		}
	}
}

/* Has it been found before?  The tagging service and the resource's own know of it, each in its time. */
static int
is_known(const struct site *site, struct json_object *arn)
{
	size_t i;

	for (i = 0; i < json_object_array_length(site->found); i++)
		if (json_object_equal(tree_member(json_object_array_get_idx(site->found, i), "ARN"), arn))
			return 1;
	return 0;
}

/* The item found, as it is kept. */
static void
found(struct job *job, struct json_object *step, struct json_object *output)
{
	struct json_object *paths = tree_member(step, "Found"), *item = tree_member(job->vars, "item"), *tags, *one, *arn;
	const char *at = tree_text(paths, "ARN");

	if (!at)
		return;
	arn = *at == '.' ? json_object_get(tree_at(item, at)) : vars_fill(job->vars, tree_member(paths, "ARN"));
	if (!arn || is_known(job->site, arn)) {
		json_object_put(arn);
		return;
	}
	tags = tree_at(output ? output : item, tree_text(paths, "Tags"));
	one = json_object_new_object();
	json_object_object_add(one, "ARN", arn);
	json_object_object_add(one, "Tags", json_object_get(tags));
	json_object_array_add(job->site->found, one);
}

static void
keep_record(struct planted *p, struct json_object *step, struct json_object *output)
{
	struct json_object *paths = tree_member(step, "Record"), *tags;

	if (!paths || !p)
		return;
	json_object_put(p->record);
	p->record = json_object_new_object();
	tags = tree_at(output, tree_text(paths, "Tags"));
	json_object_object_add(p->record, "Tags", tags_map(tags));
	json_object_object_add(p->record, "Configuration",
	    json_object_get(tree_at(output, tree_text(paths, "Configuration"))));
}

/* What a step makes of the resource that it is about. */
static void
note(struct job *job, struct json_object *step, struct json_object *output)
{
	struct planted *p = current(job);

	if (!p)
		return;
	if (tree_member(step, "Made"))
		p->made = 1;
	if (tree_text(step, "State"))
		p->state = tree_text(step, "State");
	if (output && tree_member(step, "Default") && vars_hold(job->vars, tree_member(step, "Default"), output))
		p->fixed = tree_text(step, "Why");
	keep_record(p, step, output);
}

/* Those of a list that its step is for. */
static struct json_object *
choose(struct job *job, struct json_object *step, struct json_object *all)
{
	struct json_object *chosen = json_object_new_array(), *item, *batch = tree_member(step, "Batch"), *part;
	const char *marked = tree_text(step, "MarkedItems"), *name;
	size_t i, k;

	for (i = 0; json_object_is_type(all, json_type_array) && i < json_object_array_length(all); i++) {
		item = json_object_array_get_idx(all, i);
		if (!vars_hold(job->vars, tree_member(step, "Where"), item) || (marked && !tags_marked(tree_at(item, marked))))
			continue;
		part = batch ? json_object_new_object() : json_object_get(item);
		for (k = 0; batch && k < json_object_array_length(batch); k++) {
			name = json_object_get_string(json_object_array_get_idx(batch, k));
			json_object_object_add(part, name, json_object_get(tree_member(item, name)));
		}
		json_object_array_add(chosen, part);
	}
	return chosen;
}

/* The parameters of the next page; NULL: there is none. */
static struct json_object *
next_page(struct json_object *step, struct json_object *output, size_t items)
{
	struct json_object *names = tree_member(step, "Token"), *token = NULL, *value;

	if (tree_member(step, "Again"))
		return items ? json_object_new_object() : NULL;
	if (!names)
		return NULL;
	json_object_object_foreach(names, name, path) {
		value = tree_at(output, json_object_get_string(path));
		if (!value || !*json_object_get_string(value))
			continue;
		if (!token)
			token = json_object_new_object();
		json_object_object_add(token, name, json_object_get(value));
	}
	return token;
}

/* One job for each item. */
static void
spawn(struct job *job, struct json_object *step, struct json_object *items)
{
	struct job *child;
	size_t i;

	for (i = 0; i < json_object_array_length(items); i++) {
		child = job_add(job->site, job->policy);
		child->finding = job->finding;
		json_object_object_foreach(job->vars, name, value)
			json_object_object_add(child->vars, name, json_object_get(value));
		json_object_object_add(child->vars, "item", json_object_get(json_object_array_get_idx(items, i)));
		job_push(child, tree_member(step, "Spawn"));
		job_begin(child);
	}
}

/* Begins the steps for what a call has listed. */
static void
list(struct job *job, struct json_object *step, struct json_object *output)
{
	struct json_object *items = choose(job, step, tree_at(output, tree_text(step, "Items")));
	struct json_object *token = next_page(step, output, json_object_array_length(items)), *one;
	struct frame *f;

	if (tree_member(step, "Spawn")) {
		spawn(job, step, items);
		json_object_put(items);
		items = json_object_new_array();
	}
	if (tree_member(step, "Batch") && json_object_array_length(items)) {
		json_object_object_add(job->vars, "items", items);
		one = json_object_new_array();
		json_object_array_add(one, NULL);
		items = one;
	}
	job_push(job, tree_member(step, "Do"));
	f = &job->frames[job->depth - 1];
	f->items = items;
	f->from = json_object_get(step);
	f->token = token;
	f->at = (size_t)-1;	/* before the first item */
	f->item = (size_t)-1;
}

/* Reads an answer that is none of an error; what is left to do lies in the frames. */
static void
read_answer(struct job *job, struct json_object *step, struct json_object *output)
{
	const char *marked = tree_text(step, "Marked"), *bad = tree_text(step, "FailIf");
	struct json_object *enough = tree_member(step, "Enough"), *wrong = bad ? tree_at(output, bad) : NULL;

	take(job, step, output);
	note(job, step, output);
	if (wrong) {
		fail(job, step, json_object_get_string(wrong));
		return;
	}
	if ((tree_member(step, "GoneIf") && vars_hold(job->vars, tree_member(step, "GoneIf"), output)) ||
	    (marked && !tags_marked(tree_at(output, marked)))) {
		gone(job);
		return;
	}
	found(job, step, output);
	if (enough && vars_hold(job->vars, enough, output))
		pop(job);
	else if (tree_text(step, "Items"))
		list(job, step, output);
}

static void answered(void *arg, const struct protocol_answer *answer, const struct aws_stats *stats);

/* Sends the call of job->step. */
static void
call(struct job *job, struct json_object *more, long delay_ms)
{
	struct session *session = job->site->testbed->options->session;
	struct json_object *step = job->step, *parameters = vars_fill(job->vars, tree_member(step, "Parameters"));
	const char *name = service_of(job, step);
	const struct service *service = name ? session_service(session, name) : NULL;

	if (!service)
		errx(3, "share/seed: a step without a service that is known");
	if (!parameters)
		parameters = json_object_new_object();
	if (more) {
		json_object_object_foreach(more, key, value)
			json_object_object_add(parameters, key, json_object_get(value));
	}
	(tree_member(step, "Once") ? aws_call_once : aws_call)(session->aws, &job->site->target, service,
	    tree_text(step, "Operation"), parameters, delay_ms, answered, job);
	json_object_put(parameters);
}

static void
begin_call(struct job *job, struct json_object *step, struct json_object *more)
{
	json_object_put(job->step);
	job->step = json_object_get(step);
	job->since_ms = job->site->testbed->options->session->aws_options.ticks_ms();
	job->polls = 0;
	call(job, more, 0);
}

/* Asks again in a while; 0 if that has gone on for too long. */
static int
ask_again(struct job *job)
{
	struct json_object *most = tree_member(job->step, "For");
	long long spent = job->site->testbed->options->session->aws_options.ticks_ms() - job->since_ms;
	long delay = job->polls < 5 ? 200L << job->polls : POLL_MOST_MS;

	if (spent + delay > (most ? json_object_get_int64(most) : FOR_S) * 1000)
		return 0;
	job->polls++;
	call(job, NULL, delay);
	return 1;
}

static void
refused(struct job *job, const struct protocol_answer *answer)
{
	struct json_object *step = job->step;
	char *why;

	if (tree_lists(tree_member(step, "Await"), answer->code) && ask_again(job))
		return;
	if (tree_lists(tree_member(step, "Gone"), answer->code)) {
		gone(job);
	} else if (tree_lists(tree_member(step, "Ignore"), answer->code)) {
		if (current(job) && tree_text(step, "State"))
			current(job)->state = tree_text(step, "State");
	} else {
		why = aws_answer_why(answer);
		fail(job, step, why);
		free(why);
	}
	advance(job);
}

static void
answered(void *arg, const struct protocol_answer *answer, const struct aws_stats *stats)
{
	struct job *job = arg;
	struct json_object *until = tree_member(job->step, "Until");

	(void)stats;
	if (answer->code) {
		refused(job, answer);
		return;
	}
	if (until && !vars_hold(job->vars, until, answer->output)) {
		if (ask_again(job))
			return;
		fail(job, job->step, "it has taken too long");
	} else {
		read_answer(job, job->step, answer->output);
	}
	if (tree_member(job->step, "Secret"))
		secret_json_put(json_object_get(answer->output));
	advance(job);
}

/* The frame's next item, or page; 1: there is one. */
static int
next_round(struct job *job, struct frame *f)
{
	struct json_object *from, *token;

	if (f->items && ++f->item < json_object_array_length(f->items)) {
		json_object_object_add(job->vars, "item", json_object_get(json_object_array_get_idx(f->items, f->item)));
		f->at = 0;
		return 1;
	}
	if (!f->token) {
		pop(job);
		return 1;
	}
	from = json_object_get(f->from);
	token = json_object_get(f->token);
	pop(job);
	begin_call(job, from, token);
	json_object_put(from);
	json_object_put(token);
	return 0;
}

/* Goes on until a call is under way or nothing is left. */
static void
advance(struct job *job)
{
	struct json_object *step, *unless;
	struct frame *f;

	for (;;) {
		if (!job->depth && (job->finding || job->failed || !stage_begin(job)))
			return;
		f = &job->frames[job->depth - 1];
		if (f->at == (size_t)-1 || f->at >= json_object_array_length(f->steps)) {
			if (!next_round(job, f))
				return;
			continue;
		}
		step = json_object_array_get_idx(f->steps, f->at++);
		unless = tree_member(step, "Unless");
		if (unless && tree_member(job->vars, json_object_get_string(unless)))
			continue;
		if (tree_text(step, "Operation")) {
			begin_call(job, step, NULL);
			return;
		}
		found(job, step, NULL);
		if (tree_member(step, "Do"))
			job_push(job, tree_member(step, "Do"));
	}
}

void
job_begin(struct job *job)
{
	advance(job);
}

void
jobs_free(struct testbed *t)
{
	struct job *job;
	size_t i;

	while ((job = t->jobs)) {
		t->jobs = job->next;
		stop(job);
		for (i = 0; i < job->n; i++) {
			free(job->planted[i].name);
			free(job->planted[i].arn);
			json_object_put(job->planted[i].record);
		}
		free(job->planted);
		json_object_put(job->step);
		json_object_put(job->vars);
		free(job);
	}
	t->last = &t->jobs;
}
