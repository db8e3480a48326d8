/* Test resources: what each mode does to which of them. */
#include <err.h>
#include <stdlib.h>
#include <string.h>

#include "testbed_part.h"
#include "wildcard.h"

static void
add_tag(struct json_object *tags, const char *key, const char *value)
{
	struct json_object *tag = json_object_new_object();

	tree_set_text(tag, "Key", key);
	tree_set_text(tag, "Value", value);
	json_object_array_add(tags, tag);
}

/* The marks of a run: https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html tells the limits. */
static struct json_object *
tags_of(const struct site *site, const char *policy, const char *run)
{
	struct json_object *tags = json_object_new_array();
	char now[CLOCK_TEXT];

	clock_format(site->testbed->options->now, now);
	add_tag(tags, "qrie-test", "true");
	add_tag(tags, "qrie-test-run", run);
	add_tag(tags, "qrie-test-policy", policy);
	add_tag(tags, "auto-cleanup", "true");
	add_tag(tags, "qrie-test-account", site->account);
	add_tag(tags, "qrie-test-timestamp", now);
	return tags;
}

static void
set_vars(struct job *job, const char *run)
{
	const struct site *site = job->site;
	const struct testbed_options *o = site->testbed->options;
	struct json_object *v = job->vars;

	tree_set_text(v, "account", site->account);
	tree_set_text(v, "region", site->target.region);
	tree_set_text(v, "partition", endpoint_partition(site->target.region));
	/* elsewhere than in the oldest region S3 must be told */
	tree_set_text(v, "location", strcmp(site->target.region, "us-east-1") ? site->target.region : NULL);
	tree_set_text(v, "policy", job->policy);
	tree_set_text(v, "run", run);
	tree_set_text(v, "stamp", site->stamp);
	tree_set_text(v, "password", o->password);
	tree_set_text(v, "image", o->image);
	tree_set_text(v, "subnet", o->subnet);
	tree_set_text(v, "subnet_group", o->subnet_group);
	json_object_object_add(v, "keep", o->keep ? json_object_new_boolean(1) : NULL);
	json_object_object_add(v, "public", json_object_new_boolean(o->mode == TESTBED_NON_COMPLIANT));
	json_object_object_add(v, "tags", tags_of(site, job->policy, run));
	job->run = tree_text(v, "run");
}

/* The name and the ARN of the resource that is next to be dealt with. */
static void
set_name(struct job *job)
{
	struct planted *p = &job->planted[job->current];
	struct json_object *named = json_object_new_array(), *tags = tree_member(job->vars, "tags"), *arn;
	struct buf unique = {0};
	size_t i;

	tree_set_text(job->vars, "name", p->name);
	arn = vars_fill(job->vars, tree_member(p->type, "ARN"));
	if (!p->found || p->gone) {
		free(p->arn);
		p->arn = xstrdup(json_object_get_string(arn));
	}
	json_object_put(arn);
	tree_set_text(job->vars, "arn", p->arn);
	if (!job->current)
		tree_set_text(job->vars, "first", p->name);
	for (i = 0; i < json_object_array_length(tags); i++)
		json_object_array_add(named, json_object_get(json_object_array_get_idx(tags, i)));
	add_tag(named, "Name", p->name);
	json_object_object_add(job->vars, "named", named);
	buf_addf(&unique, "%s-%s", p->name, job->site->stamp);
	tree_set_text(job->vars, "unique", unique.data);
	buf_free(&unique);
}

/* A name for one that is to be made. */
static void
new_name(struct job *job)
{
	struct planted *p = &job->planted[job->current];
	struct json_object *with = tree_member(p->spec, "With"), *name;

	name = vars_fill(job->vars, tree_member(p->spec, "Name"));
	free(p->name);
	p->name = xstrdup(json_object_get_string(name));
	json_object_put(name);
	if (with) {
		json_object_object_foreach(with, key, value)
			json_object_object_add(job->vars, key, json_object_get(value));
	}
}

static int
is_overridden(struct json_object *step, struct json_object *by)
{
	const char *sets = tree_text(step, "Sets"), *other;
	size_t i;

	for (i = 0; sets && by && i < json_object_array_length(by); i++)
		if ((other = tree_text(json_object_array_get_idx(by, i), "Sets")) && !strcmp(other, sets))
			return 1;
	return 0;
}

/* The type's settings, in the place of some of them those of the policy's file. */
static struct json_object *
settings(struct json_object *general, struct json_object *special)
{
	struct json_object *steps = json_object_new_array();
	size_t i;

	for (i = 0; general && i < json_object_array_length(general); i++)
		if (!is_overridden(json_object_array_get_idx(general, i), special))
			json_object_array_add(steps, json_object_get(json_object_array_get_idx(general, i)));
	for (i = 0; special && i < json_object_array_length(special); i++)
		json_object_array_add(steps, json_object_get(json_object_array_get_idx(special, i)));
	return steps;
}

