/* Where resources are written: the files of a plan's modules. */
#include <dirent.h>
#include <err.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "file.h"
#include "hcl.h"
#include "scan.h"
#include "terraform_part.h"

struct place {
	char *key;			/* "aws_s3_bucket.logs"; "module.web" */
	const char *file;
	unsigned long line;
};

struct folder {
	char *path;			/* without "." and, where that can be, without ".."; "": where we are */
	char **files;
	size_t nfiles;
	struct place *places;		/* by key, ascending; the first of equal ones counts */
	size_t nplaces;
};

struct tf_sources {
	char *root;
	struct folder **folders;
	size_t n;
	int failed;
};

/* A path without empty steps, ".", and ".." behind a name. */
static char *
clean_path(const char *path)
{
	struct buf clean = {0};
	size_t len, last;

	buf_add(&clean, "/", *path == '/');
	for (; *path; path += len) {
		path += strspn(path, "/");
		len = strcspn(path, "/");
		if (!len || (len == 1 && *path == '.'))
			continue;
		for (last = clean.len; last && clean.data[last - 1] != '/'; last--)
			;
		if (len == 2 && !memcmp(path, "..", 2) && last < clean.len && strcmp(clean.data + last, "..")) {
			clean.len = last > 1 ? last - 1 : last;
			clean.data[clean.len] = '\0';
			continue;
		}
		if (clean.len && clean.data[clean.len - 1] != '/')
			buf_addc(&clean, '/');
		buf_add(&clean, path, len);
	}
	return clean.data;
}

static int
ends_with(const char *name, const char *end)
{
	size_t n = strlen(name), m = strlen(end);

	return n >= m && !strcmp(name + n - m, end);
}

/* A file of a module; not one that changes what others say (override.tf, NAME_override.tf). */
static int
is_source(const char *name)
{
	size_t len;

	if (*name == '.' || !(ends_with(name, ".tf") || ends_with(name, ".tf.json")))
		return 0;
	len = strlen(name) - (ends_with(name, ".tf") ? 3 : 8);
	return !(len == 8 && !memcmp(name, "override", 8)) && !(len > 9 && !memcmp(name + len - 9, "_override", 9));
}

static void
add_place(void *arg, struct span type, struct span name, unsigned long line)
{
	struct folder *f = arg;
	struct buf key = {0};

	if (type.at)
		buf_addspan(&key, type);
	else
		buf_adds(&key, "module");
	buf_addc(&key, '.');
	buf_addspan(&key, name);
	if ((f->nplaces & (f->nplaces - 1)) == 0)
		f->places = xrealloc(f->places, (f->nplaces ? 2 * f->nplaces : 1) * sizeof(*f->places));
	f->places[f->nplaces++] = (struct place){ key.data, f->files[f->nfiles - 1], line };
}

static void
read_file(struct tf_sources *s, struct folder *f, const char *name)
{
	struct buf path = {0}, text = {0};
	struct stat is;

	buf_addf(&path, "%s%s%s", f->path, *f->path && !ends_with(f->path, "/") ? "/" : "", name);
	f->files = xrealloc(f->files, (f->nfiles + 1) * sizeof(char *));
	f->files[f->nfiles++] = path.data;
	if (stat(path.data, &is) == 0 && !S_ISREG(is.st_mode))
		return;
	if (file_read(path.data, &text) < 0) {
		warn("%s", path.data);
		s->failed = 1;
	} else if (!ends_with(name, ".json")) {
		hcl_blocks(buf_span(&text), add_place, f);
	} else if (hcl_json_blocks(buf_span(&text), add_place, f) < 0) {
		warnx("%s: no JSON", path.data);
		s->failed = 1;
	}
	buf_free(&text);
}

static int
by_key(const void *a, const void *b)
{
	const struct place *x = a, *y = b;
	int order = strcmp(x->key, y->key);

	if (order == 0)
		order = strcmp(x->file, y->file);
	return order ? order : (x->line > y->line) - (x->line < y->line);
}

