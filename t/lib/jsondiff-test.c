/* Two JSON values and what is said of their difference: one line a change, "path old new", "-" for what is not there. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "jsondiff.h"
#include "jsonsame.h"
#include "pointer.h"
#include "scan.h"

static int failures;

static const struct {
	const char *old, *new, *changes;
} rows[] = {
	{ "{}", "{}", "" },
	{ "1", "2", " 1 2\n" },
	{ "{\"a\":1,\"b\":2}", " { \"b\" : 2 , \"a\" : 1 } ", "" },
	{ "{\"a\":1}", "{\"a\":1.0}", "" },
	{ "{\"a\":[1,2]}", "{\"a\":[2,1]}", "/a/0 1 2\n/a/1 2 1\n" },
	{ "{\"a\":[1,2,3]}", "{\"a\":[1]}", "/a/1 2 -\n/a/2 3 -\n" },
	{ "{\"a\":null}", "{}", "/a null -\n" },
	{ "{\"a\":{}}", "{\"a\":[]}", "/a {} []\n" },
	{ "{\"a\":{\"b\":1}}", "{\"a\":null}", "/a {\"b\":1} null\n" },
	{ "{\"a/b~c\":1}", "{\"a/b~c\":2}", "/a~1b~0c 1 2\n" },
	{ "{\"\":1}", "{\"\":2}", "/ 1 2\n" },
	{ "{\"\\u0061\":\"\\u0062\"}", "{\"a\":\"b\"}", "" },
	{ "{\"a\":1,\"a\":2}", "{\"a\":2}", "" },
	{ "{\"a\":1,\"a\":2}", "{\"a\":1}", "/a 2 1\n" },
	{ "{\"b\":1,\"a\":1}", "{\"a\":2,\"b\":2}", "/a 1 2\n/b 1 2\n" },
	/* sets */
	{ "[{\"Key\":\"a\",\"Value\":\"1\"},{\"Key\":\"b\",\"Value\":\"2\"}]",
	    "[{\"Key\":\"b\",\"Value\":\"2\"},{\"Key\":\"a\",\"Value\":\"1\"}]", "" },
	{ "[{\"Key\":\"a\",\"Value\":\"1\"},{\"Key\":\"b\",\"Value\":\"2\"}]",
	    "[{\"Key\":\"b\",\"Value\":\"3\"},{\"Key\":\"a\",\"Value\":\"1\"}]", "/0/Value \"2\" \"3\"\n" },
	{ "[{\"Key\":\"a\"},{\"Key\":\"b\"}]", "[{\"Key\":\"c\"},{\"Key\":\"b\"}]",
	    "/0 {\"Key\":\"a\"} -\n/0 - {\"Key\":\"c\"}\n" },
	{ "[{\"Key\":\"b\"}]", "[{\"Key\":\"a\"},{\"Key\":\"\\u0062\"}]", "/0 - {\"Key\":\"a\"}\n" },
	{ "[]", "[{\"Key\":\"a\"}]", "/0 - {\"Key\":\"a\"}\n" },
	{ "[{\"IpProtocol\":\"tcp\",\"FromPort\":22,\"ToPort\":22},{\"IpProtocol\":\"-1\"}]",
	    "[{\"IpProtocol\":\"-1\"},{\"IpProtocol\":\"tcp\",\"FromPort\":22,\"ToPort\":22}]", "" },
	{ "[{\"CidrIp\":\"10.0.0.0/8\"},{\"CidrIp\":\"0.0.0.0/0\"}]", "[{\"CidrIp\":\"0.0.0.0/0\"}]",
	    "/0 {\"CidrIp\":\"10.0.0.0/8\"} -\n" },
	/* no key tells them apart: by position */
	{ "[{\"Key\":\"a\",\"n\":1},{\"Key\":\"a\",\"n\":2}]", "[{\"Key\":\"a\",\"n\":2},{\"Key\":\"a\",\"n\":1}]",
	    "/0/n 1 2\n/1/n 2 1\n" },
	{ "[{\"RuleNumber\":1,\"a\":1},{\"RuleNumber\":2}]", "[{\"RuleNumber\":2},{\"RuleNumber\":1,\"a\":1}]", "" },
	{ "\"{\\\"a\\\":1}\"", "\"{ \\\"a\\\": 1 }\"", "" },
	{ "[{\"Key\":true}]", "[{\"Key\":false}]", "/0/Key true false\n" },
	{ "[{\"Key\":\"a\"},1]", "[1,{\"Key\":\"a\"}]", "/0 {\"Key\":\"a\"} 1\n/1 1 {\"Key\":\"a\"}\n" },
};

