#include <err.h>
#include <string.h>

#include "clock.h"
#include "file.h"
#include "scan.h"
#include "waiver_convert.h"

struct conversion {
	const struct waiver_convert *how;
	const char *file;
	unsigned long line;
	struct buf peers;
	struct buf *to;
	int status;
};

static void
complain(struct conversion *c, const char *what, struct span which)
{
	warnx("%s:%lu: %s: %.*s", c->file, c->line, what, (int)which.len, which.at ? which.at : "");
	c->status = 2;
}

/* Takes a line off text; 0 when nothing is left. */
static int
next_line(struct span *text, struct span *line)
{
	const char *newline;

	if (!text->len)
		return 0;
	newline = memchr(text->at, '\n', text->len);
	line->at = text->at;
	line->len = newline ? (size_t)(newline - text->at) : text->len;
	text->at += line->len + (newline != NULL);
	text->len -= line->len + (newline != NULL);
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

static struct span
trim(struct span s)
{
	while (s.len && (s.at[0] == ' ' || s.at[0] == '\t'))
		s = (struct span){ s.at + 1, s.len - 1 };
	while (s.len && (s.at[s.len - 1] == ' ' || s.at[s.len - 1] == '\t'))
		s.len--;
	return s;
}

static void
add_waiver(struct conversion *c, struct span policy, struct span address, struct span reason, struct span expires)
{
	struct buf *to = c->to;

	buf_adds(to, "{\"Kind\":\"waiver\",\"Policy\":");
	buf_addjson(to, policy);
	if (address.at) {
		buf_adds(to, ",\"Address\":");
		buf_addjson(to, address);
	} else {
		buf_adds(to, ",\"ARN\":\"*\",\"Glob\":true");
	}
	buf_adds(to, ",\"Reason\":");
	buf_addjson(to, reason);
	buf_adds(to, ",\"Owner\":");
	buf_addjson(to, span_of(c->how->owner));
	buf_adds(to, ",\"Expires\":");
	buf_addjson(to, expires);
	buf_adds(to, "}\n");
}

/* One for each policy that the check is.  expires {NULL, 0}: not told. */
static void
convert(struct conversion *c, const char *tool, struct span check, struct span address, struct span reason,
    struct span expires)
{
	struct span rest = buf_span(&c->peers), line, theirs, id;
	time_t t;
	int any = 0;

	if (!expires.at && c->how->expires)
		expires = span_of(c->how->expires);
	if (!c->how->owner || !expires.at) {
		complain(c, c->how->owner ? "no expiry, say one with --expires" : "no owner, say one with --owner", check);
		return;
	}
	if (clock_parse(expires, &t) < 0) {
		complain(c, "not a date", expires);
		return;
	}
	while (next_line(&rest, &line)) {
		theirs = take_until(&line, '\t');
		id = take_until(&line, '\t');
		if (!span_is(theirs, tool) || span_cmp(id, check) != 0)
			continue;
		add_waiver(c, line, address, reason, expires);
		any = 1;
	}
	if (!any)
		complain(c, "no policy of ours is known for it", check);
}

/* A check a line, AVD-AWS-0086 or AWS-0086, and exp:2026-12-31; a comment before it or behind it is the reason. */
static void
read_trivy(struct conversion *c, struct span text)
{
	struct span comment = { NULL, 0 }, line, words, word, id, expires, reason;

	for (c->line = 1; next_line(&text, &line); c->line++) {
		words = trim(take_until(&line, '#'));
		if (!words.len) {
			comment = trim(line);
			continue;
		}
		id = take_until(&words, ' ');
		expires = (struct span){ NULL, 0 };
		while (words.len) {
			word = trim(take_until(&words, ' '));
			if (word.len > 4 && memcmp(word.at, "exp:", 4) == 0)
				expires = (struct span){ word.at + 4, word.len - 4 };
		}
		if (id.len > 4 && memcmp(id.at, "AVD-", 4) == 0)
			id = (struct span){ id.at + 4, id.len - 4 };
		reason = trim(line).len ? trim(line) : comment.len ? comment : SPAN("ignored in .trivyignore");
		convert(c, "trivy", id, (struct span){ NULL, 0 }, reason, expires);
		comment = (struct span){ NULL, 0 };
	}
}

/* resource "aws_s3_bucket" "logs" { : the address. */
static int
begins_block(struct span line, struct buf *address)
{
	struct span type;

	line = trim(line);
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
		check = trim(take_until(&skip, ':'));
		reason = trim(skip).len ? trim(skip) : SPAN("skipped in its source");
		if (in_block)
			convert(c, "checkov", check, buf_span(&address), reason, (struct span){ NULL, 0 });
		else
			complain(c, "a skip outside of a resource", check);
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
					convert(c, "checkov", buf_span(&check), buf_span(&address),
					    SPAN("in .checkov.baseline"), (struct span){ NULL, 0 });
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
		complain(c, "no JSON", span_of(why));
	else
		read_checkov_baseline(c, scan_value(text));
}

static const struct {
	const char *tool;
	void (*read)(struct conversion *c, struct span text);
} tools[] = {
	{ "trivyignore", read_trivy }, { "checkov", read_checkov },
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

	if (file_read(how->peers, &c.peers) < 0) {
		warn("%s", how->peers);
		c.status = 3;
	} else if (file_read(file, &text) < 0) {
		warn("%s", file);
		c.status = 2;
	} else {
		for (i = 0; i < sizeof(tools) / sizeof(*tools); i++)
			if (strcmp(tools[i].tool, how->tool) == 0)
				tools[i].read(&c, buf_span(&text));
	}
	buf_free(&c.peers);
	buf_free(&text);
	return c.status;
}
