/* qrie-diff -D, as its page tells. */
#ifndef QRIE_DIFF_DRIFT_H
#define QRIE_DIFF_DRIFT_H

#include <time.h>

#include "drift_record.h"

enum format { NDJSON, TEXT, EVENTBRIDGE };

struct drift_run {
	const char *desired, *events;	/* files; events may be NULL */
	const char *suspensions, *pattern;	/* files; NULL: none */
	const char *source;		/* of the events of EventBridge */
	time_t now;			/* at which suspensions hold */
	enum format format;
	int colour, all, unmanaged, exit_code;
};

/* argv0: by which share/drift is found.  The exit status. */
int diff_drift(const struct drift_run *run, const char *argv0, const char *live);

#endif
