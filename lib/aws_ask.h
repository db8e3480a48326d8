/* One call to AWS, waited for. */
#ifndef QRIE_AWS_ASK_H
#define QRIE_AWS_ASK_H

#include "aws.h"

/* "Code: message (request id)" of an answer that is an error, malloc'd. */
char *aws_answer_why(const struct protocol_answer *answer);

struct aws_asked {
	struct json_object *output;	/* NULL: it failed */
	char *code, *why;		/* NULL, or the code alone and "Code: message (request id)" */
};

/* parameters are taken and wiped.  Runs all calls of a, so never from within one of its answers. */
void aws_ask(struct aws *a, const struct aws_target *t, const struct service *s, const char *operation,
    struct json_object *parameters, struct aws_asked *asked);
void aws_asked_free(struct aws_asked *asked);	/* wipes it */

#endif
