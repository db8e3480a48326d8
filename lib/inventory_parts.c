#include <sys/wait.h>

#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "inventory_parts.h"
#include "inventory_split.h"
#include "record.h"
#include "tempfile.h"

/* Before the bytes of each note. */
struct head {
	uint64_t number;
	uint32_t len, key;	/* key: so many of an entry's bytes */
	int32_t what, side;
};

/* What a process says of a file at its end. */
struct side {
	int64_t newest;
	uint64_t lines, unread;
};

/* A part that another process reads. */
struct part {
	pid_t pid;
	FILE *notes;
};

static void
put(FILE *notes, const struct head *head, struct span key, struct span text)
{
	fwrite(head, sizeof(*head), 1, notes);	/* a failure shows at the end */
	if (key.len)
		fwrite(key.at, 1, key.len, notes);
	if (text.len)
		fwrite(text.at, 1, text.len, notes);
}

void
inventory_note(FILE *notes, enum inventory_note what, int side, uint64_t number, struct span text)
{
	put(notes, &(struct head){ .number = number, .len = (uint32_t)text.len, .what = what, .side = side },
	    (struct span){ NULL, 0 }, text);
}

void
inventory_note_bad(void *told, unsigned long line, const char *reason)
{
	const struct inventory_told *t = told;

	inventory_note(t->notes, NOTE_BAD, t->side, line - INVENTORY_BEFORE, span_of(reason));
}

static void
note_hashes(struct inventory_reader *in)
{
	inventory_note(in->notes, NOTE_HASHES, 0, 0,
	    (struct span){ (const char *)in->hash, in->nhash * sizeof(*in->hash) });
	in->nhash = 0;
}

void
inventory_hash(struct inventory_reader *in, uint64_t hash)
{
	if (in->notes) {
		in->hash[in->nhash++] = hash;
		if (in->nhash == INVENTORY_HASHES)
			note_hashes(in);
	} else if (hashes_add(&in->hashes, hash) < 0) {
		inventory_temporary_failed(in);
	}
}

/* Hands over what was read.  0, or -1 with errno set. */
static int
hand_over(struct inventory_reader *in)
{
	struct span key, value;
	struct side s;
	int side, got;

	note_hashes(in);
	if (sorter_sort(&in->d->sorter) < 0)
		return -1;
	while ((got = sorter_next(&in->d->sorter, &key, &value)) > 0)
		put(in->notes, &(struct head){ .len = (uint32_t)(key.len + value.len), .key = (uint32_t)key.len,
		    .what = NOTE_ENTRY }, key, value);
	for (side = 0; side < 2; side++) {
		const struct ndjson *lines = &in->steps.side[side].in;

		s = (struct side){ in->d->side[side].newest, lines->line - INVENTORY_BEFORE, lines->unread };
		inventory_note(in->notes, NOTE_SIDE, side, 0, (struct span){ (const char *)&s, sizeof(s) });
	}
	inventory_note(in->notes, NOTE_END, 0, 0, (struct span){ NULL, 0 });
	return got < 0 || fflush(in->notes) != 0 || ferror(in->notes) ? -1 : 0;
}

/* The life of a process that reads a part. */
static void __attribute__((noreturn))
serve(struct inventory_reader *in, char **files)
{
	inventory_reader_run(in, files);
	if (!in->failed && hand_over(in) < 0)
		inventory_temporary_failed(in);
	_exit(in->failed ? 3 : 0);
}

static FILE *
open_notes(const char *dir)
{
	int fd = tempfile_open(dir);
	FILE *notes = fd < 0 ? NULL : fdopen(fd, "w+");

	if (fd >= 0 && !notes)
		close(fd);
	return notes;
}

/* 0; or -1 where no process or file is to be had, so that we read on ourselves. */
static int
start(struct inventory_reader *in, struct part *part, char **files)
{
	const pid_t parent = getpid();

	if (!(part->notes = open_notes(in->d->tmpdir)))
		return -1;
	if ((part->pid = fork()) < 0) {
		fclose(part->notes);
		return -1;
	}
	if (part->pid == 0) {
		in->notes = part->notes;
		in->parent = parent;
		serve(in, files);
	}
	return 0;
}

static void
take_entry(struct inventory_reader *in, const struct head *head, struct span text)
{
	if (sorter_add(&in->d->sorter, (struct span){ text.at, head->key },
	    (struct span){ text.at + head->key, text.len - head->key }) < 0)
		inventory_temporary_failed(in);
}

