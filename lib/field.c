#include "field.h"

#include "clock.h"
#include "lifecycle.h"

void
field_add(struct buf *to, const char *key, struct span value)
{
	buf_addf(to, ",\"%s\":", key);
	if (value.at)
		buf_addspan(to, value);
	else
		buf_adds(to, "null");
}

void
field_add_text(struct buf *to, const char *key, const char *text)
{
	buf_addf(to, ",\"%s\":", key);
	buf_addjson(to, span_of(text));
}

void
field_add_time(struct buf *to, const char *key, time_t t)
{
	char text[CLOCK_TEXT];

	if (t == LIFECYCLE_NEVER) {
		field_add(to, key, (struct span){ NULL, 0 });
		return;
	}
	clock_format(t, text);
	field_add_text(to, key, text);
}
