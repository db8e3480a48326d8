/* The jq modules in a folder. */
#include "modules.h"

#include <dirent.h>
#include <err.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "file.h"
#include "module.h"
#include "tree.h"

struct walk {
	const char *dir;
	modules_fn *fn;
	void *arg;
};

/* Reads a file and hands its metadata over. */
static int
load(const struct walk *w, const char *name, const char *file)
{
	struct json_object *object;
	struct buf text = {0};
	struct span metadata;
	const char *why;
	size_t at;
	int status = -1;

	if (file_read(file, &text) < 0) {
		warn("%s", file);
	} else if (module_metadata(buf_span(&text), &metadata, &why, &at) < 0) {
		if (strchr(name, '/') || strncmp(why, "no ", 3))
			warnx("%s:%lu: %s", file, module_line(buf_span(&text), at), why);
		else
			status = 0;	/* functions that modules share */
	} else if (!(object = tree_parse(metadata))) {
		warnx("%s: its metadata cannot be read", file);
	} else {
		status = w->fn(w->arg, name, file, object);
	}
	buf_free(&text);
	return status;
}

static int walk(const struct walk *w, const char *folder);

/* One entry of a folder ("" or "s3/"). */
static int
visit(const struct walk *w, const char *folder, const char *entry)
{
	struct buf name = {0}, path = {0};
	size_t len = strlen(entry);
	int status = 0;

	buf_addf(&name, "%s%s", folder, entry);
	if (entry[0] == '.')
		;
	else if (len > 3 && !strcmp(entry + len - 3, ".jq")) {
		buf_addf(&path, "%s/%s", w->dir, name.data);
		name.data[name.len - 3] = '\0';
		status = load(w, name.data, path.data);
	} else if (!*folder) {
		buf_addc(&name, '/');
		status = walk(w, name.data);
	}
	buf_free(&name);
	buf_free(&path);
	return status;
}

static int
walk(const struct walk *w, const char *folder)
{
	struct buf path = {0};
	struct dirent *entry;
	int status = 0;
	DIR *d;

	buf_addf(&path, "%s%s%s", w->dir, *folder ? "/" : "", folder);
	if (!(d = opendir(path.data)) && errno != ENOTDIR) {
		warn("%s", path.data);
		status = -1;
	}
	while (d && (entry = readdir(d)))
		if (visit(w, folder, entry->d_name) < 0)
			status = -1;
	if (d)
		closedir(d);
	buf_free(&path);
	return status;
}

int
modules_each(const char *dir, modules_fn *fn, void *arg)
{
	const struct walk w = { dir, fn, arg };

	return walk(&w, "");
}
