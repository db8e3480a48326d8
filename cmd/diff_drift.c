#include "diff_drift.h"

#include <stdlib.h>

#include "out.h"
#include "record.h"
#include "share_needed.h"

static void
print_drift(void *context, const struct drift_found *found)
{
	const struct drift_run *run = context;
	struct buf text = {0};

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

int
diff_drift(const struct drift_run *run, const char *argv0, const char *live)
{
	struct drift_properties known;
	struct drift d = {
		.properties = &known, .all = run->all, .unmanaged = run->unmanaged, .print = print_drift,
		.context = (void *)(size_t)run
	};
	char *properties = drift_properties_file(argv0);
	int status = drift_properties_read(&known, properties);

	free(properties);
	if (status != 0) {
		drift_properties_free(&known);
		return 3;
	}
	drift_open(&d, getenv("TMPDIR"));
	status = drift_read_all(&d, run, live);
	if (status < 3)
		status = record_status(status, drift_run(&d));
	if (status < 3)
		status = record_status(status, drift_unsure(&d));
	status = record_status(status, out_close());
	if (status == 0 && run->exit_code && d.drifts)
		status = 1;
	drift_close(&d);
	drift_properties_free(&known);
	return status;
}
