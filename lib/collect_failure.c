/* What could not be read: said on standard error, and kept for Unreadable. */
#include <err.h>
#include <stdlib.h>
#include <string.h>

#include "collect_part.h"

/* Codes that AWS did not give: their message says more than the code does. */
static int
is_ours(const char *code)
{
	static const char *const ours[] = {
		"CertificateInvalid", "ConnectionFailed", "InvalidRequest", "MalformedResponse", "NameNotResolved",
		"NotAnswered", "NotReady", "RepeatedToken", "ResponseTooLarge", "Timeout", "UnexpectedAnswer"
	};
	size_t i;

	for (i = 0; i < sizeof(ours) / sizeof(*ours); i++)
		if (!strcmp(code, ours[i]))
			return 1;
	return 0;
}

void
failure_say(const struct unit *unit, const char *region, const char *about, const struct fetch_answer *answer)
{
	const struct collector_call *call = answer->call;
	struct buf reason = {0};

	if (!strcmp(answer->code, "Interrupted"))
		return;
	buf_adds(&reason, answer->code);
	if (is_ours(answer->code) && answer->message)
		buf_addf(&reason, ": %s", answer->message);
	if (answer->request_id)
		buf_addf(&reason, " (request %s)", answer->request_id);
	progress_wipe(unit->run->options->progress);
	warnx("%s/%s %s %s%s%s: %s", unit->target.account, region, call->service, call->operation,
	    *about ? " " : "", about, reason.data);
	buf_free(&reason);
}

void
failures_add(struct failures *f, size_t order, size_t element, const struct collector_call *call, const char *at,
    const char *code)
{
	f->all = xrealloc(f->all, (f->n + 1) * sizeof(*f->all));
	f->all[f->n++] = (struct failure){ order, element, xstrdup(at), xstrdup(code), call };
}

static int
by_order(const void *a, const void *b)
{
	const struct failure *f = a, *g = b;

	if (f->order != g->order)
		return f->order < g->order ? -1 : 1;
	return (f->element > g->element) - (f->element < g->element);
}

struct json_object *
failures_list(struct failures *f)
{
	struct json_object *list = json_object_new_array(), *entry;
	size_t i;

	if (f->n)
		qsort(f->all, f->n, sizeof(*f->all), by_order);
	for (i = 0; i < f->n; i++) {
		entry = json_object_new_object();
		json_object_object_add(entry, "Path", json_object_new_string(f->all[i].at));
		json_object_object_add(entry, "Operation", json_object_new_string(f->all[i].call->operation));
		json_object_object_add(entry, "Code", json_object_new_string(f->all[i].code));
		json_object_object_add(entry, "Permission", json_object_new_string(f->all[i].call->permission));
		json_object_array_add(list, entry);
	}
	return list;
}

void
failures_free(struct failures *f)
{
	size_t i;

	for (i = 0; i < f->n; i++) {
		free(f->all[i].at);
		free(f->all[i].code);
	}
	free(f->all);
	*f = (struct failures){0};
}
