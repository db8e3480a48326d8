/*
 * The life of one finding: what an event makes of it.  Pure: a state and an event in, a state out.
 *
 * What orders events is when AWS described the resource, then when it was evaluated; what is older than what is
 * known changes nothing, so replays and late arrivals do no harm.  The same description may be judged again: the
 * same judgement then only moves the time of evaluation, another one counts.
 */
#ifndef QRIE_LIFECYCLE_H
#define QRIE_LIFECYCLE_H

#include <time.h>

#define LIFECYCLE_NEVER ((time_t)-1)	/* a time that is not there */

enum lifecycle_state { LIFECYCLE_NONE, LIFECYCLE_ACTIVE, LIFECYCLE_RESOLVED };

enum lifecycle_reason { REASON_NONE, REASON_COMPLIANT, REASON_DELETED, REASON_SUSPENDED, REASON_EXCLUDED };

/* Start it as LIFECYCLE_START: no finding. */
struct lifecycle {
	enum lifecycle_state state;
	enum lifecycle_reason reason;			/* of being resolved */
	time_t described, evaluated;
	time_t first_seen, resolved_at, reopened_at;
};

#define LIFECYCLE_START ((struct lifecycle){ LIFECYCLE_NONE, REASON_NONE, LIFECYCLE_NEVER, LIFECYCLE_NEVER, \
	LIFECYCLE_NEVER, LIFECYCLE_NEVER, LIFECYCLE_NEVER })

enum event_kind {
	EVENT_FAILED,		/* the policy found the resource in its bad state */
	EVENT_PASSED,		/* it did not */
	EVENT_UNKNOWN,		/* it could not tell: never changes anything */
	EVENT_EXCLUDED,		/* the policy's scope leaves the resource out */
	EVENT_DELETED,		/* the resource is known to be gone; described: since when */
	EVENT_MISSING,		/* a complete listing, begun at described, does not have it */
	EVENT_SUSPENDED,	/* the policy is not in force */
};

struct event {
	enum event_kind kind;
	time_t described;	/* no meaning in EVENT_SUSPENDED */
	time_t evaluated;	/* no meaning in EVENT_DELETED, EVENT_MISSING */
};

enum effect {
	EFFECT_NONE,		/* the event is older, or says nothing: not a field has changed */
	EFFECT_SEEN,		/* it counts, and the state stays as it is */
	EFFECT_OPENED, EFFECT_REOPENED, EFFECT_RESOLVED,
};

/*
 * first_seen, resolved_at and reopened_at tell when AWS described what made the change; where the judgement changed
 * and not the resource, when it was judged.
 */
enum effect lifecycle_apply(struct lifecycle *life, const struct event *event);

const char *lifecycle_reason_name(enum lifecycle_reason reason);	/* NULL for REASON_NONE */
enum lifecycle_reason lifecycle_reason_parse(const char *name, size_t len);	/* REASON_NONE if it is none */

#endif
