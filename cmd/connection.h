/* What the tools that ask AWS have in common: the clocks, the environment, signals, timeouts. */
#ifndef QRIE_CONNECTION_H
#define QRIE_CONNECTION_H

#include "session.h"

enum { CONNECTION_TOTAL_MS = 60 * 1000 };	/* of a call, unless an option says otherwise */

struct connection {			/* start it as {0} */
	struct session_options options;
	struct session session;
	char **connect_to;		/* QRIE_CONNECT_TO */
};

long long connection_now_ms(void);
long long connection_ticks_ms(void);	/* a clock that only goes forward */

void connection_signals(void);		/* SIGINT and SIGTERM are noted from here on */
int connection_signalled(void);
void connection_resume(void);		/* what was heard is done with: the next one counts again */

/* A whole number from 1 to most; anything else is misuse of what, and ends the program with 3. */
int connection_number(const char *text, const char *what, int most);

/*
 * Opens a session, as AWS_MAX_ATTEMPTS and QRIE_CONNECT_TO say; exits with 3 if there can be none.  Not signed in yet.
 * shapes is borrowed.  What else options.aws is to have (stopped, turn, secret, a smaller max_body) is set before.
 */
void connection_open(struct connection *c, const char *profile, const char *shapes, int in_flight, int timeout_ms);
void connection_close(struct connection *c);

#endif
