/* What the files of collect.h share: a run is made of accounts, these of units, a unit of items. */
#ifndef QRIE_COLLECT_PART_H
#define QRIE_COLLECT_PART_H

#include "collect.h"
#include "covered.h"
#include "fetch.h"
#include "sorter.h"
#include "store.h"

/* A member that could not be read. */
struct failure {
	size_t order, element;		/* of its call among the collector's, and of the element asked for */
	char *at, *code;		/* at: a jq path in the record */
	const struct collector_call *call;
};

struct failures {
	struct failure *all;
	size_t n;
};

/* What a Once call gave. */
struct joined {
	struct unit *unit;
	const struct collector_call *call;
	struct json_object *value;
	struct json_object *by_key;	/* its elements by Key, or NULL */
	char *code;			/* NULL: it succeeded, or is not configured */
};

/* What the Batch calls gave for an item of the page. */
struct prepared {
	struct json_object **values;	/* of each call */
	char *is_null;			/* of each call: there is an answer, and it is null */
	struct failures failures;
	int gone;
};

/* One type in one region of an account, before, while and after it is asked for. */
struct slot {
	struct visit *visit;
	const struct collector *collector;
	const char *asked, *region;	/* the region it is asked in, and as coverage says it: that, "global" or "*" */
	int skipped;			/* there is nothing to ask in this partition, or region */
	const struct collect_one *one;	/* the resource that is asked for; NULL: all */
	int over;
	off_t at;			/* where in the store or journal it is until it is printed, */
	size_t len;			/* and how much */
};

/* An account: signed in to, asked for its regions, then for its units. */
struct visit {
	struct run *run;
	const struct account *account;
	enum { VISIT_NEW, VISIT_BEGUN, VISIT_OPEN, VISIT_CLOSED } state;	/* closed: there is nothing to ask */
	struct profile profile;		/* of its own, if it names one, */
	struct provider *base, *role;	/* whose credentials these are; of the role assumed by them; or NULL */
	struct aws_target target;
	char **regions;
	struct slot *slots;		/* in the order of printing */
	size_t nslots, next, printed;	/* next: the first that is not started */
	const char *status;		/* closed: what its one coverage record says, */
	char *code, *message;
	struct fetch_counts counts;	/* of its own calls, not those of units */
	time_t started, ended;
};

/* A slot under way. */
struct unit {
	struct run *run;
	struct slot *slot;
	size_t number;			/* in run->open */
	const struct collector *collector;
	struct aws_target target;
	const char *region;		/* as coverage says: "global", "*" or the region's name */
	struct buf at;			/* $at */
	struct listing *list;		/* NULL: there is none to ask for */
	struct json_object *page;	/* items listed and not begun: those from next_item */
	size_t next_item;
	int more, asking;		/* another page is there; is being asked for */
	struct prepared *prepared;	/* of each item of the page; NULL without Batch */
	size_t nprepared;
	size_t groups_left;		/* Batch calls without an answer */
	struct joined *once;
	size_t once_left;
	int once_asked;
	size_t open;			/* items begun and not ended */
	int pumping, stopped;		/* stopped: no more pages */
	struct sorter records;		/* by ARN */
	size_t resources;		/* of them: known when they are put out */
	struct fetch_counts counts;
	time_t started, ended, answered;
	char *code, *message;		/* why it is not complete, or NULL */
	int listed_some;
};

struct run {
	const struct collect_options *options;
	struct visit *visits;		/* in the order of printing */
	size_t nvisits, begun, printing;	/* how many are begun; the first that is not printed */
	struct unit **open;		/* the units under way */
	size_t nopen, most_open;
	size_t window;			/* resources of a unit that are worked on at once, */
	size_t open_items, most_items;	/* and of all units, beyond one each */
	struct sorter_file file;	/* for the records of units under way, */
	size_t held;			/* of which so many bytes are in memory */
	struct store store;		/* for those of units that wait for their turn */
	int advancing, again, status;
};

/* One resource. */
struct item {
	struct unit *unit;
	struct json_object *configuration;
	unsigned long long started, done;	/* bit n: the n-th Detail call */
	size_t left[COLLECTOR_CALLS];		/* its calls without an answer */
	size_t open;
	struct failures failures;
	time_t described;
	struct aws_target own;			/* in the resource's own region */
	char *own_region;
	int gone;				/* there is nothing to tell any more */
};

