/*
 * What other tools judged, as the records that we write of our own verdicts (qrie-records(5)).
 *
 *	judged_policy(&j, id, severity);		each policy that anything is said of
 *	set = judged_policies(&j);			for waivers; no policy is added from here on
 *	judged_finding(&j, &finding, &how, &line);
 *	judged_evaluations(&j, &how, &text);
 *	judged_free(&j);
 *
 * Such tools do not tell all that they looked at, so the evaluation records count nothing.  Memory: the policies.
 */
#ifndef QRIE_JUDGED_H
#define QRIE_JUDGED_H

#include "gate.h"
#include "policy.h"
#include "table.h"
#include "waivers.h"

struct judged_policy {
	struct span key;		/* its id */
	int severity;			/* the highest of its findings */
	size_t at;			/* where in the set */
};

struct judged {				/* start it as JUDGED_START */
	struct table policies;
	struct policy_set set;
};

#define JUDGED_START { .policies = { .size = sizeof(struct judged_policy) } }

/* How to write it.  waivers and gate may be NULL. */
struct judged_how {
	struct waivers *waivers;
	struct gate *gate;
	const char *now;
	int all;			/* as qrie-eval -a */
};

struct judged_finding {
	struct span policy, arn, address, message;	/* texts; address: empty for none */
	struct span type, account, service, region, evidence;	/* JSON; {NULL, 0} for null */
	int severity, unknown;
	const char *described, *evaluated;
};

void judged_policy(struct judged *j, struct span id, int severity);
/* The policies, sorted by id, with id and severity alone; valid until judged_free(). */
const struct policy_set *judged_policies(struct judged *j);
/* Appends the record, and a newline. */
void judged_finding(const struct judged *j, const struct judged_finding *f, const struct judged_how *how,
    struct buf *to);
/* Appends an evaluation record for each policy, in the order in which they came, and what became of the waivers. */
void judged_evaluations(const struct judged *j, const struct judged_how *how, struct buf *to);
void judged_free(struct judged *j);

#endif
