/*
 * Test resources in real accounts: made to violate policies or not, put right, and deleted, as the files of share/seed
 * say.  C knows neither a service nor a policy.
 *
 * share/seed/POLICY.json	{Policy, Service, Resources: [...]}, or Skip: why there can be none.  A resource:
 *				{Type, Name, NonCompliant: steps, Compliant: steps, With: variables, Days: the finding shows so many
 *				days later, Expect: false where there is no finding of Policy, Also: [other policies that find it],
 *				Always, AlwaysCompliant: [{Policy, Why}] findings that stay, however compliant it is}
 * share/seed/types/TYPE.json	{ResourceType, Service, Global, ARN, Match: pattern of its ARNs, Label, Cost, State, PartOf: of
 *				another, so not counted; and steps: Look (is it there?), Create, Compliant, After, Delete}
 * share/seed/find.json		steps that find what is marked, each run on its own
 *
 * A step is a call, {Service (the type's), Operation, Parameters}, and what is made of its answer; or {Do: steps}.
 *	Sets: what it decides; one of NonCompliant takes the place of those of the type with the same Sets
 *	Unless: a variable; with one there the step is passed over
 *	Once: not to be sent twice (aws_call_once()); Secret: the answer is wiped
 *	Ignore: error codes that are none; Gone: those that say that there is no such resource; Await: those to be waited out
 *	Until {path: value}: asked again until that is so; For: seconds that it or Await may take, 60 without
 *	Take {variable: path}; Enough {path: value}: then the steps behind it are passed over; GoneIf {path: value};
 *	FailIf path; Marked path: of tags, without our mark it counts as gone; Default {path: value}, Why: the service
 *	would not have it otherwise; Made: from here on the resource is there; State: a word for it from here on
 *	Items path, Do: steps for each item, ${item}; Where {path: value}, MarkedItems path: for these alone;
 *	Batch [members]: once for all, ${items}; Token {parameter: path}: there is more; Again: asked again while there are any;
 *	Spawn in place of Do: not one after the other
 *	Found {ARN, Tags}: paths, of the item or (Tags) the answer, ARN may be a text with variables; Record {Configuration, Tags}: paths, printed as a resource
 * In texts ${name} is a variable; a text that is nothing else becomes its value, null being as if it were not there.
 * A value to compare with may be a list: any of them.
 * Variables: account, region, partition, location (the region, null in us-east-1), policy, type, name, arn, run, stamp, time,
 * tags, named (tags and a Name), first (the name of the first resource of the file), unique, password, public, keep, image,
 * subnet, subnet_group, and those of Take and With.
 */
#ifndef QRIE_TESTBED_H
#define QRIE_TESTBED_H

#include <time.h>

#include "session.h"

enum testbed_mode { TESTBED_NON_COMPLIANT, TESTBED_COMPLIANT, TESTBED_REMEDIATE, TESTBED_CLEANUP };

struct testbed_options {
	struct session *session;	/* signed in */
	const char *dir;		/* share/seed */
	enum testbed_mode mode;
	char *const *accounts;		/* ids, NULL-terminated */
	const char *role;		/* assumed in accounts other than the caller's; NULL: these are refused */
	const char *region;
	char *const *services;		/* those to make resources of, NULL-terminated; NULL: all */
	const char *image, *subnet, *subnet_group;	/* or NULL */
	int keep;			/* what would be deleted at once for its costs stays */
	time_t now;
	const char *password;		/* of users and databases that are made */
	void (*resume)(void);		/* before what was made is deleted again after a signal: it was heard */
};

enum { TESTBED_ORPHAN_S = 3600 };	/* what is older has been forgotten */
enum { TESTBED_STAMP = 16 };

/* A moment as names have it: 20261122-210000, NUL-terminated. */
void testbed_stamp(time_t when, char stamp[TESTBED_STAMP]);

struct testbed;
/* Reads the files; NULL having said why. */
struct testbed *testbed_open(const struct testbed_options *o);
/* The ids of all policies that there are files of, commas between, appended. */
void testbed_policies(const struct testbed *t, struct buf *ids);
/* Are resources of the service asked for? */
int testbed_wants(const struct testbed *t, const char *service);
/* What is going to be done, to whom and at what cost: to be shown before testbed_run(). */
void testbed_announce(const struct testbed *t, struct buf *text);
/* Signs in to the accounts; 0, or -1 having said why: there is one that may not be touched. */
int testbed_sign_in(struct testbed *t);
/*
 * Does it, and prints the records (qrie-records(5): seeded, expected, resource) on standard output (out.h).  0; 2 if
 * something is left that should not be; 3 if it failed, and what it made was deleted again.
 */
int testbed_run(struct testbed *t);
/* The findings that the run has led to, by Id: an object of true (there is one) and false (there is none that is ACTIVE);
   those that show only later are left out.  Borrowed. */
struct json_object *testbed_expected(const struct testbed *t);
void testbed_close(struct testbed *t);

#endif
