/*
 * The five AWS wire protocols: a call made into an HTTP request, an HTTP answer made into the JSON that the AWS CLI
 * would print for it (names, numbers, times as 2026-11-22T21:00:00+00:00, lists even when they hold one item;
 * members that the service's shapes do not name are dropped, as the CLI drops them).
 * Source: https://smithy.io/2.0/aws/protocols/index.html
 */
#ifndef QRIE_PROTOCOL_H
#define QRIE_PROTOCOL_H

#include <json-c/json.h>

#include "buf.h"
#include "service.h"

struct protocol_header {
	char *name, *value;
};

struct protocol_request {
	const char *method;		/* "POST": static or the model's */
	char *host_prefix;		/* "111122223333." where the model puts something before the host, else NULL */
	char *bucket;			/* rest-xml with a bucket in the path: that name, not yet in path, so that the
					   endpoint decides between host and path; else NULL */
	struct buf path;		/* percent-encoded, "/" at least */
	struct buf query;		/* percent-encoded, without "?" */
	struct protocol_header *headers;	/* content-type and its like; no host, nothing of the signature */
	size_t nheaders;
	struct buf body;
};

/*
 * Builds a request.  parameters: an object by the API's names, borrowed, or NULL; a null member is as if not there.
 * Times are RFC 3339 text or seconds, blobs base64, as with the AWS CLI.
 * 0; or -1 with *why (malloc'd) set: no such operation or member, a value of the wrong type, a label that is missing.
 */
int protocol_build(const struct service *s, const char *operation, struct json_object *parameters,
    struct protocol_request *req, char **why);
void protocol_request_free(struct protocol_request *req);

struct protocol_answer {
	struct json_object *output;	/* an object if the call succeeded, else NULL; given to the caller */
	char *code;			/* "AccessDenied", without namespace or URI; NULL if it succeeded */
	char *message;
	char *request_id;		/* NULL if the answer named none */
};

/* One response header by name in any case, or NULL. */
typedef const char *protocol_header_fn(void *arg, const char *name);

/*
 * Reads an answer.  One that claims success but is no well-formed one of its protocol and operation (cut short, HTML,
 * empty, another root) gets code "MalformedResponse": a short inventory must never look like a whole one.
 * An error whose body says no code (empty, HTML of a proxy) gets its status as code, "503", as the AWS CLI has it.
 * header may be NULL.
 */
void protocol_read(const struct service *s, const char *operation, long status, struct span body,
    protocol_header_fn *header, void *arg, struct protocol_answer *answer);
void protocol_answer_free(struct protocol_answer *answer);

/*
 * A part of an answer that somebody else has kept, spelled as the AWS CLI would print it: members have the names of the
 * shape, whatever their case was; times and policy documents are as in answers; null members are left out.  What the
 * shape does not know, and all with shape NULL, gets a capital for its first letter.  Borrows value; gives the other.
 */
struct json_object *protocol_spell(const struct shape *shape, struct json_object *value);
/* A structure's member by its name in any case, borrowed; NULL if there is none or shape no structure. */
const struct member *shape_member_like(const struct shape *structure, const char *name);

#endif
