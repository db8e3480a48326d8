#include <sys/stat.h>

#include <err.h>
#include <errno.h>

#include "evaluation.h"
#include "key.h"
#include "scan.h"
#include "statefile.h"

static const char *
read_record(struct statefile *s, const struct record *r)
{
	const char *why;

	s->record = r->whole;
	buf_clear(&s->key);
	if (record_is(r, "finding")) {
		if ((why = finding_read_kept(&s->finding, r)))
			return why;
		buf_addc(&s->key, KEY_FINDING);
		key_add(&s->key, r->arn);
	} else if (record_is(r, "evaluation")) {
		if ((why = evaluation_check(s->record)))
			return why;
		buf_addc(&s->key, KEY_EVALUATION);
	} else {
		return "neither a finding nor an evaluation";
	}
	key_add(&s->key, r->policy);
	if (s->before.len && span_cmp(buf_span(&s->before), buf_span(&s->key)) >= 0)
		return "not in the order of ARN and Policy";
	return NULL;
}

/* Gives -1. */
static int
refuse(struct statefile *s)
{
	s->more = 0;
	warnx("%s: left as it was", s->files[0]);
	return -1;
}

int
statefile_read(struct statefile *s)
{
	struct record r;

	if (s->known)
		return 0;
	if (records_read(s->intake, &s->in, s->line, s->in.line, &r) == 0)
		ndjson_complain(&s->in, read_record(s, &r));
	if (s->in.status)
		return refuse(s);
	s->known = 1;
	return 0;
}

int
statefile_take(struct statefile *s, struct span key)
{
	if (s->before.len && span_cmp(buf_span(&s->before), key) >= 0)
		return 0;
	buf_clear(&s->key);
	buf_addspan(&s->key, key);
	s->known = 1;
	return 1;
}

int
statefile_next(struct statefile *s)
{
	struct buf swap = s->before;

	s->before = s->key;
	s->key = swap;
	s->known = 0;
	s->more = ndjson_line(&s->in, &s->line);
	return s->in.status ? refuse(s) : 0;
}

int
statefile_open(struct statefile *s, const char *path)
{
	struct stat st;

	*s = (struct statefile){ .files = { (char *)path, NULL }, .intake = intake_new(1) };
	ndjson_open(&s->in, s->files);
	if (!path || stat(path, &st) < 0) {
		if (!path || errno == ENOENT)
			return 0;
		warn("%s", path);
		return refuse(s);
	}
	if (!S_ISREG(st.st_mode)) {
		warnx("%s: not a regular file", path);
		return refuse(s);
	}
	return statefile_next(s);
}

void
statefile_close(struct statefile *s)
{
	ndjson_close(&s->in);
	intake_free(s->intake);
	buf_free(&s->key);
	buf_free(&s->before);
	*s = (struct statefile){ .in = { .fd = -1 } };
}
