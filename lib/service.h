/*
 * One AWS service as data: its protocol, its operations and the shapes of what goes in and comes out,
 * read from share/shapes/SERVICE.json.  That file is made by t/shapes/generate from the public API models
 * for the operations that the collectors name.  Nothing in C knows a service by name.
 *
 * The file: facts about the service, then Operations and Shapes, each by name.
 *	operation	{Method, Uri, HostPrefix, Input, InputPayload, Output, Payload, Wrapper, Root, InputRoot,
 *			Namespace, Checksum}; what is missing is POST, "/", or not there
 *	shape		{"Members": {name: ref, ...}}, with "Union": true if only one of them may be there;
 *			{"List": ref}; {"Map": [ref of the key, ref of the value]}
 *	ref		the name of a shape or a scalar type, or {Shape, Name, In, QueryName, Flat, Format, HostLabel}
 */
#ifndef QRIE_SERVICE_H
#define QRIE_SERVICE_H

#include <stddef.h>

#include <json-c/json.h>

enum service_protocol { PROTOCOL_QUERY, PROTOCOL_EC2, PROTOCOL_JSON, PROTOCOL_REST_JSON, PROTOCOL_REST_XML };

enum shape_type {
	SHAPE_STRING, SHAPE_INTEGER, SHAPE_FLOAT, SHAPE_BOOLEAN, SHAPE_TIMESTAMP, SHAPE_BLOB,
	SHAPE_POLICY,			/* a string; in an answer, JSON behind percent-encoding (IAM's policy documents) */
	SHAPE_DOCUMENT,			/* any JSON */
	SHAPE_STRUCTURE, SHAPE_LIST, SHAPE_MAP
};

/* Where a member travels. */
enum member_in {
	IN_BODY, IN_URI, IN_QUERY, IN_HEADER, IN_STATUS,
	IN_HEADERS,			/* a map: all headers that begin with the wire name */
	IN_ATTRIBUTE,			/* of the structure's XML element */
	IN_TEXT				/* the text of the answer's root element; null if it is empty */
};

enum member_format { FORMAT_DEFAULT, FORMAT_ISO8601, FORMAT_UNIX, FORMAT_RFC822 };

struct member {
	const char *name;		/* as callers write it; NULL in a list or map */
	const char *wire;		/* as it travels, NULL: not said */
	const char *query_name;		/* as it travels in an ec2 request, NULL: not said */
	const struct shape *shape;
	enum member_in in;
	enum member_format format;	/* of a timestamp in a request */
	int flat;			/* a list or map without an element of its own */
	int host_label;			/* may stand in the operation's host_prefix */
	int tail;			/* only what stands behind the last slash goes into the URI (Route 53's ids) */
};

struct shape {
	const char *name;
	enum shape_type type;
	struct member *members;		/* of a structure; a list's one item; a map's key and value */
	size_t nmembers;
	int is_union;
};

struct operation {
	const char *name, *method, *uri;
	const char *host_prefix;	/* "{AccountId}.", else NULL */
	const struct shape *input, *output;	/* NULL: nothing goes in, comes out */
	const struct member *input_payload, *payload;	/* the member that is the whole body, else NULL */
	const char *wrapper;		/* query: the element around the output, else NULL */
	const char *root;		/* rest-xml: the root element of the answer, NULL: not said */
	const char *input_root;		/* rest-xml: the root element of the request's body, NULL: it has none */
	const char *xml_namespace;	/* its namespace, NULL: none */
	int checksum;			/* refused without a checksum of the body in a header */
};

struct service {
	const char *name;		/* "logs": the file's name */
	const char *id;			/* "CloudWatch Logs": what AWS_ENDPOINT_URL_CLOUDWATCH_LOGS is made of */
	enum service_protocol protocol;
	const char *api_version;	/* "2016-11-15" */
	const char *endpoint_prefix;	/* "monitoring" for CloudWatch */
	const char *signing_name;
	const char *target_prefix;	/* X-Amz-Target of the json protocol, else NULL */
	const char *json_version;	/* "1.0", "1.1", else NULL */
	int query_compatible;		/* json that was query once (SQS): error codes as they were are in a header */
	struct json_object *global;	/* one endpoint a partition (IAM): {"aws": [host, region to sign for]}, else NULL */
	struct json_object *regions;	/* where it is known to be, NULL: not said; new ones are missing */
	struct json_object *model;	/* owns all strings above */
	struct shape *shapes;
	size_t nshapes;
	struct operation *operations;
	size_t noperations;
};

/* shapes: the folder.  NULL if it cannot be loaded, having said why on standard error. */
struct service *service_load(const char *shapes, const char *name);
/* The operation, borrowed; NULL if there is none of that name. */
const struct operation *service_operation(const struct service *s, const char *operation);
/* Where a global service answers in a partition, and the region it is signed for there; NULL: it is not offered in it. */
const char *service_home(const struct service *s, const char *partition, const char **region);
/* Is it known to be in a region?  Also if nothing is known of where it is. */
int service_is_in(const struct service *s, const char *region);
/* A structure's member, borrowed; NULL if there is none of that name. */
const struct member *shape_member(const struct shape *structure, const char *name);
void service_free(struct service *s);

#endif
