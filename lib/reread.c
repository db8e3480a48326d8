#include <sys/stat.h>

#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include "checksum.h"
#include "reread.h"
#include "siphash.h"
#include "tempfile.h"

enum { PAGE = 4 << 10, BLOCK = 64 << 10 };	/* what is read at a time: at first, at most where lines follow each other */

/*
 * What stands for a line; behind it the line itself where file is -1, else the digest if digests are kept, or the sum
 * if sums are.
 */
struct place {
	int64_t at;
	uint32_t len;
	int32_t file;
};

/* Half of the machine's memory: what has just been read is likely still in it. */
static int
is_small(off_t size)
{
	long pages = sysconf(_SC_PHYS_PAGES), page = sysconf(_SC_PAGESIZE);

	return pages > 0 && page > 0 && size / page < pages / 2;
}

int
reread_add(struct reread *r, int fd, const char *name)
{
	struct stat st;
	int copy;

	if (r->n == REREAD_FILES || fstat(fd, &st) < 0 || !S_ISREG(st.st_mode) || !is_small(r->size + st.st_size) ||
	    (copy = fcntl(fd, F_DUPFD_CLOEXEC, 0)) < 0)
		return -1;
	r->size += st.st_size;
	r->file[r->n] = (struct reread_file){ .name = name, .fd = copy };
	return r->n++;
}

void
reread_put(const struct reread *r, struct buf *to, int number, off_t at, struct span line)
{
	struct place place = { .at = at, .len = (uint32_t)line.len, .file = number };
	uint64_t digest[2], sum;

	buf_add(to, (const char *)&place, sizeof(place));
	if (number < 0) {
		buf_addspan(to, line);
	} else if (r->digests) {
		siphash_unseen(r->key, line, digest);
		buf_add(to, (const char *)digest, sizeof(digest));
	} else if (r->sums) {
		sum = checksum(line);
		buf_add(to, (const char *)&sum, sizeof(sum));
	}
}

struct span
reread_rest(const struct reread *r, struct span value)
{
	struct place place;
	size_t len = sizeof(place);

	memcpy(&place, value.at, sizeof(place));
	if (place.file < 0)
		len += place.len;
	else
		len += r->digests ? 2 * sizeof(uint64_t) : r->sums ? sizeof(uint64_t) : 0;
	return (struct span){ value.at + len, value.len - len };
}

int
reread_same(const struct reread *r, struct span a, struct span b)
{
	struct place one, other;

	memcpy(&one, a.at, sizeof(one));
	memcpy(&other, b.at, sizeof(other));
	if (one.len != other.len || (one.file < 0) != (other.file < 0) || (one.file >= 0 && !r->digests))
		return 0;
	return a.len == b.len && memcmp(a.at + sizeof(one), b.at + sizeof(one), a.len - sizeof(one)) == 0;
}

/*
 * Reads what begins with the line: a page where lines are not asked for in the file's order, as those about one resource
 * often follow each other; more the longer they are.
 */
static int
read_block(struct reread_file *f, const struct place *place)
{
	off_t end = f->at + (off_t)f->block.len;
	size_t most;
	ssize_t got;

	if (f->ahead == 0 || place->at < f->at || place->at >= end + BLOCK)
		f->ahead = PAGE;
	else if (f->ahead < BLOCK)
		f->ahead *= 4;
	most = place->len < f->ahead ? f->ahead : place->len;
	f->at = place->at;
	buf_clear(&f->block);
	buf_reserve(&f->block, most);
	while (f->block.len < place->len) {
		got = tempfile_read(f->fd, f->block.data + f->block.len, most - f->block.len,
		    f->at + (off_t)f->block.len);
		if (got < 0)
			return -1;
		f->block.len += (size_t)got;
	}
	return 0;
}

int
reread_get(struct reread *r, struct span value, struct span *line)
{
	struct reread_file *f;
	struct place place;
	uint64_t sum;

	memcpy(&place, value.at, sizeof(place));
	*line = (struct span){ value.at + sizeof(place), place.len };
	if (place.file < 0)
		return 0;
	f = &r->file[place.file];
	if ((place.at < f->at || place.at + place.len > f->at + (off_t)f->block.len) && read_block(f, &place) < 0) {
		warn("%s", f->name);
		return -1;
	}
	*line = (struct span){ f->block.data + (place.at - f->at), place.len };
	if (!r->sums)
		return 0;
	memcpy(&sum, value.at + sizeof(place), sizeof(sum));
	return checksum(*line) == sum ? 0 : reread_complain(r, value);
}

int
reread_complain(const struct reread *r, struct span value)
{
	struct place place;

	memcpy(&place, value.at, sizeof(place));
	warnx("%s: changed while it was read", place.file < 0 ? "temporary file" : r->file[place.file].name);
	return -1;
}

void
reread_close(struct reread *r)
{
	int i;

	for (i = 0; i < r->n; i++) {
		close(r->file[i].fd);
		buf_free(&r->file[i].block);
	}
	*r = (struct reread){0};
}
