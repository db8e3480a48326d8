/* Finding the last run of a history, from its end. */
#include <sys/stat.h>

#include <err.h>
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "history.h"
#include "scan.h"
#include "tempfile.h"

enum { BLOCK = 64 << 10 };

static const struct span mark = SPAN("\n{\"Kind\":\"run\",");
static const struct span head = SPAN(HISTORY_HEAD "\n");

int
history_is_one(int fd, const char *path)
{
	char begin[sizeof(HISTORY_HEAD)];
	struct stat st;
	size_t len = head.len, got = 0;
	ssize_t n;

	if (fstat(fd, &st) < 0 || !S_ISREG(st.st_mode)) {
		warnx("%s: not a regular file", path);
		return -1;
	}
	if (st.st_size < (off_t)len)
		len = (size_t)st.st_size;
	for (; got < len; got += (size_t)n)
		if ((n = tempfile_read(fd, begin + got, len - got, (off_t)got)) < 0) {
			warn("%s", path);
			return -1;
		}
	if (memcmp(begin, head.at, len) != 0) {
		warnx("%s: not a history", path);
		return -1;
	}
	return len == head.len;
}

/* Reads so many bytes at a place, all of them. */
static int
read_at(int fd, struct buf *to, off_t at, size_t len)
{
	ssize_t got;

	buf_clear(to);
	buf_reserve(to, len);
	for (; to->len < len; to->len += (size_t)got)
		if ((got = tempfile_read(fd, to->data + to->len, len - to->len, at + (off_t)to->len)) < 0)
			return -1;
	return 0;
}

/* The last mark in a block, and behind it the end of its line. */
static const char *
find_mark(const struct buf *block)
{
	const char *p = block->data + block->len - mark.len;

	for (; p >= block->data; p--)
		if (*p == '\n' && memcmp(p, mark.at, mark.len) == 0 &&
		    memchr(p + 1, '\n', (size_t)(block->data + block->len - p - 1)))
			return p;
	return NULL;
}

static void
copy_text(struct span string, char *to, size_t size)
{
	to[0] = '\0';
	if (scan_kind(string) == SCAN_STRING && string.len - 2 < size) {
		memcpy(to, string.at + 1, string.len - 2);
		to[string.len - 2] = '\0';
	}
}

static void
read_run(struct history_run *last, struct span record)
{
	const char *why;
	size_t at;

	if (scan_check(record, &why, &at) < 0)
		return;
	last->found = 1;
	last->whole = scan_kind(scan_get(record, "Whole")) == SCAN_TRUE;
	last->begin = last->end - scan_integer(scan_get(record, "Bytes"), 0) - (off_t)record.len - 1;
	copy_text(scan_get(record, "Before"), last->before, sizeof(last->before));
	copy_text(scan_get(record, "After"), last->after, sizeof(last->after));
	if (last->begin < (off_t)head.len)
		last->begin = (off_t)head.len;
}

/*
 * Blocks overlap by the length of a run record, which is far below BLOCK, so that one lies whole in some block.
 */
int
history_last(int fd, struct history_run *last)
{
	struct buf block = {0};
	struct stat st;
	const char *p, *end;
	off_t at, stop;
	int status = 0;

	*last = (struct history_run){ .begin = (off_t)head.len, .end = (off_t)head.len };
	if (fstat(fd, &st) < 0)
		return -1;
	/* the newline before the first record is the head's */
	for (stop = st.st_size; stop >= (off_t)(head.len - 1 + mark.len); stop = at + BLOCK / 2) {
		at = stop > (off_t)(head.len - 1) + BLOCK ? stop - BLOCK : (off_t)head.len - 1;
		if ((status = read_at(fd, &block, at, (size_t)(stop - at))) < 0)
			break;
		if ((p = find_mark(&block))) {
			end = memchr(p + 1, '\n', (size_t)(block.data + block.len - p - 1));
			last->end = at + (end + 1 - block.data);
			read_run(last, (struct span){ p + 1, (size_t)(end - p - 1) });
			break;
		}
		if (at == (off_t)head.len - 1)
			break;
	}
	buf_free(&block);
	return status;
}
