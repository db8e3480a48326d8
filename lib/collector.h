/*
 * Collectors as they lie in a folder: SERVICE/TYPE.jq, a jq module whose metadata says which calls describe the
 * resources of one type (qrie-collector(7)).  Their functions are in functions.h, their running in collect.h.
 */
#ifndef QRIE_COLLECTOR_H
#define QRIE_COLLECTOR_H

#include <json-c/json.h>

#include "functions.h"
#include "path.h"

enum collector_scope {
	SCOPE_REGIONAL,		/* a list in each region */
	SCOPE_GLOBAL,		/* one list, and the resources are in no region */
	SCOPE_EVERYWHERE	/* one list, and each resource has a region of its own */
};

enum { COLLECTOR_CALLS = 64 };	/* Detail calls of one collector, at most */

struct collector_call {
	const char *service, *operation, *permission;
	struct json_object *parameters;		/* or NULL */
	const char *token_in;			/* NULL: one page */
	struct path token_out;
	struct path token_more;			/* no steps: a token means that there is another page */
	struct path from;			/* no steps: the whole answer */
	int is_list;				/* what it gives is a list, of all pages and items */
	int is_map;				/* it may be a map, of all pages, instead */
	const char *as;				/* the member that an item that is no object becomes, or NULL */
	const char *into;			/* a member's name; NULL: merged */
	struct json_object *not_configured;	/* codes, or codes with the beginning of a message; or NULL */
	const char *apply;			/* a function's name, or NULL */
	size_t function;			/* its number (functions.h) */
	struct path key, match;			/* no steps: not joined, but given whole */
	struct path each;			/* no steps: asked for the item itself */
	struct json_object *when;		/* by path, the values with which it is asked; or NULL */
	int own_region;
	unsigned long long after;		/* bit n: waits for the n-th Detail call */
	struct collector_call *before;		/* asked until its answer has all members of until; or NULL */
	struct json_object *until;
	int unasked;				/* not to be made: nobody reads what it gives (needed.h) */
	unsigned long nanodollars;		/* what AWS charges for it (prices.h) */
};

/* A call made for several items at once. */
struct collector_batch {
	struct collector_call call;		/* gives its whole answer; key and match join elements to items */
	const char *ids;			/* the parameter that names the items: of each, what lies at match */
	size_t most;				/* so many of them in one call */
	struct path elements, value;		/* in the answer; in an element */
	struct path refused, refused_key, refused_code;	/* items that a good answer refuses; no steps: none */
};

/* How one resource is asked for by itself. */
struct collector_one {
	struct json_object *by;			/* names of the members that say which it is */
	struct collector_call *call;		/* NULL: these members are all that the list says */
	struct json_object *gone;		/* codes, or NULL */
	struct json_object *once;		/* by Into of Once calls, parameters that make these ask for less; or NULL */
};

struct collector {
	char *name, *file;			/* "s3/bucket", and the file's name for messages */
	struct json_object *metadata;		/* owns all texts of the calls */
	const char *type, *service, *account_service;
	enum collector_scope scope;
	const char *home;			/* the region that a global list is asked in; NULL: any */
	struct collector_call *list;		/* NULL: there is one resource */
	struct collector_call *parents;		/* the list is made for each item of this one; or NULL */
	struct collector_one *one;		/* or NULL */
	struct collector_batch *batch;
	struct collector_call *once, *detail;
	size_t nbatch, nonce, ndetail;
	struct json_object *gone;		/* codes, or NULL */
	char *tags_at;				/* ".Tags"; NULL: no tags */
	struct path tags;
	struct path *redact;
	size_t nredact;
	const char *record;			/* the function that makes the Configuration of the item, or NULL */
	const char *managed;			/* the function that tells whether AWS manages the item, or NULL */
	size_t arn, region, make_record, tell_managed;	/* numbers of its functions */
	const struct redact_key *redact_key;	/* redactkey.h; NULL: none */
};

struct redact_key;

struct collector_set {
	struct collector *collectors;		/* by type and scope, ascending */
	size_t n;
};

/*
 * All collectors below dir; or those of types ("AWS::S3::Bucket" or "s3/bucket", comma-separated; NULL: all) whose
 * account_service is service (NULL: any).  0; or -1 having said why.
 */
int collector_set_load(struct collector_set *set, const char *dir, const char *types, const char *service);
void collector_set_free(struct collector_set *set);
void collector_set_remove(struct collector_set *set, size_t index);
/* Have any of them anything to redact?  Gives them the key to do so: borrowed, NULL for none. */
int collector_set_redacts(const struct collector_set *set);
void collector_set_redact_with(struct collector_set *set, const struct redact_key *key);
/* Compiles the functions of all, and tells each collector their numbers.  Gives them; NULL having said why. */
struct functions *collector_set_compile(struct collector_set *set, const char *dir);

/* $at of its functions, JSON, appended: where they are. */
void collector_at(struct buf *at, const char *account, const char *region);

/* Does an error mean that there is no such configuration?  message may be NULL. */
int collector_call_absent(const struct collector_call *call, const char *code, const char *message);

/* All its calls for a list that are to be made, those made before another included: index from 0, NULL behind the last
   one. */
const struct collector_call *collector_call_at(const struct collector *c, size_t index);

/* The IAM actions that the calls of n collectors need, each once, sorted, and NULL: free() it, not the texts. */
const char **collector_actions(const struct collector *c, size_t n);
/* Appends its type, name, scope and the IAM actions that it needs, in that order, tabs between. */
void collector_list(const struct collector *c, struct buf *line);
/* Appends a digest of their files and of which calls are made, in hexadecimal.  0; or -1 having said why. */
int collector_set_digest(const struct collector_set *set, struct buf *to);
/* "regional", "global" or "everywhere". */
const char *collector_scope_name(const struct collector *c);

/* The path of what a Batch, Once or Detail call fills, in the record: .Configuration.AccessKeys[].LastUsed. */
void collector_call_fills(const struct collector_call *call, struct buf *path);

#endif
