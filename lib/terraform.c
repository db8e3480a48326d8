/* Resources as Terraform tells of them: the run. */
#include "terraform.h"

#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "clock.h"
#include "commalist.h"
#include "out.h"
#include "scan.h"
#include "terraform_part.h"

enum { BLOCK = 256 << 10, DOCUMENT_MOST = 2000 << 20 };	/* libjq counts bytes in an int */

/* Reads all of a document into text, and ends it with a NUL.  0, or -1 having said why. */
static int
read_all(const char *name, struct buf *text)
{
	int fd = strcmp(name, "-") ? open(name, O_RDONLY | O_CLOEXEC) : STDIN_FILENO;
	ssize_t got = 1;

	if (fd < 0) {
		warn("%s", name);
		return -1;
	}
	while (got) {
		buf_reserve(text, BLOCK);
		got = read(fd, text->data + text->len, BLOCK);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0 || text->len > DOCUMENT_MOST) {
			if (got < 0)
				warn("%s", name);
			else
				warnx("%s: larger than 2000 MiB", name);
			got = -1;
			break;
		}
		text->len += (size_t)got;
	}
	buf_add(text, "", 0);
	if (fd != STDIN_FILENO)
		close(fd);
	return (int)got;
}

static int
wanted(const struct tf_map *map, const struct source_options *o)
{
	return map->resource_type &&
	    (!o->types || commalist_has(o->types, map->resource_type) || commalist_has(o->types, map->type)) &&
	    (!o->service || !strcmp(o->service, map->service));
}

/* Names once what is in the document and in no record: "what: aws_a (1), aws_b (2)". */
static void
name_types(const struct tf_document *d, const char *what, const struct tf_map *map, size_t count, struct buf *line)
{
	if (!count)
		return;
	if (line->len)
		buf_adds(line, ", ");
	else
		buf_addf(line, "%s: %s: ", d->name, what);
	buf_addf(line, "%s (%zu)", map->type, count);
}

static size_t
joined_nowhere(const struct tf_document *d, const struct tf_map *map, const char *joined)
{
	size_t i, n = 0;

	for (i = 0; i < map->nresources; i++)
		n += !joined[map->resources[i]] && d->all[map->resources[i]].action != TF_DELETE;
	return n;
}

static void
say_what_is_missing(const struct tf_document *d, const struct tf_maps *maps)
{
	struct buf unmapped = {0}, alone = {0};
	char *joined = xcalloc(d->n + 1, 1);
	size_t i, k;

	for (i = 0; i < d->n; i++)
		for (k = 0; k < d->all[i].nparts; k++)
			if (!d->all[i].parts[k].gone)
				joined[d->all[i].parts[k].resource] = 1;
	for (i = 0; i < maps->n; i++) {
		const struct tf_map *map = maps->all[i];

		if (!map->found && !strncmp(map->type, "aws_", 4))
			name_types(d, "not mapped", map, map->nresources, &unmapped);
		else if (map->found && !map->resource_type)
			name_types(d, "what they belong to is not here", map, joined_nowhere(d, map, joined), &alone);
	}
	if (unmapped.len)
		warnx("%s", unmapped.data);
	if (alone.len)
		warnx("%s", alone.data);
	buf_free(&unmapped);
	buf_free(&alone);
	free(joined);
}

static int
print_all(struct tf_document *d, struct tf_maps *maps, const struct source_options *o)
{
	struct buf scratch = {0};
	time_t when = o->now;
	size_t i;
	int status = 0;

	if (scan_kind(d->time) == SCAN_STRING && clock_parse(scan_text(d->time, &scratch), &when) < 0)
		when = o->now;
	buf_free(&scratch);
	for (i = 0; i < d->n && !out_gone(); i++)
		if (d->all[i].map->found && wanted(d->all[i].map, o) && tf_record(d, &d->all[i], maps, when) < 0)
			status = 2;
	return status;
}

/* One document, from its text to its records. */
static int
collect(const char *name, int is_plan, struct tf_maps *maps, const struct source_options *o)
{
	struct tf_document d = { .name = strcmp(name, "-") ? name : "(stdin)", .is_plan = is_plan };
	int status = 2;

	if (read_all(name, &d.text) == 0 && tf_read(&d, maps) == 0) {
		status = 3;
		if (o->source)
			d.sources = tf_sources_open(o->source);
		if (tf_maps_compile(maps) == 0 && (d.sources || !o->source)) {
			tf_place(&d, o);
			tf_join(&d, maps);
			if (o->live)
				tf_live_read(&d, maps, (char *)o->live);
			status = print_all(&d, maps, o);
			say_what_is_missing(&d, maps);
		}
		if (tf_sources_close(d.sources) < 0 && status < 2)
			status = 2;
		if (tf_live_close(d.live) < 0 && status < 2)
			status = 2;
	}
	tf_maps_forget(maps);
	tf_document_free(&d);
	return status;
}

static int
collect_all(const struct source_options *o, char **files, int is_plan)
{
	static char *standard_input[] = { "-", NULL };
	struct tf_maps maps;
	int status = tf_maps_open(&maps, o->dir) < 0 ? 3 : 0, one;

	for (files = *files ? files : standard_input; *files && status < 3 && !out_gone(); files++) {
		one = collect(*files, is_plan, &maps, o);
		status = one > status ? one : status;
	}
	tf_maps_free(&maps);
	return status;
}

int
terraform_state(const struct source_options *o, char **files)
{
	return collect_all(o, files, 0);
}

int
terraform_plan(const struct source_options *o, char **files)
{
	return collect_all(o, files, 1);
}
