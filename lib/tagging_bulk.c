/* The Resource Groups Tagging API: calls for many resources, and what becomes of each. */
#include <stdlib.h>
#include <string.h>

#include "aws_ask.h"
#include "retry.h"
#include "tagging.h"
#include "tagmap.h"
#include "tree.h"

enum { TRIES = 5 };

struct batch {
	struct tagging *t;
	enum tagging_what what;
	struct tagitem **items;		/* owned; the items are not */
	size_t n;
	int tries;
	char *token;			/* of the next page, or NULL */
};

static const char *const operations[] = { "GetResources", "TagResources", "UntagResources" };

static void send(struct batch *batch, long delay_ms);

static struct batch *
batch_new(struct tagging *t, enum tagging_what what, struct tagitem **items, size_t n, int tries)
{
	struct batch *batch = xcalloc(1, sizeof(*batch));

	*batch = (struct batch){ .t = t, .what = what, .n = n, .tries = tries };
	batch->items = xcalloc(n + 1, sizeof(struct tagitem *));
	memcpy(batch->items, items, n * sizeof(struct tagitem *));
	return batch;
}

static void
batch_free(struct batch *batch)
{
	free(batch->items);
	free(batch->token);
	free(batch);
}

static struct tagitem *
find(const struct batch *batch, const char *arn)
{
	size_t i;

	for (i = 0; arn && i < batch->n; i++)
		if (!strcmp(batch->items[i]->arn, arn))
			return batch->items[i];
	return NULL;
}

/* May it be one resource's fault that AWS refuses a call for several? */
static int
is_divisible(const char *code)
{
	static const char *const starts[] = { "AccessDenied", "ConstraintViolation", "InvalidParameter", "ResourceNotFound",
		"Validation" };
	size_t i;

	for (i = 0; i < sizeof(starts) / sizeof(*starts); i++)
		if (!strncmp(code, starts[i], strlen(starts[i])))
			return 1;
	return 0;
}

/* A call was refused: halves of it, or nothing. */
static void
refused(struct batch *batch, const struct protocol_answer *answer)
{
	size_t half = batch->n / 2, i;
	char *why;

	if (batch->n > 1 && is_divisible(answer->code)) {
		send(batch_new(batch->t, batch->what, batch->items, half, 0), 0);
		send(batch_new(batch->t, batch->what, batch->items + half, batch->n - half, 0), 0);
		return;
	}
	why = aws_answer_why(answer);
	for (i = 0; i < batch->n; i++)
		tagitem_fail(batch->items[i], answer->code, why);
	free(why);
}

static void
take_page(struct batch *batch, struct json_object *output)
{
	struct json_object *list = tree_member(output, "ResourceTagMappingList"), *entry;
	struct tagitem *item;
	size_t i;

	for (i = 0; list && i < json_object_array_length(list); i++) {
		entry = json_object_array_get_idx(list, i);
		if (!(item = find(batch, tree_text(entry, "ResourceARN"))))
			continue;
		json_object_put(item->tags);
		item->tags = tag_map(tree_member(entry, "Tags"));
	}
}

/* One resource of a call that else was done.  1: it may do later. */
static int
resource_failed(const struct batch *batch, struct tagitem *item, struct json_object *failure)
{
	struct json_object *number = tree_member(failure, "StatusCode");
	const char *code = tree_text(failure, "ErrorCode"), *message = tree_text(failure, "ErrorMessage");
	int status = json_object_is_type(number, json_type_int) ? json_object_get_int(number) : 0;
	struct buf why = {0};

	if ((status == 429 || status >= 500) && batch->tries + 1 < TRIES)
		return 1;
	buf_adds(&why, code ? code : "Failed");
	if (message && *message)
		buf_addf(&why, ": %s", message);
	tagitem_fail(item, code ? code : "Failed", why.data);
	buf_free(&why);
	return 0;
}

/* FailedResourcesMap: those that were throttled, or met a fault there, are asked for again. */
static void
take_failures(struct batch *batch, struct json_object *failed)
{
	struct tagitem **again, *item;
	size_t n = 0;

	if (!json_object_is_type(failed, json_type_object) || !json_object_object_length(failed))
		return;
	again = xcalloc(batch->n, sizeof(*again));
	json_object_object_foreach(failed, arn, failure)
		if ((item = find(batch, arn)) && resource_failed(batch, item, failure))
			again[n++] = item;
	if (n)
		send(batch_new(batch->t, batch->what, again, n, batch->tries + 1),
		    retry_delay_ms(batch->tries + 1, &batch->t->random));
	free(again);
}

static void
take(void *arg, const struct protocol_answer *answer, const struct aws_stats *stats)
{
	struct batch *batch = arg;
	const char *token;

	(void)stats;
	if (answer->code) {
		refused(batch, answer);
	} else if (batch->what != TAGGING_GET) {
		take_failures(batch, tree_member(answer->output, "FailedResourcesMap"));
	} else {
		take_page(batch, answer->output);
		token = tree_text(answer->output, "PaginationToken");
		if (token && *token && (!batch->token || strcmp(batch->token, token))) {
			free(batch->token);
			batch->token = xstrdup(token);
			send(batch, 0);
			return;
		}
	}
	batch_free(batch);
}

static struct json_object *
parameters(const struct batch *batch)
{
	struct json_object *p = json_object_new_object(), *arns = json_object_new_array();
	size_t i;

	for (i = 0; i < batch->n; i++)
		json_object_array_add(arns, json_object_new_string(batch->items[i]->arn));
	json_object_object_add(p, "ResourceARNList", arns);
	if (batch->what == TAGGING_TAG)
		json_object_object_add(p, "Tags", json_object_get(batch->items[0]->set));
	else if (batch->what == TAGGING_UNTAG)
		json_object_object_add(p, "TagKeys", json_object_get(batch->items[0]->remove));
	else if (batch->token)
		tree_set_text(p, "PaginationToken", batch->token);
	return p;
}

/* Takes the batch. */
static void
send(struct batch *batch, long delay_ms)
{
	struct json_object *p = parameters(batch);

	aws_call(batch->t->session->aws, tagging_target(batch->t, batch->items[0]->region), batch->t->bulk,
	    operations[batch->what], p, delay_ms, take, batch);
	json_object_put(p);
}

void
tagging_bulk(struct tagging *t, enum tagging_what what, struct tagitem **items, size_t n)
{
	size_t i;

	for (i = 0; what == TAGGING_GET && i < n; i++)
		items[i]->tags = json_object_new_object();
	send(batch_new(t, what, items, n, 0), 0);
}
