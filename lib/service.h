/*
 * One AWS service as data: its protocol, its operations and the shapes of what goes in and comes out,
 * read from share/shapes/SERVICE.json.  That file is made by "make shapes" from the public API models
 * for the operations that the collectors name; t/shapes/ tells how.  Nothing in C knows a service by name.
 */
#ifndef QRIE_SERVICE_H
#define QRIE_SERVICE_H

#include <json-c/json.h>

enum service_protocol { PROTOCOL_QUERY, PROTOCOL_EC2, PROTOCOL_JSON, PROTOCOL_REST_JSON, PROTOCOL_REST_XML };

struct service {
	const char *name;		/* "ec2": the file's name, and what AWS_ENDPOINT_URL_EC2 is made of */
	enum service_protocol protocol;
	const char *api_version;	/* "2016-11-15" */
	const char *endpoint_prefix;	/* "monitoring" for CloudWatch */
	const char *signing_name;
	const char *target_prefix;	/* X-Amz-Target of the json protocol, else NULL */
	const char *json_version;	/* "1.0", "1.1", else NULL */
	int global;			/* one endpoint for the partition (IAM), signed for its home region */
	struct json_object *model;	/* owns all strings above */
};

/* shapes: the folder.  NULL if it cannot be loaded, having said why on standard error. */
struct service *service_load(const char *shapes, const char *name);
/* The operation as the model tells it, borrowed; NULL if there is none of that name. */
struct json_object *service_operation(const struct service *s, const char *operation);
/* The shape of a name, borrowed; NULL if there is none. */
struct json_object *service_shape(const struct service *s, const char *shape);
void service_free(struct service *s);

#endif
