#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <sys/wait.h>

#include "child.h"

extern char **environ;

enum { POLL_MS = 100, GRACE_MS = 500 };	/* GRACE_MS: between asking it to end and ending it */

/* Starts it with its standard output into the pipe; an error number, or 0. */
static int
start(char *const argv[], const int pipe_fds[2], pid_t *pid)
{
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attributes;
	sigset_t defaults;
	int error;

	sigemptyset(&defaults);
	sigaddset(&defaults, SIGPIPE);	/* we ignore it, it should not */
	posix_spawn_file_actions_init(&actions);
	posix_spawnattr_init(&attributes);
	posix_spawn_file_actions_adddup2(&actions, pipe_fds[1], STDOUT_FILENO);
	posix_spawnattr_setsigdefault(&attributes, &defaults);
	posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
	error = posix_spawnp(pid, argv[0], &actions, &attributes, argv, environ);
	posix_spawnattr_destroy(&attributes);
	posix_spawn_file_actions_destroy(&actions);
	return error;
}

/* Reads all; NULL, or why it broke off (static). */
static const char *
read_all(int fd, const struct child_limits *limits, long long end_ms, struct buf *output)
{
	struct pollfd ready = { .fd = fd, .events = POLLIN };
	ssize_t got;

	buf_reserve(output, limits->max_output + 1);	/* it is not moved: it may be a secret */
	for (;;) {
		if (limits->stopped != NULL && limits->stopped())
			return "interrupted";
		if (limits->ticks_ms() >= end_ms)
			return "it took too long";
		if (poll(&ready, 1, POLL_MS) <= 0)
			continue;
		got = read(fd, output->data + output->len, limits->max_output + 1 - output->len);
		if (got < 0 && errno != EINTR)
			return "its output cannot be read";
		if (got > 0)
			output->len += (size_t)got;
		output->data[output->len] = '\0';
		if (output->len > limits->max_output)
			return "it printed too much";
		if (got == 0)
			return NULL;
	}
}

/* Has it ended before end_ms? */
static int
ended(pid_t pid, const struct child_limits *limits, long long end_ms, int *status)
{
	const struct timespec pause = { 0, 5 * 1000 * 1000 };

	for (;;) {
		if (waitpid(pid, status, WNOHANG) != 0)
			return 1;
		if (limits->ticks_ms() >= end_ms || (limits->stopped != NULL && limits->stopped()))
			return 0;
		nanosleep(&pause, NULL);
	}
}

static void
end(pid_t pid, const struct child_limits *limits)
{
	const struct child_limits patient = { .ticks_ms = limits->ticks_ms };
	int status;

	kill(pid, SIGTERM);
	if (ended(pid, &patient, limits->ticks_ms() + GRACE_MS, &status))
		return;
	kill(pid, SIGKILL);
	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
}

/* Why its end was no success, malloc'd; NULL if it was one. */
static char *
explain(const char *broken, int status)
{
	struct buf why = {0};

	if (broken != NULL)
		buf_adds(&why, broken);
	else if (WIFSIGNALED(status))
		buf_addf(&why, "it was ended by signal %d", WTERMSIG(status));
	else if (WEXITSTATUS(status) != 0)
		buf_addf(&why, "it ended with status %d", WEXITSTATUS(status));
	return why.data;
}

int
child_run(char *const argv[], const struct child_limits *limits, struct buf *output, char **why)
{
	long long end_ms = limits->ticks_ms() + limits->timeout_ms;
	const char *broken;
	int fds[2], error, status = 0;
	pid_t pid;

	if (pipe(fds) == -1) {
		*why = xstrdup(strerror(errno));
		return -1;
	}
	fcntl(fds[0], F_SETFD, FD_CLOEXEC);
	fcntl(fds[1], F_SETFD, FD_CLOEXEC);
	error = start(argv, fds, &pid);
	close(fds[1]);
	if (error != 0) {
		close(fds[0]);
		*why = xstrdup(strerror(error));
		return -1;
	}
	broken = read_all(fds[0], limits, end_ms, output);
	close(fds[0]);
	if (broken == NULL && !ended(pid, limits, end_ms, &status))
		broken = "it took too long";
	if (broken != NULL)
		end(pid, limits);
	*why = explain(broken, status);
	return *why == NULL ? 0 : -1;
}
