/*
 * Whose call writes a resource's tags: that of its own service for the types that share/tags/calls.json names, else
 * that of the Resource Groups Tagging API, which speaks for most services.
 */
#ifndef QRIE_TAGCALL_H
#define QRIE_TAGCALL_H

#include <json-c/json.h>

#include "buf.h"

struct tag_call {			/* of one resource type; all texts are the file's */
	const char *type, *service;
	const char *parameter;		/* that says which resource */
	int by_arn;			/* it takes the ARN; else what stands behind the ARN's last slash */
	const char *read, *tag, *untag;	/* operations */
};

struct tag_calls {
	struct json_object *file, *home;
	struct tag_call *call;
	size_t n;
};

/* 0; or -1 having said why on standard error, and nothing to free. */
int tag_calls_load(struct tag_calls *calls, const char *file);
void tag_calls_free(struct tag_calls *calls);
/* NULL: the Tagging API's. */
const struct tag_call *tag_call_of(const struct tag_calls *calls, const char *type);
/* The parameter's value. */
const char *tag_call_value(const struct tag_call *call, const char *arn);
/* The region that is asked for resources of none, in an ARN's partition; NULL if it is not known. */
const char *tag_calls_home(const struct tag_calls *calls, const char *arn);

#endif
