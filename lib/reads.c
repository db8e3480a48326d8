#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "reads.h"
#include "scan.h"

struct reads {
	const struct policy *policy;
	struct coarse *how;		/* of each read */
};

/* A text or number of the policy's own, or the parameter that a text names. */
static struct span
setting(const struct policy *p, struct span value)
{
	struct buf name = {0};
	struct span found;

	if (scan_kind(value) != SCAN_STRING)
		return value;
	scan_decode(value, &name);
	found = scan_get(p->parameters, name.data ? name.data : "");
	buf_free(&name);
	return found;
}

/* What is no list of texts keeps everything: then nothing is carried. */
static void
set_keep(struct coarse *how, struct span list)
{
	struct scan_iter it = scan_open(list);
	struct span key, item;
	struct buf text;

	if (scan_kind(list) != SCAN_ARRAY) {
		how->kind = COARSE_NOT;
		return;
	}
	while (scan_next(&it, &key, &item)) {
		text = (struct buf){0};
		if (scan_decode(item, &text) < 0)
			how->kind = COARSE_NOT;
		how->keep = xrealloc(how->keep, (how->nkeep + 1) * sizeof(*how->keep));
		how->keep[how->nkeep++] = (struct span){ text.data, text.len };
	}
}

static void
set_how(struct coarse *how, const struct policy *p, const struct policy_read *read, time_t now)
{
	enum { FAR = 20000 };	/* days; beyond that, times before 1970 would be shown */
	long long days;

	switch (read->how) {
	case POLICY_READ_CARRIED:
		how->kind = COARSE_CARRIED;
		break;
	case POLICY_READ_SHAPE:
		how->kind = COARSE_SHAPE;
		break;
	case POLICY_READ_ONE_OF:
		how->kind = COARSE_CARRIED;
		set_keep(how, setting(p, read->setting));
		break;
	case POLICY_READ_CUT:
	case POLICY_READ_CUT_AHEAD:
		days = scan_integer(setting(p, read->setting), FAR + 1);
		how->now = now;
		how->days = read->how == POLICY_READ_CUT ? days : -days;
		how->sides = read->carried;
		how->kind = days >= -FAR && days <= FAR ? COARSE_CUT : COARSE_NOT;
		break;
	case POLICY_READ_AS_IT_IS:
		break;
	}
}

struct reads *
reads_new(const struct policy *policy, const char *now)
{
	struct reads *r = xcalloc(1, sizeof(*r));
	time_t t = 0;
	size_t i;

	r->policy = policy;
	r->how = xcalloc(policy->nreads ? policy->nreads : 1, sizeof(*r->how));
	if (clock_parse(span_of(now), &t) < 0)
		t = 0;
	for (i = 0; i < policy->nreads; i++)
		set_how(&r->how[i], policy, &policy->reads[i], t);
	return r;
}

void
reads_add(const struct reads *r, struct projection *p, unsigned reader, int coarse)
{
	size_t i;

	for (i = 0; i < r->policy->nreads; i++)
		projection_add(p, reader, &r->policy->reads[i].path,
		    coarse && r->how[i].kind != COARSE_NOT ? &r->how[i] : NULL);
}

static int
same_how(const struct coarse *a, const struct coarse *b)
{
	size_t i;

	if (a->kind != b->kind || a->now != b->now || a->days != b->days || a->sides != b->sides ||
	    a->nkeep != b->nkeep)
		return 0;
	for (i = 0; i < a->nkeep; i++)
		if (span_cmp(a->keep[i], b->keep[i]) != 0)
			return 0;
	return 1;
}

int
reads_same(const struct reads *a, const struct reads *b)
{
	size_t i;

	if (a->policy->nreads != b->policy->nreads)
		return 0;
	for (i = 0; i < a->policy->nreads; i++)
		if (strcmp(a->policy->reads[i].text, b->policy->reads[i].text) != 0 || !same_how(&a->how[i], &b->how[i]))
			return 0;
	return 1;
}

void
reads_free(struct reads *r)
{
	size_t i, k;

	if (!r)
		return;
	for (i = 0; i < r->policy->nreads; i++) {
		for (k = 0; k < r->how[i].nkeep; k++)
			free((char *)r->how[i].keep[k].at);
		free(r->how[i].keep);
	}
	free(r->how);
	free(r);
}
