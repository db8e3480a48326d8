/*
 * credential_process: a program that prints credentials.
 * Source: https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html
 */
#include <stdlib.h>
#include <string.h>

#include "child.h"
#include "provider_part.h"
#include "secret.h"
#include "tree.h"
#include "words.h"

enum { OUTPUT_MOST = 64 << 10 };	/* bytes */

/* Only version 1 is defined. */
static int
check_version(struct span text, char **why)
{
	struct json_object *o = tree_parse(text), *version = tree_member(o, "Version");
	int known = json_object_is_type(version, json_type_int) && json_object_get_int64(version) == 1;
	int is_object = json_object_is_type(o, json_type_object);

	secret_json_put(o);
	if (!is_object)
		return provider_fail(why, "it printed no JSON object");
	return known ? 0 : provider_fail(why, "its Version is not 1");
}

static int
run(char **words, struct provider *p, struct credentials *fresh, char **why)
{
	const struct aws_options *o = p->context->options;
	const struct child_limits limits = { o->total_timeout_ms, OUTPUT_MOST, o->ticks_ms, o->stopped };
	struct buf output = {0};
	int status = child_run(words, &limits, &output, why);

	if (status == 0)
		status = check_version(buf_span(&output), why);
	if (status == 0)
		status = provider_read_document(buf_span(&output), 0, fresh, why);
	secret_buf_free(&output);
	return status;
}

int
provider_process(struct provider *p, struct credentials *fresh, char **why)
{
	const char *bad;
	char **words = words_split(p->from.credential_process, &bad), *reason;
	int status;

	if (words == NULL)
		return provider_fail(why, "profile \"%s\": credential_process: %s", p->from.name, bad);
	/* of the command line only the program is named: an argument may be a secret */
	if ((status = run(words, p, fresh, &reason)) == -1) {
		provider_fail(why, "profile \"%s\": credential_process %s: %s", p->from.name, words[0], reason);
		free(reason);
	}
	words_free(words);
	return status;
}
