#include <err.h>
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "file.h"
#include "scan.h"
#include "waiver_convert_part.h"

void
conversion_complain(struct conversion *c, const char *what, struct span which)
{
	warnx("%s:%lu: %s%s%.*s", c->file, c->line, what, which.at ? ": " : "", (int)which.len, which.at ? which.at : "");
	c->complaints++;
	c->status = 2;
}

/* Takes a line off text; 0 when nothing is left. */
static int
next_line(struct span *text, struct span *line)
{
	if (!span_line(text, line))
		return 0;
	if (line->len && line->at[line->len - 1] == '\r')
		line->len--;
	return 1;
}

/* Takes what stands before a character, and that, off text. */
static struct span
take_until(struct span *text, char c)
{
	const char *end = text->len ? memchr(text->at, c, text->len) : NULL;
	struct span part = { text->at, end ? (size_t)(end - text->at) : text->len };

	text->at += part.len + (end != NULL);
	text->len -= part.len + (end != NULL);
	return part;
}

struct span
conversion_trim(struct span s)
{
	while (s.len && (s.at[0] == ' ' || s.at[0] == '\t'))
		s = (struct span){ s.at + 1, s.len - 1 };
	while (s.len && (s.at[s.len - 1] == ' ' || s.at[s.len - 1] == '\t'))
		s.len--;
	return s;
}

static void
add_member(struct buf *to, const char *name, struct span text)
{
	if (!text.at)
		return;
	buf_addf(to, ",\"%s\":", name);
	buf_addjson(to, text);
}

void
conversion_add(struct conversion *c, struct span policy, const struct waived *w)
{
	struct buf *to = c->to;
	int any = !w->address.at && !w->arn.at;

	buf_adds(to, "{\"Kind\":\"waiver\"");
	add_member(to, "Policy", policy);
	add_member(to, "Address", w->address);
	add_member(to, "ARN", any ? SPAN("*") : w->arn);
	add_member(to, "AccountId", w->account);
	add_member(to, "Region", w->region);
	if (w->tags.at) {
		buf_adds(to, ",\"Tags\":");
		buf_addspan(to, w->tags);
	}
	if (any || w->glob)
		buf_adds(to, ",\"Glob\":true");
	add_member(to, "Reason", w->reason);
	add_member(to, "Owner", span_of(c->how->owner));
	add_member(to, "Expires", w->expires);
	buf_adds(to, "}\n");
	c->written++;
}

int
conversion_complete(struct conversion *c, struct span check, struct waived *w)
{
	time_t t;

	if (!w->expires.at && c->how->expires)
		w->expires = span_of(c->how->expires);
	if (!c->how->owner || !w->expires.at)
		conversion_complain(c,
		    c->how->owner ? "no expiry, say one with --expires" : "no owner, say one with --owner", check);
	else if (clock_parse(w->expires, &t) < 0)
		conversion_complain(c, "not a date", w->expires);
	else
		return 1;
	return 0;
}

void
conversion_check(struct conversion *c, struct span check, struct waived w)
{
	size_t i;
	int any = 0;

	if (!conversion_complete(c, check, &w))
		return;
	for (i = 0; i < c->npeers; i++)
		if (span_cmp(c->peers[i].check, check) == 0) {
			conversion_add(c, c->peers[i].policy, &w);
			any = 1;
		}
	if (!any)
		conversion_complain(c, "no policy of ours is known for it", check);
}

static struct span
arn_of(const struct conversion *c, struct span check)
{
	struct span rest = buf_span(&c->arns), line, begins;

	while (next_line(&rest, &line)) {
		begins = take_until(&line, '\t');
		if (begins.len && check.len >= begins.len && memcmp(check.at, begins.at, begins.len) == 0)
			return line;
	}
	return (struct span){ NULL, 0 };
}

static void
read_peers(struct conversion *c, const char *tool)
{
	struct span rest = buf_span(&c->table), line, theirs, check;

	while (next_line(&rest, &line)) {
		theirs = take_until(&line, '\t');
		check = take_until(&line, '\t');
		if (!span_is(theirs, tool))
			continue;
		c->peers = xrealloc(c->peers, (c->npeers + 1) * sizeof(*c->peers));
		c->peers[c->npeers++] = (struct peer){ check, line, arn_of(c, check) };
	}
}

/* A check a line, AVD-AWS-0086 or AWS-0086, and exp:2026-12-31; a comment before it or behind it is the reason. */
static void
read_trivy_list(struct conversion *c, struct span text)
{
	struct span comment = { NULL, 0 }, line, words, word, id, expires, reason;

	for (c->line = 1; next_line(&text, &line); c->line++) {
		words = conversion_trim(take_until(&line, '#'));
		if (!words.len) {
			comment = conversion_trim(line);
			continue;
		}
		id = take_until(&words, ' ');
		expires = (struct span){ NULL, 0 };
		while (words.len) {
			word = conversion_trim(take_until(&words, ' '));
			if (word.len > 4 && memcmp(word.at, "exp:", 4) == 0)
				expires = (struct span){ word.at + 4, word.len - 4 };
		}
		if (id.len > 4 && memcmp(id.at, "AVD-", 4) == 0)
			id = (struct span){ id.at + 4, id.len - 4 };
		line = conversion_trim(line);
		reason = line.len ? line : comment.len ? comment : SPAN("ignored in .trivyignore");
		conversion_check(c, id, (struct waived){ .reason = reason, .expires = expires });
		comment = (struct span){ NULL, 0 };
	}
}

