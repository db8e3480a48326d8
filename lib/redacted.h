/*
 * What stands in place of a secret: "(redacted)", or with a key "(redacted hmac-sha256:KEY/MAC)".  KEY, 8 hexadecimal
 * digits, tells keys apart and nothing else; MAC, 16 digits, is of the place and the value, so that a change is seen.
 */
#ifndef QRIE_REDACTED_H
#define QRIE_REDACTED_H

#include "buf.h"

#define REDACTED_PLAIN "(redacted)"
#define REDACTED_START "(redacted hmac-sha256:"

/* Do two JSON strings stand for secrets that are not known to differ?  Different keys tell nothing. */
int redacted_alike(struct span a, struct span b);

#endif
