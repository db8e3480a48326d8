/* Reads lines of JSON as jqvalue.h and as jq's parser, and prints those that come out otherwise, and how many there were. */
#include <stdio.h>
#include <string.h>

#include "jqvalue.h"
#include "ndjson.h"
#include "scan.h"

/* Takes value: as text, or why there is none. */
static jv
text_of(jv value)
{
	return jv_is_valid(value) ? jv_dump_string(value, 0) : jv_invalid_get_msg(value);
}

static int
same(struct span line)
{
	jv ours = text_of(jqvalue_parse(line)), theirs = text_of(jv_parse_sized(line.at, (int)line.len));
	int differs = strcmp(jv_string_value(ours), jv_string_value(theirs)) != 0;

	jv_free(ours);
	jv_free(theirs);
	return !differs;
}

int
main(void)
{
	static char *files[] = { "-", NULL };
	struct ndjson in;
	struct span line;
	unsigned long n = 0;
	const char *why;
	size_t at;

	ndjson_open(&in, files);
	while (ndjson_line(&in, &line))
		if (scan_check(line, &why, &at) == 0 && ++n && !same(line))
			printf("%.*s\n", (int)line.len, line.at);
	printf("%lu\n", n);
	return ndjson_close(&in);
}
