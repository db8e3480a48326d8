/* How each resource was last judged. */
#include "compliance.h"

#include <stdlib.h>
#include <string.h>

#include "finding.h"
#include "ndjson.h"
#include "record.h"
#include "scan.h"
#include "seen.h"

/* The better ones first: the worst is the greatest. */
enum status { NOT_JUDGED, COMPLIANT, UNKNOWN, NON_COMPLIANT };

struct compliance_entry {
	unsigned char digest[SEEN_BYTES];	/* of the ARN; all zero: empty */
	time_t time;				/* of the verdict's description */
	enum status verdict, finding;
};

static int
is_empty(const struct compliance_entry *e)
{
	static const unsigned char none[SEEN_BYTES];

	return !memcmp(e->digest, none, SEEN_BYTES);
}

static struct compliance_entry *
find(const struct compliance *c, const unsigned char digest[SEEN_BYTES])
{
	size_t i;

	memcpy(&i, digest, sizeof(i));
	for (i &= c->slots - 1; !is_empty(&c->slot[i]) && memcmp(c->slot[i].digest, digest, SEEN_BYTES); i = (i + 1) & (c->slots - 1))
		;
	return &c->slot[i];
}

static void
grow(struct compliance *c)
{
	struct compliance bigger = { .slots = c->slots ? 2 * c->slots : 1024, .n = c->n };
	size_t i;

	bigger.slot = xcalloc(bigger.slots, sizeof(*bigger.slot));
	for (i = 0; i < c->slots; i++)
		if (!is_empty(&c->slot[i]))
			*find(&bigger, c->slot[i].digest) = c->slot[i];
	free(c->slot);
	*c = bigger;
}

static struct compliance_entry *
entry_of(struct compliance *c, struct span arn)
{
	unsigned char digest[SEEN_BYTES];
	struct compliance_entry *e;

	seen_digest(arn, digest);
	if (c->n + 1 > c->slots / 2)
		grow(c);
	e = find(c, digest);
	if (is_empty(e)) {
		memcpy(e->digest, digest, SEEN_BYTES);
		c->n++;
	}
	return e;
}

static void
add_verdicts(struct compliance_entry *e, const struct record *r)
{
	enum status status = scan_count(scan_get(r->whole, "Failed")) ? NON_COMPLIANT :
	    scan_count(scan_get(r->whole, "Unknown")) ? UNKNOWN : scan_count(scan_get(r->whole, "Passed")) ? COMPLIANT : NOT_JUDGED;
	time_t time;

	if (finding_time(r->describe_time, &time) < 0)
		time = 0;
	if (status == NOT_JUDGED || (e->verdict != NOT_JUDGED && time < e->time))
		return;
	if (e->verdict == NOT_JUDGED || time > e->time || status > e->verdict)
		e->verdict = status;
	e->time = time;
}

static void
add_finding(struct compliance_entry *e, const struct record *r)
{
	enum status status = scan_string_is(r->state, "ACTIVE") ? NON_COMPLIANT : scan_string_is(r->state, "UNKNOWN") ? UNKNOWN :
	    scan_string_is(scan_get(r->whole, "ResolvedReason"), "RESOURCE_COMPLIANT") ? COMPLIANT : NOT_JUDGED;

	if (status > e->finding)
		e->finding = status;
}

int
compliance_read(struct compliance *c, const char *file)
{
	char *files[] = { (char *)(size_t)file, NULL };
	struct buf scratch = {0};
	struct ndjson in;
	struct record r;
	struct span line;
	int verdicts, unread;

	ndjson_open(&in, files);
	while (ndjson_next(&in, &line)) {
		record_read(&r, line);
		verdicts = record_is(&r, "verdicts");
		if (!verdicts && !record_is(&r, "finding"))
			continue;
		if (scan_kind(r.arn) != SCAN_STRING)
			ndjson_complain(&in, "record without ARN");
		else if (verdicts)
			add_verdicts(entry_of(c, scan_text(r.arn, &scratch)), &r);
		else
			add_finding(entry_of(c, scan_text(r.arn, &scratch)), &r);
	}
	buf_free(&scratch);
	unread = in.unread > 0;
	return ndjson_close(&in) && unread ? 3 : in.rejected ? 2 : 0;
}

const char *
compliance_of(const struct compliance *c, struct span arn)
{
	static const char *const words[] = { NULL, "compliant", "unknown", "non-compliant" };
	unsigned char digest[SEEN_BYTES];
	const struct compliance_entry *e;

	if (!c->n)
		return NULL;
	seen_digest(arn, digest);
	e = find(c, digest);
	return words[is_empty(e) ? NOT_JUDGED : e->verdict != NOT_JUDGED ? e->verdict : e->finding];
}

void
compliance_free(struct compliance *c)
{
	free(c->slot);
	*c = (struct compliance){0};
}
