/* Who did what to which resource: event records. */
#include <stdlib.h>
#include <string.h>

#include "events_part.h"
#include "member.h"
#include "out.h"
#include "tree.h"

/* The caller, as surely as the event says it. */
static const char *
author(struct json_object *record)
{
	static const char *const members[] = { "arn", "userName", "principalId", "invokedBy", "accountId" };
	struct json_object *identity = tree_member(record, "userIdentity");
	const char *text = NULL;
	size_t i;

	for (i = 0; !text && i < sizeof(members) / sizeof(*members); i++)
		text = tree_text(identity, members[i]);
	return text;
}

void
change_note(struct change *change, const struct trail_event *event)
{
	const char *id = tree_text(event->record, "eventID"), *who = author(event->record);
	size_t i;

	for (i = 0; id && i < change->ntold; i++)
		if (change->told[i].id && !strcmp(change->told[i].id, id))
			return;
	change->told = xrealloc(change->told, (change->ntold + 1) * sizeof(*change->told));
	change->told[change->ntold++] = (struct told){
		.id = id ? xstrdup(id) : NULL, .name = xstrdup(event->name), .author = who ? xstrdup(who) : NULL,
		.time = event->time
	};
}

void
change_forget(struct change *change)
{
	size_t i;

	for (i = 0; i < change->ntold; i++) {
		free(change->told[i].id);
		free(change->told[i].name);
		free(change->told[i].author);
	}
	free(change->told);
}

static int
by_time(const void *a, const void *b)
{
	const struct told *x = a, *y = b;

	return x->time != y->time ? (x->time > y->time) - (x->time < y->time) : strcmp(x->name, y->name);
}

static void
print(const struct change *change, const char *arn, const struct told *told)
{
	struct buf record = {0};

	buf_adds(&record, "{\"Kind\":\"event\"");
	member_text(&record, "Id", span_of(told->id));
	member_text(&record, "ARN", span_of(arn));
	member_text(&record, "ResourceType", span_of(change->collector->type));
	member_text(&record, "AccountId", span_of(change->account));
	member_text(&record, "Region", span_of(change_region(change->collector, change->region)));
	member_time(&record, "EventTime", told->time);
	member_text(&record, "EventName", span_of(told->name));
	member_text(&record, "Author", span_of(told->author));
	buf_addc(&record, '}');
	out_line(buf_span(&record));
	buf_free(&record);
}

int
changes_tell(const struct changes *changes)
{
	const struct change *change;
	char *arn;
	size_t i, j;
	int status = 0;

	for (i = 0; i < changes->all.n && !out_gone(); i++) {
		change = changes->all.item[i];
		if (!(arn = change_arn(changes, change))) {
			status = 2;
			continue;
		}
		qsort(change->told, change->ntold, sizeof(*change->told), by_time);
		for (j = 0; j < change->ntold; j++)
			print(change, arn, &change->told[j]);
		free(arn);
	}
	return status;
}
