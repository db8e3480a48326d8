#include <err.h>
#include <stdlib.h>

#include "ndjson.h"
#include "suspensions.h"
#include "waiver.h"

struct entry {
	struct waiver which;
	struct buf note;		/* of what it suspends */
};

struct suspensions {
	struct entry *entry;		/* those that hold now */
	size_t n;
	struct buf scratch;
};

static void
add(struct suspensions *s, struct waiver *which, time_t now, const struct ndjson *in)
{
	struct entry *e;

	if (which->from > now || which->expires <= now) {
		if (which->expires <= now)
			warnx("%s:%lu: suspension expired %s", in->name, in->line, which->text[WAIVER_EXPIRES].data);
		waiver_free(which);
		return;
	}
	s->entry = xrealloc(s->entry, (s->n + 1) * sizeof(*s->entry));
	e = &s->entry[s->n++];
	*e = (struct entry){ .which = *which };
	waiver_note(which, &e->note);
}

struct suspensions *
suspensions_read(const char *file, time_t now)
{
	char *files[] = { (char *)(size_t)file, NULL };
	struct suspensions *s = xcalloc(1, sizeof(*s));
	struct waiver which;
	struct ndjson in;
	struct span record;
	const char *why;

	ndjson_open(&in, files);
	while (ndjson_next(&in, &record)) {
		if ((why = waiver_read_suspension(&which, record)))
			waiver_free(&which);
		else
			add(s, &which, now, &in);
		ndjson_complain(&in, why);
	}
	if (ndjson_close(&in) == 0)
		return s;
	suspensions_free(s);
	return NULL;
}

struct span
suspensions_find(struct suspensions *s, const struct record *r)
{
	const struct entry *found = NULL;
	size_t i;

	for (i = 0; s && i < s->n; i++)
		if ((!found || s->entry[i].which.expires > found->which.expires) &&
		    waiver_holds(&s->entry[i].which, r, &s->scratch))
			found = &s->entry[i];
	return found ? buf_span(&found->note) : (struct span){ NULL, 0 };
}

void
suspensions_free(struct suspensions *s)
{
	size_t i;

	for (i = 0; s && i < s->n; i++) {
		waiver_free(&s->entry[i].which);
		buf_free(&s->entry[i].note);
	}
	if (s) {
		free(s->entry);
		buf_free(&s->scratch);
	}
	free(s);
}