static void
take_hashes(struct inventory_reader *in, struct span text)
{
	uint64_t hash;
	size_t i;

	for (i = 0; i < text.len / sizeof(hash); i++) {
		memcpy(&hash, text.at + i * sizeof(hash), sizeof(hash));
		inventory_hash(in, hash);
	}
}

static void
take_coverage(struct inventory *side, struct span text)
{
	struct record r;

	record_read(&r, text);
	coverage_add(&side->covered, &r);
}

static void
take_side(struct inventory *side, struct ndjson *lines, struct span text)
{
	struct side s;

	memcpy(&s, text.at, sizeof(s));
	if (s.newest > side->newest)
		side->newest = (time_t)s.newest;
	lines->line += s.lines;
	lines->unread += s.unread;
	if (s.unread)
		lines->status = 2;	/* said already */
}

/* One note. */
static void
take(struct inventory_reader *in, const struct head *head, const struct buf *text)
{
	struct inventory *side = &in->d->side[head->side];
	struct ndjson *lines = &in->steps.side[head->side].in;

	switch (head->what) {
	case NOTE_ENTRY: take_entry(in, head, buf_span(text)); break;
	case NOTE_HASHES: take_hashes(in, buf_span(text)); break;
	case NOTE_COVERAGE: take_coverage(side, buf_span(text)); break;
	case NOTE_BAD: ndjson_complain_at(lines, lines->line + head->number, text->data); break;
	case NOTE_SIDE: take_side(side, lines, buf_span(text)); break;
	}
}

/* Takes over what another process has read, once it has ended. */
static void
take_over(struct inventory_reader *in, struct part *part)
{
	struct head head = { .what = NOTE_SIDE };
	struct buf text = {0};
	pid_t got;
	int how;

	do
		got = waitpid(part->pid, &how, 0);
	while (got < 0 && errno == EINTR);
	if (got < 0 || !WIFEXITED(how) || WEXITSTATUS(how) != 0) {
		if (got < 0 || !WIFEXITED(how) || WEXITSTATUS(how) != 3)
			warnx("a process that read a part of the files died");
		in->failed = 1;
		return;
	}
	rewind(part->notes);
	while (!in->failed && fread(&head, sizeof(head), 1, part->notes) == 1 && head.what != NOTE_END) {
		buf_clear(&text);
		buf_reserve(&text, head.len);
		if (head.len && fread(text.data, 1, head.len, part->notes) != head.len)
			break;
		text.len = head.len;
		text.data[text.len] = '\0';
		take(in, &head, &text);
	}
	if (!in->failed && head.what != NOTE_END)
		inventory_temporary_failed(in);
	buf_free(&text);
}

/* Lines are read again from these, whoever read them first. */
static void
open_both(struct inventory_reader *in, char **files)
{
	int side, fd;

	for (side = 0; side < 2; side++) {
		if ((fd = open(files[side], O_RDONLY | O_CLOEXEC)) < 0)
			continue;
		in->number[side] = reread_add(&in->d->lines, fd, files[side]);
		close(fd);
	}
}

static unsigned
processors(void)
{
	long n = sysconf(_SC_NPROCESSORS_ONLN);

	return n < 1 ? 1 : n > INVENTORY_SPLIT_MOST ? INVENTORY_SPLIT_MOST : (unsigned)n;
}

void
inventory_parts_run(struct inventory_reader *in, char **files)
{
	struct inventory_cut cut[INVENTORY_SPLIT_MOST];
	struct part part[INVENTORY_SPLIT_MOST];
	unsigned n = inventory_split(files, processors(), cut), i, started = 0;
	int side;

	if (n > 1)
		open_both(in, files);
	for (i = n - 1; i > 0; i--) {	/* the last first: if one cannot be started, we read up to those that were */
		for (side = 0; side < 2; side++)
			in->range[side] = (struct inventory_range){ cut[i - 1].at[side], i + 1 < n ? cut[i].at[side] : 0 };
		if (start(in, &part[i], files) < 0)
			break;
		started++;
	}
	for (side = 0; side < 2; side++)
		in->range[side] = (struct inventory_range){ 0, started ? cut[n - 1 - started].at[side] : 0 };
	inventory_reader_run(in, files);
	for (i = n - started; i < n; i++) {
		take_over(in, &part[i]);
		fclose(part[i].notes);
	}
	in->range[0] = in->range[1] = (struct inventory_range){ 0, 0 };
}
