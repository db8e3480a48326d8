/* What the files testbed*.c share; for nobody else. */
#ifndef QRIE_TESTBED_PART_H
#define QRIE_TESTBED_PART_H

#include "testbed.h"

#include "clock.h"
#include "tree.h"

enum { TESTBED_DEPTH = 6 };

/* One account, in one region. */
struct site {
	struct testbed *testbed;
	char *account;
	char stamp[TESTBED_STAMP];	/* another for each account: names are unique in the world */
	struct provider *role;		/* NULL: the session's own */
	struct aws_target target;
	struct json_object *found;	/* [{ARN, Tags, Type, Name, Run, Policy}] */
	struct json_object *before;	/* the same, before the run; NULL: found is that */
	int failed;
};

/* One resource. */
struct planted {
	struct json_object *spec;	/* of the file of its policy, borrowed; NULL: only found */
	struct json_object *type;	/* borrowed */
	char *name, *arn;
	const char *state, *fixed;	/* borrowed; fixed: why the service would not have it otherwise, or NULL */
	struct json_object *record;	/* Configuration and Tags, or NULL */
	int found, gone, made;
};

enum stage { STAGE_LOOK, STAGE_MAKE, STAGE_SET, STAGE_AFTER, STAGE_DELETE, STAGES };

struct frame {
	struct json_object *steps;	/* owned */
	size_t at;
	struct json_object *items, *from;	/* owned; from: the step that listed them, to be asked again; NULL: not */
	struct json_object *token;		/* parameters of the next page, or NULL */
	size_t item;
};

/* Steps that run one after the other, beside those of other jobs: of the resources of one policy in one site. */
struct job {
	struct job *next;
	struct site *site;
	const char *policy, *run;	/* borrowed from the file and from vars of whoever began it */
	struct planted *planted;
	size_t n, current;
	enum stage stage;
	int rollback, finding;		/* what it made goes again; it only looks for what is there */
	int look;			/* of rollback: only what is still there, and ours */
	struct json_object *vars;	/* owned */
	struct frame frames[TESTBED_DEPTH];
	int depth;
	struct json_object *step;	/* of the call under way, owned */
	long long since_ms;		/* when it was first asked */
	int polls, paging, failed;
};

struct testbed {
	const struct testbed_options *options;
	struct json_object *seeds, *types, *find;	/* seeds: a list, by name; types: by name */
	struct site *sites;
	size_t nsites;
	struct job *jobs, **last;
	struct json_object *expected;
	int status;
};

/* testbed_vars.c */
/* A document with each ${name} replaced; given. */
struct json_object *vars_fill(struct json_object *vars, struct json_object *document);
/* Does all hold that a condition {path: value} says? */
int vars_hold(struct json_object *vars, struct json_object *condition, struct json_object *document);
int tags_marked(struct json_object *tags);	/* [{Key, Value}] with our mark? */
const char *tags_value(struct json_object *tags, const char *key);	/* borrowed; NULL: not there */
struct json_object *tags_map(struct json_object *tags);			/* {Key: Value} */

/* testbed_job.c */
struct job *job_add(struct site *site, const char *policy);	/* queues one, to be given frames or resources */
void job_push(struct job *job, struct json_object *steps);	/* borrowed */
void job_begin(struct job *job);				/* from then on it goes by itself, in aws_run() */
void jobs_free(struct testbed *t);

/* testbed_plan.c: the jobs of a mode.  stage_begin: the resource's next stage that has steps; 0: there is none. */
void plan_find(struct site *site);
void plan_run(struct site *site);
void plan_rollback(struct site *site, struct job *of);
void plan_leftovers(struct site *site);		/* what the run made and is found since, though no answer told of it */
int stage_begin(struct job *job);

/* testbed_print.c */
void print_done(const struct job *job);		/* what was done to its resources */
void print_coming(const struct job *job);	/* the findings to come of it, and what was described on the way */
void print_skipped(const struct testbed *t, const struct site *site);
const char *site_region(const struct site *site, struct json_object *type);

#endif
