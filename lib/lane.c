/* Lanes: their table, their queues, and what is remembered of each. */
#include "lane.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "aws_part.h"
#include "buf.h"

enum { BUDGET = 500, RETRY_COSTS = 5, UNANSWERED_COSTS = 10, SLOTS_FIRST = 64, SILENT_MS = 60 * 1000 };

/* FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv/ */
static size_t
slot_of(const struct lanes *l, const char *key)
{
	uint64_t hash = 14695981039346656037u;

	for (; *key; key++)
		hash = (hash ^ (unsigned char)*key) * 1099511628211u;
	return (size_t)(hash % l->nslots);
}

static void
grow(struct lanes *l)
{
	struct lane **old = l->slots, *lane, *after;
	size_t i, n = l->nslots;

	l->nslots = n ? 2 * n : SLOTS_FIRST;
	l->slots = xcalloc(l->nslots, sizeof(*l->slots));
	for (i = 0; i < n; i++)
		for (lane = old[i]; lane; lane = after) {
			size_t slot = slot_of(l, lane->key);

			after = lane->chained;
			lane->chained = l->slots[slot];
			l->slots[slot] = lane;
		}
	free(old);
}

struct lane *
lane_enter(struct lanes *l, const char *account, const char *region, const char *service)
{
	struct buf key = {0};
	struct lane *lane;
	size_t slot;

	if (l->n >= l->nslots)
		grow(l);
	buf_addf(&key, "%s %s %s", account, region, service);
	slot = slot_of(l, key.data);
	for (lane = l->slots[slot]; lane && strcmp(lane->key, key.data); lane = lane->chained)
		;
	if (lane) {
		buf_free(&key);
	} else {
		lane = xcalloc(1, sizeof(*lane));
		lane->key = key.data;
		lane->last = &lane->first;
		lane->chained = l->slots[slot];
		l->slots[slot] = lane;
		l->n++;
	}
	lane->calls++;
	return lane;
}

static void
lane_free(struct lane *lane)
{
	free(lane->key);
	free(lane);
}

void
lane_leave(struct lanes *l, struct lane *lane)
{
	struct lane **at;

	if (--lane->calls || lane->limiter.rate > 0 || lane->spent || lane->silence)
		return;
	for (at = &l->slots[slot_of(l, lane->key)]; *at != lane; at = &(*at)->chained)
		;
	*at = lane->chained;
	l->n--;
	lane_free(lane);
}

void
lanes_free(struct lanes *l)
{
	struct lane *lane, *after;
	size_t i;

	for (i = 0; i < l->nslots; i++)
		for (lane = l->slots[i]; lane; lane = after) {
			after = lane->chained;
			lane_free(lane);
		}
	free(l->slots);
	*l = (struct lanes){0};
}

void
lane_add(struct lanes *l, struct lane *lane, struct call *call)
{
	call->next = NULL;
	*lane->last = call;
	lane->last = &call->next;
	if (lane->next)
		return;
	if (!l->turn)
		l->turn = lane->next = lane->previous = lane;
	lane->next = l->turn;		/* before the one whose turn it is: last in turn */
	lane->previous = l->turn->previous;
	lane->next->previous = lane->previous->next = lane;
}

struct call *
lane_take(struct lanes *l, struct lane *lane)
{
	struct call *call = lane->first;

	if ((lane->first = call->next))
		return call;
	lane->last = &lane->first;
	if (l->turn == lane)
		l->turn = lane->next == lane ? NULL : lane->next;
	lane->next->previous = lane->previous;
	lane->previous->next = lane->next;
	lane->next = lane->previous = NULL;
	return call;
}

void
lane_answered(struct lane *lane, long long now_ms)
{
	lane->answered_ms = now_ms;
	lane->unanswered = 0;
	lane->silence = NULL;
}

void
lane_passed(struct lane *lane, int retry_cost, long long now_ms)
{
	int back = retry_cost ? retry_cost : 1;

	lane->passed_ms = now_ms;
	lane->spent = lane->spent > back ? lane->spent - back : 0;
}

void
lane_unanswered(struct lane *lane)
{
	lane->unanswered++;
}

void
lane_gave_up(struct lane *lane, const char *code, long long first_ms, long long now_ms)
{
	if (!lane->unanswered || lane->answered_ms > first_ms)
		return;
	lane->silent_until_ms = now_ms + SILENT_MS;
	lane->silence = code;
}

int
lane_is_silent(const struct lane *lane, long long now_ms)
{
	return lane->silence && now_ms < lane->silent_until_ms;
}

int
lane_may_retry(struct lane *lane, int was_unanswered)
{
	int costs = was_unanswered ? UNANSWERED_COSTS : RETRY_COSTS;

	if (lane->spent + costs > BUDGET)
		return 0;
	lane->spent += costs;
	return costs;
}

int
lane_most(const struct lane *lane, int in_flight)
{
	return lane->unanswered ? in_flight / 4 + 1 : in_flight;
}
