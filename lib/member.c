#include "clock.h"
#include "member.h"

void
member_key(struct buf *b, const char *name)
{
	char last = b->len ? b->data[b->len - 1] : ',';

	if (last != '{' && last != '[')
		buf_addc(b, ',');
	buf_addf(b, "\"%s\":", name);
}

void
member_count(struct buf *b, const char *name, long long n)
{
	member_key(b, name);
	buf_addf(b, "%lld", n);
}

void
member_text(struct buf *b, const char *name, struct span text)
{
	member_key(b, name);
	if (text.len)
		buf_addjson(b, text);
	else
		buf_adds(b, "null");
}

void
member_raw(struct buf *b, const char *name, struct span json)
{
	member_key(b, name);
	buf_addspan(b, json.len ? json : SPAN("null"));
}

void
member_time(struct buf *b, const char *name, time_t t)
{
	char text[CLOCK_TEXT] = "";

	if (t)
		clock_format(t, text);
	member_text(b, name, span_of(text));
}
