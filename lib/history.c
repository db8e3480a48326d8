#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "atomicfile.h"
#include "history.h"
#include "lockfile.h"
#include "ndjson.h"
#include "record.h"
#include "scan.h"
#include "tempfile.h"

enum { BLOCK = 64 << 10 };

static const char *const labels[HISTORY_LABELS] = { "CRITICAL", "HIGH", "MEDIUM", "LOW", "INFORMATIONAL" };

static int
complain(const struct history *h)
{
	warn("%s", h->path);
	return -1;
}

int
history_open(struct history *h, const char *path, const char *tmpdir, time_t now)
{
	*h = (struct history){ .path = path, .fd = -1, .spool = -1, .tmpdir = tmpdir };
	if (!path)
		return 0;
	clock_format(now, h->now);
	if ((h->fd = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0600)) < 0)
		return complain(h);
	return history_is_one(h->fd, path) < 0 ? -1 : 0;
}

int
history_lock(struct history *h)
{
	int is_one;

	if (!h->path)
		return 0;
	if (lockfile_wait(h->fd) < 0)
		return complain(h);
	if ((is_one = history_is_one(h->fd, h->path)) < 0)
		return -1;
	if (!is_one) {
		h->last = (struct history_run){0};
		return 0;
	}
	return history_last(h->fd, &h->last) < 0 ? complain(h) : 0;
}

/* Each line under the digest of those before it. */
static void
digest(uint64_t sum[2], struct span line)
{
	uint64_t key[2] = { sum[0], sum[1] };

	siphash(key, line, sum);
}

void
history_before(struct history *h, struct span line)
{
	if (h->path)
		digest(h->before, line);
}

void
history_after(struct history *h, struct span line)
{
	if (h->path)
		digest(h->after, line);
}

static void
spool(struct history *h)
{
	if (h->spool < 0 && !h->failed && (h->spool = tempfile_open(h->tmpdir)) < 0)
		h->failed = errno;
	if (!h->failed && tempfile_append(h->spool, &h->spooled, buf_span(&h->text)) < 0)
		h->failed = errno;
	buf_clear(&h->text);
}

void
history_add(struct history *h, struct span line)
{
	if (!h->path)
		return;
	buf_add(&h->text, line.at, line.len - 1);
	buf_addf(&h->text, ",\"RecordedAt\":\"%s\"}\n", h->now);
	if (h->text.len >= BLOCK)
		spool(h);
}

void
history_count(struct history *h, enum lifecycle_state before, enum lifecycle_state after, struct span line)
{
	const char *label;
	int i;

	if (!h->path)
		return;
	h->opened += before == LIFECYCLE_NONE;
	h->reopened += before == LIFECYCLE_RESOLVED && after == LIFECYCLE_ACTIVE;
	h->resolved += before != LIFECYCLE_RESOLVED && after == LIFECYCLE_RESOLVED;
	if (after != LIFECYCLE_ACTIVE)
		return;
	label = severity_label((int)scan_integer(scan_get(line, "Severity"), 0));
	for (i = 0; i < HISTORY_LABELS; i++)
		h->active[i] += strcmp(labels[i], label) == 0;
}

/* The whole new state in place of what has changed in it. */
static int
add_state(struct history *h, const char *state)
{
	char *files[] = { (char *)state, NULL };
	struct ndjson in;
	struct span record;

	h->spooled = 0;
	buf_clear(&h->text);
	ndjson_open(&in, files);
	while (ndjson_next(&in, &record))
		history_add(h, record);
	return ndjson_close(&in) ? -1 : 0;
}

static void
add_run(struct history *h, int whole)
{
	size_t total = 0;
	off_t bytes = h->spooled + (off_t)h->text.len;
	char before[SIPHASH_TEXT], after[SIPHASH_TEXT];
	int i;

	for (i = 0; i < HISTORY_LABELS; i++)
		total += h->active[i];
	siphash_text(h->before, before);
	siphash_text(h->after, after);
	buf_addf(&h->text, "{\"Kind\":\"run\",\"Opened\":%zu,\"Reopened\":%zu,\"Resolved\":%zu,\"Purged\":%zu,\"Active\":%zu,"
	    "\"ActiveBySeverity\":{", h->opened, h->reopened, h->resolved, h->purged, total);
	for (i = 0; i < HISTORY_LABELS; i++)
		buf_addf(&h->text, "%s\"%s\":%zu", i ? "," : "", labels[i], h->active[i]);
	buf_addf(&h->text, "},\"Whole\":%s,\"Bytes\":%lld,\"Before\":\"%s\",\"After\":\"%s\",\"RecordedAt\":\"%s\"}\n",
	    whole ? "true" : "false", (long long)bytes, before, after, h->now);
}

static int
append(struct history *h)
{
	char block[BLOCK];
	off_t at = 0, end = h->undo;
	ssize_t got;

	if (end == 0 && tempfile_append(h->fd, &end, SPAN(HISTORY_HEAD "\n")) < 0)
		return -1;
	for (; at < h->spooled; at += got) {
		got = h->spooled - at < BLOCK ? (ssize_t)(h->spooled - at) : BLOCK;
		if ((got = tempfile_read(h->spool, block, (size_t)got, at)) < 0 ||
		    tempfile_append(h->fd, &end, (struct span){ block, (size_t)got }) < 0)
			return -1;
	}
	if (tempfile_append(h->fd, &end, buf_span(&h->text)) < 0 || fsync(h->fd) < 0)
		return -1;
	return h->undo == 0 ? atomicfile_sync_folder(h->path) : 0;
}

int
history_write(struct history *h, const char *state)
{
	char before[SIPHASH_TEXT], after[SIPHASH_TEXT];
	int whole, again, error;

	if (!h->path)
		return 0;
	siphash_text(h->before, before);
	siphash_text(h->after, after);
	again = h->last.found && strcmp(h->last.before, before) == 0 && strcmp(h->last.after, before) != 0;
	whole = again ? h->last.whole : !h->last.found || strcmp(h->last.after, before) != 0;
	h->undo = again ? h->last.begin : h->last.end;
	if (ftruncate(h->fd, h->undo) < 0)
		return complain(h);
	if (!whole && strcmp(before, after) == 0)
		return 0;
	if (whole && add_state(h, state) < 0)
		return -1;
	add_run(h, whole);
	errno = h->failed;
	if (!h->failed && append(h) == 0)
		return 0;
	error = errno;
	history_undo(h);
	errno = error;
	return complain(h);
}

void
history_undo(struct history *h)
{
	if (h->path && ftruncate(h->fd, h->undo) < 0)
		complain(h);
}

void
history_close(struct history *h)
{
	if (h->fd >= 0)
		close(h->fd);
	if (h->spool >= 0)
		close(h->spool);
	buf_free(&h->text);
	*h = (struct history){ .fd = -1, .spool = -1 };
}
