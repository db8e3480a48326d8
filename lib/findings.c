#include <err.h>
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "findings.h"
#include "findings_run.h"
#include "lockfile.h"
#include "statefile.h"

/* Before an hour's work goes into it: does it begin as what we would write? */
static int
check(const char *path)
{
	struct statefile state;
	int status = statefile_open(&state, path);

	if (status == 0 && state.more)
		status = statefile_read(&state);
	statefile_close(&state);
	return status;
}

int
findings_open(struct findings *run, const char *path, const char *history, const char *tmpdir, time_t now)
{
	*run = (struct findings){
		.path = atomicfile_target(path),
		.covered = COVERAGE_START,
		.policies = { .size = sizeof(struct policy_status) },
		.evaluated = now,
		.lock = -1,
		.lines = { .sums = 1 },
	};
	sorter_open(&run->sorter, tmpdir);
	spool_open(&run->changed, tmpdir);
	if (history_open(&run->history, history, tmpdir, now) < 0 || check(run->path) < 0)
		return -1;
	if ((run->lock = lockfile_open(run->path)) >= 0)
		return 0;
	warn("%s.lock", run->path);
	return -1;
}

int
findings_lock(struct findings *run)
{
	if (lockfile_wait(run->lock) < 0) {
		warn("%s.lock", run->path);
		return -1;
	}
	if (history_lock(&run->history) < 0)
		return -1;
	if (atomicfile_open(&run->file, run->path) < 0) {
		warn("%s.tmp", run->path);
		return -1;
	}
	return 0;
}

int
findings_commit(struct findings *run)
{
	int error;

	if (atomicfile_flush(&run->file) == 0) {
		if (history_write(&run->history, run->file.temporary) < 0)
			return -1;
		if (atomicfile_commit(&run->file) == 0)
			return 0;
		error = errno;
		history_undo(&run->history);
		errno = error;
	}
	warn("%s", run->path);
	return -1;
}

int
findings_status(const struct findings *run)
{
	return coverage_complain(&run->covered) ? 2 : 0;
}

void
findings_close(struct findings *run)
{
	atomicfile_abandon(&run->file);
	if (run->lock >= 0)
		close(run->lock);
	history_close(&run->history);
	sorter_close(&run->sorter);
	spool_close(&run->changed);
	reread_close(&run->lines);
	coverage_free(&run->covered);
	table_free(&run->policies);
	free(run->path);
	run->path = NULL;
}
