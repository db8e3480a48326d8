#include <math.h>

#include "jqtext.h"

#define WHOLE 1e15	/* whole numbers below it have all their digits and no exponent */

/* What jq itself writes. */
static void
add_dump(struct buf *to, jv value)
{
	jv text = jv_dump_string(jv_copy(value), 0);

	buf_adds(to, jv_string_value(text));
	jv_free(text);
}

static int
is_plain(struct span s)
{
	size_t i;

	for (i = 0; i < s.len; i++)
		if ((unsigned char)s.at[i] < ' ' || s.at[i] == '"' || s.at[i] == '\\' || s.at[i] == 0x7f)
			return 0;
	return 1;
}

static void
add_string(struct buf *to, jv value)
{
	struct span text = { jv_string_value(value), (size_t)jv_string_length_bytes(jv_copy(value)) };

	if (!is_plain(text)) {
		add_dump(to, value);
		return;
	}
	buf_addc(to, '"');
	buf_addspan(to, text);
	buf_addc(to, '"');
}

static void
add_number(struct buf *to, jv value)
{
	double d = jv_number_value(value);
	char digits[16], *p = digits + sizeof(digits);
	long long n;

	if (!(fabs(d) < WHOLE) || d != (double)(long long)d || d == 0) {
		add_dump(to, value);	/* what is no number or too big, a fraction, and the two zeros */
		return;
	}
	if (d < 0)
		buf_addc(to, '-');
	for (n = (long long)fabs(d); n > 0; n /= 10)
		*--p = (char)('0' + n % 10);
	buf_add(to, p, (size_t)(digits + sizeof(digits) - p));
}

static void
add_array(struct buf *to, jv value)
{
	int i, n = jv_array_length(jv_copy(value));
	jv item;

	buf_addc(to, '[');
	for (i = 0; i < n; i++) {
		if (i)
			buf_addc(to, ',');
		item = jv_array_get(jv_copy(value), i);
		jqtext_add(to, item);
		jv_free(item);
	}
	buf_addc(to, ']');
}

static void
add_object(struct buf *to, jv value)
{
	int i, first = 1;
	jv key, item;

	buf_addc(to, '{');
	for (i = jv_object_iter(value); jv_object_iter_valid(value, i); i = jv_object_iter_next(value, i)) {
		if (!first)
			buf_addc(to, ',');
		first = 0;
		key = jv_object_iter_key(value, i);
		item = jv_object_iter_value(value, i);
		add_string(to, key);
		buf_addc(to, ':');
		jqtext_add(to, item);
		jv_free(key);
		jv_free(item);
	}
	buf_addc(to, '}');
}

void
jqtext_add(struct buf *to, jv value)
{
	switch (jv_get_kind(value)) {
	case JV_KIND_NULL: buf_adds(to, "null"); break;
	case JV_KIND_FALSE: buf_adds(to, "false"); break;
	case JV_KIND_TRUE: buf_adds(to, "true"); break;
	case JV_KIND_NUMBER: add_number(to, value); break;
	case JV_KIND_STRING: add_string(to, value); break;
	case JV_KIND_ARRAY: add_array(to, value); break;
	case JV_KIND_OBJECT: add_object(to, value); break;
	default: add_dump(to, value); break;
	}
}
