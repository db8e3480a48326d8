#include "aws_ask.h"

#include <stdlib.h>

#include "secret.h"

char *
aws_answer_why(const struct protocol_answer *answer)
{
	struct buf why = {0};

	buf_adds(&why, answer->code);
	if (answer->message && *answer->message)
		buf_addf(&why, ": %s", answer->message);
	if (answer->request_id)
		buf_addf(&why, " (request %s)", answer->request_id);
	return why.data;
}

static void
keep(void *arg, const struct protocol_answer *answer, const struct aws_stats *stats)
{
	struct aws_asked *asked = arg;

	(void)stats;
	if (!answer->code) {
		asked->output = json_object_get(answer->output);
		return;
	}
	asked->code = xstrdup(answer->code);
	asked->why = aws_answer_why(answer);
}

void
aws_ask(struct aws *a, const struct aws_target *t, const struct service *s, const char *operation,
    struct json_object *parameters, struct aws_asked *asked)
{
	*asked = (struct aws_asked){0};
	aws_call(a, t, s, operation, parameters, 0, keep, asked);
	secret_json_put(parameters);
	aws_run(a);
}

void
aws_asked_free(struct aws_asked *asked)
{
	secret_json_put(asked->output);
	free(asked->code);
	free(asked->why);
	*asked = (struct aws_asked){0};
}
