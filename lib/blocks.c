#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "blocks.h"

enum { READ = 64 << 10 };	/* of a long line at a time; less than a room, so that what lies behind it fits */
enum { RANGE = 1 << 20 };
enum { SAMPLE = 16 << 10, SAMPLES = 64 };	/* bytes of one; so many of all files */

void
blocks_open(struct blocks *b, char **files)
{
	static char *standard_input[] = { "-", NULL };

	*b = (struct blocks){ .files = *files ? files : standard_input, .fd = -1 };
}

const char *
blocks_name(const struct blocks *b, size_t file)
{
	return strcmp(b->files[file], "-") == 0 ? "(stdin)" : b->files[file];
}

/* From where the file is read; one that says it is empty may be a device's, and is read as it comes. */
static void
begin_ranges(struct blocks *b, const struct stat *st)
{
	off_t at = lseek(b->fd, 0, SEEK_CUR);

	if (at < 0 || at >= st->st_size)
		return;
	b->at = at;
	b->end = st->st_size;
	b->dev = st->st_dev;
	b->ino = st->st_ino;
}

/* Opens the next file that can be; 0 when there is none. */
static int
open_next(struct blocks *b)
{
	const char *name;
	struct stat st;

	while (b->files[b->next]) {
		name = b->files[b->next++];
		b->fd = strcmp(name, "-") == 0 ? STDIN_FILENO : open(name, O_RDONLY | O_CLOEXEC);
		if (b->fd >= 0) {
			b->first = 1;
			b->skipping = 0;
			buf_clear(&b->rest);
			if (b->ranges && fstat(b->fd, &st) == 0 && S_ISREG(st.st_mode))
				begin_ranges(b, &st);
			return 1;
		}
		warn("%s", name);
		b->status = 2;
	}
	return 0;
}

static void
close_file(struct blocks *b)
{
	if (b->fd > STDIN_FILENO)
		close(b->fd);
	b->fd = -1;
}

/* How many bytes came; 0 at the end of the file, or when it cannot be read. */
static size_t
read_some(struct blocks *b, char *to, size_t size)
{
	ssize_t got;

	do
		got = read(b->fd, to, size);
	while (got < 0 && errno == EINTR);
	if (got < 0) {
		warn("%s", blocks_name(b, b->next - 1));
		b->status = 2;
	}
	return got > 0 ? (size_t)got : 0;
}

/* Would reading give more at once? */
static int
is_ready(int fd)
{
	struct pollfd p = { .fd = fd, .events = POLLIN };

	return poll(&p, 1, 0) > 0;
}

static const char *
last_newline(const char *from, const char *to)
{
	while (to > from && to[-1] != '\n')
		to--;
	return to > from ? to : NULL;
}

/* A line that has filled the room and goes on: 1 when it is whole, in b->line, or was left out. */
static int
long_line(struct blocks *b, struct block *block)
{
	char *from, *newline = NULL;
	size_t got;

	for (;;) {
		if (b->line.len > NDJSON_LINE + 1) {
			b->skipping = 1;
			buf_clear(&b->line);
		}
		buf_reserve(&b->line, READ);
		from = b->line.data + b->line.len;
		got = read_some(b, from, READ);
		if (got == 0 || (newline = memchr(from, '\n', got)))
			break;
		b->line.len += got;
	}
	if (newline)
		buf_add(&b->rest, newline + 1, got - (size_t)(newline + 1 - from));
	else
		close_file(b);
	b->line.len = newline ? (size_t)(newline - b->line.data) : b->line.len;
	block->too_long = b->skipping || b->line.len > NDJSON_LINE;
	block->text = block->too_long ? (struct span){ NULL, 0 } : buf_span(&b->line);
	b->skipping = 0;
	return 1;
}

/* Fills the room; 0 if there is nothing more in this file. */
static int
fill(struct blocks *b, char *room, struct block *block)
{
	size_t len = b->rest.len, got = 1;
	const char *end = NULL;

	if (len)
		memcpy(room, b->rest.data, len);
	buf_clear(&b->rest);
	end = len ? last_newline(room, room + len) : NULL;
	while (len < BLOCKS_ROOM && (!end || is_ready(b->fd)) && (got = read_some(b, room + len, BLOCKS_ROOM - len))) {
		const char *more = last_newline(room + len, room + len + got);

		end = more ? more : end;
		len += got;
	}
	if (got == 0) {		/* the last line may have no end */
		close_file(b);
		block->text = (struct span){ room, len };
		return len > 0;
	}
	if (!end) {
		buf_clear(&b->line);
		buf_add(&b->line, room, len);
		return long_line(b, block);
	}
	buf_add(&b->rest, end, (size_t)(room + len - end));
	block->text = (struct span){ room, (size_t)(end - room) };
	return 1;
}

static void
next_range(struct blocks *b, struct block *block)
{
	off_t left = b->end - b->at;

	block->at = b->at;
	block->bytes = left > RANGE ? RANGE : (size_t)left;
	block->dev = b->dev;
	block->ino = b->ino;
	b->at += (off_t)block->bytes;
	if (b->at < b->end)
		return;
	lseek(b->fd, b->end, SEEK_SET);		/* standard input is read */
	close_file(b);
	b->at = b->end = 0;
}

int
blocks_next(struct blocks *b, char *room, struct block *block)
{
	if (b->line.cap > 4 * BLOCKS_ROOM)
		buf_free(&b->line);
	while (b->fd >= 0 || open_next(b)) {
		*block = (struct block){ .file = b->next - 1, .first = b->first };
		if (b->end)
			next_range(b, block);
		else if (!fill(b, room, block))
			continue;
		b->first = 0;
		return 1;
	}
	return 0;
}

