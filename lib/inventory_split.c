#include <sys/stat.h>

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "buf.h"
#include "inventory_split.h"
#include "tempfile.h"

enum {
	LEAST = 16 << 20,	/* of both files together */
	BLOCK = 256 << 10, WINDOW = 4 << 20,
	PREFIX = 120,		/* of a line: its ARN is there */
	TRIES = 16		/* so many lines are looked for */
};

/* Reads what there is of a range of a file.  0, or -1. */
static int
read_range(int fd, off_t at, size_t len, struct buf *to)
{
	ssize_t got;

	buf_clear(to);
	buf_reserve(to, len);
	while (to->len < len && (got = tempfile_read(fd, to->data + to->len, len - to->len, at + (off_t)to->len)) > 0)
		to->len += (size_t)got;
	return to->len ? 0 : -1;
}

/* Cuts off a text all before its first line that is whole. */
static int
skip_line(struct span *text)
{
	struct span line;

	return span_line(text, &line) && text->len > 0;
}

/* Where a line of the text begins with these bytes; NULL if none does but perhaps the first. */
static const char *
find_line(struct span text, struct span bytes)
{
	const char *p = text.at, *end = text.at + text.len, *newline;

	while ((newline = memchr(p, '\n', (size_t)(end - p)))) {
		p = newline + 1;
		if ((size_t)(end - p) >= bytes.len && memcmp(p, bytes.at, bytes.len) == 0)
			return p;
	}
	return NULL;
}

/* Cuts near a place in both files.  0, or -1 if there is no line to cut at. */
static int
cut_near(const int fd[2], const off_t near[2], struct inventory_cut *cut, struct buf text[2])
{
	const off_t begin = near[1] > WINDOW ? near[1] - WINDOW : 0;
	struct span rest, line;
	const char *found = NULL;
	int i;

	if (read_range(fd[0], near[0], BLOCK, &text[0]) < 0 || read_range(fd[1], begin, 2 * (size_t)WINDOW, &text[1]) < 0)
		return -1;
	rest = buf_span(&text[0]);
	if (!skip_line(&rest) || (off_t)text[1].len <= near[1] - begin)
		return -1;
	cut->at[0] = near[0] + (rest.at - text[0].data);
	for (i = 0; i < TRIES && !found && span_line(&rest, &line); i++)
		if (line.len > PREFIX && (found = find_line(buf_span(&text[1]), (struct span){ line.at, PREFIX })))
			cut->at[0] = near[0] + (line.at - text[0].data);
	if (!found) {
		rest = (struct span){ text[1].data + (near[1] - begin), text[1].len - (size_t)(near[1] - begin) };
		if (!skip_line(&rest))
			return -1;
		found = rest.at;
	}
	cut->at[1] = begin + (found - text[1].data);
	return 0;
}

static int
open_regular(const char *file, off_t *size)
{
	struct stat st;
	int fd = strcmp(file, "-") == 0 ? -1 : open(file, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		return -1;
	if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode)) {
		*size = st.st_size;
		return fd;
	}
	close(fd);
	return -1;
}

unsigned
inventory_split(char **files, unsigned most, struct inventory_cut *cut)
{
	struct buf text[2] = {{0}};
	off_t size[2] = { 0, 0 }, near[2];
	int fd[2] = { open_regular(files[0], &size[0]), open_regular(files[1], &size[1]) };
	unsigned n = 1, i;
	int side;

	if (fd[0] >= 0 && fd[1] >= 0 && size[0] > 0 && size[1] > 0 && size[0] + size[1] >= LEAST) {
		for (i = 1; i < most; i++) {
			for (side = 0; side < 2; side++)
				near[side] = size[side] / most * i;
			if (cut_near(fd, near, &cut[n - 1], text) == 0 &&
			    (n == 1 || (cut[n - 1].at[0] > cut[n - 2].at[0] && cut[n - 1].at[1] > cut[n - 2].at[1])))
				n++;
		}
	}
	for (side = 0; side < 2; side++) {
		buf_free(&text[side]);
		if (fd[side] >= 0)
			close(fd[side]);
	}
	return n;
}
