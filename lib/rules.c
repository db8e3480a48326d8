#include <err.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>

#include "rules_part.h"

/*
 * A rule may take RULES_SECONDS of processor time for one resource.  A timer ticks as long as there are rules that were
 * asked; when it has ticked too often for one answer it halts jq, between two of its instructions: one built-in
 * function that takes long is not interrupted.
 */
enum { TICKS = 10 };		/* a second */
static volatile sig_atomic_t running, ticks, late;
static jq_state *volatile asked;

struct rules {
	struct programs programs;
	const struct policy_set *set;
	jv now, *parameters;	/* of each policy */
	unsigned *late;		/* of each policy, how often it took too long */
	int ticking;
};

static void
tick(int signal)
{
	(void)signal;
	if (running && !late && ++ticks > RULES_SECONDS * TICKS) {
		late = 1;
		jq_halt(asked, jv_invalid(), jv_invalid());
	}
}

static void
set_timer(int on)
{
	struct timeval interval = { .tv_usec = on ? 1000000 / TICKS : 0 };
	struct itimerval t = { interval, interval };

	setitimer(ITIMER_PROF, &t, NULL);
}

/* Not at the start: a forked process has no timer of its parent's. */
static void
start_ticking(struct rules *r)
{
	if (r->ticking)
		return;
	r->ticking = 1;
	sigaction(SIGPROF, &(struct sigaction){ .sa_handler = tick, .sa_flags = SA_RESTART }, NULL);
	set_timer(1);
}

static jv
parse(struct span json)
{
	return json.at ? jv_parse_sized(json.at, (int)json.len) : jv_null();
}

static jv
parse_parameters(struct span json)
{
	jv parameters = parse(json);

	if (jv_is_valid(parameters))
		return parameters;
	jv_free(parameters);
	return jv_null();
}

struct rules *
rules_new(const struct policy_set *set, const char *dir, const char *now)
{
	struct rules *r = xcalloc(1, sizeof(*r));
	size_t i;

	r->set = set;
	if (programs_plan(&r->programs, set, dir) < 0) {
		free(r);
		return NULL;
	}
	r->now = jv_string(now);
	r->late = xcalloc(set->n ? set->n : 1, sizeof(*r->late));
	r->parameters = xcalloc(set->n ? set->n : 1, sizeof(*r->parameters));
	for (i = 0; i < set->n; i++)
		r->parameters[i] = parse_parameters(set->policies[i].parameters);
	return r;
}

int
rules_compile(struct rules *r)
{
	size_t i, n = r->programs.n;

	for (i = 0; i < n; i++)
		if (programs_compile(&r->programs, i) < 0)
			return -1;
	return 0;
}

void
rules_clock(struct rules *r, const char *now)
{
	jv_free(r->now);
	r->now = jv_string(now);
}

void
rules_parameters(struct rules *r, size_t policy, struct span json)
{
	jv_free(r->parameters[policy]);
	r->parameters[policy] = parse_parameters(json);
}

static void
add_dump(struct buf *to, jv value)
{
	jv text = jv_dump_string(value, 0);

	buf_adds(to, jv_string_value(text));
	jv_free(text);
}

/* Takes error: what a rule threw, often a text. */
static enum rules_result
failed(jv error, struct buf *message)
{
	if (jv_get_kind(error) == JV_KIND_STRING) {
		buf_adds(message, jv_string_value(error));
		jv_free(error);
	} else if (jv_is_valid(error)) {
		add_dump(message, error);
	} else {
		buf_adds(message, "no reason given");
		jv_free(error);
	}
	return RULES_ERROR;
}

/* Takes violation. */
static enum rules_result
violated(jv violation, struct buf *message, struct buf *evidence)
{
	jv text, facts;

	if (jv_get_kind(violation) != JV_KIND_OBJECT) {
		jv_free(violation);
		return failed(jv_string("the rule gave something else than an object"), message);
	}
	text = jv_object_get(jv_copy(violation), jv_string("Message"));
	facts = jv_object_get(violation, jv_string("Evidence"));
	if (jv_get_kind(text) != JV_KIND_STRING || !jv_is_valid(facts)) {
		jv_free(text);
		jv_free(facts);
		return failed(jv_string("the rule gave no Message or no Evidence"), message);
	}
	buf_adds(message, jv_string_value(text));
	jv_free(text);
	add_dump(evidence, facts);
	return RULES_VIOLATION;
}

