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

#include "policy.h"

struct policy_cases {
	unsigned long policies, cases, failed;
};

/* Runs the cases of each policy; a fault is named on standard error.  0; or -1 if a file could not be read. */
int policy_cases_run(const struct policy_set *set, const char *dir, struct policy_cases *result);

#endif
