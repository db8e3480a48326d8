/*
 * path-test meets A B		"yes", "no", or "no path: REASON"
 * path-test present PATH <json	"yes" or "no"
 */
#include <stdio.h>
#include <string.h>

#include "path.h"
#include "scan.h"

int
main(int argc, char **argv)
{
	struct path a = {0}, b = {0};
	const char *why;
	char json[4096];
	int yes;

	if (argc < 3)
		return 3;
	if (path_parse(&a, span_of(argv[2]), &why) < 0 || (argc > 3 && path_parse(&b, span_of(argv[3]), &why) < 0)) {
		printf("no path: %s\n", why);
		path_free(&a);
		return 1;
	}
	if (strcmp(argv[1], "meets") == 0) {
		yes = path_meets(&a, &b);
	} else {
		json[fread(json, 1, sizeof(json) - 1, stdin)] = '\0';
		yes = path_present(&a, scan_value(span_of(json)));
	}
	puts(yes ? "yes" : "no");
	path_free(&a);
	path_free(&b);
	return 0;
}
