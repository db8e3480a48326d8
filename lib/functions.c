/* The jq functions of modules below one folder, called by number. */
#include "functions.h"

#include <err.h>
#include <jq.h>
#include <stdlib.h>
#include <string.h>

#include "jqtext.h"

struct function {
	char *module, *name;
	int takes_at;
};

struct functions {
	jq_state *jq;
	struct function *all;
	size_t n;
	int complained;
};

struct functions *
functions_new(void)
{
	return xcalloc(1, sizeof(struct functions));
}

size_t
functions_add(struct functions *f, const char *module, const char *name, int takes_at)
{
	f->all = xrealloc(f->all, (f->n + 1) * sizeof(*f->all));
	f->all[f->n] = (struct function){ xstrdup(module), xstrdup(name), takes_at };
	return f->n++;
}

/* jq says "error: arn/1 is not defined at FILE, line N:", with the program's own f7:: before what a module lacks. */
static void
complain(void *arg, jv message)
{
	struct functions *f = arg;
	const char *text, *colons, *end;
	size_t n;

	message = jq_format_error(message);
	text = jv_string_value(message);
	if (!strncmp(text, "jq: error: ", 11))
		text += 11;
	end = text + strcspn(text, "\n");
	n = text[0] == 'f' ? strtoul(text + 1, NULL, 10) : f->n;
	if (n < f->n && (colons = strstr(text, "::")))
		warnx("%s.jq: %s is not defined", f->all[n].module, f->all[n].name);
	else if (!f->complained)
		warnx("%.*s", (int)(end - text), text);
	f->complained = 1;
	jv_free(message);
}

/* if $n < 4 then … else … end, so that finding one function of many takes few steps. */
static void
add_choice(struct buf *program, const struct functions *f, size_t from, size_t to)
{
	size_t middle = from + (to - from) / 2;

	if (to - from == 1) {
		buf_addf(program, "f%zu::%s%s", from, f->all[from].name, f->all[from].takes_at ? "($at)" : "");
		return;
	}
	buf_addf(program, "if $n < %zu then ", middle);
	add_choice(program, f, from, middle);
	buf_adds(program, " else ");
	add_choice(program, f, middle, to);
	buf_adds(program, " end");
}

/* The input is [number, at, input]; the output [0, answer…] or [1, error]. */
static void
write_program(struct buf *program, const struct functions *f)
{
	size_t i;

	for (i = 0; i < f->n; i++) {
		buf_adds(program, "import ");
		buf_addjson(program, span_of(f->all[i].module));
		buf_addf(program, " as f%zu;\n", i);
	}
	buf_adds(program, ".[0] as $n | .[1] as $at | .[2] | try [0, (");
	add_choice(program, f, 0, f->n);
	buf_adds(program, ")] catch [1, .]\n");
}

int
functions_compile(struct functions *f, const char *dir)
{
	struct buf program = {0};
	char *real = realpath(dir, NULL);
	int compiled;

	if (!f->n) {
		free(real);
		return 0;
	}
	if (!real || !(f->jq = jq_init())) {
		warn("%s", dir);
		free(real);
		return -1;
	}
	jq_set_attr(f->jq, jv_string("JQ_LIBRARY_PATH"), jv_array_append(jv_array(), jv_string(real)));
	jq_set_attr(f->jq, jv_string("PROGRAM_ORIGIN"), jv_string(real));
	free(real);
	jq_set_error_cb(f->jq, complain, f);
	jq_set_input_cb(f->jq, NULL, NULL);	/* jq_init() of 1.6 leaves these two unset: "input" would crash */
	jq_set_debug_cb(f->jq, NULL, NULL);
	write_program(&program, f);
	compiled = jq_compile(f->jq, program.data);
	buf_free(&program);
	return compiled ? 0 : -1;
}

/* Takes error: what a function threw, often a text. */
static int
failed(jv error, jv *result)
{
	if (jv_get_kind(error) == JV_KIND_STRING) {
		*result = error;
	} else if (jv_is_valid(error)) {
		*result = jv_dump_string(error, 0);
	} else {
		*result = jv_string("no reason given");
		jv_free(error);
	}
	return -1;
}

/* Takes answer: [0, answer…] or [1, error]. */
static int
read_answer(jv answer, jv *result)
{
	jv tag;
	int thrown, n;

	if (jv_get_kind(answer) != JV_KIND_ARRAY)	/* halt, or an error that nothing catches */
		return failed(jv_invalid_get_msg(answer), result);
	tag = jv_array_get(jv_copy(answer), 0);
	thrown = jv_number_value(tag) != 0;
	jv_free(tag);
	n = jv_array_length(jv_copy(answer));
	if (n != 2) {
		jv_free(answer);
		return failed(jv_string(n < 2 ? "a function gave nothing" : "a function gave more than one"), result);
	}
	answer = jv_array_get(answer, 1);
	if (thrown)
		return failed(answer, result);
	*result = answer;
	return 0;
}

jv
functions_read(struct span json)
{
	return jv_parse_sized(json.at, (int)json.len);
}

int
functions_apply(struct functions *f, size_t number, jv at, jv input, jv *result)
{
	jv answer, more;

	if (!jv_is_valid(input)) {
		jv_free(at);
		return failed(jv_invalid_get_msg(input), result);
	}
	jq_start(f->jq, JV_ARRAY(jv_number((double)number), at, input), 0);
	answer = jq_next(f->jq);
	while (jv_is_valid(answer) && jv_is_valid(more = jq_next(f->jq)))
		jv_free(more);
	if (jv_is_valid(answer))
		jv_free(more);
	return read_answer(answer, result);
}

int
functions_call(struct functions *f, size_t number, struct span at, struct span input, struct buf *result)
{
	jv answer;
	int status = functions_apply(f, number, functions_read(at), functions_read(input), &answer);

	buf_clear(result);
	if (status < 0)
		buf_adds(result, jv_string_value(answer));
	else
		jqtext_add(result, answer);
	jv_free(answer);
	return status;
}

void
functions_free(struct functions *f)
{
	size_t i;

	if (!f)
		return;
	if (f->jq)
		jq_teardown(&f->jq);
	for (i = 0; i < f->n; i++) {
		free(f->all[i].module);
		free(f->all[i].name);
	}
	free(f->all);
	free(f);
}
