/*
 * Drives lib/lane.c through the life of a service that goes silent and comes back: a call that gets no answer in its
 * tries, the minute after, a try that gets none either, another minute, an answer.  Prints what would be done in each.
 */
#include <stdio.h>

#include "lane.h"

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
	return 0;
}
