/* A journal that is there: is it this command's, and how far did its run get? */
#include <sys/file.h>

#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "journal_part.h"
#include "record.h"
#include "scan.h"

static const char start[] = "{\"Kind\":\"journal\",\"Version\":1,\"Asked\":";

/* What is read of the unit that is not at its end yet. */
struct block {
	off_t at;
	long long records;
	int unreadable;
};

/* Only what was said last counts. */
static int
by_key_and_place(const void *a, const void *b)
{
	const struct journal_unit *u = a, *v = b;
	int order = memcmp(u->key, v->key, SEEN_BYTES);

	return order ? order : (u->at > v->at) - (u->at < v->at);
}

static void
sort_units(struct journal *j)
{
	size_t i, n = 0;

	if (j->n)
		qsort(j->units, j->n, sizeof(*j->units), by_key_and_place);
	for (i = 0; i < j->n; i++) {
		if (n && !memcmp(j->units[n - 1].key, j->units[i].key, SEEN_BYTES))
			n--;
		j->units[n++] = j->units[i];
	}
	j->n = n;
}

static void
add_unit(struct journal *j, const struct block *block, const struct record *r, off_t end)
{
	struct buf account = {0}, region = {0}, type = {0};
	struct journal_unit unit = {
		.at = block->at, .len = (size_t)(end - block->at), .unreadable = block->unreadable != 0,
		.finished = scan_string_is(r->status, "complete") || scan_string_is(r->status, "skipped")
	};

	scan_decode(r->account, &account);
	scan_decode(r->region, &region);
	scan_decode(r->type, &type);
	journal_key(buf_span(&account), buf_span(&region), buf_span(&type), unit.key);
	buf_free(&account);
	buf_free(&region);
	buf_free(&type);
	if (j->n == j->cap) {
		j->cap = j->cap ? 2 * j->cap : 64;
		j->units = xrealloc(j->units, j->cap * sizeof(*j->units));
	}
	j->units[j->n++] = unit;
}

static void
add_regions(struct journal *j, const struct record *r)
{
	struct journal_account *account;
	struct buf id = {0};

	scan_decode(r->account, &id);
	account = table_get(&j->regions, buf_span(&id));
	buf_clear(&account->regions);
	scan_decode(scan_get(r->whole, "Regions"), &account->regions);
	buf_free(&id);
}

/* One line that ends at end.  0; or -1: it is not what stands in a journal, so nothing behind it is believed. */
static int
take_line(struct journal *j, struct block *block, struct span line, off_t end)
{
	struct record r;
	const char *why;
	size_t at;

	if (scan_check(line, &why, &at) < 0 || scan_kind(line) != SCAN_OBJECT)
		return -1;
	record_read(&r, line);
	if (record_is(&r, "resource") || record_is(&r, "tombstone")) {
		block->records += record_is(&r, "resource");
		block->unreadable |= r.unreadable.at != NULL;
		return 0;
	}
	if (record_is(&r, "regions") && !block->records)
		add_regions(j, &r);
	else if (record_is(&r, "coverage") && scan_integer(scan_get(line, "Resources"), -1) == block->records)
		add_unit(j, block, &r, end);
	else
		return -1;
	*block = (struct block){ .at = end };
	return 0;
}

/* Reads what is behind the first line, and cuts off what is not whole. */
static int
read_units(struct journal *j, FILE *f, off_t from)
{
	struct block block = { .at = from };
	off_t end = from;
	char *line = NULL;
	size_t size = 0;
	ssize_t len;

	while ((len = getline(&line, &size, f)) > 0 && line[len - 1] == '\n') {
		end += len;
		if (take_line(j, &block, (struct span){ line, (size_t)len - 1 }, end) < 0)
			break;
	}
	free(line);
	if (ferror(f) || ftruncate(j->fd, block.at) < 0)
		return -1;
	j->end = j->block = block.at;
	sort_units(j);
	return 0;
}

/* The first line: 1 if it is header, 0 if there is none or not all of it, -1 having said why it is none of ours. */
static int
read_header(const struct journal *j, FILE *f, struct span header)
{
	char *line = NULL;
	size_t size = 0;
	ssize_t len = getline(&line, &size, f);
	int is = -1;

	if (len <= 0 && !ferror(f))
		is = 0;
	else if (len <= 0)
		warn("%s", j->path);
	else if ((size_t)len <= header.len && !memcmp(line, header.at, (size_t)len))
		is = (size_t)len == header.len;
	else if (strncmp(line, start, sizeof(start) - 1))
		warnx("%s: it is no journal of this version", j->path);
	else
		warnx("%s: it is of another command, which asked for %.*s", j->path, (int)(strcspn(line, "\n") - sizeof(start)),
		    line + sizeof(start) - 1);
	free(line);
	return is;
}

static int
begin(struct journal *j, struct span header)
{
	if (ftruncate(j->fd, 0) < 0)
		return -1;
	j->end = 0;
	buf_addspan(&j->pending, header);
	return 0;
}

static int
load(struct journal *j, struct span header)
{
	int fd = dup(j->fd), there, status = -1;
	FILE *f = fd < 0 ? NULL : fdopen(fd, "r");

	if (!f) {
		warn("%s", j->path);
		return -1;
	}
	if ((there = read_header(j, f, header)) >= 0) {
		status = there ? read_units(j, f, (off_t)header.len) : begin(j, header);
		if (status < 0)
			warn("%s", j->path);
	}
	fclose(f);
	return status;
}

int
journal_open(struct journal *j, const char *path, struct span asked, long long (*ticks_ms)(void))
{
	struct buf header = {0};
	int status = -1;

	*j = (struct journal){ .path = path, .ticks_ms = ticks_ms, .regions = { .size = sizeof(struct journal_account) } };
	if ((j->fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600)) < 0) {
		warn("%s", path);
	} else if (flock(j->fd, LOCK_EX | LOCK_NB) < 0) {
		if (errno == EWOULDBLOCK)
			warnx("%s: another run is writing it", path);
		else
			warn("%s", path);
	} else {
		buf_adds(&header, start);
		buf_addspan(&header, asked);
		buf_adds(&header, "}\n");
		status = load(j, buf_span(&header));
		buf_free(&header);
	}
	if (status == 0) {
		j->synced_ms = ticks_ms();
		return 0;
	}
	if (j->fd >= 0)
		close(j->fd);
	j->fd = -1;
	journal_close(j);
	return -1;
}
