/* Tags in AWS, of many resources at once: which go together. */
#include "tagging.h"

#include <stdlib.h>
#include <string.h>

struct place {
	struct span key;		/* the region */
	struct aws_target target;
};

struct aws_target *
tagging_target(struct tagging *t, const char *region)
{
	struct place *place = table_get(&t->targets, span_of(region));

	place->target = session_target(t->session, place->key.at);
	place->target.provider = t->provider;
	place->target.account = t->account;
	return &place->target;
}

int
tagging_open(struct tagging *t, struct session *session, struct provider *provider, const char *account,
    const struct tag_calls *calls)
{
	size_t i;

	*t = (struct tagging){
		.session = session, .provider = provider, .account = account, .calls = calls,
		.targets = { .size = sizeof(struct place) }, .random = session->aws_options.seed
	};
	if (!(t->bulk = session_service(session, "resourcegroupstaggingapi")))
		return -1;
	for (i = 0; i < calls->n; i++)
		if (!session_service(session, calls->call[i].service))
			return -1;
	return 0;
}

void
tagging_close(struct tagging *t)
{
	table_free(&t->targets);
}

/* What an item gets, for those that get the same to stand together. */
struct sorted {
	struct tagitem *item;
	const char *text;		/* json-c's, valid while the value is */
	size_t index;
};

static int
by_what(const void *a, const void *b)
{
	const struct sorted *x = a, *y = b;
	int order = strcmp(x->item->region, y->item->region);

	if (!order)
		order = strcmp(x->text, y->text);
	return order ? order : (x->index > y->index) - (x->index < y->index);
}

static const char *
text_of(enum tagging_what what, const struct tagitem *item)
{
	struct json_object *value = what == TAGGING_TAG ? item->set : what == TAGGING_UNTAG ? item->remove : NULL;

	return value ? json_object_to_json_string_ext(value, JSON_C_TO_STRING_PLAIN) : "";
}

/* Asks for all, each call for as many as go together, and waits. */
static void
ask(struct tagging *t, enum tagging_what what, struct tagitem **items, size_t n)
{
	size_t most = what == TAGGING_GET ? TAGGING_READ : TAGGING_WRITE, i, from, bulk = 0;
	struct sorted *sorted = xcalloc(n + 1, sizeof(*sorted));
	struct tagitem **together = xcalloc(n + 1, sizeof(*together));

	for (i = 0; i < n; i++)
		if (items[i]->call) {
			tagging_own(t, what, items[i]);
		} else {
			sorted[bulk] = (struct sorted){ items[i], text_of(what, items[i]), bulk };
			bulk++;
		}
	qsort(sorted, bulk, sizeof(*sorted), by_what);
	for (from = 0; from < bulk; from = i) {
		for (i = from; i < bulk && i - from < most && !strcmp(sorted[i].item->region, sorted[from].item->region) &&
		    !strcmp(sorted[i].text, sorted[from].text); i++)
			together[i - from] = sorted[i].item;
		tagging_bulk(t, what, together, i - from);
	}
	free(sorted);
	free(together);
	aws_run(t->session->aws);
}

void
tagging_read(struct tagging *t, struct tagitem **items, size_t n)
{
	ask(t, TAGGING_GET, items, n);
}

/* Asks for those that are not lost, and of which chosen is true. */
static void
ask_some(struct tagging *t, enum tagging_what what, struct tagitem **items, size_t n,
    int (*chosen)(const struct tagitem *))
{
	struct tagitem **some = xcalloc(n + 1, sizeof(*some));
	size_t i, nsome = 0;

	for (i = 0; i < n; i++)
		if (!items[i]->code && chosen(items[i]))
			some[nsome++] = items[i];
	ask(t, what, some, nsome);
	free(some);
}

static int
sets(const struct tagitem *item)
{
	return json_object_object_length(item->set) > 0;
}

static int
removes_first(const struct tagitem *item)
{
	return item->remove_first && json_object_array_length(item->remove) > 0;
}

static int
removes_last(const struct tagitem *item)
{
	return !item->remove_first && json_object_array_length(item->remove) > 0;
}

void
tagging_write(struct tagging *t, struct tagitem **items, size_t n)
{
	ask_some(t, TAGGING_UNTAG, items, n, removes_first);
	ask_some(t, TAGGING_TAG, items, n, sets);
	ask_some(t, TAGGING_UNTAG, items, n, removes_last);
}
