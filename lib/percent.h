/*
 * Percent-encoding as AWS wants it: all but A-Z a-z 0-9 - . _ ~ become %XX in upper case.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html (UriEncode)
 */
#ifndef QRIE_PERCENT_H
#define QRIE_PERCENT_H

#include "buf.h"

/* keep: further bytes to leave as they are, as "/" in a path; "" for none. */
void percent_encode(struct buf *out, struct span text, const char *keep);
/* Undoes it; a % without two hexadecimal digits behind it, and a +, stand for themselves. */
void percent_decode(struct buf *out, struct span text);

#endif
