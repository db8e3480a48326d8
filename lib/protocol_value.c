#include <errno.h>
#include <float.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "awstime.h"
#include "protocol_part.h"
#include "scan.h"

/* Levels of a document within an answer: the records it ends up in are read again, and may have SCAN_DEPTH. */
enum { DOCUMENT_DEPTH = SCAN_DEPTH / 2 };

static int
parse(struct span text, int depth, struct json_object **out, char **why)
{
	struct json_tokener *tokener;
	const char *wrong;
	size_t at;

	*out = NULL;
	if (text.len > INT32_MAX)
		return protocol_fail(why, "JSON too long");
	if (scan_check(text, &wrong, &at) < 0)
		return protocol_fail(why, "JSON byte %zu: %s", at + 1, wrong);
	if (!(tokener = json_tokener_new_ex(depth)))
		return protocol_fail(why, "no memory for a JSON parser");
	*out = json_tokener_parse_ex(tokener, text.at, (int)text.len);
	if (json_tokener_get_error(tokener) == json_tokener_continue)	/* a bare number might go on */
		*out = json_tokener_parse_ex(tokener, "", 1);
	at = json_tokener_get_error(tokener) == json_tokener_success;
	json_tokener_free(tokener);
	return at ? 0 : protocol_fail(why, "JSON that cannot be read");
}

int
value_parse(struct span text, struct json_object **out, char **why)
{
	return parse(text, SCAN_DEPTH + 2, out, why);
}

/* Digits and exponent as Python's repr() lays them out. */
static void
lay_out(const char *digits, int exponent, struct buf *to)
{
	int n = (int)strlen(digits), i;

	if (exponent < -4 || exponent >= 16) {
		buf_addc(to, digits[0]);
		if (n > 1)
			buf_addf(to, ".%s", digits + 1);
		buf_addf(to, "e%c%02d", exponent < 0 ? '-' : '+', abs(exponent));
	} else if (exponent < 0) {
		buf_adds(to, "0.");
		for (i = -1; i > exponent; i--)
			buf_addc(to, '0');
		buf_adds(to, digits);
	} else {
		for (i = 0; i < n || i <= exponent; i++) {
			if (i == exponent + 1)
				buf_addc(to, '.');
			buf_addc(to, i < n ? digits[i] : '0');
		}
		if (n <= exponent + 1)
			buf_adds(to, ".0");
	}
}

/* Beyond what a double can hold: 1e999. */
static int
is_too_large(double d)
{
	return d > DBL_MAX || d < -DBL_MAX;
}

/* The shortest text that reads back as the same number. */
static struct json_object *
new_double(double d)
{
	char text[40], digits[20];
	struct buf out = {0};
	struct json_object *json;
	int precision = 0, n = 0;
	char *p;

	do
		snprintf(text, sizeof text, "%.*e", precision, d);
	while (strtod(text, NULL) != d && ++precision < 17);
	for (p = text; *p && *p != 'e'; p++)
		if (*p >= '0' && *p <= '9')
			digits[n++] = *p;
	digits[n] = '\0';
	while (n > 1 && digits[n - 1] == '0')
		digits[--n] = '\0';
	if (*text == '-')
		buf_addc(&out, '-');
	lay_out(digits, *p ? (int)strtol(p + 1, NULL, 10) : 0, &out);
	json = json_object_new_double_s(d, out.data);
	buf_free(&out);
	return json;
}

/* As Python's int(): blanks around, a sign, digits. */
static int
integer_of_text(const char *text, struct json_object **out)
{
	const char *p = text + strspn(text, " \t\r\n\f\v"), *digits = p + (*p == '-' || *p == '+');
	size_t n = strspn(digits, "0123456789");
	long long value;
	unsigned long long large;

	if (n == 0 || digits[n + strspn(digits + n, " \t\r\n\f\v")])
		return -1;
	errno = 0;
	value = strtoll(p, NULL, 10);
	if (errno == 0) {
		*out = json_object_new_int64(value);
		return 0;
	}
	errno = 0;
	large = strtoull(p, NULL, 10);
	if (errno || *p == '-')
		return -1;
	*out = json_object_new_uint64(large);
	return 0;
}

static int
float_of_text(const char *text, struct json_object **out)
{
	const char *p = text + strspn(text, " \t\r\n\f\v");
	char *end;
	double d;

	if (strcasecmp(p, "NaN") == 0 || strcasecmp(p, "Infinity") == 0 || strcasecmp(p, "-Infinity") == 0) {
		*out = json_object_new_string(p);	/* JSON has no such numbers */
		return 0;
	}
	if (!*p || p[strspn(p, "+-.eE0123456789 \t\r\n\f\v")])
		return -1;
	d = strtod(p, &end);
	if (end == p || end[strspn(end, " \t\r\n\f\v")] || is_too_large(d))
		return -1;
	*out = new_double(d);
	return 0;
}

static int
time_of_text(struct span text, struct json_object **out)
{
	struct awstime t;
	struct buf b = {0};

	if (awstime_parse(text, &t) < 0)
		return -1;
	awstime_cli(&t, &b);
	*out = json_object_new_string_len(b.data, (int)b.len);
	buf_free(&b);
	return 0;
}