/* collect.c */
/* Does what can be done now: prints, starts units. */
void run_advance(struct run *run);
/* Takes the unit: puts its records and its coverage out. */
void run_unit_over(struct unit *unit);
/* One more record of a unit under way. */
void run_hold(struct run *run, struct unit *unit, struct span arn, struct span record);
void run_no_room(const struct run *run) __attribute__((noreturn));	/* errno says why */

/* collect_visit.c */
/* Begins to sign in; run_advance() when there are units to start, or there is nothing to do. */
void visit_begin(struct visit *visit);
void visit_coverage(const struct visit *visit, struct buf *record);	/* of one that is closed */
void visit_end(struct visit *visit);

/* collect_unit.c */
struct unit *unit_new(struct slot *slot);
void unit_coverage(const struct unit *unit, struct buf *record);
void unit_start(struct unit *unit);		/* the unit may be gone afterwards */
void unit_item_over(struct unit *unit);
/* An order for a call that is about no item, or about the parent (may be NULL) that items are listed of. */
struct fetch_order unit_order(struct unit *unit, const struct collector_call *call, struct json_object *parent,
    fetch_done *done, void *arg);
void unit_blame(struct unit *unit, const char *code, const char *message);	/* it will not be complete */
/* A signal ended it: what is not done stays undone. */
void unit_interrupt(struct unit *unit);
void unit_pump(struct unit *unit);	/* does what can be done now */
const char *unit_asked_region(const struct unit *unit);	/* that lists are asked in, as messages say it */
void unit_free(struct unit *unit);

/* collect_list.c */
/* Asks for the first page; done gets unit and each page as it comes, and may ask for the next, if there is more. */
struct listing *listing_start(struct unit *unit, fetch_done *done);
void listing_next(struct listing *l);
const char *listing_about(const struct listing *l);	/* whose list was asked for, for messages; "" */
void listing_end(struct listing *l);

/* collect_one.c: of a unit that is asked for one resource */
int one_is_gone(const struct unit *unit, const char *code);	/* does an error mean that it is not there? */
void one_choose(struct unit *unit);				/* leaves it alone in the page, as the list gives it */
/* Makes the parameters of a Once call ask for no more than it needs. */
void one_narrow(struct unit *unit, const struct collector_call *call, struct json_object *parameters);
int one_tombstone(struct unit *unit, struct buf *record);	/* 0; or -1, the unit being blamed, having said why */

/* collect_batch.c */
void batch_start(struct unit *unit);	/* asks about all items of the page; then pumps */
void batch_free(struct unit *unit);	/* what was prepared for the page */

/* collect_item.c */
/* Takes configuration, and what failed already: NULL for nothing. */
void item_begin(struct unit *unit, struct json_object *configuration, struct failures *failures);
/* Makes the members of value, if it is an object, place's. */
void item_merge(struct json_object *place, struct json_object *value);
/* Does a When let it pass?  What cannot be told does. */
int item_is_asked(struct json_object *when, struct json_object *place);
/* Calls a function of the collector.  0 and *result (given), or -1 having said why. */
int item_function(const struct unit *unit, size_t function, struct json_object *input, struct json_object **result);

/* collect_parameters.c: a template's paths and words made into values.  element: NULL for none.
   Gives the parameters; NULL if one is missing. */
struct json_object *item_parameters(const struct item *item, struct json_object *element,
    struct json_object *template);

/* collect_record.c */
void item_record(struct item *item);			/* adds the record to the unit's */
void unit_join(struct joined *joined);			/* indexes what a Once call gave */

/* collect_failure.c */
/* Says what could not be read, in which region, about what ("": nothing in particular). */
void failure_say(const struct unit *unit, const char *region, const char *about, const struct fetch_answer *answer);
void failures_add(struct failures *f, size_t order, size_t element, const struct collector_call *call, const char *at,
    const char *code);
struct json_object *failures_list(struct failures *f);	/* as Unreadable has it, in order; gives it */
void failures_free(struct failures *f);

#endif
