#include <err.h>
#include <jq.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>

#include "rules.h"

/*
 * A rule may take RULES_SECONDS of processor time for one resource.  A timer then halts jq, between two of its
 * instructions: one built-in function that takes long is not interrupted.
 */
static volatile sig_atomic_t running, late;
static jq_state *volatile asked;

struct rules {
	jq_state *jq;
	unsigned *late;		/* of each policy, how often it took too long */
	const struct policy_set *set;
	struct buf fault;	/* the first compile error */
};

/*
 * jq says "error: NAME is not defined at FILE, line N:" and shows the line; ours is "FILE:N: NAME is not defined".
 * A rule without violation is missed in the program that imports it, as pN::violation/0.
 */
static void
compile_error(void *arg, jv message)
{
	struct rules *r = arg;
	const char *text, *at, *line, *colons;
	size_t n;

	message = jq_format_error(message);
	text = jv_string_value(message);
	if (r->fault.len || strstr(text, "compile error")) {
		jv_free(message);
		return;
	}
	if (strncmp(text, "jq: error: ", 11) == 0)
		text += 11;
	at = strstr(text, " at /");
	line = at ? strstr(at, ", line ") : NULL;
	if (text[0] == 'p' && (colons = strstr(text, "::")) && (n = strtoul(text + 1, NULL, 10)) < r->set->n)
		buf_addf(&r->fault, "%s: %.*s is not defined", r->set->policies[n].file,
		    (int)strcspn(colons + 2, " "), colons + 2);
	else if (line)
		buf_addf(&r->fault, "%.*s:%lu: %.*s", (int)(line - at - 4), at + 4, strtoul(line + 7, NULL, 10),
		    (int)(at - text), text);
	else
		buf_addf(&r->fault, "%.*s", (int)strcspn(text, "\n"), text);
	jv_free(message);
}

/* if $n < 4 then … else … end, so that finding one rule of many takes few steps. */
static void
add_choice(struct buf *program, const struct policy_set *set, size_t from, size_t to)
{
	size_t middle = from + (to - from) / 2;

	if (to - from == 1) {
		buf_addf(program, "p%zu::violation", from);
		if (set->policies[from].parameters.at) {
			buf_adds(program, "($now; ");
			buf_addspan(program, set->policies[from].parameters);
			buf_addc(program, ')');
		}
		return;
	}
	buf_addf(program, "if $n < %zu then ", middle);
	add_choice(program, set, from, middle);
	buf_adds(program, " else ");
	add_choice(program, set, middle, to);
	buf_adds(program, " end");
}

/*
 * The input is [policy, resource] or [policy, resource, [[path, value]…]]; the output one [0, violation] for each
 * violation, and [1, error] at an error.
 */
static void
write_program(struct buf *program, const struct policy_set *set, const char *now)
{
	size_t i;

	for (i = 0; i < set->n; i++) {
		buf_adds(program, "import ");
		buf_addjson(program, span_of(set->policies[i].module));
		buf_addf(program, " as p%zu;\n", i);
	}
	buf_addjson(program, span_of(now));
	buf_adds(program, " as $now | .[0] as $n\n"
	    "| (if length > 2 then reduce .[2][] as $a (.[1]; setpath($a[0]; $a[1])) else .[1] end)\n"
	    "| try (");
	add_choice(program, set, 0, set->n);
	buf_adds(program, " | [0, .]) catch [1, .]\n");
}

static void
halt(int signal)
{
	(void)signal;
	if (running && !late) {
		late = 1;
		jq_halt(asked, jv_invalid(), jv_invalid());
	}
}

struct rules *
rules_compile(const struct policy_set *set, const char *dir, const char *now)
{
	struct rules *r = xcalloc(1, sizeof(*r));
	struct buf program = {0};
	char *real;
	int compiled;

	r->set = set;
	if (!(real = realpath(dir, NULL)) || !(r->jq = jq_init())) {
		warn("%s", dir);
		free(real);
		free(r);
		return NULL;
	}
	jq_set_attr(r->jq, jv_string("JQ_LIBRARY_PATH"), jv_array_append(jv_array(), jv_string(real)));
	jq_set_attr(r->jq, jv_string("PROGRAM_ORIGIN"), jv_string(real));
	free(real);
	jq_set_error_cb(r->jq, compile_error, r);
	jq_set_input_cb(r->jq, NULL, NULL);	/* jq_init() of 1.6 leaves these two unset: "input" would crash */
	jq_set_debug_cb(r->jq, NULL, NULL);
	r->late = xcalloc(set->n ? set->n : 1, sizeof(*r->late));
	sigaction(SIGPROF, &(struct sigaction){ .sa_handler = halt, .sa_flags = SA_RESTART }, NULL);
	write_program(&program, set, now);
	compiled = jq_compile(r->jq, program.data);
	buf_free(&program);
	if (compiled)
		return r;
	warnx("%s", r->fault.len ? r->fault.data : "the policies do not compile");
	rules_free(r);
	return NULL;
}

/* Takes array; what jq cannot parse makes the whole invalid, with a message. */
static jv
append_json(jv array, struct span text)
{
	jv value;

	if (!jv_is_valid(array))
		return array;
	if (jv_is_valid(value = jv_parse_sized(text.at, (int)text.len)))
		return jv_array_append(array, value);
	jv_free(array);
	return value;
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
ended(struct rules *r, jv end, struct buf *message)
{
	if (jv_invalid_has_msg(jv_copy(end)))	/* an error that no rule can catch */
		return failed(jv_invalid_get_msg(end), message);
	jv_free(end);
	return jq_halted(r->jq) ? failed(jv_string("the rule ended jq"), message) : RULES_NONE;
}

static void
set_timer(int seconds)
{
	struct itimerval t = { .it_value = { .tv_sec = seconds } };

	setitimer(ITIMER_PROF, &t, NULL);
}

/* Asks for a first answer and whether there is another, and no more: a rule may have answers without end. */
static enum rules_result
judge(struct rules *r, struct buf *message, struct buf *evidence)
{
	int thrown = 0, more_thrown = 0, more;
	enum rules_result result;
	jv first, second;

	if (!take(jq_next(r->jq), &thrown, &first))
		return ended(r, first, message);
	if (thrown)
		return failed(first, message);
	more = take(jq_next(r->jq), &more_thrown, &second);
	if (!more && (result = ended(r, second, message)) == RULES_NONE)
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

enum rules_result
rules_apply(struct rules *r, size_t policy, struct span resource, struct span assumed, struct buf *message,
    struct buf *evidence)
{
	jv input = jv_array_append(jv_array(), jv_number((double)policy));
	enum rules_result result;

	buf_clear(message);
	buf_clear(evidence);
	input = append_json(input, resource);
	if (assumed.len)
		input = append_json(input, assumed);
	if (!jv_is_valid(input))
		return failed(jv_invalid_get_msg(input), message);
	if (r->late[policy] >= RULES_PATIENCE) {
		jv_free(input);
		return too_late(message);
	}
	asked = r->jq;
	late = 0;
	jq_start(r->jq, input, 0);
	running = 1;
	set_timer(RULES_SECONDS);
	result = judge(r, message, evidence);
	running = 0;
	set_timer(0);
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
	if (!r)
		return;
	jq_teardown(&r->jq);
	buf_free(&r->fault);
	free(r->late);
	free(r);
}
