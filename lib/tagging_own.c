/* A resource's tags by the calls of its own service. */
#include <stdlib.h>
#include <string.h>

#include "aws_ask.h"
#include "tagging.h"
#include "tagmap.h"
#include "tree.h"

struct own {
	struct tagging *t;
	enum tagging_what what;
	struct tagitem *item;
	char *token;			/* of the next page, or NULL */
};

static void send(struct own *own);

/* Adds a page of tags. */
static void
take_page(struct tagitem *item, struct json_object *output)
{
	struct json_object *map = tag_map(tree_member(output, "Tags"));

	json_object_object_foreach(map, key, value)
		json_object_object_add(item->tags, key, json_object_get(value));
	json_object_put(map);
}

static void
take(void *arg, const struct protocol_answer *answer, const struct aws_stats *stats)
{
	struct own *own = arg;
	const char *token = tree_text(answer->output, "Marker");
	char *why;

	(void)stats;
	if (answer->code) {
		why = aws_answer_why(answer);
		tagitem_fail(own->item, answer->code, why);
		free(why);
	} else if (own->what == TAGGING_GET) {
		take_page(own->item, answer->output);
		if (token && *token && (!own->token || strcmp(own->token, token))) {
			free(own->token);
			own->token = xstrdup(token);
			send(own);
			return;
		}
	}
	free(own->token);
	free(own);
}

/* A map of tags as a list of Key and Value. */
static struct json_object *
list_of(struct json_object *map)
{
	struct json_object *list = json_object_new_array(), *tag;

	json_object_object_foreach(map, key, value) {
		tag = json_object_new_object();
		tree_set_text(tag, "Key", key);
		json_object_object_add(tag, "Value", json_object_get(value));
		json_object_array_add(list, tag);
	}
	return list;
}

static void
send(struct own *own)
{
	const struct tag_call *call = own->item->call;
	const char *operation[] = { call->read, call->tag, call->untag };
	struct json_object *p = json_object_new_object();

	tree_set_text(p, call->parameter, tag_call_value(call, own->item->arn));
	if (own->what == TAGGING_TAG)
		json_object_object_add(p, "Tags", list_of(own->item->set));
	else if (own->what == TAGGING_UNTAG)
		json_object_object_add(p, "TagKeys", json_object_get(own->item->remove));
	else if (own->token)
		tree_set_text(p, "Marker", own->token);
	aws_call(own->t->session->aws, tagging_target(own->t, own->item->region),
	    session_service(own->t->session, call->service), operation[own->what], p, 0, take, own);
	json_object_put(p);
}

void
tagging_own(struct tagging *t, enum tagging_what what, struct tagitem *item)
{
	struct own *own = xcalloc(1, sizeof(*own));

	*own = (struct own){ .t = t, .what = what, .item = item };
	if (what == TAGGING_GET)
		item->tags = json_object_new_object();
	send(own);
}
