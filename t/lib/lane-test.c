/*
 * Drives lib/lane.c through the life of a service that goes silent and comes back: a call that gets no answer in its
 * tries, the minute after, a try that gets none either, another minute, an answer.  Prints what would be done in each.
 * Then: how many lanes ten thousand calls of a hundred accounts, ten regions and ten services have, and how many are
 * left when all are over but one.
 */
#include <stdio.h>

#include "lane.h"

static void
many(void)
{
	struct lanes lanes = {0};
	struct lane *entered[10000];
	char account[24], region[24], service[24];
	size_t i;

	for (i = 0; i < 10000; i++) {
		snprintf(account, sizeof(account), "%zu", i % 100);
		snprintf(region, sizeof(region), "%zu", i / 100 % 10);
		snprintf(service, sizeof(service), "%zu", i / 1000);
		entered[i] = lane_enter(&lanes, account, region, service);
		if (lane_enter(&lanes, account, region, service) != entered[i])
			puts("not the same");
	}
	printf("%zu lanes, ", lanes.n);
	for (i = 0; i < 10000; i++) {
		lane_leave(&lanes, entered[i]);
		if (i)
			lane_leave(&lanes, entered[i]);
	}
	printf("%zu left\n", lanes.n);
	lanes_free(&lanes);
}

int
main(void)
{
	struct lanes lanes = {0};
	struct lane *lane = lane_enter(&lanes, "111122223333", "eu-west-1", "iam");
	long long now = 1000;

	printf("%s, ", lane_is_silent(lane, now) ? "silent" : "asked");
	lane_unanswered(lane);
	lane_gave_up(lane, "Timeout", now, now + 100);
	printf("%s, ", lane_is_silent(lane, now + 59000) ? "silent" : "asked");
	now += 61000;
	printf("%s, ", lane_is_silent(lane, now) || lane_most(lane, 64) > 17 ? "silent" : "asked");
	lane_unanswered(lane);
	lane_gave_up(lane, "Timeout", now, now + 100);
	printf("%s, ", lane_is_silent(lane, now + 59000) ? "silent" : "asked");
	now += 61000;
	printf("%s and ", lane_is_silent(lane, now) ? "silent" : "asked");
	lane_answered(lane, now);
	printf("%s\n", lane->silence || lane_most(lane, 64) != 64 ? "not heard" : "heard");
	lane_leave(&lanes, lane);
	lanes_free(&lanes);
	many();
	return 0;
}
