/*
 * The policies that were launched, as they are kept in a file (qrie-records(5), "Launched policies"): a line for each,
 * which stays when the policy is suspended or deleted.
 */
#ifndef QRIE_LAUNCHED_H
#define QRIE_LAUNCHED_H

#include "policy.h"
#include "scope.h"

enum launched_status { LAUNCHED_ACTIVE, LAUNCHED_SUSPENDED, LAUNCHED_DELETED, LAUNCHED_AVAILABLE };

/* The spans are JSON values in line, {NULL, 0} for what the policy itself says. */
struct launched_policy {
	char *id;
	enum launched_status status;	/* never LAUNCHED_AVAILABLE */
	struct buf line;
	struct span scope_text, severity, parameters, remediation, created, updated;
	struct scope *scope;
};

struct launched {
	char *path;
	struct launched_policy *policies;	/* in the order of the file */
	size_t n;
};

/*
 * Reads the file.  One that is not there is an empty one if it may be missing.  0; or -1 having said why
 * ("file:line: reason"): an unknown member, a scope that is none, the same policy twice.
 */
int launched_read(struct launched *l, const char *path, int may_be_missing);
void launched_free(struct launched *l);
struct launched_policy *launched_find(const struct launched *l, const char *id);
/* Reads a line into an entry that is {0}.  0; or -1 with why (appended), and the entry is {0} again. */
int launched_parse(struct launched_policy *one, struct span line, struct buf *why);
void launched_policy_free(struct launched_policy *one);

/* "active", "suspended", "deleted", "available"; -1 if text is none of them. */
const char *launched_status_name(enum launched_status status);
int launched_status_parse(const char *text);

/* The ids of all, or of those that are in ids too (comma-separated, NULL: all), so separated; malloc'd. */
char *launched_ids(const struct launched *l, const char *ids);
/*
 * Makes the policies of a set what the file says of them: scope, severity, parameters, remediation, and whether they
 * judge.  l must outlive the set.  0; or -1 having said why: a severity or parameter that the policy cannot have.
 */
int launched_apply(const struct launched *l, struct policy_set *set);
/* Gives scopes that name organizational units what they need; NULL: nothing is known.  -1 having said why if that is
   missing. */
int launched_use_units(const struct launched *l, const struct units *units);

#endif
