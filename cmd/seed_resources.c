/* qrie-seed resources: real ones, for tests. */
#include "seed_resources.h"

#include <err.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <openssl/rand.h>

#include "accountid.h"
#include "commalist.h"
#include "connection.h"
#include "file.h"
#include "ndjson.h"
#include "out.h"
#include "policy.h"
#include "secret.h"
#include "seed_state.h"
#include "share_needed.h"
#include "testbed.h"
#include "tree.h"

enum { BODY_MOST = 4 << 20, PASSWORD = 24 };

/* Exactly one mode, or the program ends. */
static enum testbed_mode
mode_of(const struct resources_options *o)
{
	int asked = !!o->non_compliant + !!o->compliant + !!o->remediate + !!o->cleanup;

	if (asked != 1)
		errx(3, "--seed-resources requires one of: --non-compliant, --compliant, --remediate, --cleanup");
	return o->non_compliant ? TESTBED_NON_COMPLIANT : o->compliant ? TESTBED_COMPLIANT :
	    o->remediate ? TESTBED_REMEDIATE : TESTBED_CLEANUP;
}

/* Letters of every kind, that nobody sees and nobody keeps. */
static void
make_password(char password[PASSWORD + 1])
{
	static const char letters[] = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789-_";
	unsigned char random[PASSWORD];
	size_t i;

	if (RAND_bytes(random, sizeof(random)) != 1)
		errx(3, "libcrypto has no random numbers");
	for (i = 0; i < PASSWORD; i++)
		password[i] = letters[random[i] % (sizeof(letters) - 1)];
	memcpy(password, "aA2-", 4);
	password[PASSWORD] = '\0';
}

/* Shows what is going to be done, and asks whether to; the answer comes from the terminal, never from a pipe. */
static void
confirm(const struct testbed *t, int yes)
{
	struct buf text = {0};
	char answer[16] = "";
	FILE *terminal;

	testbed_announce(t, &text);
	fputs(text.data, stderr);
	buf_free(&text);
	if (yes)
		return;
	if (!(terminal = fopen("/dev/tty", "r+")))
		errx(3, "cancelled: there is no terminal to ask at; --yes answers before");
	fputs("Go on? [y/N] ", terminal);
	fflush(terminal);
	if (!fgets(answer, sizeof(answer), terminal) || (strcmp(answer, "y\n") != 0 && strcmp(answer, "yes\n") != 0)) {
		fclose(terminal);
		errx(3, "cancelled");
	}
	fclose(terminal);
}

static void
open_session(struct connection *c, const struct resources_options *o, const char *shapes)
{
	c->options.aws.max_body = BODY_MOST;
	c->options.aws.secret = 1;
	c->options.aws.stopped = connection_signalled;
	connection_signals();
	connection_open(c, o->profile, shapes, o->in_flight, CONNECTION_TOTAL_MS);
	if (session_sign_in(&c->session) < 0)
		exit(3);
}

/* The states of findings in a file, by Id; none if it is not there yet. */
static struct json_object *
read_findings(const char *path)
{
	struct json_object *states = json_object_new_object(), *record;
	char *files[] = { (char *)path, NULL };
	struct ndjson in;
	struct span line;
	const char *id;

	if (access(path, R_OK) < 0)
		return states;
	ndjson_open(&in, files);
	while (ndjson_next(&in, &line)) {
		record = tree_parse(line);
		if (tree_text(record, "Kind") && !strcmp(tree_text(record, "Kind"), "finding") && (id = tree_text(record, "Id")))
			tree_set_text(states, id, tree_text(record, "State"));
		json_object_put(record);
	}
	ndjson_close(&in);
	return states;
}

/* How many of the expected findings are not as expected; say: names each. */
static int
count_missing(struct json_object *expected, const char *path, int say)
{
	struct json_object *states = read_findings(path);
	const char *state;
	int missing = 0, active;

	json_object_object_foreach(expected, id, value) {
		state = tree_text(states, id);
		active = state && !strcmp(state, "ACTIVE");
		if (active == json_object_get_boolean(value))
			continue;
		missing++;
		if (say)
			warnx("%s: %s: it is %s, and should be %s", path, id, state ? state : "not there",
			    json_object_get_boolean(value) ? "ACTIVE" : "resolved or not there");
	}
	json_object_put(states);
	return missing;
}