/* The steps of a stage; given; NULL: it has none. */
static struct json_object *
stage_steps(const struct job *job, const struct planted *p)
{
	enum testbed_mode mode = job->site->testbed->options->mode;
	int there = (p->found && !p->gone) || p->made, makes = mode == TESTBED_NON_COMPLIANT || mode == TESTBED_COMPLIANT;

	if (job->rollback && job->look && job->stage == STAGE_LOOK)
		return json_object_get(tree_member(p->type, "Look"));
	if (job->rollback)
		return job->stage == STAGE_DELETE && !p->gone ? json_object_get(tree_member(p->type, "Delete")) : NULL;
	switch (job->stage) {
	case STAGE_LOOK:
		return p->found ? json_object_get(tree_member(p->type, "Look")) : NULL;
	case STAGE_MAKE:
		return makes && !there ? json_object_get(tree_member(p->type, "Create")) : NULL;
	case STAGE_SET:
		return there && mode != TESTBED_CLEANUP ? settings(tree_member(p->type, "Compliant"),
		    tree_member(p->spec, mode == TESTBED_NON_COMPLIANT ? "NonCompliant" : "Compliant")) : NULL;
	case STAGE_AFTER:
		return there && makes ? json_object_get(tree_member(p->type, "After")) : NULL;
	default:
		return there && mode == TESTBED_CLEANUP ? json_object_get(tree_member(p->type, "Delete")) : NULL;
	}
}

int
stage_begin(struct job *job)
{
	struct json_object *steps;

	for (;;) {
		if (job->stage == STAGES) {
			if (job->current + 1 >= job->n)
				return 0;
			job->current++;
			job->stage = STAGE_LOOK;
		}
		steps = stage_steps(job, &job->planted[job->current]);
		if (steps && job->stage == STAGE_MAKE)
			new_name(job);
		if (steps)
			set_name(job);
		job->stage++;
		if (!steps)
			continue;
		job_push(job, steps);
		json_object_put(steps);
		return 1;
	}
}

/* Has a job go with so many resources. */
static void
begin(struct job *job)
{
	job->stage = STAGE_LOOK;
	job_begin(job);
}

/* The job's resource is one that was found: what it is called. */
static void
take_found(struct planted *p, struct json_object *one)
{
	p->found = 1;
	p->name = xstrdup(tree_text(one, "Name"));
	p->arn = xstrdup(tree_text(one, "ARN"));
}

/* The type of an ARN; NULL: none that we know. */
static const char *
type_of(const struct testbed *t, const char *arn)
{
	json_object_object_foreach(t->types, name, type)
		if (wildcard_match(span_of(tree_text(type, "Match")), span_of(arn)))
			return name;
	return NULL;
}

/* What a resource is called: the ARN's last part. */
static const char *
name_of(const char *arn)
{
	const char *slash = strrchr(arn, '/'), *colon = strrchr(arn, ':');

	return slash > colon ? slash + 1 : colon + 1;
}

/* Adds what the ARN and the tags tell; 0 if it is of no type that we know. */
static int
describe(const struct testbed *t, struct json_object *one)
{
	const char *arn = tree_text(one, "ARN"), *type = type_of(t, arn);
	struct json_object *tags = tree_member(one, "Tags");

	if (!type)
		return 0;
	tree_set_text(one, "Type", type);
	tree_set_text(one, "Name", name_of(arn));
	tree_set_text(one, "Run", tags_value(tags, "qrie-test-run"));
	tree_set_text(one, "Policy", tags_value(tags, "qrie-test-policy"));
	return 1;
}

/* Somebody has forgotten it. */
static void
report_old(const struct site *site, struct json_object *one)
{
	const char *text = tags_value(tree_member(one, "Tags"), "qrie-test-timestamp");
	time_t made;
	long long age;

	if (!text || clock_parse(span_of(text), &made) < 0)
		return;
	age = (long long)(site->testbed->options->now - made);
	json_object_object_add(one, "AgeSeconds", json_object_new_int64(age));
	if (age > TESTBED_ORPHAN_S && site->testbed->options->mode != TESTBED_CLEANUP)
		warnx("%s: a test resource since %s: more than an hour", tree_text(one, "ARN"), text);
}

void
plan_find(struct site *site)
{
	struct json_object *find = site->testbed->find, *steps;
	struct job *job;
	size_t i;

	site->found = json_object_new_array();
	for (i = 0; i < json_object_array_length(find); i++) {
		job = job_add(site, "");
		job->finding = 1;
		set_vars(job, "");
		steps = json_object_new_array();
		json_object_array_add(steps, json_object_get(json_object_array_get_idx(find, i)));
		job_push(job, steps);
		json_object_put(steps);
		job_begin(job);
	}
}

static int
same_text(struct json_object *one, const char *name, const char *text)
{
	const char *value = tree_text(one, name);

	return value && text && !strcmp(value, text);
}