/* 0, or -1 having said why. */
static int
read_folder(struct tf_sources *s, struct folder *f)
{
	DIR *dir = opendir(*f->path ? f->path : ".");
	struct dirent *entry;

	if (!dir) {
		warn("%s", *f->path ? f->path : ".");
		s->failed = 1;
		return -1;
	}
	while ((entry = readdir(dir)))
		if (is_source(entry->d_name))
			read_file(s, f, entry->d_name);
	closedir(dir);
	if (f->nplaces)
		qsort(f->places, f->nplaces, sizeof(*f->places), by_key);
	return 0;
}

/* Takes path. */
static struct folder *
folder(struct tf_sources *s, char *path)
{
	struct folder *f;
	size_t i;

	for (i = 0; i < s->n; i++)
		if (!strcmp(s->folders[i]->path, path)) {
			free(path);
			return s->folders[i];
		}
	f = xcalloc(1, sizeof(*f));
	f->path = path;
	s->folders = xrealloc(s->folders, (s->n + 1) * sizeof(struct folder *));
	s->folders[s->n++] = f;
	read_folder(s, f);
	return f;
}

static const struct place *
find_place(const struct folder *f, const char *key)
{
	size_t low = 0, high = f->nplaces, middle;

	while (low < high) {
		middle = low + (high - low) / 2;
		if (strcmp(f->places[middle].key, key) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low < f->nplaces && !strcmp(f->places[low].key, key) ? &f->places[low] : NULL;
}

/* The folder of a module, malloc'd; NULL if it or one around it is fetched from elsewhere. */
static char *
module_path(const struct tf_sources *s, const struct tf_config *c, size_t module)
{
	const struct tf_module *m = &c->modules[module];
	struct buf path = {0}, scratch = {0};
	char *outer, *clean = NULL;
	struct span source;

	if (!module)
		return xstrdup(s->root);
	source = scan_text(scan_get(m->call, "source"), &scratch);
	outer = source.len > 1 && *source.at == '.' ? module_path(s, c, m->parent) : NULL;
	if (outer) {
		buf_addf(&path, "%s%s%.*s", outer, *outer ? "/" : "", (int)source.len, source.at);
		clean = clean_path(path.data);
	}
	free(outer);
	buf_free(&path);
	buf_free(&scratch);
	return clean;
}

int
tf_sources_find(struct tf_sources *s, const struct tf_config *c, const struct tf_block *block, const char **file,
    unsigned long *line)
{
	const char *key = strchr(block->key, ' ') + 1;
	size_t module = block->module;
	const struct place *place;
	char *path;

	while (!(path = module_path(s, c, module))) {
		key = c->modules[module].path;
		for (const char *p = key; (p = strstr(p, ".module.")); key = ++p)
			;
		module = c->modules[module].parent;
	}
	if (!(place = find_place(folder(s, path), key)))
		return -1;
	*file = place->file;
	*line = place->line;
	return 0;
}

struct tf_sources *
tf_sources_open(const char *dir)
{
	struct tf_sources *s = xcalloc(1, sizeof(*s));

	s->root = clean_path(dir);
	folder(s, xstrdup(s->root));
	if (s->failed && !s->folders[0]->nfiles) {
		tf_sources_close(s);
		return NULL;
	}
	return s;
}

int
tf_sources_close(struct tf_sources *s)
{
	int failed;
	size_t i, k;

	if (!s)
		return 0;
	failed = s->failed;
	for (i = 0; i < s->n; i++) {
		struct folder *f = s->folders[i];

		for (k = 0; k < f->nplaces; k++)
			free(f->places[k].key);
		for (k = 0; k < f->nfiles; k++)
			free(f->files[k]);
		free(f->places);
		free(f->files);
		free(f->path);
		free(f);
	}
	free(s->folders);
	free(s->root);
	free(s);
	return failed ? -1 : 0;
}
