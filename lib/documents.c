/* JSON objects in, wherever they stand. */
#include "documents.h"

#include <err.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

#include "scan.h"

enum { BLOCK = 256 << 10 };

void
documents_open(struct documents *d, char **files, const char *const *lists)
{
	static char *standard_input[] = { "-", NULL };

	*d = (struct documents){ .files = *files ? files : standard_input, .lists = lists };
}

static void
complain_at(struct documents *d, unsigned long line, const char *reason)
{
	warnx("%s:%lu: %s", d->name, line, reason);
	d->status = 2;
}

void
documents_complain(struct documents *d, const char *reason)
{
	complain_at(d, d->began, reason);
}

/* What is being read is none; goes on behind it. */
static void
drop(struct documents *d, const char *reason)
{
	if (!d->too_long)
		complain_at(d, d->capturing ? d->began : d->line, reason);
	d->depth = d->list;
	d->capturing = d->in_string = d->escaped = d->too_long = 0;
}

/* Opens the next file that can be; 0 when there is none. */
static int
open_next(struct documents *d)
{
	int fd, is_input;

	while (*d->files) {
		d->name = *d->files++;
		is_input = !strcmp(d->name, "-");
		fd = is_input ? fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3) : open(d->name, O_RDONLY | O_CLOEXEC);
		if (is_input)
			d->name = "(stdin)";
		if (fd >= 0 && (d->gz = gzdopen(fd, "rb"))) {
			gzbuffer(d->gz, BLOCK);
			buf_clear(&d->buf);
			d->at = d->start = 0;
			d->line = 1;
			d->line_start = 1;
			d->depth = d->list = d->capturing = d->in_string = d->escaped = d->garbage = d->too_long = d->eof = 0;
			return 1;
		}
		warn("%s", d->name);
		d->status = 2;
		if (fd >= 0)
			close(fd);
	}
	return 0;
}

static void
close_file(struct documents *d)
{
	if (d->gz)
		gzclose(d->gz);
	d->gz = NULL;
}

static void
read_failed(struct documents *d, int code, const char *why)
{
	if (code == Z_ERRNO)
		warn("%s", d->name);
	else
		warnx("%s: %s", d->name, code == Z_BUF_ERROR ? "the compressed file is cut short" : why);
	d->status = 2;
}

/* Moves what is still needed to the front, and reads a block behind it; at the end, or when it cannot, sets eof. */
static void
read_block(struct documents *d)
{
	size_t keep = d->capturing && !d->too_long ? d->start : d->at;
	const char *why;
	int got, code;

	buf_reserve(&d->buf, BLOCK);
	memmove(d->buf.data, d->buf.data + keep, d->buf.len - keep);
	d->buf.len -= keep;
	d->at -= keep;
	d->start = 0;
	buf_reserve(&d->buf, BLOCK);
	got = gzread(d->gz, d->buf.data + d->buf.len, BLOCK);
	if (got > 0) {
		d->buf.len += (size_t)got;
		return;
	}
	d->eof = 1;
	why = gzerror(d->gz, &code);	/* what ends too early is told only here */
	if (got < 0 || (code != Z_OK && code != Z_STREAM_END))
		read_failed(d, code, why);
}

/* Is the bracket that follows the last name the beginning of a list whose items come by themselves? */
static int
begins_list(const struct documents *d)
{
	const struct span name = { d->buf.data + d->start + d->key, d->key_end - d->key };
	const char *const *list;

	if (!d->capturing || d->too_long || d->list || d->depth != 1 || !d->key_end)
		return 0;
	for (list = d->lists; *list; list++)
		if (span_is(name, *list))
			return 1;
	return 0;
}

/* A byte of a text. */
static void
in_text(struct documents *d, char c)
{
	if (d->escaped) {
		d->escaped = 0;
	} else if (c == '\\') {
		d->escaped = 1;
	} else if (c == '"') {
		d->in_string = 0;
		if (d->depth == 1 && !d->list)
			d->key_end = d->at - d->start;
	}
}

/* A byte between objects. */
static void
between(struct documents *d, char c)
{
	if (strchr(" \t\r\n", c) && c)
		return;
	d->any |= c == '{' || c == '[';
	if (c == '{') {
		d->start = d->at;
		d->began = d->line;
		d->key_end = 0;
		d->capturing = 1;
		d->depth++;
	} else if (c == '[' && !d->list) {
		d->depth = d->list = 1;
	} else if (c == ']' && d->list) {
		d->depth--;
		d->list = 0;
	} else if (c != ',' || !d->list) {
		complain_at(d, d->line, "not an object");
		d->garbage = 1;
	}
}

/* A byte of an object: 1 if it ends one that is to be given. */
static int
within(struct documents *d, char c)
{
	int ended;

	if (c == '"') {
		d->in_string = 1;
		d->key = d->at + 1 - d->start;
	} else if (c == '[' && begins_list(d)) {
		d->list = ++d->depth;
		d->capturing = 0;
	} else if (c == '{' || c == '[') {
		d->depth++;
	} else if ((c == '}' || c == ']') && --d->depth == d->list) {
		ended = d->capturing && !d->too_long;
		d->capturing = d->too_long = 0;
		return ended;
	}
	return 0;
}

/* One byte: 1 if it ends an object that is to be given. */
static int
step(struct documents *d, char c)
{
	int first = d->line_start;

	d->line_start = c == '\n';
	if (c == '\n' && d->in_string)
		drop(d, "a text is not ended in its line");
	if (c == '\n') {
		d->garbage = 0;
		d->line++;
		return 0;
	}
	if (d->garbage) {
		d->garbage = !d->list || (c != ',' && c != '{' && c != ']');
		if (d->garbage)
			return 0;
	}
	if (d->in_string) {
		in_text(d, c);
		return 0;
	}
	if (first && c == '{' && d->depth > d->list)
		drop(d, "it is cut short");
	if (d->depth > d->list)
		return within(d, c);
	between(d, c);
	return 0;
}

/* The next object, whatever is in it; 0 at the end of the file. */
static int
next_text(struct documents *d, struct span *text)
{
	int ended;

	for (;;) {
		while (d->at < d->buf.len) {
			ended = step(d, d->buf.data[d->at]);
			d->at++;
			if (ended) {
				*text = (struct span){ d->buf.data + d->start, d->at - d->start };
				return 1;
			}
		}
		if (d->eof) {
			if (d->depth)
				drop(d, "it is cut short");
			return 0;
		}
		if (d->capturing && !d->too_long && d->at - d->start > DOCUMENTS_MOST) {
			complain_at(d, d->began, "longer than 64 MiB");
			d->too_long = 1;
		}
		read_block(d);
		if (d->line == 1 && d->at == 0 && d->buf.len >= 3 && !memcmp(d->buf.data, "\xef\xbb\xbf", 3))
			d->at = 3;
	}
}

int
documents_next(struct documents *d, struct span *object)
{
	struct buf reason = {0};
	const char *why;
	size_t at;

	for (;;) {
		if (!d->gz && !open_next(d))
			return 0;
		if (!next_text(d, object)) {
			close_file(d);
			continue;
		}
		if (scan_check(*object, &why, &at) == 0)
			return 1;
		buf_addf(&reason, "%s at byte %zu", why, at + 1);
		complain_at(d, d->began, reason.data);
		buf_free(&reason);
	}
}

int
documents_close(struct documents *d)
{
	close_file(d);
	buf_free(&d->buf);
	return d->status;
}