static const struct {
	const char *a, *b;
	int same;
} scalars[] = {
	{ "1", "1.0", 1 }, { "1", "10e-1", 1 }, { "1", "0.1E+1", 1 }, { "100", "1e2", 1 }, { "0.05", "5e-2", 1 },
	{ "12.50", "12.5", 1 }, { "12.5", "125e-1", 1 }, { "0", "-0.0", 1 }, { "0", "0e99", 1 }, { "-1", "1", 0 },
	{ "1", "2", 0 }, { "10", "1", 0 }, { "0.1", "0.01", 0 }, { "1e1", "1e-1", 0 }, { "101", "11", 0 },
	{ "12345678901234567890", "12345678901234567891", 0 }, { "12345678901234567890", "1234567890123456789e1", 1 },
	{ "0.1", "0.10000000000000001", 0 }, { "1e9999999999999999999", "1e-9999999999999999999", 0 },
	{ "1005", "1.005e3", 1 }, { "1.05", "10.5", 0 }, { "1", "\"1\"", 0 }, { "null", "false", 0 }, { "true", "true", 1 },
	{ "\"a\\/b\"", "\"a/b\"", 1 }, { "\"\\ud83d\\ude00\"", "\"\xf0\x9f\x98\x80\"", 1 }, { "\"a\"", "\"A\"", 0 },
};

static const struct {
	const char *pattern, *pointer;
	int matches;
} patterns[] = {
	{ "", "", 1 }, { "/a", "/a", 1 }, { "/a", "/b", 0 }, { "/a", "/a/b", 0 }, { "/a/b", "/a", 0 },
	{ "/a/\1/b", "/a/7/b", 1 }, { "/a/\1/b", "/a/7/c", 0 }, { "/\1", "", 0 }, { "/a/", "/a/", 1 }, { "/a/", "/a", 0 },
};

static void
add(struct buf *to, struct span s)
{
	buf_addc(to, ' ');
	if (s.at)
		buf_addspan(to, s);
	else
		buf_addc(to, '-');
}

static void
found(void *context, const struct jsondiff_change *change)
{
	struct buf *said = context;

	buf_addspan(said, change->path);
	add(said, change->old);
	add(said, change->new);
	buf_addc(said, '\n');
}

static void
check_diff(const char *old, const char *new, const char *changes, const char *ignored_old, const char *ignored_new)
{
	struct buf said = {0};
	struct jsondiff d = { .found = found, .context = &said };

	if (ignored_old)
		jsondiff_ignore(&d, JSONDIFF_OLD, span_of(ignored_old));
	if (ignored_new)
		jsondiff_ignore(&d, JSONDIFF_NEW, span_of(ignored_new));
	jsondiff(&d, scan_value(span_of(old)), scan_value(span_of(new)));
	if (!span_is(buf_span(&said), changes)) {
		printf("%s\n%s\nsaid:\n%sexpected:\n%s", old, new, said.data ? said.data : "", changes);
		failures++;
	}
	jsondiff_free(&d);
	buf_free(&said);
}

static void
check_order_of_members(void)
{
	check_diff("{\"a\":{\"x\":1,\"y\":2}}", "{\"a\":{\"y\":3,\"x\":2}}", "/a/x 1 2\n/a/y 2 3\n", NULL, NULL);
	check_diff("{\"a\":{\"y\":2,\"x\":1}}", "{\"a\":{\"x\":2,\"y\":3}}", "/a/x 1 2\n/a/y 2 3\n", NULL, NULL);
}

static void
check_ignored(void)
{
	check_diff("{\"a\":1,\"b\":1}", "{\"a\":2,\"b\":2}", "/b 1 2\n", NULL, "/a");
	check_diff("{\"a\":1}", "{}", "", NULL, "/a");
	check_diff("{}", "{\"a\":1}", "", "/a", NULL);
	check_diff("{\"a\":{\"b\":1,\"c\":1}}", "{\"a\":{\"b\":2,\"c\":2}}", "/a/c 1 2\n", "/a/b", NULL);
	/* where a set's item lies on the one side says nothing of the other side */
	check_diff("[{\"Id\":\"p\",\"n\":1},{\"Id\":\"q\",\"n\":1}]", "[{\"Id\":\"q\",\"n\":2},{\"Id\":\"p\",\"n\":2}]",
	    "/0/n 1 2\n", "/0/n", NULL);
	check_diff("[{\"Id\":\"p\",\"n\":1},{\"Id\":\"q\",\"n\":1}]", "[{\"Id\":\"q\",\"n\":2},{\"Id\":\"p\",\"n\":2}]",
	    "/1/n 1 2\n", NULL, "/0/n");
}

int
main(void)
{
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		check_diff(rows[i].old, rows[i].new, rows[i].changes, NULL, NULL);
	for (i = 0; i < sizeof(scalars) / sizeof(*scalars); i++)
		if (jsonsame(span_of(scalars[i].a), span_of(scalars[i].b)) != scalars[i].same ||
		    jsonsame(span_of(scalars[i].b), span_of(scalars[i].a)) != scalars[i].same) {
			printf("%s and %s: the same? %d\n", scalars[i].a, scalars[i].b, !scalars[i].same);
			failures++;
		}
	for (i = 0; i < sizeof(patterns) / sizeof(*patterns); i++)
		if (pointer_matches(span_of(patterns[i].pattern), span_of(patterns[i].pointer)) != patterns[i].matches) {
			printf("%s on %s: %d\n", patterns[i].pattern, patterns[i].pointer, !patterns[i].matches);
			failures++;
		}
	check_order_of_members();
	check_ignored();
	return failures != 0;
}
