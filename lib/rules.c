#include <err.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>

#include "jqvalue.h"
#include "rules_part.h"

/*
 * A rule may take RULES_SECONDS of processor time for one resource.  A timer ticks as long as there are rules that were
 * asked; when it has ticked too often for one answer it halts jq, between two of its instructions: one built-in
 * function that takes long is not interrupted.
 */
enum { TICKS = 10 };		/* a second */
enum { APART = 64 };
static volatile sig_atomic_t running, ticks, late;
static jq_state *volatile asked;

struct rules {
	struct programs programs;
	const struct policy_set *set;
	jv now, *parameters;	/* of each policy */
	jv none;		/* [] */
	unsigned *late;		/* of each policy, how often it took too long */
	unsigned char *apart;	/* of each policy, how many times more it is asked by itself, having failed */
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
parse_parameters(struct span json)
{
	jv parameters = jqvalue_parse(json);

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
	r->none = jv_array();
	r->late = xcalloc(set->n ? set->n : 1, sizeof(*r->late));
	r->apart = xcalloc(set->n ? set->n : 1, sizeof(*r->apart));
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
		buf_add(message, jv_string_value(error), (size_t)jv_string_length_bytes(jv_copy(error)));
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
	buf_add(message, jv_string_value(text), (size_t)jv_string_length_bytes(jv_copy(text)));
	jv_free(text);
	add_dump(evidence, facts);
	return RULES_VIOLATION;
}

/* What a program says at a time. */
struct answer {
	int thrown;
	unsigned number;	/* of the rule that gives a violation; of one that throws it is not known */
	jv what;		/* violation or error; what jq gives at its end if there is no more to say */
};

/* 1, or 0 at the end. */
static int
take(jq_state *jq, struct answer *a)
{
	jv next = jq_next(jq), key;
	int i;

	a->thrown = jv_get_kind(next) == JV_KIND_ARRAY;
	a->what = next;
	if (a->thrown)
		a->what = jv_array_get(next, 0);
	else if (jv_get_kind(next) != JV_KIND_OBJECT)
		return 0;
	else {
		i = jv_object_iter(next);
		key = jv_object_iter_key(next, i);
		a->number = (unsigned)strtoul(jv_string_value(key), NULL, 10);
		a->what = jv_object_iter_value(next, i);
		jv_free(key);
		jv_free(next);
	}
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

static enum rules_result
take_down(const struct answer *a, struct rules_asked *q)
{
	enum rules_result result = a->thrown ? failed(a->what, &q->message) : violated(a->what, &q->message, &q->evidence);

	if (q->message.len <= RULES_ANSWER && q->evidence.len <= RULES_ANSWER)
		return result;
	buf_free(&q->message);
	buf_free(&q->evidence);
	return failed(jv_string("the rule's answer is longer than 1 MiB"), &q->message);
}

/* Asks for a first answer and whether there is another, and no more: a rule may have answers without end. */
static enum rules_result
judge(jq_state *jq, struct rules_asked *q)
{
	struct answer first, second;
	enum rules_result result;

	if (!take(jq, &first))
		return ended(jq, first.what, &q->message);
	if (first.thrown)
		return take_down(&first, q);
	if (!take(jq, &second)) {
		if ((result = ended(jq, second.what, &q->message)) == RULES_NONE)
			return take_down(&first, q);
		jv_free(first.what);
		return result;
	}
	jv_free(first.what);
	if (second.thrown)
		return take_down(&second, q);
	jv_free(second.what);
	return failed(jv_string("the rule gave more than one violation"), &q->message);
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
	jv all = jqvalue_parse(assumed);

	jv_array_foreach(all, i, each) {
		if (jv_is_valid(resource))
			resource = jv_setpath(resource, jv_array_get(jv_copy(each), 0), jv_array_get(jv_copy(each), 1));
		jv_free(each);
	}
	jv_free(all);
	return resource;
}

/* The program that has the rule. */
static struct program *
program_of(struct rules *r, size_t policy)
{
	struct rules_place *place = &r->programs.places[policy];

	if (!r->programs.programs[place->program].jq && programs_compile(&r->programs, place->program) < 0)
		exit(3);
	return &r->programs.programs[place->program];
}

void
rules_prepare(struct rules *r, size_t policy)
{
	program_of(r, policy);
}

struct rules_input {
	jv value;
};

struct rules_input *
rules_input_new(void)
{
	struct rules_input *in = xmalloc(sizeof(*in));

	in->value = jv_invalid();
	return in;
}

void
rules_input_set(struct rules_input *in, struct span json, struct span assumed)
{
	jv_free(in->value);
	in->value = jqvalue_parse(json);
	if (assumed.len && jv_is_valid(in->value))
		in->value = assume(in->value, assumed);
}

void
rules_input_free(struct rules_input *in)
{
	if (!in)
		return;
	jv_free(in->value);
	free(in);
}

/* What a rule is asked about, in a list. */
static jv
question(const struct rules *r, const struct rules_asked *q)
{
	jv one = jv_copy(q->input->value);

	if (r->set->policies[q->policy].parameters.at)
		one = JV_ARRAY(one, jv_copy(r->parameters[q->policy]));
	return jv_array_append(jv_array_sized(1), one);
}

/* A program's groups, from those of its rules that are to be asked, NULL for the others. */
static jv
groups(const struct rules *r, const struct program *program, struct rules_asked *const *by_number)
{
	jv all = jv_array_sized((int)program->ngroups), rules;
	unsigned g, i = 0, first, any;

	for (g = 0; g < program->ngroups; g++) {
		for (first = i, any = 0; i < program->n && program->group[i] == g; i++)
			any |= by_number[i] != NULL;
		if (!any) {
			all = jv_array_append(all, jv_copy(r->none));
			continue;
		}
		rules = jv_array_sized((int)(i - first));
		for (; first < i; first++)
			rules = jv_array_append(rules, by_number[first] ? question(r, by_number[first]) : jv_copy(r->none));
		all = jv_array_append(all, jv_array_append(jv_array_sized(1), rules));
	}
	return all;
}

/* running is to be unset when the answers are taken. */
static void
start(struct rules *r, const struct program *program, struct rules_asked *const *by_number)
{
	jv input = JV_ARRAY(jv_copy(r->now), groups(r, program, by_number));

	start_ticking(r);
	asked = program->jq;
	late = ticks = 0;
	jq_start(program->jq, input, 0);
	running = 1;
}

static void
clear(struct rules_asked *q)
{
	q->answered = 0;
	q->result = RULES_NONE;
	buf_clear(&q->message);
	buf_clear(&q->evidence);
}

void
rules_apply(struct rules *r, struct rules_asked *q)
{
	struct rules_asked *by_number[RULES_TOGETHER] = {0};
	const struct program *program;

	clear(q);
	q->answered = 1;
	if (r->late[q->policy] >= RULES_PATIENCE) {
		q->result = too_late(&q->message);
		return;
	}
	if (!jv_is_valid(q->input->value)) {
		q->result = failed(jv_invalid_get_msg(jv_copy(q->input->value)), &q->message);
		return;
	}
	program = program_of(r, q->policy);
	by_number[r->programs.places[q->policy].number] = q;
	start(r, program, by_number);
	q->result = judge(program->jq, q);
	running = 0;
	if (late) {
		r->late[q->policy]++;
		buf_clear(&q->evidence);
		q->result = too_late(&q->message);
	}
	if (q->result == RULES_ERROR)
		r->apart[q->policy] = APART;
}

int
rules_together(struct rules *r, size_t policy, size_t other)
{
	const struct program *program = program_of(r, policy);

	return !program->slow && r->programs.places[policy].program == r->programs.places[other].program;
}

/*
 * Those before the rule that spoke last have nothing more to say.  Whichever throws, says more than one thing, ends jq or
 * takes long ends it for itself and those behind it.
 */
static void
hear(jq_state *jq, struct rules_asked **by_number, size_t n)
{
	struct rules_asked *last = NULL;
	size_t settled = 0;
	struct answer a;
	int more;

	while ((more = take(jq, &a)) && !a.thrown && settled <= a.number) {
		for (; settled <= a.number; settled++)
			if (by_number[settled])
				by_number[settled]->answered = 1;
		last = by_number[a.number];
		last->result = take_down(&a, last);
	}
	if (!more && !jv_invalid_has_msg(jv_copy(a.what)) && !jq_halted(jq)) {
		for (; settled < n; settled++)
			if (by_number[settled])
				by_number[settled]->answered = 1;
	} else if (last) {
		last->answered = 0;
	}
	jv_free(a.what);
}

/* A rule that failed lately would end it for the others. */
static int
is_apart(struct rules *r, size_t policy)
{
	if (r->apart[policy])
		return r->apart[policy]--, 1;
	return r->late[policy] > 0;
}

void
rules_apply_all(struct rules *r, struct rules_asked **all, size_t n)
{
	struct program *program = program_of(r, all[0]->policy);
	struct rules_asked *by_number[RULES_TOGETHER] = {0};
	size_t i, asking = 0;

	for (i = 0; i < n; i++) {
		clear(all[i]);
		if (is_apart(r, all[i]->policy) || !jv_is_valid(all[i]->input->value))
			continue;
		by_number[r->programs.places[all[i]->policy].number] = all[i];
		asking++;
	}
	if (asking < 2)
		return;
	start(r, program, by_number);
	hear(program->jq, by_number, program->n);
	running = 0;
	if (late)
		program->slow = 1;
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
	jv_free(r->none);
	free(r->apart);
	programs_free(&r->programs);
	free(r->late);
	free(r);
}
