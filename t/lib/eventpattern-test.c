/* eventpattern-test: a PATTERN and an EVENT on two lines at a time; "yes", "no", or "not a pattern: REASON". */
#include <stdio.h>

#include "eventpattern.h"
#include "ndjson.h"

int
main(int argc, char **argv)
{
	struct ndjson in;
	struct span line;
	struct buf pattern = {0}, scratch = {0};
	const char *why;

	ndjson_open(&in, argv + (argc > 0));
	while (ndjson_next(&in, &line)) {
		buf_clear(&pattern);
		buf_addspan(&pattern, line);
		if (!ndjson_next(&in, &line))
			break;
		if ((why = eventpattern_check(buf_span(&pattern), &scratch)))
			printf("not a pattern: %s\n", why);
		else
			puts(eventpattern_matches(buf_span(&pattern), line) ? "yes" : "no");
	}
	buf_free(&pattern);
	buf_free(&scratch);
	return ndjson_close(&in);
}
