#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "accountid.h"
#include "key.h"
#include "ndjson.h"
#include "record.h"
#include "scan.h"
#include "table.h"
#include "units.h"

struct placed {
	struct span key;		/* as key_add() makes it */
	struct texts paths;
};

struct units {
	struct table accounts;
};

static void
add(struct units *u, struct span account, struct span paths)
{
	struct buf key = {0};
	struct placed *placed;

	key_add(&key, account);
	placed = table_get(&u->accounts, buf_span(&key));
	texts_read(&placed->paths, paths);
	buf_free(&key);
}

/* What AWS says of an account: its parent and, if it is told, the path to it. */
static void
read_account(struct units *u, const struct record *r)
{
	struct span id = scan_get(r->configuration, "Id"), key, parent;
	struct scan_iter it = scan_open(scan_get(r->configuration, "Parents"));

	if (scan_kind(id) != SCAN_STRING)
		return;
	while (scan_next(&it, &key, &parent))
		add(u, id, scan_get(parent, "Id"));
	add(u, id, scan_get(r->configuration, "Paths"));
}

/* A line of a file of accounts may be an account's id alone, or begin with #.  What is wrong with it, or NULL. */
static const char *
read_line(struct units *u, struct span line)
{
	struct texts paths = {0};
	struct record r;
	struct span ou;
	const char *why;
	size_t at;
	int status;

	if (*line.at == '#' || account_is_id(line.at))
		return NULL;
	if (scan_check(line, &why, &at) < 0)
		return why;
	ou = scan_get(line, "OU");
	record_read(&r, line);
	if (record_is(&r, "resource")) {
		if (scan_string_is(r.type, "AWS::Organizations::Account"))
			read_account(u, &r);
		return NULL;
	}
	if (!ou.at || scan_kind(r.account) != SCAN_STRING)
		return NULL;
	status = texts_read(&paths, ou);
	texts_free(&paths);
	if (status < 0)
		return "OU is neither a text nor a list of texts";
	add(u, r.account, ou);
	return NULL;
}

/* 1 having said what is wrong. */
static int
read_text(struct units *u, const char *path, unsigned long number, char *text)
{
	struct span line = { text, strcspn(text, "\n") };
	const char *why;

	if (!ndjson_trim(&line, number))
		return 0;
	text[line.at + line.len - text] = 0;
	if (!(why = read_line(u, line)))
		return 0;
	warnx("%s:%lu: %s", path, number, why);
	return 1;
}

struct units *
units_read(const char *path)
{
	FILE *in = fopen(path, "r");
	struct units *u = xcalloc(1, sizeof(*u));
	unsigned long number = 0;
	char *text = NULL;
	size_t room = 0;
	int bad = 0;

	u->accounts = (struct table){ .size = sizeof(struct placed) };
	while (in && getline(&text, &room, in) >= 0)
		bad |= read_text(u, path, ++number, text);
	if (!in || ferror(in)) {
		warn("%s", path);
		bad = 1;
	}
	if (in)
		fclose(in);
	free(text);
	if (!bad)
		return u;
	units_free(u);
	return NULL;
}

const struct texts *
units_of(const struct units *u, struct span account)
{
	const struct placed *placed;
	struct buf key = {0};

	key_add(&key, account);
	placed = table_find(&u->accounts, buf_span(&key));
	buf_free(&key);
	return placed ? &placed->paths : NULL;
}

static int
has_step(const char *path, const char *unit)
{
	size_t len = strlen(unit), step;

	for (; *path; path += step + (path[step] == '/')) {
		step = strcspn(path, "/");
		if (step == len && memcmp(path, unit, len) == 0)
			return 1;
	}
	return 0;
}

int
units_below(const struct texts *paths, const char *unit)
{
	size_t i, len = strlen(unit);

	while (len > 1 && unit[len - 1] == '/')
		len--;
	for (i = 0; i < paths->n; i++)
		if (has_step(paths->text[i], unit) || (strncmp(paths->text[i], unit, len) == 0 &&
		    (paths->text[i][len] == '/' || !paths->text[i][len])))
			return 1;
	return 0;
}

void
units_free(struct units *u)
{
	size_t i;

	if (!u)
		return;
	for (i = 0; i < u->accounts.n; i++)
		texts_free(&((struct placed *)u->accounts.item[i])->paths);
	table_free(&u->accounts);
	free(u);
}