/* Takes answer: [0, violation] or [1, error], or what jq gives at its end.  1, and what is in it; else 0. */
static int
take(jv answer, int *thrown, jv *what)
{
	jv tag;

	if (jv_get_kind(answer) != JV_KIND_ARRAY) {
		*what = answer;
		return 0;
	}
	tag = jv_array_get(jv_copy(answer), 0);
	*thrown = jv_number_value(tag) != 0;
	jv_free(tag);
	*what = jv_array_get(answer, 1);
	return 1;
}

/* Takes end: halt gives neither answer nor message, nor does a rule that has nothing to say; the exit code tells. */
static enum rules_result
ended(jq_state *jq, jv end, struct buf *message)
{
	if (jv_invalid_has_msg(jv_copy(end)))	/* an error that no rule can catch */
		return failed(jv_invalid_get_msg(end), message);
	jv_free(end);
	return jq_halted(jq) ? failed(jv_string("the rule ended jq"), message) : RULES_NONE;
}

/* Asks for a first answer and whether there is another, and no more: a rule may have answers without end. */
static enum rules_result
judge(jq_state *jq, struct buf *message, struct buf *evidence)
{
	int thrown = 0, more_thrown = 0, more;
	enum rules_result result;
	jv first, second;

	if (!take(jq_next(jq), &thrown, &first))
		return ended(jq, first, message);
	if (thrown)
		return failed(first, message);
	more = take(jq_next(jq), &more_thrown, &second);
	if (!more && (result = ended(jq, second, message)) == RULES_NONE)
		return violated(first, message, evidence);
	jv_free(first);
	if (!more)
		return result;
	if (more_thrown)
		return failed(second, message);
	jv_free(second);
	return failed(jv_string("the rule gave more than one violation"), message);
}

static enum rules_result
too_late(struct buf *message)
{
	buf_clear(message);
	buf_addf(message, "the rule took more than %d seconds", RULES_SECONDS);
	return RULES_ERROR;
}

/* Takes resource: with the values assumed in their places. */
static jv
assume(jv resource, struct span assumed)
{
	jv all = parse(assumed);

	jv_array_foreach(all, i, each) {
		if (jv_is_valid(resource))
			resource = jv_setpath(resource, jv_array_get(jv_copy(each), 0), jv_array_get(jv_copy(each), 1));
		jv_free(each);
	}
	jv_free(all);
	return resource;
}

/* The program that has the rule. */
static jq_state *
program_of(struct rules *r, size_t policy)
{
	struct rules_place *place = &r->programs.places[policy];

	if (!r->programs.programs[place->program].jq && programs_compile(&r->programs, place->program) < 0)
		exit(3);
	return r->programs.programs[place->program].jq;
}

void
rules_prepare(struct rules *r, size_t policy)
{
	program_of(r, policy);
}

enum rules_result
rules_apply(struct rules *r, size_t policy, struct span resource, struct span assumed, struct buf *message,
    struct buf *evidence)
{
	enum rules_result result;
	jq_state *jq;
	jv input;

	buf_clear(message);
	buf_clear(evidence);
	if (r->late[policy] >= RULES_PATIENCE)
		return too_late(message);
	input = parse(resource);
	if (assumed.len && jv_is_valid(input))
		input = assume(input, assumed);
	if (!jv_is_valid(input))
		return failed(jv_invalid_get_msg(input), message);
	jq = program_of(r, policy);
	input = JV_ARRAY(jv_number(r->programs.places[policy].number), input, jv_copy(r->now),
	    jv_copy(r->parameters[policy]));
	start_ticking(r);
	asked = jq;
	late = ticks = 0;
	jq_start(jq, input, 0);
	running = 1;
	result = judge(jq, message, evidence);
	running = 0;
	if (late) {
		r->late[policy]++;
		return too_late(message);
	}
	if (message->len > RULES_ANSWER || evidence->len > RULES_ANSWER) {
		buf_clear(message);
		return failed(jv_string("the rule's answer is longer than 1 MiB"), message);
	}
	return result;
}

void
rules_free(struct rules *r)
{
	size_t i;

	if (!r)
		return;
	if (r->ticking)
		set_timer(0);
	for (i = 0; i < r->set->n; i++)
		jv_free(r->parameters[i]);
	free(r->parameters);
	jv_free(r->now);
	programs_free(&r->programs);
	free(r->late);
	free(r);
}