/* The resources of a policy's file in a run: those found, and places for those that were not. */
static void
plan_one(struct site *site, struct json_object *seed, const char *run)
{
	struct json_object *specs = tree_member(seed, "Resources"), *spec, *one;
	struct job *job = job_add(site, tree_text(seed, "Policy"));
	const char *type;
	size_t i, k;

	job->n = json_object_array_length(specs);
	job->planted = xcalloc(job->n, sizeof(*job->planted));
	set_vars(job, run);
	for (i = 0; i < job->n; i++) {
		spec = json_object_array_get_idx(specs, i);
		type = tree_text(spec, "Type");
		job->planted[i].spec = spec;
		job->planted[i].type = tree_member(site->testbed->types, type);
		for (k = 0; k < json_object_array_length(site->found); k++) {
			one = json_object_array_get_idx(site->found, k);
			if (!job->planted[i].found && same_text(one, "Type", type) && same_text(one, "Run", run) &&
			    same_text(one, "Policy", job->policy))
				take_found(&job->planted[i], one);
		}
	}
	begin(job);
}

/* Each run that has left something of a policy, else a new one. */
static void
plan_seed(struct site *site, struct json_object *seed)
{
	struct json_object *runs = json_object_new_object(), *one;
	const char *run;
	size_t i;

	for (i = 0; i < json_object_array_length(site->found); i++) {
		one = json_object_array_get_idx(site->found, i);
		run = tree_text(one, "Run");
		if (run && same_text(one, "Policy", tree_text(seed, "Policy")) &&
		    !tree_member(tree_member(site->testbed->types, tree_text(one, "Type")), "PartOf"))
			json_object_object_add(runs, run, NULL);
	}
	if (!json_object_object_length(runs) && site->testbed->options->mode != TESTBED_REMEDIATE)
		json_object_object_add(runs, site->stamp, NULL);
	json_object_object_foreach(runs, name, nothing) {
		(void)nothing;
		plan_one(site, seed, name);
	}
	json_object_put(runs);
}

/* Deletes one that was found; rollback: since the run has failed. */
static void
plan_delete(struct site *site, struct json_object *one, int rollback)
{
	const char *policy = tree_text(one, "Policy"), *run = tree_text(one, "Run");
	struct job *job = job_add(site, policy ? policy : "");

	job->rollback = job->look = rollback;
	job->n = 1;
	job->planted = xcalloc(1, sizeof(*job->planted));
	job->planted->type = tree_member(site->testbed->types, tree_text(one, "Type"));
	take_found(job->planted, one);
	set_vars(job, run ? run : "");
	begin(job);
}

int
testbed_wants(const struct testbed *t, const char *service)
{
	char *const *s = t->options->services;

	for (; s && *s; s++)
		if (service && !strcmp(*s, service))
			return 1;
	return !s;
}

void
plan_run(struct site *site)
{
	struct testbed *t = site->testbed;
	struct json_object *one;
	size_t i, n = json_object_array_length(site->found);

	for (i = 0; i < n; i++) {
		one = json_object_array_get_idx(site->found, i);
		if (!describe(t, one)) {
			warnx("%s: it is marked, and of a type that cannot be dealt with", tree_text(one, "ARN"));
			t->status = 2;
			continue;
		}
		report_old(site, one);
		if (t->options->mode == TESTBED_CLEANUP &&
		    testbed_wants(t, tree_text(tree_member(t->types, tree_text(one, "Type")), "Service")))
			plan_delete(site, one, 0);
	}
	if (t->options->mode == TESTBED_CLEANUP)
		return;
	for (i = 0; i < json_object_array_length(t->seeds); i++) {
		one = json_object_array_get_idx(t->seeds, i);
		if (!tree_text(one, "Skip") && testbed_wants(t, tree_text(one, "Service")))
			plan_seed(site, one);
	}
}

void
plan_rollback(struct site *site, struct job *of)
{
	struct planted *p;
	struct job *job;
	size_t i;

	for (i = of->n; i-- > 0;) {
		p = &of->planted[i];
		if (!p->made)
			continue;
		job = job_add(site, of->policy);
		job->rollback = 1;
		job->n = 1;
		job->planted = xcalloc(1, sizeof(*job->planted));
		job->planted->type = p->type;
		job->planted->found = 1;
		job->planted->name = xstrdup(p->name);
		job->planted->arn = xstrdup(p->arn);
		set_vars(job, of->run);
		begin(job);
	}
}

static int
was_there(const struct site *site, const char *arn)
{
	size_t i;

	for (i = 0; i < json_object_array_length(site->before); i++)
		if (same_text(json_object_array_get_idx(site->before, i), "ARN", arn))
			return 1;
	return 0;
}

void
plan_leftovers(struct site *site)
{
	char now[CLOCK_TEXT];
	const char *made;
	struct json_object *one;
	size_t i, n = json_object_array_length(site->found);

	clock_format(site->testbed->options->now, now);
	for (i = 0; i < n; i++) {
		one = json_object_array_get_idx(site->found, i);
		made = tags_value(tree_member(one, "Tags"), "qrie-test-timestamp");
		if (made && !strcmp(made, now) && !was_there(site, tree_text(one, "ARN")) && describe(site->testbed, one))
			plan_delete(site, one, 1);
	}
}
