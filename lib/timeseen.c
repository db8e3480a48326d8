#include <string.h>

#include "timeseen.h"

int
timeseen_read(struct timeseen *seen, const char *text, time_t *t)
{
	char again[CLOCK_TEXT];

	if (memcmp(text, seen->text, TIMESEEN_TEXT) != 0) {
		if (text[0] != '"' || text[TIMESEEN_TEXT - 1] != '"' ||
		    clock_parse((struct span){ text + 1, CLOCK_TEXT - 1 }, t) < 0)
			return 0;
		clock_format(*t, again);
		if (memcmp(again, text + 1, CLOCK_TEXT - 1) != 0)
			return 0;
		memcpy(seen->text, text, TIMESEEN_TEXT);
		seen->t = *t;
	}
	*t = seen->t;
	return 1;
}