/* Trivy goes by the file's name too. */
static void
read_trivy(struct conversion *c, struct span text)
{
	size_t len = strlen(c->file);

	if ((len > 5 && strcmp(c->file + len - 5, ".yaml") == 0) || (len > 4 && strcmp(c->file + len - 4, ".yml") == 0))
		waiver_read_trivy_yaml(c, text);
	else
		read_trivy_list(c, text);
}

/* resource "aws_s3_bucket" "logs" { : the address. */
static int
begins_block(struct span line, struct buf *address)
{
	struct span type;

	line = conversion_trim(line);
	if (line.len < 9 || memcmp(line.at, "resource ", 9) != 0)
		return 0;
	take_until(&line, '"');
	type = take_until(&line, '"');
	take_until(&line, '"');
	buf_clear(address);
	buf_addspan(address, type);
	buf_addc(address, '.');
	buf_addspan(address, take_until(&line, '"'));
	return 1;
}

/* #checkov:skip=CKV_AWS_18:why, inside the block of a resource. */
static void
read_terraform(struct conversion *c, struct span text)
{
	static const char mark[] = "checkov:skip=";
	struct buf address = {0};
	struct span line, skip, check, reason;
	int in_block = 0;
	size_t i;

	for (c->line = 1; next_line(&text, &line); c->line++) {
		if (line.len && line.at[0] == '}')	/* as terraform fmt leaves them */
			in_block = 0;
		in_block |= begins_block(line, &address);
		for (i = 0; i + sizeof(mark) - 1 <= line.len && memcmp(line.at + i, mark, sizeof(mark) - 1) != 0; i++)
			;
		if (i + sizeof(mark) - 1 > line.len)
			continue;
		skip = (struct span){ line.at + i + sizeof(mark) - 1, line.len - i - (sizeof(mark) - 1) };
		check = conversion_trim(take_until(&skip, ':'));
		reason = conversion_trim(skip).len ? conversion_trim(skip) : SPAN("skipped in its source");
		if (in_block)
			conversion_check(c, check, (struct waived){ .address = buf_span(&address), .reason = reason });
		else
			conversion_complain(c, "a skip outside of a resource", check);
	}
	buf_free(&address);
}

/* .checkov.baseline: {"failed_checks": [{"file", "findings": [{"resource", "check_ids": []}]}]} */
static void
read_checkov_baseline(struct conversion *c, struct span document)
{
	struct scan_iter files = scan_open(scan_get(document, "failed_checks")), findings, ids;
	struct buf address = {0}, check = {0};
	struct span key, file, finding, id;

	c->line = 1;
	while (scan_next(&files, &key, &file)) {
		findings = scan_open(scan_get(file, "findings"));
		while (scan_next(&findings, &key, &finding)) {
			buf_clear(&address);
			scan_decode(scan_get(finding, "resource"), &address);
			ids = scan_open(scan_get(finding, "check_ids"));
			while (scan_next(&ids, &key, &id)) {
				buf_clear(&check);
				scan_decode(id, &check);
				if (address.len && check.len)
					conversion_check(c, buf_span(&check), (struct waived){ .address = buf_span(&address),
					    .reason = SPAN("in .checkov.baseline") });
			}
		}
	}
	buf_free(&address);
	buf_free(&check);
}

static void
read_checkov(struct conversion *c, struct span text)
{
	struct span document = text;
	const char *why;
	size_t at;

	while (document.len && strchr(" \t\r\n", document.at[0]))
		document = (struct span){ document.at + 1, document.len - 1 };
	if (!document.len || document.at[0] != '{')
		read_terraform(c, text);
	else if (scan_check(text, &why, &at) < 0)
		conversion_complain(c, "no JSON", span_of(why));
	else
		read_checkov_baseline(c, scan_value(text));
}

static const struct {
	const char *tool, *peer;	/* as it is asked for, and in the table */
	void (*read)(struct conversion *c, struct span text);
} tools[] = {
	{ "checkov", "checkov", read_checkov }, { "prowler", "prowler", waiver_read_prowler },
	{ "trivyignore", "trivy", read_trivy },
};

int
waiver_convert_knows(const char *tool)
{
	size_t i;

	for (i = 0; i < sizeof(tools) / sizeof(*tools); i++)
		if (strcmp(tools[i].tool, tool) == 0)
			return 1;
	return 0;
}

int
waiver_convert(const struct waiver_convert *how, const char *file, struct buf *to)
{
	struct conversion c = { .how = how, .file = file, .to = to };
	struct buf text = {0};
	size_t i;

	if (file_read(how->peers, &c.table) < 0 || file_read(how->arns, &c.arns) < 0) {
		warn("%s", c.table.len ? how->arns : how->peers);
		c.status = 3;
	} else if (file_read(file, &text) < 0) {
		warn("%s", file);
		c.status = 2;
	} else {
		for (i = 0; i < sizeof(tools) / sizeof(*tools); i++)
			if (strcmp(tools[i].tool, how->tool) == 0) {
				read_peers(&c, tools[i].peer);
				tools[i].read(&c, buf_span(&text));
			}
	}
	free(c.peers);
	buf_free(&c.table);
	buf_free(&c.arns);
	buf_free(&text);
	return c.status;
}
