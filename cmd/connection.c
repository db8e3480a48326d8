/* What the tools that ask AWS have in common. */
#include "connection.h"

#include <err.h>
#include <signal.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "regions.h"

enum { TRIES = 5, CONNECT_MS = 10 * 1000, BODY_MOST = 256 << 20 };

static volatile sig_atomic_t signalled;

static void
on_signal(int number)
{
	signalled = number;
}

void
connection_signals(void)
{
	struct sigaction action = { .sa_handler = on_signal };

	sigaction(SIGINT, &action, NULL);
	sigaction(SIGTERM, &action, NULL);
}

int
connection_signalled(void)
{
	return signalled;
}

void
connection_resume(void)
{
	signalled = 0;
}

static const char *
environment(const char *name)
{
	return getenv(name);
}

static long long
milliseconds(clockid_t clock)
{
	struct timespec t;

	clock_gettime(clock, &t);
	return (long long)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

long long
connection_now_ms(void)
{
	return milliseconds(CLOCK_REALTIME);
}

long long
connection_ticks_ms(void)
{
	return milliseconds(CLOCK_MONOTONIC);
}

int
connection_number(const char *text, const char *what, int most)
{
	char *end;
	long n = strtol(text, &end, 10);

	if (*end || end == text || n < 1 || n > most)
		errx(3, "%s: %s is not a whole number from 1 to %d", what, text, most);
	return (int)n;
}

void
connection_open(struct connection *c, const char *profile, const char *shapes, int in_flight, int timeout_ms)
{
	const char *tries = getenv("AWS_MAX_ATTEMPTS"), *connect_to = getenv("QRIE_CONNECT_TO");
	struct aws_options *aws = &c->options.aws;

	c->connect_to = regions_parse(connect_to ? connect_to : "");
	c->options.profile = profile;
	c->options.shapes = shapes;
	aws->in_flight = in_flight;
	aws->tries = tries && *tries ? connection_number(tries, "AWS_MAX_ATTEMPTS", 100) : TRIES;
	aws->connect_timeout_ms = timeout_ms < CONNECT_MS ? timeout_ms : CONNECT_MS;
	aws->first_timeout_ms = timeout_ms / 2;
	aws->total_timeout_ms = timeout_ms;
	if (!aws->max_body)
		aws->max_body = BODY_MOST;
	aws->connect_to = (const char *const *)c->connect_to;
	aws->env = environment;
	aws->now_ms = connection_now_ms;
	aws->ticks_ms = connection_ticks_ms;
	aws->seed = (unsigned)connection_now_ms() ^ (unsigned)getpid() << 16;
	if (session_open(&c->session, &c->options) < 0)
		exit(3);
}

void
connection_close(struct connection *c)
{
	session_close(&c->session);
	regions_free(c->connect_to);
}
