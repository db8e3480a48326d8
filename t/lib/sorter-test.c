/*
 * sorter-test MEMORY [DIR]: sorts the lines of standard input by what stands before the first tab, twice over,
 * and prints each time a line "runs" with how many went to the file.
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

int
main(int argc, char **argv)
{
	struct sorter s;
	char *line = NULL, *tab;
	size_t size = 0;
	ssize_t len;

	if (argc < 2)
		errx(3, "usage: sorter-test memory [dir]");
	sorter_open(&s, argv[2]);
	s.memory = strtoul(argv[1], NULL, 10);
	while ((len = getline(&line, &size, stdin)) > 0) {
		if (!(tab = memchr(line, '\t', (size_t)len)))
			errx(3, "no tab");
		if (sorter_add(&s, (struct span){ line, (size_t)(tab - line) },
		    (struct span){ tab + 1, (size_t)(line + len - tab) - 2 }) < 0)
			err(1, "add");
	}
	if (sorter_sort(&s) < 0)
		err(1, "sort");
	printf("runs %zu\n", s.runs);
	if (print_all(&s) < 0 || sorter_rewind(&s) < 0)
		err(1, "read");
	printf("again\n");
	if (print_all(&s) < 0)
		err(1, "read again");
	sorter_close(&s);
	free(line);
	return 0;
}
