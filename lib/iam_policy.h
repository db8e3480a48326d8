/* The IAM policy document that allows what collectors call, and no more. */
#ifndef QRIE_IAM_POLICY_H
#define QRIE_IAM_POLICY_H

#include "collector.h"

/* IAM allows a managed policy so many characters, white space aside.
   Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
enum { IAM_POLICY_MOST = 6144 };

/* Appends it, an action a line.  more: actions besides, sorted, NULL at the end.  Its size as IAM counts it. */
size_t iam_policy(const struct collector_set *set, const char *const *more, struct buf *document);

#endif