/* Waits until the findings are as they should be; 0, or 2 if they are not in time. */
static int
verify(struct json_object *expected, const struct resources_options *o)
{
	const struct timespec pause = { 0, 500 * 1000 * 1000 };
	long long end = connection_ticks_ms() + (long long)o->timeout_s * 1000;

	while (count_missing(expected, o->verify, 0)) {
		if (connection_ticks_ms() >= end || connection_signalled()) {
			count_missing(expected, o->verify, 1);
			return 2;
		}
		nanosleep(&pause, NULL);
	}
	warnx("%s: the %d findings are as expected", o->verify, json_object_object_length(expected));
	return 0;
}

/* What there is to say when all went well. */
static void
say_end(const struct testbed *t, const struct resources_options *o, enum testbed_mode mode)
{
	static const char *const modes[] = { "non-compliant", "compliant", "remediate", "cleanup" };

	if (mode != TESTBED_CLEANUP && !o->verify)
		warnx("wait 1-2 minutes for CloudTrail events to trigger policy evaluation");
	if (mode == TESTBED_NON_COMPLIANT && testbed_wants(t, "iam"))
		warnx("warning: IAMRootAccountActive is skipped: it takes the root user's credentials");
	warnx("Resources seeded successfully (%s)", modes[mode]);
}

/* Before anything is made: the accounts are registered, and the policies that the resources violate judge. */
static int
get_ready(const struct testbed *t, const char *dir, const char *policies, const struct testbed_options *to)
{
	struct policy_set set;
	struct buf ids = {0};
	int status = -1;

	testbed_policies(t, &ids);
	if (policy_set_load(&set, policies, ids.data) == 0) {
		status = seed_state_ready(dir, to->accounts, &set, to->now);
		policy_set_free(&set);
	}
	buf_free(&ids);
	return status;
}

static int
run(struct testbed *t, const struct resources_options *o, const struct testbed_options *to)
{
	int status = testbed_run(t), written, verified = 0;

	out_flush();
	if (!status && o->dir && to->mode == TESTBED_CLEANUP && seed_state_purge(o->dir, to->accounts, to->now) < 0)
		status = 2;
	if (!status)
		say_end(t, o, to->mode);
	if (!status && o->verify)
		verified = verify(testbed_expected(t), o);
	written = out_close();
	if (!status)
		status = verified;
	return status > written ? status : written;
}

static int
is_in(char *const *list, size_t n, const char *text)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (!strcmp(list[i], text))
			return 1;
	return 0;
}

char **
resources_list(const char *option, const char *text)
{
	char **list = text ? commalist_split(text) : NULL;
	size_t i;

	if (text && (!list || !*list))
		errx(3, "%s: it names none", option);
	for (i = 0; list && list[i]; i++)
		if (is_in(list, i, list[i]))
			errx(3, "%s: %s is named twice", option, list[i]);
	return list;
}

static void
check(const struct resources_options *o, char *const *accounts)
{
	if (o->cleanup && o->dir && o->services)
		errx(3, "--cleanup --output purges all findings of an account: not with --services");
	for (; accounts && *accounts; accounts++)
		if (!account_is_id(*accounts))
			errx(3, "--account %s: not an account's id of twelve digits", *accounts);
}

int
seed_resources(const char *argv0, const struct resources_options *o)
{
	enum testbed_mode mode = mode_of(o);
	char *shapes = share_needed(argv0, "shapes"), *dir = share_needed(argv0, "seed"), password[PASSWORD + 1];
	char *policies = share_needed(argv0, "policies");
	char **accounts = resources_list("--account", o->accounts);
	char **services = resources_list("--services", o->services);
	struct connection connection = {0};
	char *own[] = { NULL, NULL };
	struct testbed_options options;
	struct testbed *t;
	int status = 3;

	check(o, accounts);
	open_session(&connection, o, shapes);
	own[0] = connection.session.who.account;
	make_password(password);
	options = (struct testbed_options){
		.session = &connection.session, .dir = dir, .mode = mode, .accounts = accounts ? accounts : own, .role = o->role,
		.region = o->region ? o->region : connection.session.region, .services = services, .image = o->image, .subnet = o->subnet,
		.subnet_group = o->subnet_group, .keep = o->keep, .now = o->has_now ? o->now : time(NULL), .password = password,
		.resume = connection_resume
	};
	out_open();
	if ((t = testbed_open(&options)) && testbed_sign_in(t) == 0) {
		confirm(t, o->yes);
		if (!o->dir || mode == TESTBED_CLEANUP || get_ready(t, o->dir, policies, &options) == 0)
			status = run(t, o, &options);
	}
	testbed_close(t);
	connection_close(&connection);
	OPENSSL_cleanse(password, sizeof(password));
	commalist_free(accounts);
	commalist_free(services);
	free(shapes);
	free(policies);
	free(dir);
	return status;
}
