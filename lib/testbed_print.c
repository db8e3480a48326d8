/* Test resources: the records of a run. */
#include <string.h>

#include "out.h"
#include "testbed_part.h"

static void
print(struct json_object *record)
{
	struct buf line = {0};

	tree_print(record, &line);
	out_line(buf_span(&line));
	buf_free(&line);
	json_object_put(record);
}

const char *
site_region(const struct site *site, struct json_object *type)
{
	return tree_member(type, "Global") ? "global" : site->target.region;
}

static struct json_object *
record_of(const struct site *site, const char *kind, const char *policy, const struct planted *p)
{
	struct json_object *record = json_object_new_object();

	tree_set_text(record, "Kind", kind);
	tree_set_text(record, "Policy", policy);
	tree_set_text(record, "ARN", p->arn);
	tree_set_text(record, "ResourceType", tree_text(p->type, "ResourceType"));
	tree_set_text(record, "AccountId", site->account);
	tree_set_text(record, "Region", site_region(site, p->type));
	return record;
}

/* What was done; a resource that a mode had nothing to do with has none. */
static void
print_seeded(const struct site *site, const struct job *job, const struct planted *p)
{
	static const char *const modes[] = { "non-compliant", "compliant", "remediate", "cleanup" };
	enum testbed_mode mode = site->testbed->options->mode;
	struct json_object *record;
	const char *state = p->state ? p->state : tree_text(p->type, "State");

	if (!p->made && (!p->found || p->gone))
		return;
	record = record_of(site, "seeded", job->policy, p);
	tree_set_text(record, "Name", p->name);
	tree_set_text(record, "Mode", modes[mode]);
	tree_set_text(record, "Action", mode == TESTBED_CLEANUP ? "deleted" : p->made ? "created" : "updated");
	if (mode != TESTBED_CLEANUP && state)
		tree_set_text(record, "State", state);
	tree_set_text(record, "Run", job->run);
	tree_set_time(record, "Time", site->testbed->options->now);
	print(record);
}

static void
print_resource(const struct site *site, const struct planted *p)
{
	struct json_object *record;
	struct buf service = {0};

	if (!p->record)
		return;
	record = json_object_new_object();
	tree_set_text(record, "Kind", "resource");
	tree_set_text(record, "ARN", p->arn);
	tree_set_text(record, "ResourceType", tree_text(p->type, "ResourceType"));
	tree_set_text(record, "AccountId", site->account);
	tree_set_text(record, "Region", site_region(site, p->type));
	buf_addf(&service, "%s_%s", site->account, tree_text(p->type, "Service"));
	tree_set_text(record, "AccountService", service.data);
	tree_set_text(record, "Source", "seed");
	tree_set_time(record, "DescribeTime", site->testbed->options->now);
	tree_set_time(record, "LastSeenAt", site->testbed->options->now);
	json_object_object_add(record, "Tags", json_object_get(tree_member(p->record, "Tags")));
	json_object_object_add(record, "Configuration", json_object_get(tree_member(p->record, "Configuration")));
	print(record);
	buf_free(&service);
}

/* A finding to be there, or not: why says why it is as it is. */
static void
print_expected(const struct site *site, const struct planted *p, const char *policy, int active, const char *why)
{
	struct json_object *record = record_of(site, "expected", policy, p), *days = tree_member(p->spec, "Days");
	struct buf id = {0};

	buf_addf(&id, "%s#%s", p->arn, policy);
	tree_set_text(record, "Id", id.data);
	tree_set_text(record, "State", active ? "ACTIVE" : "RESOLVED");
	if (active && days)
		json_object_object_add(record, "Days", json_object_get(days));
	if (why)
		tree_set_text(record, "Why", why);
	print(record);
	if (!active || (!days && !p->state))
		json_object_object_add(site->testbed->expected, id.data, json_object_new_boolean(active));
	buf_free(&id);
}

static void
print_always(const struct site *site, const struct planted *p, const char *member)
{
	struct json_object *list = tree_member(p->spec, member), *one;
	size_t i;

	for (i = 0; list && i < json_object_array_length(list); i++) {
		one = json_object_array_get_idx(list, i);
		print_expected(site, p, tree_text(one, "Policy"), 1, tree_text(one, "Why"));
	}
}

static void
print_findings(const struct site *site, const struct job *job, const struct planted *p)
{
	int bad = site->testbed->options->mode == TESTBED_NON_COMPLIANT;
	struct json_object *also = tree_member(p->spec, "Also"), *expect;
	size_t i;

	if (!p->spec || (!p->made && (!p->found || p->gone)))
		return;
	if (!json_object_object_get_ex(p->spec, "Expect", &expect) || json_object_get_boolean(expect))
		print_expected(site, p, job->policy, bad && !p->fixed, p->fixed);
	for (i = 0; also && i < json_object_array_length(also); i++)
		print_expected(site, p, json_object_get_string(json_object_array_get_idx(also, i)), bad, NULL);
	print_always(site, p, "Always");
	if (!bad)
		print_always(site, p, "AlwaysCompliant");
}

void
print_done(const struct job *job)
{
	size_t i;

	for (i = 0; i < job->n; i++)
		print_seeded(job->site, job, &job->planted[i]);
}

void
print_coming(const struct job *job)
{
	size_t i;

	for (i = 0; i < job->n; i++) {
		print_resource(job->site, &job->planted[i]);
		print_findings(job->site, job, &job->planted[i]);
	}
}

void
print_skipped(const struct testbed *t, const struct site *site)
{
	struct json_object *seed, *record;
	size_t i;

	for (i = 0; i < json_object_array_length(t->seeds); i++) {
		seed = json_object_array_get_idx(t->seeds, i);
		if (!tree_text(seed, "Skip") || !testbed_wants(t, tree_text(seed, "Service")))
			continue;
		record = json_object_new_object();
		tree_set_text(record, "Kind", "seeded");
		tree_set_text(record, "Policy", tree_text(seed, "Policy"));
		tree_set_text(record, "AccountId", site->account);
		tree_set_text(record, "Action", "skipped");
		tree_set_text(record, "Why", tree_text(seed, "Skip"));
		print(record);
	}
}
