#include "diff_drift.h"

#include <stdlib.h>

#include "eventpattern.h"
#include "out.h"
#include "record.h"
#include "scan.h"
#include "share_needed.h"

/* What print_drift() and matches() are told. */
struct printing {
	const struct drift_run *run;
	struct buf pattern;
};

/* Would a rule with the pattern pass on the drift's event? */
static int
matches(void *context, const struct drift_found *found)
{
	const struct printing *p = context;
	struct buf event = {0};
	int does;

	drift_event_add(&event, found, p->run->source, DRIFT_DETAIL_TYPE);
	does = eventpattern_matches(scan_value(buf_span(&p->pattern)), buf_span(&event));
	buf_free(&event);
	return does;
}

/* Events are for those who act on drift: there are none of what is suspended. */
static void
print_drift(void *context, const struct drift_found *found)
{
	const struct printing *p = context;
	const struct drift_run *run = p->run;
	struct buf text = {0};

	if (run->format == EVENTBRIDGE && found->suspended.at)
		return;
	if (run->format == TEXT)
		drift_text_add(&text, found, run->colour);
	else if (run->format == EVENTBRIDGE)
		drift_event_add(&text, found, run->source, DRIFT_DETAIL_TYPE);
	else
		drift_record_add(&text, found);
	if (run->format == TEXT)
		out_write(buf_span(&text));
	else
		out_line(buf_span(&text));
	buf_free(&text);
}

/* Reads whichever of the files is given. */
static int
drift_read_all(struct drift *d, const struct drift_run *run, const char *live)
{
	const char *const files[DRIFT_FILES] = { run->desired, live, run->events };
	int which, status = 0;

	for (which = 0; which < DRIFT_FILES && status < 3; which++)
		if (files[which])
			status = record_status(status, drift_read(d, (enum drift_file)which, files[which]));
	return status;
}

/* What share/drift knows. */
static char *
drift_properties_file(const char *argv0)
{
	struct buf name = {0};
	char *dir = share_needed(argv0, "drift");

	buf_addf(&name, "%s/properties.ndjson", dir);
	free(dir);
	return name.data;
}

/* What is not drift's own: files that say how to name, what to pass on and what to leave alone.  0, or 3 having said why. */
static int
drift_prepare(struct drift *d, struct printing *p, struct drift_properties *known, const char *argv0)
{
	const struct drift_run *run = p->run;
	char *properties = drift_properties_file(argv0);
	int status = drift_properties_read(known, properties);

	free(properties);
	if (status == 0 && run->pattern && eventpattern_read(run->pattern, &p->pattern) < 0)
		status = 3;
	if (status == 0 && run->suspensions && !(d->suspensions = suspensions_read(run->suspensions, run->now)))
		status = 3;
	return status;
}

int
diff_drift(const struct drift_run *run, const char *argv0, const char *live)
{
	struct drift_properties known;
	struct printing printing = { .run = run };
	struct drift d = {
		.properties = &known, .all = run->all, .unmanaged = run->unmanaged, .opted_in = run->pattern ? matches : NULL,
		.print = print_drift, .context = &printing
	};
	int status;

	drift_open(&d, getenv("TMPDIR"));
	status = drift_prepare(&d, &printing, &known, argv0);
	if (status < 3)
		status = drift_read_all(&d, run, live);
	if (status < 3)
		status = record_status(status, drift_run(&d));
	if (status < 3)
		status = record_status(status, drift_unsure(&d));
	status = record_status(status, out_close());
	if (status == 0 && run->exit_code && d.drifts > d.suspended)
		status = 1;
	drift_close(&d);
	suspensions_free(d.suspensions);
	drift_properties_free(&known);
	buf_free(&printing.pattern);
	return status;
}
