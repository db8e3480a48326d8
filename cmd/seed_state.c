/* What a pipeline over test accounts knows: made ready for it, and made to forget them. */
#include "seed_state.h"

#include <sys/stat.h>

#include <err.h>
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "accounts_register.h"
#include "clock.h"
#include "findings_purge.h"
#include "launch.h"

static char *
file_in(const char *dir, const char *name)
{
	struct buf path = {0};

	buf_addf(&path, "%s/%s", dir, name);
	return path.data;
}

int
seed_state_ready(const char *dir, char *const *accounts, const struct policy_set *policies, time_t now)
{
	char *register_of = file_in(dir, "accounts.ndjson"), *launched = file_in(dir, "policies.ndjson"), time[CLOCK_TEXT];
	struct launch all = { .verb = LAUNCH_ALL, .now = time };
	struct buf said = {0};
	int status = -1;

	clock_format(now, time);
	if (mkdir(dir, 0700) < 0 && errno != EEXIST)
		warn("%s", dir);
	else if (accounts_register(register_of, accounts, now) == 0)
		status = launch_run(&all, policies, launched, &said);
	buf_free(&said);
	free(register_of);
	free(launched);
	return status;
}

int
seed_state_purge(const char *dir, char *const *accounts, time_t now)
{
	char *state = file_in(dir, "findings.ndjson");
	int status = 0;

	if (access(state, F_OK) == 0)
		for (; *accounts && status == 0; accounts++)
			status = findings_purge(state, NULL, getenv("TMPDIR"), *accounts, now);
	else if (errno != ENOENT) {
		warn("%s", state);
		status = -1;
	}
	free(state);
	return status;
}
