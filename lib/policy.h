/*
 * Policies as they lie in a folder: SERVICE/ID.jq, a jq module whose metadata says what it is for (qrie-policy(7)).
 * Here is the metadata alone; what a rule says of a resource is in rules.h and judge.h.
 */
#ifndef QRIE_POLICY_H
#define QRIE_POLICY_H

#include "path.h"
#include "shared.h"

/* How closely a value is read: qrie-policy(7), "Coarse reads". */
enum policy_read_how {
	POLICY_READ_AS_IT_IS, POLICY_READ_CARRIED, POLICY_READ_SHAPE, POLICY_READ_ONE_OF, POLICY_READ_CUT,
	POLICY_READ_CUT_AHEAD
};

struct policy_read {
	char *text;		/* as the policy spells it: ".Configuration.Versioning.Status" */
	struct path path;
	struct span possible;	/* a JSON array: all that may stand there when it could not be read; else {NULL, 0} */
	enum policy_read_how how;
	int carried;		/* of Cut and CutAhead: "As": "carried" with it */
	struct span setting;	/* of OneOf, Cut and CutAhead: JSON, a string names a parameter; else {NULL, 0} */
};

struct scope;

struct policy {
	char *id, *module, *file;	/* "S3BucketPublic", "s3/S3BucketPublic", the file's name for messages */
	struct buf text;		/* the file; the spans here and in reads point into it */
	struct span metadata;		/* the JSON object; the next ones are values in it, {NULL, 0} if missing */
	struct span title, type, category, remediation, source, parameters;	/* type: one, a list of them, or "*" */
	struct span *types;		/* JSON strings; none: it is for every resource */
	size_t ntypes;
	int severity;
	int on_request;			/* judges only where it is asked for by name */
	struct policy_read *reads;
	size_t nreads;
	size_t rule;			/* where in text the functions begin, behind metadata and includes */
	struct shared_list shared;	/* modules of the set's shared ones */
	char revision[17];		/* changes when the file or what it includes does: FNV-1a, 64 bits, hexadecimal */
	/* What is set otherwise than in the file, by launched.h and parameters.h: */
	struct scope *scope;		/* borrowed; NULL: all */
	struct span scope_text;		/* as JSON; {NULL, 0} for all */
	int suspended;			/* it judges nothing; only its evaluation record is written */
	struct buf settings;		/* where parameters lie then */
};

struct policy_set {
	struct policy *policies;	/* by id, ascending */
	size_t n;
	struct shared shared;
};

/*
 * All policies below dir, or those named in ids (comma-separated; NULL: all).
 * 0; or -1 having said why ("file:line: reason" for a fault in a file).
 */
int policy_set_load(struct policy_set *set, const char *dir, const char *ids);
/* Takes those out that judge only where they are asked for by name. */
void policy_set_unasked(struct policy_set *set);
void policy_set_free(struct policy_set *set);

/* Does the policy judge resources of this type by name?  One for every resource names none. */
int policy_names(const struct policy *p, const char *type);

#endif