/* Opens the file of a range, unless it is open: 0, or -1 having said why. */
static int
open_range(struct blocks *b, const struct block *block)
{
	const char *name = b->files[block->file];
	struct stat st;

	if (b->reading == block->file + 1)
		return 0;
	if (b->reading && b->reading_fd > STDIN_FILENO)
		close(b->reading_fd);
	b->reading = 0;
	b->reading_fd = strcmp(name, "-") == 0 ? STDIN_FILENO : open(name, O_RDONLY | O_CLOEXEC);
	if (b->reading_fd < 0 || fstat(b->reading_fd, &st) < 0) {
		warn("%s", name);
		return -1;
	}
	b->reading = block->file + 1;
	if (st.st_dev == block->dev && st.st_ino == block->ino)
		return 0;
	warnx("%s: replaced by another file while it was read", name);
	return -1;
}

/* Adds so many bytes from a place in the file on, or what there is of them; how many that is. */
static size_t
read_at(struct blocks *b, off_t at, size_t size, struct buf *to)
{
	size_t before = to->len;
	ssize_t got = 1;

	buf_reserve(to, size);
	while (size && got) {
		got = pread(b->reading_fd, to->data + to->len, size, at);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0) {
			warn("%s", blocks_name(b, b->reading - 1));
			b->status = 2;
			break;
		}
		to->len += (size_t)got;
		at += got;
		size -= (size_t)got;
	}
	return to->len - before;
}

/* Reads on to the end of the last line, which begins at the offset "from" in room; at: where room ends in the file. */
static void
end_last_line(struct blocks *b, struct block *block, struct buf *room, size_t from, off_t at)
{
	const char *newline = NULL;
	size_t got;

	while (!newline && room->len - from <= NDJSON_LINE && (got = read_at(b, at, READ, room))) {
		newline = memchr(room->data + room->len - got, '\n', got);
		at += (off_t)got;
	}
	if (newline)
		room->len = (size_t)(newline + 1 - room->data);
	if (room->len - from > NDJSON_LINE + (newline != NULL)) {
		block->too_long = 1;
		room->len = from;
	}
}

void
blocks_read(struct blocks *b, struct block *block, struct buf *room)
{
	size_t before = block->first ? 0 : 1, from = 0;
	const char *newline;

	if (block->bytes == 0)
		return;
	if (room->cap > 4 * RANGE)
		buf_free(room);
	buf_clear(room);
	if (open_range(b, block) < 0) {
		b->status = 2;
		return;
	}
	read_at(b, block->at - (off_t)before, block->bytes + before, room);
	if (before) {		/* a line that begins at the range's first byte has a newline before it */
		newline = room->len ? memchr(room->data, '\n', room->len) : NULL;
		from = newline ? (size_t)(newline + 1 - room->data) : room->len;
	}
	if (from < room->len && room->data[room->len - 1] != '\n') {
		newline = last_newline(room->data + from, room->data + room->len);
		end_last_line(b, block, room, newline ? (size_t)(newline - room->data) : from,
		    block->at - (off_t)before + (off_t)room->len);
	}
	block->text = (struct span){ room->data + from, room->len - from };
}

/* Whole lines of what lies in the room, begun and ended anywhere but where the file itself does. */
static struct span
whole_lines(const char *room, size_t len, int begins, int ends)
{
	const char *from = room, *to = room + len;

	if (!begins)
		from = (from = memchr(room, '\n', len)) ? from + 1 : to;
	if (!ends)
		to = last_newline(from, to);
	return to ? (struct span){ from, (size_t)(to - from) } : (struct span){ from, 0 };
}

/* From "from" to the end of the file in as many steps as there are samples, or in fewer if those would overlap. */
static void
sample_file(int fd, off_t from, size_t samples, char *room, void (*each)(void *, struct span), void *arg)
{
	struct stat st;
	off_t at, step;
	ssize_t got;

	if (from < 0 || fstat(fd, &st) < 0 || !S_ISREG(st.st_mode) || st.st_size <= from)
		return;
	step = (st.st_size - from) / (off_t)samples;
	if (step < SAMPLE)
		step = SAMPLE;
	for (at = from; at < st.st_size; at += step) {
		if ((got = pread(fd, room, SAMPLE, at)) <= 0)
			return;
		each(arg, whole_lines(room, (size_t)got, at == from, at + got >= st.st_size));
	}
}

void
blocks_sample(const struct blocks *b, char *room, void (*each)(void *arg, struct span lines), void *arg)
{
	size_t i, n = 0;
	int fd;

	while (b->files[n])
		n++;
	for (i = 0; i < n && i < SAMPLES; i++) {
		if (strcmp(b->files[i], "-") == 0) {
			sample_file(STDIN_FILENO, lseek(STDIN_FILENO, 0, SEEK_CUR), SAMPLES / n + 1, room, each, arg);
		} else if ((fd = open(b->files[i], O_RDONLY | O_CLOEXEC | O_NONBLOCK)) >= 0) {
			sample_file(fd, 0, SAMPLES / n + 1, room, each, arg);
			close(fd);
		}
	}
}

int
blocks_close(struct blocks *b)
{
	close_file(b);
	if (b->reading && b->reading_fd > STDIN_FILENO)
		close(b->reading_fd);
	buf_free(&b->rest);
	buf_free(&b->line);
	return b->status;
}
