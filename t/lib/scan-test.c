/*
 * Drives scan.h.
 *	scan-test texts <table		each text of t/data/json-texts is accepted or refused as told; names those that are not
 *	scan-test check <text		"ok", or "OFFSET: reason"
 *	scan-test get path... <text	what scan_path finds at each path, a line each
 *	scan-test decode <text		the string that the text is, decoded
 *	scan-test integer <text		scan_integer, or "none"
 */
#include <err.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "scan.h"

static void
slurp(struct buf *b)
{
	size_t got;

	buf_add(b, "", 0);
	do {
		buf_reserve(b, 4096);
		got = fread(b->data + b->len, 1, 4096, stdin);
		b->len += got;
	} while (got);
}

static void
unescape(const char *p, struct buf *to)
{
	char hex[3] = "";

	buf_clear(to);
	for (; *p && *p != '\n'; p++) {
		if (p[0] == '\\' && p[1] == 'x') {
			memcpy(hex, p + 2, 2);
			buf_addc(to, (char)strtol(hex, NULL, 16));
			p += 3;
		} else {
			buf_addc(to, *p);
		}
	}
}

static int
texts(void)
{
	static char line[1 << 16];
	struct buf text = {0};
	const char *why;
	size_t at;
	int wrong = 0, n = 0, accepted;

	while (fgets(line, sizeof(line), stdin)) {
		if (line[0] == '#')
			continue;
		n++;
		unescape(strchr(line, '\t') + 1, &text);
		/* A copy of its exact size, so that a sanitizer sees a read beyond it. */
		char *exact = xmalloc(text.len);
		if (text.len)
			memcpy(exact, text.data, text.len);
		accepted = scan_check((struct span){ exact, text.len }, &why, &at) == 0;
		free(exact);
		if (accepted != (line[0] == 'a')) {
			printf("%s: %s", accepted ? "accepted" : "refused", line);
			wrong++;
		}
	}
	buf_free(&text);
	printf("%d texts, %d wrong\n", n, wrong);
	return wrong > 0;
}

int
main(int argc, char **argv)
{
	struct buf text = {0}, out = {0};
	struct span value;
	const char *why = "", *what = argc > 1 ? argv[1] : "";
	size_t at = 0;
	int i;

	if (strcmp(what, "texts") == 0)
		return texts();
	slurp(&text);
	if (scan_check(buf_span(&text), &why, &at) < 0) {
		printf("%zu: %s\n", at, why);
		buf_free(&text);
		return 1;
	}
	value = scan_value(buf_span(&text));
	if (strcmp(what, "check") == 0)
		puts("ok");
	else if (strcmp(what, "decode") == 0 && scan_decode(value, &out) == 0)
		fwrite(out.data, 1, out.len, stdout);
	else if (strcmp(what, "integer") == 0)
		printf("%lld\n", scan_integer(value, LLONG_MAX));
	for (i = 2; i < argc; i++) {
		struct span found = scan_path(value, argv[i]);

		printf("%.*s\n", found.at ? (int)found.len : 4, found.at ? found.at : "none");
	}
	buf_free(&text);
	buf_free(&out);
	return 0;
}
