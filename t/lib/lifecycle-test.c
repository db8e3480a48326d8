/* The life of a finding: every state meets every event, older, at the same time and newer. */
#include <stdio.h>

#include "lifecycle.h"

static int failures;

struct row {
	const char *what;
	struct lifecycle before;
	struct event event;
	enum effect effect;
	struct lifecycle after;
};

#define NEVER LIFECYCLE_NEVER
#define NONE { LIFECYCLE_NONE, REASON_NONE, NEVER, NEVER, NEVER, NEVER, NEVER }
/* Seen first at 50, described at 100, evaluated at 110. */
#define ACTIVE { LIFECYCLE_ACTIVE, REASON_NONE, 100, 110, 50, NEVER, NEVER }
#define RESOLVED(reason) { LIFECYCLE_RESOLVED, reason, 100, 110, 50, 100, NEVER }

static const struct row rows[] = {
	{ "failed opens", NONE, { EVENT_FAILED, 100, 110 }, EFFECT_OPENED,
	    { LIFECYCLE_ACTIVE, REASON_NONE, 100, 110, 100, NEVER, NEVER } },
	{ "passed opens nothing", NONE, { EVENT_PASSED, 100, 110 }, EFFECT_NONE, NONE },
	{ "excluded opens nothing", NONE, { EVENT_EXCLUDED, 100, 110 }, EFFECT_NONE, NONE },
	{ "deleted opens nothing", NONE, { EVENT_DELETED, 100, NEVER }, EFFECT_NONE, NONE },
	{ "missing opens nothing", NONE, { EVENT_MISSING, 100, NEVER }, EFFECT_NONE, NONE },
	{ "suspended opens nothing", NONE, { EVENT_SUSPENDED, NEVER, 110 }, EFFECT_NONE, NONE },
	{ "unknown opens nothing", NONE, { EVENT_UNKNOWN, 100, 110 }, EFFECT_NONE, NONE },

	{ "unknown leaves what is active", ACTIVE, { EVENT_UNKNOWN, 200, 210 }, EFFECT_NONE, ACTIVE },
	{ "unknown leaves what is resolved", RESOLVED(REASON_COMPLIANT), { EVENT_UNKNOWN, 200, 210 }, EFFECT_NONE,
	    RESOLVED(REASON_COMPLIANT) },

	{ "failed again", ACTIVE, { EVENT_FAILED, 200, 210 }, EFFECT_SEEN,
	    { LIFECYCLE_ACTIVE, REASON_NONE, 200, 210, 50, NEVER, NEVER } },
	{ "the same failed again", ACTIVE, { EVENT_FAILED, 100, 110 }, EFFECT_SEEN, ACTIVE },
	{ "failed, judged later", ACTIVE, { EVENT_FAILED, 100, 120 }, EFFECT_SEEN,
	    { LIFECYCLE_ACTIVE, REASON_NONE, 100, 120, 50, NEVER, NEVER } },
	{ "failed, judged earlier", ACTIVE, { EVENT_FAILED, 100, 109 }, EFFECT_NONE, ACTIVE },
	{ "failed, described earlier", ACTIVE, { EVENT_FAILED, 99, 120 }, EFFECT_NONE, ACTIVE },

	{ "passed resolves", ACTIVE, { EVENT_PASSED, 200, 210 }, EFFECT_RESOLVED,
	    { LIFECYCLE_RESOLVED, REASON_COMPLIANT, 200, 210, 50, 200, NEVER } },
	{ "passed on the same description resolves when it was judged", ACTIVE, { EVENT_PASSED, 100, 120 },
	    EFFECT_RESOLVED, { LIFECYCLE_RESOLVED, REASON_COMPLIANT, 100, 120, 50, 120, NEVER } },
	{ "passed, older", ACTIVE, { EVENT_PASSED, 99, 210 }, EFFECT_NONE, ACTIVE },
	{ "passed, judged earlier", ACTIVE, { EVENT_PASSED, 100, 109 }, EFFECT_NONE, ACTIVE },
	{ "excluded resolves", ACTIVE, { EVENT_EXCLUDED, 100, 120 }, EFFECT_RESOLVED,
	    { LIFECYCLE_RESOLVED, REASON_EXCLUDED, 100, 120, 50, 120, NEVER } },
	{ "deleted resolves", ACTIVE, { EVENT_DELETED, 200, NEVER }, EFFECT_RESOLVED,
	    { LIFECYCLE_RESOLVED, REASON_DELETED, 200, 110, 50, 200, NEVER } },
	{ "deleted in the same second resolves", ACTIVE, { EVENT_DELETED, 100, NEVER }, EFFECT_RESOLVED,
	    { LIFECYCLE_RESOLVED, REASON_DELETED, 100, 110, 50, 100, NEVER } },
	{ "deleted, older", ACTIVE, { EVENT_DELETED, 99, NEVER }, EFFECT_NONE, ACTIVE },
	{ "missing resolves", ACTIVE, { EVENT_MISSING, 101, NEVER }, EFFECT_RESOLVED,
	    { LIFECYCLE_RESOLVED, REASON_DELETED, 101, 110, 50, 101, NEVER } },
	{ "missing since the same second", ACTIVE, { EVENT_MISSING, 100, NEVER }, EFFECT_NONE, ACTIVE },
	{ "suspended resolves", ACTIVE, { EVENT_SUSPENDED, NEVER, 120 }, EFFECT_RESOLVED,
	    { LIFECYCLE_RESOLVED, REASON_SUSPENDED, 100, 120, 50, 120, NEVER } },
	{ "suspended in an older run", ACTIVE, { EVENT_SUSPENDED, NEVER, 109 }, EFFECT_NONE, ACTIVE },

	{ "failed reopens", RESOLVED(REASON_COMPLIANT), { EVENT_FAILED, 200, 210 }, EFFECT_REOPENED,
	    { LIFECYCLE_ACTIVE, REASON_NONE, 200, 210, 50, NEVER, 200 } },
	{ "failed on the same description reopens when it was judged", RESOLVED(REASON_COMPLIANT),
	    { EVENT_FAILED, 100, 120 }, EFFECT_REOPENED, { LIFECYCLE_ACTIVE, REASON_NONE, 100, 120, 50, NEVER, 120 } },
	{ "failed, older than resolved", RESOLVED(REASON_COMPLIANT), { EVENT_FAILED, 99, 210 }, EFFECT_NONE,
	    RESOLVED(REASON_COMPLIANT) },
	{ "passed again keeps when and why it was resolved", RESOLVED(REASON_EXCLUDED), { EVENT_PASSED, 200, 210 },
	    EFFECT_SEEN, { LIFECYCLE_RESOLVED, REASON_EXCLUDED, 200, 210, 50, 100, NEVER } },
	{ "deleted keeps why it was resolved", RESOLVED(REASON_COMPLIANT), { EVENT_DELETED, 200, NEVER }, EFFECT_SEEN,
	    { LIFECYCLE_RESOLVED, REASON_COMPLIANT, 200, 110, 50, 100, NEVER } },
	{ "suspended leaves what is resolved", RESOLVED(REASON_COMPLIANT), { EVENT_SUSPENDED, NEVER, 210 }, EFFECT_NONE,
	    RESOLVED(REASON_COMPLIANT) },
	{ "failed in the second of the deletion", RESOLVED(REASON_DELETED), { EVENT_FAILED, 100, 210 }, EFFECT_NONE,
	    RESOLVED(REASON_DELETED) },
	{ "failed after the deletion reopens", RESOLVED(REASON_DELETED), { EVENT_FAILED, 101, 210 }, EFFECT_REOPENED,
	    { LIFECYCLE_ACTIVE, REASON_NONE, 101, 210, 50, NEVER, 101 } },
	{ "failed, judged before the suspension", RESOLVED(REASON_SUSPENDED), { EVENT_FAILED, 200, 109 }, EFFECT_NONE,
	    RESOLVED(REASON_SUSPENDED) },
	{ "failed, judged before the exclusion", RESOLVED(REASON_EXCLUDED), { EVENT_FAILED, 200, 109 }, EFFECT_NONE,
	    RESOLVED(REASON_EXCLUDED) },
	{ "in force again", RESOLVED(REASON_SUSPENDED), { EVENT_FAILED, 100, 120 }, EFFECT_REOPENED,
	    { LIFECYCLE_ACTIVE, REASON_NONE, 100, 120, 50, NEVER, 120 } },
};

