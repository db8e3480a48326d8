/*
 * What a run has finished, on disk, so that the same command goes on where one that was killed has stopped.
 *
 * A file of records, one a line, that only grows: first {"Kind":"journal"}, with what was asked; then for each unit
 * (account, region and type) its records, and behind them its coverage record, which says that they are all there; and
 * {"Kind":"regions"}, the regions of an account that had to be asked for them.  A coverage record that is not complete
 * says that the unit is to be asked again.  What comes behind the last coverage record was cut off by whatever ended
 * the run, and is removed when the next one begins.
 *
 * What was written survives the end of the process at once, and that of the machine after a second.  One run at a time:
 * the file is locked.  Whatever cannot be written or read ends the process with status 3.
 */
#ifndef QRIE_JOURNAL_H
#define QRIE_JOURNAL_H

#include <sys/types.h>

#include "seen.h"
#include "table.h"

struct journal_unit {
	unsigned char key[SEEN_BYTES];
	off_t at;			/* where its records begin, */
	size_t len;			/* and how many bytes they have with the coverage record */
	char finished, unreadable;	/* unreadable: some record names what could not be read */
};

struct journal {
	const char *path;		/* borrowed */
	int fd;
	off_t end;			/* of what is written; the rest is in pending */
	off_t block;			/* where the unit that is being written begins */
	struct buf pending;
	struct journal_unit *units;	/* of earlier runs, by key, each once */
	size_t n, cap;
	struct table regions;		/* of accounts, from earlier runs */
	long long (*ticks_ms)(void), synced_ms;
	int unsynced;			/* something was written since */
};

/*
 * Opens or makes it.  asked: a JSON object that says what the run is to do; one that was made for anything else, or is no
 * journal, is left as it is.  ticks_ms: a clock that only goes forward.  0; or -1 having said why.
 */
int journal_open(struct journal *j, const char *path, struct span asked, long long (*ticks_ms)(void));

/* What earlier runs have finished: NULL if it is to be asked. */
const struct journal_unit *journal_find(const struct journal *j, const char *account, const char *region,
    const char *type);
/* The regions of an account, as regions_parse() gives them; NULL if they are to be asked for. */
char **journal_regions(const struct journal *j, const char *account);

/* Of a unit that is over: each record, then its coverage, which commits it.  *at and *len: for journal_give(). */
void journal_add(struct journal *j, struct span record);
void journal_commit(struct journal *j, struct span coverage, off_t *at, size_t *len);
void journal_add_regions(struct journal *j, const char *account, char *const *regions);
/* The lines of a unit, a part at a time. */
void journal_give(struct journal *j, off_t at, size_t len, void (*give)(struct span bytes));
void journal_close(struct journal *j);		/* makes durable what was written; one that is not open, too */

#endif
