/*
 * Results of OPA and of conftest (opa eval --format json, opa exec, conftest test -o json) as records.
 *
 *	opa_read(&o, files);			all of them; what is none, or decides nothing, is named
 *	judged_policies(&o.judged);		what they are about, for waivers
 *	opa_write(&o, &how, &text);
 *	opa_free(&o);
 *
 * What a rule says of one resource is one finding, however often it says it.  Memory: the findings.
 */
#ifndef QRIE_OPA_H
#define QRIE_OPA_H

#include "judged.h"

/* What rules can be, by their names' first word. */
enum opa_kind { OPA_DENY, OPA_VIOLATION, OPA_WARN, OPA_ALLOW, OPA_OTHER };

/* What was asked as a whole: a rule, "terraform.deny", or of conftest a package. */
struct opa_rule {
	struct span key;
};

struct opa_violation {
	struct span key;		/* ARN, NUL, policy */
	struct buf asked, arn, address, policy, message, evidence;	/* evidence: items of a list, JSON */
	int severity;
};

struct opa {				/* start it as OPA_START */
	struct judged judged;
	struct table rules, violations;
};

#define OPA_START ((struct opa){ .judged = JUDGED_START, .rules = { .size = sizeof(struct opa_rule) }, \
	.violations = { .size = sizeof(struct opa_violation) } })

/* 0; or 2 having named what is wrong. */
int opa_read(struct opa *o, char **files);
/* Appends a finding for each violation, then, with -a, a coverage record for each rule, and the evaluation records. */
void opa_write(const struct opa *o, const struct judged_how *how, struct buf *to);
void opa_violation_free(struct opa_violation *v);	/* what it holds, not itself */
void opa_free(struct opa *o);

/*
 * Shared by opa*.c: one item of what a rule gives.  asked is what was asked as a whole, the rule or its package; key is
 * the item's name if it had one, else {NULL, 0}.
 */
void opa_take(struct opa *o, const char *asked, const char *rule, enum opa_kind kind, struct span key, struct span item);
/* The kind of a rule's name, "deny_public": the last of a path. */
enum opa_kind opa_kind(const char *rule);

#endif
