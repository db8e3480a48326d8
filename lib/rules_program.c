/* Which rules are in which program, and the programs' text. */
#include <err.h>
#include <stdlib.h>
#include <string.h>

#include "rules_part.h"

/* A policy to be put somewhere. */
struct item {
	const struct policy *p;
	size_t number;
};

static size_t
service_len(const struct policy *p)
{
	return strcspn(p->module, "/");
}

static int
same_service(const struct policy *p, const struct policy *q)
{
	return service_len(p) == service_len(q) && memcmp(p->module, q->module, service_len(p)) == 0;
}

/* Rules that are asked of the same resources lie together, those for every resource behind all others. */
static int
by_use(const void *a, const void *b)
{
	const struct policy *p = ((const struct item *)a)->p, *q = ((const struct item *)b)->p;
	int order;

	if (p->shared.imports != q->shared.imports)
		return p->shared.imports - q->shared.imports;
	if (!p->ntypes != !q->ntypes)
		return !p->ntypes - !q->ntypes;
	if (!same_service(p, q))
		return strcmp(p->module, q->module);
	if (p->ntypes && (order = span_cmp(p->types[0], q->types[0])))
		return order;
	return strcmp(p->id, q->id);
}

static int
by_modules(const struct policy *p, const struct policy *q)
{
	const struct shared_list *s = &p->shared, *t = &q->shared;
	size_t n;

	if (s->n != t->n)
		return s->n < t->n ? -1 : 1;
	for (n = 0; n < s->n; n++)
		if (s->modules[n] != t->modules[n])
			return s->modules[n] < t->modules[n] ? -1 : 1;
	return 0;
}

/* Rules that bring in the same modules lie together in a program. */
static int
by_shared(const void *a, const void *b)
{
	const struct item *i = a, *k = b;
	int order = by_modules(i->p, k->p);

	return order ? order : (i->number > k->number) - (i->number < k->number);
}

/* A group lies within rules that bring in the same modules. */
static void
add_groups(struct program *program, const struct item *items, size_t n)
{
	unsigned in_group = 0;
	size_t i;

	for (i = 0; i < n; i++) {
		if (i == 0 || in_group == RULES_GROUP || by_modules(items[i - 1].p, items[i].p)) {
			program->ngroups++;
			in_group = 0;
		}
		in_group++;
		program->group[i] = program->ngroups - 1;
	}
}

static void
add_program(struct programs *p, struct item *items, size_t n, int alone)
{
	struct program *program;
	unsigned i;

	p->programs = xrealloc(p->programs, (p->n + 1) * sizeof(*p->programs));
	program = &p->programs[p->n];
	*program = (struct program){ .policies = xcalloc(n, sizeof(*program->policies)), .n = n, .alone = alone };
	program->group = xcalloc(n, sizeof(*program->group));
	qsort(items, n, sizeof(*items), by_shared);
	add_groups(program, items, n);
	for (i = 0; i < n; i++) {
		program->policies[i] = items[i].number;
		p->places[items[i].number] = (struct rules_place){ p->n, i };
	}
	p->n++;
}

/* How many of the items are the first program. */
static size_t
cut(const struct item *items, size_t n)
{
	size_t i;

	if (items[0].p->shared.imports)
		return 1;
	for (i = 1; i < n && i < RULES_TOGETHER; i++)
		if (items[i].p->shared.imports || !items[i].p->ntypes != !items[0].p->ntypes ||
		    (i >= RULES_TOGETHER / 2 && !same_service(items[i].p, items[i - 1].p)))
			break;
	return i;
}

int
programs_plan(struct programs *p, const struct policy_set *set, const char *dir)
{
	struct item *items = xcalloc(set->n ? set->n : 1, sizeof(*items));
	size_t i, n;

	*p = (struct programs){ .set = set, .dir = realpath(dir, NULL) };
	if (!p->dir) {
		warn("%s", dir);
		free(items);
		return -1;
	}
	p->places = xcalloc(set->n ? set->n : 1, sizeof(*p->places));
	for (i = 0; i < set->n; i++)
		items[i] = (struct item){ &set->policies[i], i };
	qsort(items, set->n, sizeof(*items), by_use);
	for (i = 0; i < set->n; i += n) {
		n = cut(items + i, set->n - i);
		add_program(p, items + i, n, items[i].p->shared.imports);
	}
	free(items);
	return 0;
}

static void
add_call(struct buf *to, const char *prefix, const struct policy *p)
{
	buf_adds(to, prefix);
	buf_adds(to, "violation");
	if (p->parameters.at)
		buf_adds(to, "($__now; $__parameters)");
}

static const struct policy *
policy_at(const struct programs *p, const struct program *program, size_t i)
{
	return &p->set->policies[program->policies[i]];
}

/* Functions that rules bring in. */
static void
add_shared(struct buf *to, const struct programs *p, const struct shared_list *list)
{
	const struct shared_module *m;
	size_t i;

	for (i = 0; i < list->n; i++) {
		m = &p->set->shared.modules[list->modules[i]];
		buf_add(to, m->text.data + m->body, m->text.len - m->body);
		buf_addc(to, '\n');
	}
}

/* A rule in a scope of its own, asked if there is something at its place in the group's list. */
static void
add_rule(struct buf *to, const struct programs *p, const struct program *program, unsigned number, unsigned in_group)
{
	const struct policy *policy = policy_at(p, program, number);

	buf_addf(to, "(.[%u][] | ", in_group);
	if (policy->parameters.at)
		buf_adds(to, ".[1] as $__parameters | .[0] | ");
	buf_addc(to, '(');
	if (program->alone) {
		add_call(to, "__p::", policy);
	} else {
		buf_add(to, policy->text.data + policy->rule, policy->text.len - policy->rule);
		buf_addc(to, '\n');
		add_call(to, "", policy);
	}
	buf_addf(to, ") | {\"%u\": .})", number);
}