static int
hex(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

static void
unquote(struct span text, struct buf *to)
{
	size_t i;

	for (i = 0; i < text.len; i++)
		if (text.at[i] == '%' && i + 2 < text.len && hex(text.at[i + 1]) >= 0 && hex(text.at[i + 2]) >= 0) {
			buf_addc(to, (char)(hex(text.at[i + 1]) * 16 + hex(text.at[i + 2])));
			i += 2;
		} else
			buf_addc(to, text.at[i]);
}

/* The JSON behind percent-encoding; what is none stays text as it came, as botocore leaves it. */
static struct json_object *
policy_of_text(struct span text)
{
	struct buf plain = {0};
	struct json_object *parsed = NULL, *out;
	char *why = NULL;

	unquote(text, &plain);
	if (parse(buf_span(&plain), DOCUMENT_DEPTH, &parsed, &why) < 0) {
		free(why);
		out = json_object_new_string_len(text.at, (int)text.len);
	} else
		out = value_copy(parsed);
	json_object_put(parsed);
	buf_free(&plain);
	return out;
}

int
value_of_text(const struct shape *scalar, struct span text, struct json_object **out, char **why)
{
	char *copy;
	int rc = 0;

	*out = NULL;
	if (!text.at)
		text = SPAN("");
	switch (scalar->type) {
	case SHAPE_POLICY:
		*out = policy_of_text(text);
		return 0;
	case SHAPE_BOOLEAN:
		*out = json_object_new_boolean(span_is(text, "true"));
		return 0;
	case SHAPE_TIMESTAMP:
		rc = time_of_text(text, out);
		break;
	case SHAPE_INTEGER:
	case SHAPE_FLOAT:
		copy = xstrndup(text.at, text.len);
		rc = scalar->type == SHAPE_FLOAT ? float_of_text(copy, out) : integer_of_text(copy, out);
		free(copy);
		break;
	default:
		*out = json_object_new_string_len(text.at, (int)text.len);
		return 0;
	}
	if (rc < 0)
		return protocol_fail(why, "\"%.*s\" is no %s", text.len < 60 ? (int)text.len : 60, text.at,
		    scalar->name);
	return 0;
}

static int
time_of_json(struct json_object *in, struct json_object **out)
{
	struct awstime t;
	struct buf b = {0};

	if (json_object_is_type(in, json_type_string))
		return time_of_text((struct span){ json_object_get_string(in), (size_t)json_object_get_string_len(in) },
		    out);
	if (!json_object_is_type(in, json_type_int) && !json_object_is_type(in, json_type_double))
		return -1;
	if (awstime_of_seconds(json_object_get_double(in), &t) < 0)
		return -1;
	awstime_cli(&t, &b);
	*out = json_object_new_string_len(b.data, (int)b.len);
	buf_free(&b);
	return 0;
}

/* Python's int(), float() and botocore's ensure_boolean(). */
static int
loose_value(const struct shape *scalar, struct json_object *in, struct json_object **out)
{
	enum json_type type = json_object_get_type(in);

	if (scalar->type == SHAPE_BOOLEAN) {
		*out = json_object_new_boolean(type == json_type_string ?
		    strcasecmp(json_object_get_string(in), "true") == 0 :
		    type == json_type_boolean && json_object_get_boolean(in));
		return 0;
	}
	if (type == json_type_string)
		return scalar->type == SHAPE_FLOAT ? float_of_text(json_object_get_string(in), out) :
		    integer_of_text(json_object_get_string(in), out);
	if (type != json_type_int && type != json_type_double && type != json_type_boolean)
		return -1;
	if (scalar->type == SHAPE_FLOAT)
		*out = is_too_large(json_object_get_double(in)) ? value_copy(in) :
		    new_double(json_object_get_double(in));
	else
		*out = type == json_type_int ? value_copy(in) : json_object_new_int64(json_object_get_int64(in));
	return 0;
}

int
value_of_json(const struct shape *scalar, struct json_object *in, int loose, struct json_object **out, char **why)
{
	int rc = 0;

	*out = NULL;
	if (scalar->type == SHAPE_TIMESTAMP)
		rc = time_of_json(in, out);
	else if (loose && (scalar->type == SHAPE_INTEGER || scalar->type == SHAPE_FLOAT ||
	    scalar->type == SHAPE_BOOLEAN))
		rc = loose_value(scalar, in, out);
	else
		*out = value_copy(in);
	if (rc < 0)
		return protocol_fail(why, "%.60s is no %s", json_object_to_json_string(in), scalar->name);
	return 0;
}

struct json_object *
value_copy(struct json_object *any)
{
	struct json_object *copy;
	size_t i;

	switch (json_object_get_type(any)) {
	case json_type_double:
		if (is_too_large(json_object_get_double(any)))
			return json_object_get(any);	/* json-c kept its text */
		return new_double(json_object_get_double(any));
	case json_type_array:
		copy = json_object_new_array_ext((int)json_object_array_length(any));
		for (i = 0; i < json_object_array_length(any); i++)
			json_object_array_add(copy, value_copy(json_object_array_get_idx(any, i)));
		return copy;
	case json_type_object:
		copy = json_object_new_object();
		json_object_object_foreach(any, key, value)
			json_object_object_add(copy, key, value_copy(value));
		return copy;
	default:
		return json_object_get(any);	/* nobody changes it */
	}
}
