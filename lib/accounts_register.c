#include <err.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "accounts_register.h"
#include "atomicfile.h"
#include "clock.h"
#include "file.h"
#include "lockfile.h"
#include "tree.h"

/* The account of a line: an id, or a record of it.  parsed: the record, to be put; NULL: it is none. */
static int
is_of(struct span line, const char *id, struct json_object **parsed)
{
	struct json_object *record = line.len && *line.at == '{' ? tree_parse(line) : NULL;
	const char *of = tree_text(record, "AccountId");
	int is = record ? of && !strcmp(of, id) : span_is(line, id);

	*parsed = is ? record : NULL;
	if (!is)
		json_object_put(record);
	return is;
}

/* The line, which says that the account is active from now on. */
static void
activate(struct span line, struct json_object *record, struct buf *to)
{
	const char *status = tree_text(record, "Status");

	if (!status || !strcasecmp(status, "active")) {
		buf_addspan(to, line);
		return;
	}
	tree_set_text(record, "Status", "active");
	tree_print(record, to);
}

/* An account's line, as the file of qrie-seed data has them. */
static void
add(const char *id, time_t now, struct buf *to)
{
	char time[CLOCK_TEXT];

	clock_format(now, time);
	buf_addf(to, "{\"AccountId\":\"%s\",\"AccountName\":\"Test Account %s\",\"Status\":\"active\",\"OnboardedAt\":\"%s\"}\n",
	    id, id, time);
}

/* The text with one account in it that is active. */
static void
put(struct buf *text, const char *id, time_t now)
{
	struct span rest = buf_span(text), line;
	struct json_object *record;
	struct buf out = {0};
	int there = 0;

	while (span_line(&rest, &line)) {
		while (line.len && strchr(" \t\r", line.at[line.len - 1]))
			line.len--;
		if (is_of(line, id, &record)) {
			there = 1;
			activate(line, record, &out);
			json_object_put(record);
		} else {
			buf_addspan(&out, line);
		}
		buf_addc(&out, '\n');
	}
	if (!there)
		add(id, now, &out);
	buf_free(text);
	*text = out;
}

static int
write_file(const char *path, struct buf *text)
{
	struct atomicfile file;

	if (atomicfile_open(&file, path) < 0)
		return -1;
	atomicfile_text(&file, buf_span(text));
	return atomicfile_commit(&file);
}

int
accounts_register(const char *path, char *const *ids, time_t now)
{
	char *real = atomicfile_target(path);
	int lock = lockfile_open(real), status = -1;
	struct buf text = {0};

	if (lock < 0 || lockfile_wait(lock) < 0) {
		warn("%s.lock", real);
	} else if (file_read(real, &text) < 0 && errno != ENOENT) {
		warn("%s", real);
	} else {
		for (; *ids; ids++)
			put(&text, *ids, now);
		if ((status = write_file(real, &text)) < 0)
			warn("%s", real);
	}
	if (lock >= 0)
		close(lock);
	buf_free(&text);
	free(real);
	return status;
}
