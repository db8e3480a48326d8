#include <string.h>

#include "percent.h"

static int
is_unreserved(unsigned char c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '.' ||
	    c == '_' || c == '~';
}

static int
hex_value(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

void
percent_encode(struct buf *out, struct span text, const char *keep)
{
	static const char hex[] = "0123456789ABCDEF";
	unsigned char c;
	size_t i;

	for (i = 0; i < text.len; i++) {
		c = (unsigned char)text.at[i];
		if (is_unreserved(c) || (c != '\0' && strchr(keep, c) != NULL)) {
			buf_addc(out, (char)c);
			continue;
		}
		buf_addc(out, '%');
		buf_addc(out, hex[c >> 4]);
		buf_addc(out, hex[c & 15]);
	}
}

void
percent_decode(struct buf *out, struct span text)
{
	int high, low;
	size_t i;

	for (i = 0; i < text.len; i++) {
		if (text.at[i] == '%' && text.len - i > 2 && (high = hex_value(text.at[i + 1])) != -1 &&
		    (low = hex_value(text.at[i + 2])) != -1) {
			buf_addc(out, (char)(high << 4 | low));
			i += 2;
		} else
			buf_addc(out, text.at[i]);
	}
}
