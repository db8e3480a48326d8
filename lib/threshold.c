/* How many resources must pass. */
#include <ctype.h>
#include <err.h>
#include <stdlib.h>
#include <string.h>

#include "threshold.h"

enum { WHOLE = 1000 };		/* tenths of a percent */

/* 80 or 79.5; -1 if it is neither. */
static int
read_tenths(const char *text)
{
	int tenths = 0, digits = 0;

	for (; isdigit((unsigned char)*text) && digits < 3; text++, digits++)
		tenths = tenths * 10 + (*text - '0');
	tenths *= 10;
	if (!digits)
		return -1;
	if (*text == '.' && isdigit((unsigned char)text[1])) {
		tenths += text[1] - '0';
		text += 2;
	}
	return *text || tenths > WHOLE ? -1 : tenths;
}

int
thresholds_add(struct thresholds *t, const char *text)
{
	const char *equals = strchr(text, '=');
	struct threshold new = { .percent = equals ? equals + 1 : text };

	if (equals)
		new.policy = (struct span){ text, (size_t)(equals - text) };
	new.tenths = read_tenths(new.percent);
	if (new.tenths < 0 || (equals && equals == text))
		return -1;
	t->all = xrealloc(t->all, (t->n + 1) * sizeof(new));
	t->all[t->n++] = new;
	return 0;
}

/* The nearest tenth, but never one that hides on which side of the threshold it lies. */
static int
rounded(long long passed, long long judged, int threshold)
{
	int tenths = (int)((passed * 2 * WHOLE + judged) / (2 * judged));

	return tenths >= threshold && passed * WHOLE < threshold * judged ? threshold - 1 : tenths;
}

/* 1 if too few pass, or if nobody looked. */
static int
check(const struct threshold *t, const struct totals *totals)
{
	struct span name = t->policy.at ? t->policy : SPAN("all policies");
	long long judged = totals ? totals->passed + totals->failed + totals->unknown : 0;
	int tenths, under;

	if (judged == 0) {
		warnx("%.*s: %s", (int)name.len, name.at, totals ? "no resource was judged" : "not evaluated");
		return !totals;
	}
	under = totals->passed * WHOLE < t->tenths * judged;
	tenths = rounded(totals->passed, judged, t->tenths);
	warnx("%.*s: %d.%d%% of %lld resources pass, %s %s%%", (int)name.len, name.at, tenths / 10, tenths % 10, judged,
	    under ? "under" : "at least", t->percent);
	return under;
}

int
thresholds_check(const struct thresholds *t, const struct summary *s)
{
	const struct policy_row *row;
	int under = 0;
	size_t i;

	for (i = 0; i < t->n; i++) {
		if (t->all[i].policy.at) {
			row = table_find(&s->policies, t->all[i].policy);
			under |= check(&t->all[i], row && row->evaluated ? &row->totals : NULL);
		} else {
			under |= check(&t->all[i], s->evaluations ? &s->all : NULL);
		}
	}
	return under;
}

void
thresholds_free(struct thresholds *t)
{
	free(t->all);
	*t = (struct thresholds){0};
}