static int
same(const struct lifecycle *a, const struct lifecycle *b)
{
	return a->state == b->state && a->reason == b->reason && a->described == b->described &&
	    a->evaluated == b->evaluated && a->first_seen == b->first_seen && a->resolved_at == b->resolved_at &&
	    a->reopened_at == b->reopened_at;
}

static void
check(const struct row *row)
{
	struct lifecycle life = row->before;
	enum effect effect = lifecycle_apply(&life, &row->event);

	if (effect == row->effect && same(&life, &row->after))
		return;
	printf("%s: effect %d, state %d, reason %d, described %ld, evaluated %ld, seen %ld, resolved %ld, reopened %ld\n",
	    row->what, effect, life.state, life.reason, (long)life.described, (long)life.evaluated,
	    (long)life.first_seen, (long)life.resolved_at, (long)life.reopened_at);
	failures++;
}

/* What must hold of any finding, whatever happened to it. */
static int
is_sound(const struct lifecycle *l)
{
	if (l->state == LIFECYCLE_NONE)
		return l->first_seen == NEVER && l->reason == REASON_NONE;
	if ((l->state == LIFECYCLE_RESOLVED) != (l->reason != REASON_NONE))
		return 0;
	if ((l->state == LIFECYCLE_RESOLVED) != (l->resolved_at != NEVER))
		return 0;
	return l->first_seen != NEVER && l->first_seen <= l->described &&
	    (l->resolved_at == NEVER || (l->resolved_at >= l->first_seen && l->resolved_at >= l->reopened_at)) &&
	    (l->reopened_at == NEVER || l->reopened_at >= l->first_seen);
}

/* Many lives made of events in any order; each event, once it counted, changes no state when it comes again. */
static void
check_many(void)
{
	unsigned long seed = 1;
	int life_no, i;

	for (life_no = 0; life_no < 20000; life_no++) {
		struct lifecycle life = LIFECYCLE_START, again;

		for (i = 0; i < 12; i++) {
			struct event e;

			seed = seed * 6364136223846793005UL + 1442695040888963407UL;
			e.kind = (enum event_kind)(seed >> 33) % 7;
			e.described = 100 + (time_t)(seed >> 40) % 8;
			e.evaluated = 110 + (time_t)(seed >> 50) % 8;
			lifecycle_apply(&life, &e);
			again = life;
			if (lifecycle_apply(&again, &e) > EFFECT_SEEN || !same(&life, &again) || !is_sound(&life)) {
				printf("life %d, event %d: not sound, or not the same twice\n", life_no, i);
				failures++;
				return;
			}
		}
	}
}

int
main(void)
{
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		check(&rows[i]);
	check_many();
	return failures != 0;
}
