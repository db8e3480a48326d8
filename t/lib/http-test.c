/*
 * Drives lib/http.c: http-test URL MOST HEADER.  Gets URL with at most MOST bytes of body; prints the status, the
 * failure's name, the body's length and the header, "-" for what is not there.
 */
#include <stdio.h>
#include <stdlib.h>

#include "http.h"

int
main(int argc, char **argv)
{
	struct http_options options = { .connections = 1, .connect_timeout_ms = 5000, .total_timeout_ms = 5000 };
	struct http_exchange *x;
	struct http *http;
	const char *why, *failure, *header;

	if (argc != 4)
		return 3;
	options.max_body = strtoul(argv[2], NULL, 10);
	http = http_open(&options);
	x = http_begin(http, "GET", argv[1], NULL);
	http_send(x, (struct span){ NULL, 0 });
	while (!http_wait(http, 1000))
		;
	failure = http_failure(x, &why);
	header = http_header(x, argv[3]);
	printf("%ld %s %zu %s\n", http_status(x), failure ? failure : "-", http_body(x).len, header ? header : "-");
	http_end(x);
	http_close(http);
	return 0;
}
