/*
 * sorter-test MEMORY [DIR [SORTERS]]: sorts the lines of standard input by what stands before the first tab, twice over,
 * and prints each time a line "runs" with how many went to the file.
 * With SORTERS: the lines are dealt out to so many that share a file and MEMORY, and each prints its own.
 */
#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sorter.h"

static int
print_all(struct sorter *s)
{
	struct span key, value;
	int got;

	while ((got = sorter_next(s, &key, &value)) > 0)
		printf("%.*s\t%.*s\n", (int)key.len, key.at, (int)value.len, value.at);
	return got;
}

static void
add_line(struct sorter *s, const char *line, size_t len)
{
	const char *tab = memchr(line, '\t', len);

	if (!tab)
		errx(3, "no tab");
	if (sorter_add(s, (struct span){ line, (size_t)(tab - line) },
	    (struct span){ tab + 1, (size_t)(line + len - tab) - 2 }) < 0)
		err(1, "add");
}

/* All spill when together they hold more than is allowed. */
static void
share_memory(struct sorter *all, size_t n, size_t memory)
{
	size_t i, held = 0;

	for (i = 0; i < n; i++)
		held += sorter_held(&all[i]);
	for (i = 0; i < n && held > memory; i++)
		if (sorter_spill(&all[i]) < 0)
			err(1, "spill");
}

int
main(int argc, char **argv)
{
	size_t size = 0, memory = argc < 2 ? 0 : strtoul(argv[1], NULL, 10), n, i, lines = 0;
	struct sorter_file file;
	struct sorter *all;
	char *line = NULL;
	ssize_t len;

	if (argc < 2)
		errx(3, "usage: sorter-test memory [dir [sorters]]");
	n = argc > 3 ? strtoul(argv[3], NULL, 10) : 1;
	all = xcalloc(n, sizeof(*all));
	sorter_file_open(&file, argv[2]);
	for (i = 0; i < n; i++)
		if (argc > 3) {
			sorter_open_in(&all[i], &file);
		} else {
			sorter_open(&all[i], argv[2]);
			all[i].memory = memory;
		}
	while ((len = getline(&line, &size, stdin)) > 0) {
		add_line(&all[lines++ % n], line, (size_t)len);
		if (argc > 3)
			share_memory(all, n, memory);
	}
	for (i = 0; i < n; i++) {
		if (sorter_sort(&all[i]) < 0)
			err(1, "sort");
		printf("runs %zu\n", all[i].runs);
		if (print_all(&all[i]) < 0 || sorter_rewind(&all[i]) < 0)
			err(1, "read");
		printf("again\n");
		if (print_all(&all[i]) < 0)
			err(1, "read again");
		sorter_close(&all[i]);
	}
	if (argc > 3)
		printf("left in the file: %lld\n", (long long)file.end);
	sorter_file_close(&file);
	free(all);
	free(line);
	return 0;
}
