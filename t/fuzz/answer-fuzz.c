/*
 * Any bytes as an answer of AWS: each protocol reads them, or says what is wrong; never neither.  What it reads is JSON
 * that the other tools take.
 */
#include <stdint.h>
#include <stdlib.h>

#include "protocol.h"
#include "scan.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len);

static const struct {
	const char *service, *operation;
} calls[] = {
	{ "iam", "ListUsers" }, { "ec2", "DescribeInstances" }, { "s3", "GetBucketAcl" }, { "s3", "GetBucketLocation" },
	{ "dynamodb", "DescribeTable" }, { "lambda", "ListFunctions" }, { "iam", "GetPolicyVersion" },
	{ "iam", "GetAccountSummary" }, { "s3", "GetBucketPolicy" },
};
enum { CALLS = sizeof(calls) / sizeof(*calls) };

static const char *
no_header(void *arg, const char *name)
{
	(void)arg;
	(void)name;
	return NULL;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	static struct service *services[CALLS];
	struct protocol_answer answer = {0};
	struct span body, text;
	const char *why;
	size_t n, at;

	if (len < 2)
		return 0;
	n = (data[0] & 0x7f) % CALLS;	/* '?' is the first, the corpus says */
	if (!services[n] && !(services[n] = service_load("share/shapes", calls[n].service)))
		abort();
	body = (struct span){ (const char *)data + 1, len - 1 };
	protocol_read(services[n], calls[n].operation, data[0] & 0x80 ? 403 : 200, body, no_header, NULL, &answer);
	if (!answer.output == !answer.code)
		abort();
	text = span_of(json_object_to_json_string(answer.output));
	if (scan_check(text, &why, &at) < 0)
		abort();
	protocol_answer_free(&answer);
	return 0;
}
