/* Records by the block, and what is wrong with them. */
#include <err.h>
#include <string.h>

#include "evaluate.h"

/* Notes begin with how many lines the block has; then each has the number of its line in the block, its length, itself. */
static void
add_number(struct buf *notes, uint64_t n)
{
	buf_add(notes, (const char *)&n, sizeof(n));
}

static uint64_t
take_number(const char **p)
{
	uint64_t n;

	memcpy(&n, *p, sizeof(n));
	*p += sizeof(n);
	return n;
}

static void
add_note(struct buf *notes, uint64_t line, const char *reason)
{
	size_t len = strlen(reason);

	add_number(notes, line);
	add_number(notes, len);
	buf_add(notes, reason, len);
}

void
evaluate_block(struct evaluate *e, const struct block *block, struct buf *out, struct buf *notes)
{
	struct span left = block->text, line;
	const char *reason;
	uint64_t n = 0;

	buf_clear(notes);
	add_number(notes, 0);
	while (span_line(&left, &line)) {
		n++;
		if (ndjson_trim(&line, block->first ? n : 0) && (reason = evaluate_record(e, line, out)))
			add_note(notes, n, reason);
	}
	if (block->too_long)
		add_note(notes, ++n, "longer than 64 MiB");
	memcpy(notes->data, &n, sizeof(n));
}

void
evaluate_prepare(struct evaluate *e, struct span lines)
{
	const struct record *r;
	const char *why;
	struct span line;
	size_t at;

	while (span_line(&lines, &line))
		if (ndjson_trim(&line, 0) && (r = judge_begin(e->judge, line, (struct span){ NULL, 0 }, &why, &at)) &&
		    !evaluate_passes_over(e, r))
			judge_prepare(e->judge);
}

int
evaluate_say(const char *file, struct span notes, unsigned long *line)
{
	const char *p = notes.at, *end = notes.at + notes.len;
	unsigned long before = *line, number;
	size_t len;

	*line += (unsigned long)take_number(&p);
	while (p < end) {
		number = before + (unsigned long)take_number(&p);
		len = (size_t)take_number(&p);
		warnx("%s:%lu: %.*s", file, number, (int)len, p);
		p += len;
	}
	return notes.len > sizeof(uint64_t) ? 2 : 0;
}
