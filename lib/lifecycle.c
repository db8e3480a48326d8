#include <string.h>

#include "lifecycle.h"

static const char *const reasons[] = {
	[REASON_COMPLIANT] = "RESOURCE_COMPLIANT",
	[REASON_DELETED] = "RESOURCE_DELETED",
	[REASON_SUSPENDED] = "POLICY_SUSPENDED",
	[REASON_EXCLUDED] = "SCOPE_EXCLUDED",
};

static time_t
later(time_t a, time_t b)
{
	return a > b ? a : b;
}

/* Is an evaluation's event older than what is known? */
static int
is_stale(const struct lifecycle *life, const struct event *e)
{
	if (e->described < life->described)
		return 1;
	/* A resource that is gone is not there in the same second, unless it was made anew. */
	if (e->described == life->described && life->reason == REASON_DELETED)
		return 1;
	/* Only an evaluation made after a policy or its scope changed knows of the change. */
	if (life->reason == REASON_SUSPENDED || life->reason == REASON_EXCLUDED || e->described == life->described)
		return e->evaluated < life->evaluated;
	return 0;
}

static int
is_older(const struct lifecycle *life, const struct event *e)
{
	switch (e->kind) {
	case EVENT_SUSPENDED:
		return e->evaluated < life->evaluated;
	case EVENT_DELETED:
		return e->described < life->described;
	case EVENT_MISSING:	/* the listing may have begun just before the resource was made */
		return e->described <= life->described;
	default:
		return is_stale(life, e);
	}
}

/* When what the event tells came about, never before what is known to have been. */
static time_t
when(const struct lifecycle *life, const struct event *e)
{
	time_t known = later(life->described, later(life->resolved_at, life->reopened_at));

	if (e->kind != EVENT_SUSPENDED && e->described > known)
		return e->described;
	if (e->kind == EVENT_DELETED || e->kind == EVENT_MISSING)
		return known;
	return later(e->evaluated, known);
}

static enum effect
fail(struct lifecycle *life, time_t at)
{
	switch (life->state) {
	case LIFECYCLE_NONE:
		life->state = LIFECYCLE_ACTIVE;
		life->first_seen = at;
		return EFFECT_OPENED;
	case LIFECYCLE_RESOLVED:
		life->state = LIFECYCLE_ACTIVE;
		life->reason = REASON_NONE;
		life->resolved_at = LIFECYCLE_NEVER;
		life->reopened_at = at;
		return EFFECT_REOPENED;
	default:
		return EFFECT_SEEN;
	}
}

static enum effect
resolve(struct lifecycle *life, enum lifecycle_reason reason, time_t at)
{
	if (life->state == LIFECYCLE_RESOLVED)
		return EFFECT_SEEN;	/* the first reason stands */
	life->state = LIFECYCLE_RESOLVED;
	life->reason = reason;
	life->resolved_at = at;
	return EFFECT_RESOLVED;
}

static enum effect
change(struct lifecycle *life, const struct event *e, time_t at)
{
	switch (e->kind) {
	case EVENT_FAILED: return fail(life, at);
	case EVENT_PASSED: return resolve(life, REASON_COMPLIANT, at);
	case EVENT_EXCLUDED: return resolve(life, REASON_EXCLUDED, at);
	case EVENT_SUSPENDED: return resolve(life, REASON_SUSPENDED, at);
	case EVENT_DELETED: case EVENT_MISSING: return resolve(life, REASON_DELETED, at);
	default: return EFFECT_NONE;
	}
}

enum effect
lifecycle_apply(struct lifecycle *life, const struct event *e)
{
	enum effect effect;

	if (e->kind == EVENT_UNKNOWN)
		return EFFECT_NONE;
	if (life->state == LIFECYCLE_NONE && e->kind != EVENT_FAILED)
		return EFFECT_NONE;	/* what was never found is not resolved */
	if (life->state != LIFECYCLE_NONE && is_older(life, e))
		return EFFECT_NONE;
	effect = change(life, e, when(life, e));
	if (e->kind == EVENT_SUSPENDED && effect != EFFECT_RESOLVED)
		return EFFECT_NONE;	/* nobody looked at anything */
	if (e->kind != EVENT_SUSPENDED)
		life->described = e->described;
	if (e->kind != EVENT_DELETED && e->kind != EVENT_MISSING)
		life->evaluated = e->evaluated;
	return effect;
}

const char *
lifecycle_reason_name(enum lifecycle_reason reason)
{
	return reasons[reason];
}

enum lifecycle_reason
lifecycle_reason_parse(const char *name, size_t len)
{
	size_t i;

	for (i = 1; i < sizeof(reasons) / sizeof(*reasons); i++)
		if (strlen(reasons[i]) == len && memcmp(reasons[i], name, len) == 0)
			return (enum lifecycle_reason)i;
	return REASON_NONE;
}
