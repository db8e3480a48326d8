/* Drives documents.h: documents-test LIST,... [file ...] prints each object as "LINE TEXT"; its status is the files'. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "documents.h"

int
main(int argc, char **argv)
{
	const char *lists[8] = { NULL };
	struct documents d;
	struct span object;
	size_t n = 0;
	char *name;

	if (argc < 2)
		return 3;
	for (name = strtok(argv[1], ","); name && n < 7; name = strtok(NULL, ","))
		lists[n++] = name;
	documents_open(&d, argv + 2, lists);
	while (documents_next(&d, &object))
		printf("%lu %.*s\n", d.began, (int)object.len, object.at);
	return documents_close(&d);
}
