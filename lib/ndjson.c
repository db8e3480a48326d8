#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include "ndjson.h"
#include "scan.h"

enum { BLOCK = 256 << 10 };

/* Opens the next file that can be; 0 when there is none. */
static int
open_next(struct ndjson *in)
{
	while (*in->files) {
		in->name = *in->files++;
		in->line = in->before;
		in->bad_line = 0;
		in->start = in->searched = 0;
		in->offset = in->at = in->from;
		in->opened++;
		in->eof = in->skipping = 0;
		buf_clear(&in->buf);
		if (strcmp(in->name, "-") == 0) {
			in->name = "(stdin)";
			in->fd = STDIN_FILENO;
			if ((in->offset = lseek(in->fd, 0, SEEK_CUR)) < 0)
				in->offset = 0;
			return 1;
		}
		if ((in->fd = open(in->name, O_RDONLY | O_CLOEXEC)) >= 0 &&
		    (in->from == 0 || lseek(in->fd, in->from, SEEK_SET) == in->from))
			return 1;
		warn("%s", in->name);
		in->status = 2;
		in->unread++;
	}
	return 0;
}

void
ndjson_open(struct ndjson *in, char **files)
{
	static char *standard_input[] = { "-", NULL };

	*in = (struct ndjson){ .files = *files ? files : standard_input, .fd = -1, .eof = 1, .most = SIZE_MAX };
}

static void
close_file(struct ndjson *in)
{
	if (in->fd > STDIN_FILENO)
		close(in->fd);
	in->fd = -1;
}

/* Reads one block behind what is there; at the end of the file, or when it cannot be read, sets eof. */
static void
read_block(struct ndjson *in)
{
	size_t len = in->most < BLOCK ? in->most : BLOCK;
	ssize_t got;

	if (in->start) {
		memmove(in->buf.data, in->buf.data + in->start, in->buf.len - in->start);
		in->buf.len -= in->start;
		in->offset += (off_t)in->start;
		in->start = 0;
	}
	buf_reserve(&in->buf, BLOCK);
	do
		got = read(in->fd, in->buf.data + in->buf.len, len);
	while (got < 0 && errno == EINTR);
	if (got < 0) {
		warn("%s", in->name);
		in->status = 2;
		in->unread++;
	}
	if (got <= 0)
		in->eof = 1;
	else
		in->buf.len += (size_t)got, in->most -= (size_t)got;
}

/* The next line without its end; 0 at the end of the file.  A line that is too long comes as {NULL, 0}. */
static int
next_line(struct ndjson *in, struct span *line)
{
	char *newline;
	size_t left;

	for (;;) {
		left = in->buf.len - in->start;
		newline = left > in->searched ?
		    memchr(in->buf.data + in->start + in->searched, '\n', left - in->searched) : NULL;
		if (newline || in->eof)
			break;
		if (left > NDJSON_LINE) {	/* let go of what is not kept anyway */
			in->skipping = 1;
			in->start = in->buf.len;
			left = 0;
		}
		in->searched = left;
		read_block(in);
	}
	in->searched = 0;
	if (!newline && left == 0 && !in->skipping)
		return 0;
	*line = (struct span){ in->buf.data + in->start, left };
	if (newline)
		line->len = (size_t)(newline - line->at);
	in->start += line->len + (newline != NULL);
	if (in->skipping || line->len > NDJSON_LINE)
		*line = (struct span){ NULL, 0 };
	in->skipping = 0;
	in->line++;
	return 1;
}

void
ndjson_complain_at(struct ndjson *in, unsigned long line, const char *reason)
{
	if (!reason || !*reason || in->quiet)
		return;
	if (in->tell)
		in->tell(in->told, line, reason);
	else
		warnx("%s:%lu: %s", in->name, line, reason);
	in->status = 2;
	if (in->bad_line != line)
		in->rejected++;
	in->bad_line = line;
}

void
ndjson_complain(struct ndjson *in, const char *reason)
{
	ndjson_complain_at(in, in->line, reason);
}

void
ndjson_invalid(struct ndjson *in, unsigned long line, const char *why, size_t at)
{
	struct buf reason = {0};

	buf_addf(&reason, "%s at byte %zu", why, at + 1);
	ndjson_complain_at(in, line, reason.data);
	buf_free(&reason);
}

static int
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

int
ndjson_trim(struct span *line, unsigned long number)
{
	if (number == 1 && line->len >= 3 && memcmp(line->at, "\xef\xbb\xbf", 3) == 0) {
		line->at += 3;
		line->len -= 3;
	}
	while (line->len && is_blank(line->at[line->len - 1]))
		line->len--;
	while (line->len && is_blank(*line->at)) {
		line->at++;
		line->len--;
	}
	return line->len > 0;
}

static int
is_record(struct ndjson *in, struct span line)
{
	const char *why;
	size_t at;

	if (scan_check(line, &why, &at) < 0) {
		ndjson_invalid(in, in->line, why, at);
		return 0;
	}
	if (scan_kind(line) != SCAN_OBJECT) {
		ndjson_complain(in, "not an object");
		return 0;
	}
	return 1;
}

int
ndjson_line(struct ndjson *in, struct span *line)
{
	for (;;) {
		if (in->fd < 0 && !open_next(in))
			return 0;
		if (!next_line(in, line)) {
			close_file(in);
		} else if (!line->at) {
			ndjson_complain(in, "longer than 64 MiB");
		} else if (ndjson_trim(line, in->line)) {
			in->at = in->offset + (line->at - in->buf.data);
			return 1;
		}
	}
}

int
ndjson_line_is(struct ndjson *in, struct span text, struct span *line)
{
	const char *p = in->buf.data + in->start;

	if (in->fd < 0 || in->skipping || in->buf.len - in->start <= text.len || p[text.len] != '\n' ||
	    memcmp(p, text.at, text.len) != 0)
		return 0;
	*line = (struct span){ p, text.len };
	in->at = in->offset + (off_t)in->start;
	in->start += text.len + 1;
	in->searched = 0;
	in->line++;
	return 1;
}

int
ndjson_next(struct ndjson *in, struct span *record)
{
	while (ndjson_line(in, record))
		if (is_record(in, *record))
			return 1;
	return 0;
}

int
ndjson_close(struct ndjson *in)
{
	close_file(in);
	buf_free(&in->buf);
	return in->status;
}
