/* Whose call writes a resource's tags. */
#include "tagcall.h"

#include <err.h>
#include <stdlib.h>
#include <string.h>

#include "file.h"
#include "tree.h"

static int
read_call(struct tag_call *call, struct json_object *entry)
{
	const char *by = tree_text(entry, "By");

	*call = (struct tag_call){
		.type = tree_text(entry, "ResourceType"), .service = tree_text(entry, "Service"),
		.parameter = tree_text(entry, "Parameter"), .by_arn = by && !strcmp(by, "arn"),
		.read = tree_text(entry, "Read"), .tag = tree_text(entry, "Tag"), .untag = tree_text(entry, "Untag")
	};
	return call->type && call->service && call->parameter && call->read && call->tag && call->untag &&
	    (call->by_arn || (by && !strcmp(by, "name"))) ? 0 : -1;
}

static int
read_calls(struct tag_calls *calls, struct json_object *list)
{
	size_t n = json_object_is_type(list, json_type_array) ? json_object_array_length(list) : 0;

	calls->call = xcalloc(n + 1, sizeof(*calls->call));
	for (; calls->n < n; calls->n++)
		if (read_call(&calls->call[calls->n], json_object_array_get_idx(list, calls->n)) < 0)
			return -1;
	return n ? 0 : -1;
}

int
tag_calls_load(struct tag_calls *calls, const char *file)
{
	struct buf text = {0};
	int status = file_read(file, &text);

	*calls = (struct tag_calls){0};
	if (status < 0) {
		warn("%s", file);
		return -1;
	}
	calls->file = tree_parse(buf_span(&text));
	buf_free(&text);
	calls->home = tree_member(calls->file, "Home");
	if (read_calls(calls, tree_member(calls->file, "Calls")) == 0 &&
	    json_object_is_type(calls->home, json_type_object))
		return 0;
	warnx("%s: Home, and Calls with ResourceType, Service, Parameter, By, Read, Tag and Untag, are needed", file);
	tag_calls_free(calls);
	return -1;
}

void
tag_calls_free(struct tag_calls *calls)
{
	free(calls->call);
	json_object_put(calls->file);
	*calls = (struct tag_calls){0};
}

const struct tag_call *
tag_call_of(const struct tag_calls *calls, const char *type)
{
	size_t i;

	for (i = 0; i < calls->n; i++)
		if (!strcmp(calls->call[i].type, type))
			return &calls->call[i];
	return NULL;
}

const char *
tag_call_value(const struct tag_call *call, const char *arn)
{
	const char *slash = strrchr(arn, '/');

	return call->by_arn || !slash ? arn : slash + 1;
}

const char *
tag_calls_home(const struct tag_calls *calls, const char *arn)
{
	const char *partition = strchr(arn, ':'), *end = partition ? strchr(partition + 1, ':') : NULL, *region;
	char *name;

	if (!end)
		return NULL;
	name = xstrndup(partition + 1, (size_t)(end - partition - 1));
	region = tree_text(calls->home, name);
	free(name);
	return region;
}
