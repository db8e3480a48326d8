/*
 * The cases beside a policy: ID.cases, NDJSON of {"Title", "Expect": "violation"|"none"|"unknown", "Now", "Parameters",
 * "Resource", "Message", "Evidence"} (qrie-policy(7)).
 *
 * Each case is judged twice, on the projection of what the policy reads and on the whole resource: a difference means
 * that Reads is incomplete.  A policy needs a case of a violation, one of none, and one in which something it reads
 * is missing.
 */
#ifndef QRIE_POLICY_CASES_H
#define QRIE_POLICY_CASES_H

#include "rules.h"

struct policy_cases {
	unsigned long policies, cases, failed;
};

/*
 * Runs the cases of each policy of the set, which lies in dir and has these rules; a fault is named on standard error.
 * The rules' clock and parameters are then those of the last case.  0; or -1 if a file could not be read.
 */
int policy_cases_run(const struct policy_set *set, struct rules *rules, const char *dir, struct policy_cases *result);

#endif
