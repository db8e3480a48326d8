/* The key with which what stands in place of a secret (redacted.h) tells a change of it. */
#ifndef QRIE_REDACTKEY_H
#define QRIE_REDACTKEY_H

#include "buf.h"

enum { REDACT_KEY_LEAST = 16, REDACT_KEY_MOST = 4096, REDACT_FRESH = 32, REDACTED_TEXT = 64 };

struct redact_key {		/* start it as {0} */
	struct buf bytes;
	char id[9];
};

/* Where a key is kept if nobody says otherwise, by XDG_STATE_HOME and HOME (each may be NULL or ""): malloc'd; NULL if
   neither tells. */
char *redact_key_place(const char *state_home, const char *home);
/*
 * Reads a key: what the file holds, white space at its end aside.  Where there is no file and fresh, random bytes, is
 * given, one is made of these, for the owner alone, its folders too.
 * 0; or -1 with errno set: EINVAL for a key that is shorter or longer than it may be.
 */
int redact_key_read(struct redact_key *key, const char *file, const unsigned char fresh[REDACT_FRESH]);
void redact_key_free(struct redact_key *key);

/* What stands for a value at a place.  key: NULL without. */
void redacted_text(const struct redact_key *key, const char *place, struct span value, char text[REDACTED_TEXT]);

#endif
