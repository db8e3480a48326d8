/* Test resources: a run, from its files to its records. */
#include <dirent.h>
#include <err.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "file.h"
#include "out.h"
#include "testbed_part.h"

enum { FILES_MOST = 256 };

/* A file of steps; NULL having said why. */
static struct json_object *
read_file(const char *path)
{
	struct json_object *read = NULL;
	struct buf text = {0};

	if (file_read(path, &text) < 0)
		warn("%s", path);
	else if (!(read = tree_parse(buf_span(&text))))
		warnx("%s: not JSON", path);
	buf_free(&text);
	return read;
}

static int
compare(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The names of a folder's files, sorted, without ".json", NULL at the end; NULL having said why. */
static char **
names_in(const char *path)
{
	char **names = xcalloc(FILES_MOST + 1, sizeof(*names));
	DIR *d = opendir(path);
	struct dirent *entry;
	size_t n = 0, len;

	if (!d) {
		warn("%s", path);
		free(names);
		return NULL;
	}
	while (n < FILES_MOST && (entry = readdir(d))) {
		len = strlen(entry->d_name);
		if (len > 5 && !strcmp(entry->d_name + len - 5, ".json") && *entry->d_name != '.')
			names[n++] = xstrndup(entry->d_name, len - 5);
	}
	closedir(d);
	qsort(names, n, sizeof(*names), compare);
	return names;
}

/* Gives each file of a folder to a list, or to an object by its name; 0, or -1 having said why. */
static int
read_folder(const char *folder, struct json_object *to)
{
	char **names = names_in(folder), **name;
	struct json_object *one;
	struct buf path = {0};
	int rc = names ? 0 : -1;

	for (name = names; name && *name; name++) {
		buf_clear(&path);
		buf_addf(&path, "%s/%s.json", folder, *name);
		one = rc == 0 ? read_file(path.data) : NULL;
		if (!one)
			rc = -1;
		else if (json_object_is_type(to, json_type_object))
			json_object_object_add(to, *name, one);
		else if (!tree_text(one, "Policy"))	/* find.json */
			json_object_put(one);
		else
			json_object_array_add(to, one);
		free(*name);
	}
	free(names);
	buf_free(&path);
	return rc;
}

/* 0; or -1 if a resource is of a type that has no file. */
static int
check_types(const struct testbed *t)
{
	struct json_object *seed, *resources;
	const char *type;
	size_t i, k;

	for (i = 0; i < json_object_array_length(t->seeds); i++) {
		seed = json_object_array_get_idx(t->seeds, i);
		resources = tree_member(seed, "Resources");
		for (k = 0; resources && k < json_object_array_length(resources); k++) {
			type = tree_text(json_object_array_get_idx(resources, k), "Type");
			if (type && tree_member(t->types, type))
				continue;
			warnx("%s/%s.json: there is no type %s", t->options->dir, tree_text(seed, "Policy"), type ? type : "");
			return -1;
		}
	}
	return 0;
}

/* 0; or -1 if there is nothing of a service that is asked for. */
static int
check_services(const struct testbed *t)
{
	char *const *s = t->options->services;
	const char *of;
	size_t i, n = json_object_array_length(t->seeds);

	for (; s && *s; s++) {
		for (i = 0; i < n; i++)
			if ((of = tree_text(json_object_array_get_idx(t->seeds, i), "Service")) && !strcmp(of, *s))
				break;
		if (i < n)
			continue;
		warnx("%s: there are no test resources of this service", *s);
		return -1;
	}
	return 0;
}

void
testbed_stamp(time_t when, char stamp[TESTBED_STAMP])
{
	struct tm tm;

	gmtime_r(&when, &tm);
	strftime(stamp, TESTBED_STAMP, "%Y%m%d-%H%M%S", &tm);
}

static void
make_sites(struct testbed *t)
{
	const struct testbed_options *o = t->options;
	struct site *site;

	for (t->nsites = 0; o->accounts[t->nsites]; t->nsites++)
		continue;
	t->sites = xcalloc(t->nsites, sizeof(*t->sites));
	for (site = t->sites; site < t->sites + t->nsites; site++) {
		testbed_stamp(o->now + (site - t->sites), site->stamp);
		site->testbed = t;
		site->account = o->accounts[site - t->sites];
		site->target = session_target(o->session, o->region);
		site->target.account = site->account;
	}
}

struct testbed *
testbed_open(const struct testbed_options *o)
{
	struct testbed *t = xcalloc(1, sizeof(*t));
	struct buf path = {0};

	t->options = o;
	t->last = &t->jobs;
	t->seeds = json_object_new_array();
	t->types = json_object_new_object();
	t->expected = json_object_new_object();
	buf_addf(&path, "%s/types", o->dir);
	if (read_folder(path.data, t->types) == 0 && read_folder(o->dir, t->seeds) == 0 && check_types(t) == 0 &&
	    check_services(t) == 0) {
		buf_clear(&path);
		buf_addf(&path, "%s/find.json", o->dir);
		t->find = read_file(path.data);
	}
	buf_free(&path);
	if (!t->find) {
		testbed_close(t);
		return NULL;
	}
	make_sites(t);
	return t;
}

void
testbed_policies(const struct testbed *t, struct buf *ids)
{
	size_t i;

	for (i = 0; i < json_object_array_length(t->seeds); i++)
		buf_addf(ids, "%s%s", i ? "," : "", tree_text(json_object_array_get_idx(t->seeds, i), "Policy"));
}

/* How many resources of a type the files make. */
static int
count_of(const struct testbed *t, const char *type)
{
	struct json_object *resources;
	const char *of;
	size_t i, k;
	int n = 0;

	for (i = 0; i < json_object_array_length(t->seeds); i++) {
		if (!testbed_wants(t, tree_text(json_object_array_get_idx(t->seeds, i), "Service")))
			continue;
		resources = tree_member(json_object_array_get_idx(t->seeds, i), "Resources");
		for (k = 0; resources && k < json_object_array_length(resources); k++) {
			of = tree_text(json_object_array_get_idx(resources, k), "Type");
			n += of && !strcmp(of, type);
		}
	}
	return n;
}

/* The kinds of resources, each with its price; what all cost, in dollars. */
static double
announce_costs(const struct testbed *t, struct buf *text)
{
	double cost, total = 0;
	int n;

	json_object_object_foreach(t->types, name, type) {
		if (!(n = count_of(t, name)))
			continue;
		cost = n * json_object_get_double(tree_member(type, "Cost")) * (double)t->nsites;
		total += cost;
		buf_addf(text, "  %-16s %d, $%.2f\n", tree_text(type, "Label"), n * (int)t->nsites, cost);
	}
	return total;
}

static void
announce_kinds(const struct testbed *t, struct buf *text)
{
	static const char *const kinds[][2] = {
		{ "s3", "S3 buckets" }, { "ec2", "EC2 instances" }, { "iam", "IAM users" }, { "rds", "RDS instances" }
	};
	const char *comma = "";
	size_t i;

	buf_adds(text, "Resources:     ");
	for (i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
		if (!testbed_wants(t, kinds[i][0]))
			continue;
		buf_addf(text, "%s%s", comma, kinds[i][1]);
		comma = ", ";
	}
	buf_addc(text, '\n');
}

void
testbed_announce(const struct testbed *t, struct buf *text)
{
	static const char *const operations[] = {
		"create or update resources to be non-compliant", "create or update resources to be compliant",
		"update resources to be compliant, so that findings resolve", "delete all test resources and purge findings"
	};
	enum testbed_mode mode = t->options->mode;
	struct buf costs = {0};
	double total = announce_costs(t, &costs);
	size_t i;

	buf_addf(text, "Operation:     %s\nTarget:        AWS Account ", operations[mode]);
	for (i = 0; i < t->nsites; i++)
		buf_addf(text, "%s%s", i ? ", " : "", t->sites[i].account);
	buf_addf(text, " (%s)\n", t->options->region);
	announce_kinds(t, text);
	if (mode == TESTBED_NON_COMPLIANT || mode == TESTBED_COMPLIANT)
		buf_addf(text, "Cost:          ~$%.2f per operation\n%s", total, costs.data ? costs.data : "");
	else
		buf_adds(text, "Cost:          Free\n");
	buf_adds(text, "Prerequisites: account onboarded, policies active with default scope\n");
	if (mode == TESTBED_CLEANUP)
		buf_adds(text, "Warning:       This will DELETE resources and PURGE findings\n");
	buf_free(&costs);
}

static void
started(void *arg, const char *code, const char *why, const struct aws_stats *stats)
{
	struct site *site = arg;

	(void)stats;
	if (!code)
		return;
	warnx("%s: %s", site->account, why);
	site->failed = 1;
}

/* Has the role assumed; -1 if there is none to be. */
static int
assume(struct site *site)
{
	const struct testbed_options *o = site->testbed->options;
	struct profile role = {0};
	struct buf arn = {0};

	if (!o->role) {
		warnx("--account %s: these credentials are of account %s", site->account, o->session->who.account);
		return -1;
	}
	buf_addf(&arn, "arn:%s:iam::%s:role/%s", endpoint_partition(o->region), site->account, o->role);
	role.name = role.role_arn = arn.data;
	site->role = provider_assume(o->session->provider, &role, &o->session->context);
	buf_free(&arn);
	if (!site->role)
		return -1;
	site->target.provider = site->role;
	provider_start(site->role, o->session->aws, started, site);
	return 0;
}

int
testbed_sign_in(struct testbed *t)
{
	struct site *site;
	int rc = 0;

	for (site = t->sites; site < t->sites + t->nsites; site++)
		if (strcmp(site->account, t->options->session->who.account) && assume(site) < 0)
			rc = -1;
	aws_run(t->options->session->aws);
	for (site = t->sites; site < t->sites + t->nsites; site++)
		if (site->failed)
			rc = -1;
	return rc;
}

/* A call whose answer did not come may have made something: what is there now that was not before. */
static void
delete_leftovers(struct testbed *t)
{
	struct site *site;

	for (site = t->sites; site < t->sites + t->nsites; site++)
		if (site->failed) {
			site->before = site->found;
			plan_find(site);
		}
	aws_run(t->options->session->aws);
	for (site = t->sites; site < t->sites + t->nsites; site++)
		if (site->failed)
			plan_leftovers(site);
	aws_run(t->options->session->aws);
}

/* Deletes what sites made that did not come to their end. */
static void
roll_back(struct testbed *t)
{
	struct job *job, *behind, **end = t->last;
	int n = 0;

	if (t->options->resume)
		t->options->resume();
	for (job = t->jobs; job; job = behind) {
		behind = &job->next == end ? NULL : job->next;
		if (job->site->failed)
			plan_rollback(job->site, job);
	}
	aws_run(t->options->session->aws);
	delete_leftovers(t);
	for (job = *end; job; job = job->next)
		if (job->rollback && job->failed)
			warnx("%s: it was made, and could not be deleted: qrie-seed resources --cleanup", job->planted->arn);
		else if (job->rollback && !(job->look && job->planted->gone))
			n++;
	warnx("failed: %d resources that were made have been deleted again", n);
	t->status = 3;
}

/* Did all that a job should do come to its end?  Where resources are made, a site is whole or not there. */
static int
is_done(const struct job *job)
{
	return !job->failed && !job->rollback &&
	    (!job->site->failed || job->site->testbed->options->mode > TESTBED_COMPLIANT);
}

static void
print_all(const struct testbed *t)
{
	const struct site *site;
	const struct job *job;

	for (job = t->jobs; job; job = job->next)
		if (is_done(job))
			print_done(job);
	if (t->options->mode == TESTBED_CLEANUP)
		return;
	for (site = t->sites; site < t->sites + t->nsites; site++)
		if (!site->failed)
			print_skipped(t, site);
	for (job = t->jobs; job; job = job->next)
		if (is_done(job))
			print_coming(job);
}

static void
finish(struct testbed *t)
{
	struct site *site;
	int failed = 0;

	for (site = t->sites; site < t->sites + t->nsites; site++)
		failed |= site->failed;
	if (failed && t->options->mode <= TESTBED_COMPLIANT)
		roll_back(t);
	else if (failed)
		t->status = 2;
	print_all(t);
}

int
testbed_run(struct testbed *t)
{
	struct site *site;
	int failed = 0;

	for (site = t->sites; site < t->sites + t->nsites; site++)
		plan_find(site);
	aws_run(t->options->session->aws);
	for (site = t->sites; site < t->sites + t->nsites; site++)
		failed |= site->failed;
	jobs_free(t);
	if (failed)
		return 3;	/* nothing was done yet */
	for (site = t->sites; site < t->sites + t->nsites; site++)
		plan_run(site);
	aws_run(t->options->session->aws);
	finish(t);
	return t->status;
}

struct json_object *
testbed_expected(const struct testbed *t)
{
	return t->expected;
}

void
testbed_close(struct testbed *t)
{
	struct site *site;

	if (!t)
		return;
	jobs_free(t);
	for (site = t->sites; site < t->sites + t->nsites; site++) {
		provider_free(site->role);
		json_object_put(site->found);
		json_object_put(site->before);
	}
	free(t->sites);
	json_object_put(t->seeds);
	json_object_put(t->types);
	json_object_put(t->find);
	json_object_put(t->expected);
	free(t);
}