/* The group that begins with a rule.  The number of the next one's first. */
static unsigned
add_group(struct buf *to, const struct programs *p, const struct program *program, unsigned first)
{
	unsigned i;

	buf_addf(to, "(.[%u][] | ", program->group[first]);
	for (i = first; i < program->n && program->group[i] == program->group[first]; i++) {
		buf_adds(to, i > first ? ",\n" : "");
		add_rule(to, p, program, i, i - first);
	}
	buf_addc(to, ')');
	return i;
}

/* Those groups, from one that begins with a rule, that bring in the same functions.  The number of the next one's first. */
static unsigned
add_scope(struct buf *to, const struct programs *p, const struct program *program, unsigned first)
{
	const struct policy *policy = policy_at(p, program, first);
	unsigned i = first;

	buf_addc(to, '(');
	if (!program->alone)
		add_shared(to, p, &policy->shared);
	do {
		buf_adds(to, i > first ? ",\n" : "");
		i = add_group(to, p, program, i);
	} while (i < program->n && by_modules(policy, policy_at(p, program, i)) == 0);
	buf_addc(to, ')');
	return i;
}

static void
write_program(struct buf *to, const struct programs *p, const struct program *program)
{
	unsigned i = 0;

	if (program->alone) {
		buf_adds(to, "import ");
		buf_addjson(to, span_of(policy_at(p, program, 0)->module));
		buf_adds(to, " as __p;\n");
	}
	buf_adds(to, ".[0] as $__now | .[1] | try (");
	do {
		buf_adds(to, i > 0 ? ",\n" : "");
		i = add_scope(to, p, program, i);
	} while (i < program->n);
	buf_adds(to, ") catch [.]\n");
}

/* What went wrong first, for a rule alone; of others nobody is told. */
struct fault {
	const char *file;
	struct buf text;
};

/*
 * jq says "error: NAME is not defined at FILE, line N:" and shows the line; ours is "FILE:N: NAME is not defined".
 * A rule without violation is missed in the program that imports it, as __p::violation/0.
 */
static void
compile_error(void *arg, jv message)
{
	struct fault *f = arg;
	const char *text, *at, *line;

	message = jq_format_error(message);
	text = jv_string_value(message);
	if (f->text.len || strstr(text, "compile error")) {
		jv_free(message);
		return;
	}
	if (strncmp(text, "jq: error: ", 11) == 0)
		text += 11;
	at = strstr(text, " at /");
	line = at ? strstr(at, ", line ") : NULL;
	if (strncmp(text, "__p::", 5) == 0)
		buf_addf(&f->text, "%s: %.*s is not defined", f->file, (int)strcspn(text + 5, " "), text + 5);
	else if (line)
		buf_addf(&f->text, "%.*s:%lu: %.*s", (int)(line - at - 4), at + 4, strtoul(line + 7, NULL, 10),
		    (int)(at - text), text);
	else
		buf_addf(&f->text, "%.*s", (int)strcspn(text, "\n"), text);
	jv_free(message);
}

/* 0; or -1, and why for a rule alone. */
static int
compile(const struct programs *p, struct program *program)
{
	struct fault fault = { .file = policy_at(p, program, 0)->file };
	struct buf text = {0};
	int compiled;

	if (!(program->jq = jq_init()))
		errx(3, "jq does not start");
	jq_set_attr(program->jq, jv_string("JQ_LIBRARY_PATH"), jv_array_append(jv_array(), jv_string(p->dir)));
	jq_set_attr(program->jq, jv_string("PROGRAM_ORIGIN"), jv_string(p->dir));
	jq_set_error_cb(program->jq, compile_error, &fault);
	jq_set_input_cb(program->jq, NULL, NULL);	/* jq_init() of 1.6 leaves these two unset: "input" would crash */
	jq_set_debug_cb(program->jq, NULL, NULL);
	write_program(&text, p, program);
	compiled = jq_compile(program->jq, text.data);
	buf_free(&text);
	jq_set_error_cb(program->jq, NULL, NULL);
	if (!compiled) {
		jq_teardown(&program->jq);
		if (program->alone)
			warnx("%s", fault.text.len ? fault.text.data : "a policy does not compile");
	}
	buf_free(&fault.text);
	return compiled ? 0 : -1;
}

/* Each rule as a program of its own: one of them does not compile, or they do not together. */
static int
compile_apart(struct programs *p, size_t number)
{
	struct program together = p->programs[number];
	struct item item;
	size_t i;
	int status = 0;

	p->programs[number] = (struct program){0};
	for (i = 0; i < together.n && status == 0; i++) {
		item = (struct item){ policy_at(p, &together, i), together.policies[i] };
		add_program(p, &item, 1, 1);
		status = compile(p, &p->programs[p->n - 1]);
	}
	free(together.policies);
	free(together.group);
	return status;
}

int
programs_compile(struct programs *p, size_t number)
{
	struct program *program = &p->programs[number];

	if (program->jq || program->n == 0 || compile(p, program) == 0)
		return 0;
	return program->alone ? -1 : compile_apart(p, number);
}

void
programs_free(struct programs *p)
{
	size_t i;

	for (i = 0; i < p->n; i++) {
		if (p->programs[i].jq)
			jq_teardown(&p->programs[i].jq);
		free(p->programs[i].policies);
		free(p->programs[i].group);
	}
	free(p->programs);
	free(p->places);
	free(p->dir);
}
