/*
 * What findings_run.c hands to findings_merge.c through the sorter, in the order in which it happened to a resource.
 * Key: KEY_FINDING ARN NUL time NUL rank, or KEY_EVALUATION Policy NUL; value: what stands for the record (reread.h),
 * where one is needed, and behind it for most findings a struct finding_place, for verdicts a
 * struct verdicts_place (findings_pair.h).
 */
#ifndef QRIE_FINDINGS_RUN_H
#define QRIE_FINDINGS_RUN_H

#include <time.h>

#include "buf.h"

/* In one second: of two judgements the bad one stands, and what is deleted then stays deleted. */
enum event_rank {
	RANK_SEEN = '0',	/* the resource is there; no more is known */
	RANK_VERDICTS,
	RANK_FINDING,
	RANK_TOMBSTONE,
};

struct policy_status {
	struct span key;	/* key_add() of its id */
	time_t evaluated;
	int suspended;
};

#endif
