#include <err.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "finding.h"
#include "history.h"
#include "history_read.h"
#include "key.h"
#include "ndjson.h"
#include "out.h"
#include "scan.h"
#include "sorter.h"
#include "statefile.h"
#include "table.h"

/* How each of our lines ends. */
static const struct span recorded = SPAN(",\"RecordedAt\":\"2026-11-22T21:00:00Z\"}");
static const size_t recorded_name = sizeof(",\"RecordedAt\":\"") - 1;

enum { SEQUENCE = 16 };		/* digits of a line's number, at the end of a key */

struct purged {
	struct span key;	/* the account */
	unsigned long at;	/* the number of the line that says so */
};

struct reader {
	struct sorter sorter;
	struct table purged;
	unsigned long begun;	/* the number of the first line of the run being read */
	unsigned long whole;	/* of the last run that has the whole state */
	int failed;
};

static int
history_end(const char *path, off_t *end)
{
	struct history_run last;
	int fd = open(path, O_RDONLY | O_CLOEXEC), status = -1;

	if (fd < 0) {
		warn("%s", path);
		return -1;
	}
	*end = 0;
	if ((status = history_is_one(fd, path)) > 0) {
		if ((status = history_last(fd, &last)) < 0)
			warn("%s", path);
		*end = last.end;
	}
	close(fd);
	return status < 0 ? -1 : 0;
}

static void
add(struct reader *in, struct buf *key, unsigned long number, struct span line)
{
	buf_addf(key, "%0*lu", SEQUENCE, number);
	if (sorter_add(&in->sorter, buf_span(key), (struct span){ line.at, line.len - recorded.len }) == 0)
		return;
	warn("temporary file");
	in->failed = 1;
}

static void
note_purge(struct reader *in, struct span account, unsigned long number)
{
	struct buf scratch = {0};
	struct purged *p = table_get(&in->purged, scan_text(account, &scratch));

	p->at = number;
	buf_free(&scratch);
}

/* NULL, or what is wrong with the line. */
static const char *
read_line(struct reader *in, struct span line, unsigned long number, time_t then)
{
	struct record r;
	struct buf key = {0};
	time_t at;

	record_read(&r, line);
	if (record_is(&r, "history"))
		return NULL;
	if (finding_time(scan_get(line, "RecordedAt"), &at) < 0 || line.len <= recorded.len ||
	    memcmp(line.at + line.len - recorded.len, recorded.at, recorded_name) != 0)
		return "not a line of a history";
	if (at <= then && record_is(&r, "finding")) {
		buf_addc(&key, KEY_FINDING);
		key_add(&key, r.arn);
		key_add(&key, r.policy);
		add(in, &key, number, line);
	} else if (at <= then && record_is(&r, "evaluation")) {
		buf_addc(&key, KEY_EVALUATION);
		key_add(&key, r.policy);
		add(in, &key, number, line);
	} else if (at <= then && record_is(&r, "purge")) {
		note_purge(in, r.account, number);
	} else if (record_is(&r, "run")) {
		if (at <= then && scan_kind(scan_get(line, "Whole")) == SCAN_TRUE)
			in->whole = in->begun;
		in->begun = number + 1;
	}
	buf_free(&key);
	return NULL;
}

/* Was the finding its account's when that was purged?  As findings_purge.h has it. */
static int
is_purged(const struct reader *in, struct span line, unsigned long number)
{
	struct buf scratch = {0};
	struct record r;
	struct span account, service;
	const struct purged *p;
	const char *underline;

	record_read(&r, line);
	account = scan_text(r.account, &scratch);
	if (account.at && (p = table_find(&in->purged, account)) && number < p->at) {
		buf_free(&scratch);
		return 1;
	}
	service = scan_text(r.account_service, &scratch);
	underline = service.at ? memchr(service.at, '_', service.len) : NULL;
	p = underline ? table_find(&in->purged, (struct span){ service.at, (size_t)(underline - service.at) }) : NULL;
	buf_free(&scratch);
	return p && number < p->at;
}

/* The last line of what it is about, as it was before it was recorded. */
static void
put(const struct reader *in, struct span key, struct span line)
{
	char digits[SEQUENCE + 1] = "";
	unsigned long number;

	memcpy(digits, key.at + key.len - SEQUENCE, SEQUENCE);
	number = strtoul(digits, NULL, 10);
	if (number < in->whole || (key.at[0] == KEY_FINDING && is_purged(in, line, number)))
		return;
	out_line(line);
}

static int
print(struct reader *in)
{
	struct buf last = {0}, last_key = {0};
	struct span key, line;
	int got = sorter_sort(&in->sorter);

	while (got >= 0 && (got = sorter_next(&in->sorter, &key, &line)) > 0 && !out_gone()) {
		if (last_key.len && (last_key.len != key.len || memcmp(last_key.data, key.at, key.len - SEQUENCE) != 0))
			put(in, buf_span(&last_key), buf_span(&last));
		buf_clear(&last_key);
		buf_addspan(&last_key, key);
		buf_clear(&last);
		buf_addspan(&last, line);
		buf_addc(&last, '}');
	}
	if (last_key.len && got >= 0)
		put(in, buf_span(&last_key), buf_span(&last));
	if (got < 0)
		warn("temporary file");
	buf_free(&last);
	buf_free(&last_key);
	return got < 0 ? 3 : 0;
}

int
history_state(const char *path, const char *tmpdir, time_t then)
{
	char *files[] = { (char *)path, NULL };
	struct reader in = { .purged = { .size = sizeof(struct purged) } };
	struct ndjson lines;
	struct span line;
	off_t end;
	int status = 0;

	if (history_end(path, &end) < 0)
		return 3;
	sorter_open(&in.sorter, tmpdir);
	ndjson_open(&lines, files);
	lines.most = (size_t)end;
	while (end && !in.failed && ndjson_next(&lines, &line))
		ndjson_complain(&lines, read_line(&in, line, lines.line, then));
	status = lines.unread || in.failed ? 3 : print(&in);
	if (ndjson_close(&lines) && status == 0)
		status = 2;
	sorter_close(&in.sorter);
	table_free(&in.purged);
	return status;
}
