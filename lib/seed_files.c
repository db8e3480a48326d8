/* The estate as files in a folder. */
#include <sys/stat.h>

#include <err.h>
#include <errno.h>
#include <stdlib.h>

#include "atomicfile.h"
#include "seed.h"

static int
add_lines(void *arg, struct span lines)
{
	struct atomicfile *file = arg;

	atomicfile_text(file, lines);
	if (!file->error)
		return 0;
	errno = file->error;
	return -1;
}

static int
findings(const struct seed *s, const char *tmpdir, struct atomicfile *file)
{
	return seed_findings(s, tmpdir, add_lines, file);
}

static int
inventory(const struct seed *s, const char *tmpdir, struct atomicfile *file)
{
	(void)tmpdir;
	return seed_inventory(s, add_lines, file);
}

static int
accounts(const struct seed *s, const char *tmpdir, struct atomicfile *file)
{
	(void)tmpdir;
	return seed_accounts(s, add_lines, file);
}

static int
policies(const struct seed *s, const char *tmpdir, struct atomicfile *file)
{
	(void)tmpdir;
	return seed_policies(s, add_lines, file);
}

static const struct {
	const char *name;
	int (*make)(const struct seed *s, const char *tmpdir, struct atomicfile *file);
} files[] = {
	{ "accounts.ndjson", accounts }, { "policies.ndjson", policies }, { "inventory.ndjson", inventory },
	{ "findings.ndjson", findings },
};
enum { FILES = sizeof files / sizeof *files };

static int
make_file(const struct seed *s, const char *path, const char *tmpdir, size_t which)
{
	struct atomicfile file;

	if (atomicfile_open(&file, path) < 0)
		return -1;
	if (files[which].make(s, tmpdir, &file) == 0)
		return atomicfile_commit(&file);
	atomicfile_abandon(&file);
	return -1;
}

int
seed_files(const struct seed *s, const char *dir, const char *tmpdir)
{
	struct buf path = {0};
	size_t i;
	int status = 0;

	if (mkdir(dir, 0700) < 0 && errno != EEXIST) {
		warn("%s", dir);
		return -1;
	}
	for (i = 0; i < FILES && status == 0; i++) {
		buf_clear(&path);
		buf_addf(&path, "%s/%s", dir, files[i].name);
		if ((status = make_file(s, path.data, tmpdir, i)) < 0)
			warn("%s", path.data);
	}
	buf_free(&path);
	return status;
}
